// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace crema::desktop {

class Theme;

/// One person as a row: a circle with initials, the name, a muted second line; an accent edge when chosen.
class PersonButton final : public QPushButton
{
    Q_OBJECT

public:
    PersonButton(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    void showPerson(const QString &initials, const QString &name, const QString &detail);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_initials;
    QString m_detail;
};

} // namespace crema::desktop
