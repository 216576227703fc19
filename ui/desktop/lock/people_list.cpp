// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/lock/people_list.h"

#include "ui/desktop/lock/person_button.h"
#include "ui/presenters/people/lock_presenter.h"

#include <QVBoxLayout>

namespace crema::desktop {

PeopleList::PeopleList(const Theme &theme, LockPresenter &presenter, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_presenter(presenter), m_body(new QWidget),
      m_column(new QVBoxLayout(m_body))
{
    setObjectName(QStringLiteral("peopleList"));
    setAccessibleName(tr("People"));
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body->setObjectName(QStringLiteral("peopleBody"));
    m_column->setContentsMargins(4, 4, 4, 4);
    m_column->setSpacing(8);
    m_column->addStretch(1);
    setWidget(m_body);
    connect(&presenter, &LockPresenter::changed, this, &PeopleList::showPeople);
    showPeople();
}

void PeopleList::showPeople()
{
    const QList<LockPerson> &people = m_presenter.people();
    while (m_rows.size() > people.size())
        delete m_rows.takeLast();
    while (m_rows.size() < people.size()) {
        const int row = static_cast<int>(m_rows.size());
        auto *button = new PersonButton(m_theme, QStringLiteral("person%1").arg(row), m_body);
        connect(button, &QPushButton::clicked, this, [this, row] { m_presenter.select(row); });
        m_column->insertWidget(row, button);
        m_rows.append(button);
    }
    for (int row = 0; row < people.size(); ++row) {
        const LockPerson &person = people.at(row);
        m_rows.at(row)->showPerson(person.initials, person.name,
                                   person.hasPin ? QString() : tr("No PIN: signs in with mail and password"));
        m_rows.at(row)->setChecked(row == m_presenter.selected());
    }
    if (m_presenter.selected() >= 0)
        ensureWidgetVisible(m_rows.at(m_presenter.selected()));
}

} // namespace crema::desktop
