// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace crema::desktop {

class Theme;

/// A filter that is on: what it is about, muted, what it asks for, and a cross. A click takes it away.
class FilterChipButton final : public QPushButton
{
    Q_OBJECT

public:
    FilterChipButton(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// "Day" and "Today".
    void setFilter(const QString &label, const QString &value);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_label;
    QString m_value;
};

} // namespace crema::desktop
