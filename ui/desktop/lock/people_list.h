// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace crema {
class LockPresenter;
}

namespace crema::desktop {

class PersonButton;
class Theme;

/// Who works here, one row of 64 px each: initials, name, and whether there is a PIN.
class PeopleList final : public QScrollArea
{
    Q_OBJECT

public:
    PeopleList(const Theme &theme, LockPresenter &presenter, QWidget *parent = nullptr);

private:
    void showPeople();

    const Theme &m_theme;
    LockPresenter &m_presenter;
    QWidget *m_body;
    class QVBoxLayout *m_column;
    QList<PersonButton *> m_rows;
};

} // namespace crema::desktop
