// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace crema::desktop {

class Theme;

/// Who works here: initials in a circle, the name, and a sign that more opens below.
class AccountButton final : public QPushButton
{
    Q_OBJECT

public:
    AccountButton(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// Nobody when the name is empty.
    void setPerson(const QString &name, const QString &initials);
    /// Without the name where there is little room.
    void setNameShown(bool shown);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString shownName() const;

    const Theme &m_theme;
    QString m_name;
    QString m_initials;
    bool m_nameShown = true;
};

} // namespace crema::desktop
