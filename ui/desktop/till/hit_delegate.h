// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_view.h"

#include <QAbstractItemDelegate>

namespace crema {
class HitListModel;
}

namespace crema::desktop {

class Theme;

/// Paints one search result with the matched letters bold.
class HitDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    HitDelegate(const Theme &theme, const HitListModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMatched(QPainter &painter, const QRect &rect, const QString &text, const QList<MatchRange> &matches,
                      int px, const char *token, Qt::LayoutDirection direction) const;

    const Theme &m_theme;
    const HitListModel &m_model;
};

} // namespace crema::desktop
