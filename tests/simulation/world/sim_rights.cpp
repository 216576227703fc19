// SPDX-License-Identifier: GPL-3.0-or-later
// What the person at a till does that the platform may have to refuse, because the till has not heard yet of what
// somebody else did (ADR 037, 044).
#include "models/people/role_rules.h"
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"

#include <algorithm>

namespace crema::simulation {

void SimRegister::makeRoleOfAll()
{
    if (!isOpen() || isLeaving() || !m_rightsDice.chance(500))
        return;
    const QString name = QStringLiteral("Role of all %1.%2").arg(m_number).arg(++m_edits);
    const auto made = answerOf(m_client->createRole({{}, name, Role::Admin, rightsOf(Role::Admin), false}));
    note(made && *made ? "makes a role that may do all" : "makes no role");
    ++m_world.counts["person.role_of_all"];
    restartIfDead();
}

void SimRegister::settleLeaver()
{
    std::optional<QList<Person>> known = isOpen() ? knownColleagues() : std::nullopt;
    if (!known)
        return;
    known->removeIf([](const Person &person) { return person.isErased(); });
    ++m_world.counts["privacy.leaver"];
    if (known->isEmpty()) {
        addColleague();
        restartIfDead();
        return;
    }
    const Person before = *std::ranges::min_element(*known, {}, [](const Person &each) { return each.id.value(); });
    if (!before.active && m_rightsDice.chance(500)) {
        forgetPerson(before);
    } else {
        Person after = before;
        after.active = !before.active;
        editPerson(before, after);
    }
    restartIfDead();
}

} // namespace crema::simulation
