// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace crema::desktop {

class PaletteModel;
class Theme;

/// Paints one row of the palette: icon, title with the matched letters bold, context, shortcut; above the first row of
/// a group its heading.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PaletteDelegate(const Theme &theme, const PaletteModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void drawTitle(QPainter &painter, const QRect &line, int row, bool enabled) const;
    [[nodiscard]] int drawShortcut(QPainter &painter, const QRect &line, const QString &shortcut) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int headingHeight(int row) const;

    const Theme &m_theme;
    const PaletteModel &m_model;
};

} // namespace crema::desktop
