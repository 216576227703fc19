// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLabel>
#include <QRect>

class QPainter;

namespace crema::desktop {

/// Width in px of an amount painted with equal-width digits.
[[nodiscard]] int amountWidth(const QFont &font, const QString &text);

/// Paints an amount so that its digits stand on equal widths and its right edge on rect.right(): Inter's default
/// digits are proportional and Qt before 6.7 cannot switch them. Amounts read left to right in every language.
void drawAmount(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment alignment = Qt::AlignRight);

/// Paints a text of the catalog on one line, elided at its end. It keeps its own reading direction, whatever the
/// language of the program: "250 g" stays "250 g"; `leading` is where a line begins on the screen.
void drawName(QPainter &painter, const QRect &rect, const QString &text, Qt::LayoutDirection leading);

/// A label for one amount, with equal-width digits; smaller where there is not room enough.
class AmountLabel final : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {24, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace crema::desktop
