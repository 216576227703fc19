// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/table/data_column.h"

#include <QString>
#include <QWidget>

class QPainter;

namespace crema::desktop {

class Theme;

/// How a badge is meant. Its icon and its word say the same, so that no colour is needed.
enum class BadgeTone {
    Neutral, ///< good to know
    Accent,  ///< going on just now
    Ok,
    Warning, ///< somebody should look at it soon
    Error,   ///< somebody has to decide
};

/// A state in one icon and one or two words (ux.md 2.11).
struct BadgeLook {
    QString iconName; ///< a file of resources/icons without its ending
    QString text;
    BadgeTone tone = BadgeTone::Neutral;

    friend bool operator==(const BadgeLook &, const BadgeLook &) = default;
};

/// A state of a row, as the badge that it is drawn as.
[[nodiscard]] BadgeLook lookOf(const CellBadge &badge);

/// Size in px of this badge: 24 high at text scale 1.0.
[[nodiscard]] QSize badgeSize(const Theme &theme, const BadgeLook &look);

/// Paints the badge at the leading edge of `room`, in the middle of its height; where there is not room enough the word
/// is elided. For delegates.
void drawBadge(QPainter &painter, const Theme &theme, const QRect &room, const BadgeLook &look,
               Qt::LayoutDirection direction);

/// The same as a widget. Without a look it takes no room.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    Badge(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// Hides itself when the look has no word: a normal state has no badge.
    void setLook(const BadgeLook &look);
    [[nodiscard]] const BadgeLook &look() const { return m_look; }

    [[nodiscard]] QSize sizeHint() const override { return badgeSize(m_theme, m_look); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    BadgeLook m_look;
};

} // namespace crema::desktop
