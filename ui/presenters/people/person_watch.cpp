// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/person_watch.h"

namespace crema {

PersonWatch::PersonWatch(TillDesk &desk, QObject *parent) : QObject(parent), m_desk(desk), m_person(personHere())
{
    connect(&m_desk, &TillDesk::changed, this, &PersonWatch::follow);
}

std::optional<PersonId> PersonWatch::personHere() const
{
    const std::optional<Person> &person = m_desk.state().person;
    return person ? std::optional(person->id) : std::nullopt;
}

void PersonWatch::follow()
{
    if (std::exchange(m_person, personHere()) != m_person)
        Q_EMIT personChanged();
}

} // namespace crema
