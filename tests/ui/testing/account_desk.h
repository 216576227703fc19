// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/testing/memory_desk.h"

#include <algorithm>

namespace crema::testing {

/// Somebody of the example shop works here from now on.
inline void becomePerson(MemoryDesk &desk, const QString &name)
{
    const auto found = std::ranges::find(desk.peopleHere(), name, &Person::name);
    Q_ASSERT(found != desk.peopleHere().end());
    desk.changeState().person = *found;
    Q_EMIT desk.changed();
}

/// Ada works here, and is signed in at the platform from here and from the office.
inline void signAdaIn(MemoryDesk &desk)
{
    desk.addExamplePeople();
    desk.addExampleAccount();
    becomePerson(desk, QStringLiteral("Ada Lindqvist"));
}

/// What the platform answers whoever switched by PIN.
inline Problem nobodyThere()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("session.ended"),
            QStringLiteral("Nobody is signed in at the platform from here."),
            QStringLiteral("Sign in with mail address and password."),
            {}};
}

} // namespace crema::testing
