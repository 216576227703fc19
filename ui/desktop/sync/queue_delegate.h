// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace crema {
class QueueListModel;
}

namespace crema::desktop {

class Theme;

/// Paints the queue: titles of groups on the page's ground; each operation with its age, its state and, where
/// something is wrong, why and what to do.
class QueueDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    QueueDelegate(const Theme &theme, const QueueListModel &model, QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, int row) const;
    void paintOperation(QPainter &painter, const QStyleOptionViewItem &option, int row) const;
    [[nodiscard]] QString reason(int row) const;
    [[nodiscard]] int reasonHeight(const QString &text, int width) const;

    const Theme &m_theme;
    const QueueListModel &m_model;
};

} // namespace crema::desktop
