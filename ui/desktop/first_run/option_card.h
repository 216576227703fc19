// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/first_run/first_run_view.h"

#include <QRadioButton>

namespace crema::desktop {

class Theme;

/// One way to begin, as a card of 88 px: icon, title with a badge, a sentence, and the mark of a radio button.
class OptionCard final : public QRadioButton
{
    Q_OBJECT

public:
    OptionCard(const Theme &theme, const FirstRunCard &card, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override { return rect().contains(position); }

private:
    void drawIcon(QPainter &painter, const QRect &box) const;
    void drawTexts(QPainter &painter, const QRect &area) const;
    void drawMark(QPainter &painter, const QRect &box) const;

    const Theme &m_theme;
    FirstRunCard m_card;
};

} // namespace crema::desktop
