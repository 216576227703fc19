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

/// Whoever looks is signed in at the platform, and this person from these devices too.
inline void signInToo(MemoryDesk &desk, const Person &person, const QStringList &devices)
{
    QList<PersonSession> sessions;
    for (const QString &device : devices) {
        PersonSession session;
        session.id = SessionId(QUuid::createUuidV5(QUuid(), device));
        session.person = person.id;
        session.personName = person.name;
        session.deviceName = device;
        session.registerText = QStringLiteral("MAIN-3");
        session.begunAt = *UtcTime::fromString(u"2026-11-19T08:00:00.000Z");
        session.usedAt = session.begunAt;
        sessions.append(session);
    }
    desk.addExampleAccount();
    desk.setSessions(desk.sessionsThere() + sessions);
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
