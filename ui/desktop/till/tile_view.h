// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace crema::desktop {

/// A grid of equal tiles that fills its width exactly: as many columns as fit, the last pixels of a row go to its
/// first columns. Rows are stretched so that a whole number of them is visible. It lays out and draws by itself and is
/// a list only so that screen readers find its tiles: Qt tells them nothing about an item view of one's own.
class TileView final : public QListView
{
    Q_OBJECT

public:
    explicit TileView(QWidget *parent = nullptr);

    /// The smallest tile and the space between two, in px.
    void setMeasures(const QSize &smallestTile, int gap);
    /// So much of the trailing side is free for the scroll bar, which is not beside but in it.
    void setGutter(int px);
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int visibleRows() const { return m_visibleRows; }

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;

    void setModel(QAbstractItemModel *model) override;
    void doItemsLayout() override;

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void keyboardSearch(const QString &) override {}
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;

private:
    void measure();
    [[nodiscard]] int columnLeft(int column) const;
    [[nodiscard]] int count() const;
    /// The width of the tiles together, in px.
    [[nodiscard]] int room() const { return width() - m_gutter; }

    QSize m_smallest{112, 96};
    int m_gap = 8;
    int m_gutter = 0;
    int m_columns = 1;
    int m_visibleRows = 1;
    int m_tileHeight = 96;
};

} // namespace crema::desktop
