// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/table/data_column.h"
#include "ui/presenters/table/table_text.h"

#include <QHash>
#include <QSet>
#include <QTableView>

namespace crema::desktop {

class CellEditor;
class DataTableHeader;
class Theme;

/// Where the cursor goes when a cell is saved.
enum class EditMove { Stay, Down, Right, Left };

/// The one table of the program (ux.md 2.11): sticky header with sort arrows, rows of one height, numbers at the
/// trailing edge, whole rows selected, one cell in focus, columns that people hide, move and widen. It never scrolls
/// sideways: the stretching column gives way, then the least important columns.
///
/// Keys: Enter opens, F2 edits, Space marks, Ctrl+C copies with header, Ctrl+Shift+C without. Other printable keys
/// are left to the page. The model answers Qt's roles and those of DataRole; it sorts and filters by itself.
class DataTable final : public QTableView
{
    Q_OBJECT
    Q_PROPERTY(QRect ringRect READ ringRect)

public:
    static constexpr int compactRow = 32; ///< px at text scale 1.0

    DataTable(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// Model and columns, one column of the model for each of `columns`.
    void setTable(QAbstractItemModel *model, const QList<DataColumn> &columns);
    [[nodiscard]] const QList<DataColumn> &columns() const { return m_columns; }
    /// What the arrows in the header show; the model is sorted by whoever answers sortWanted().
    void setSortKeys(const QList<SortKey> &keys);
    [[nodiscard]] const QList<SortKey> &sortKeys() const { return m_sortKeys; }
    /// Another height than the person chose for rows and fields, in px at text scale 1.0.
    void setRowHeight(int px);
    /// Px between the edges of the table and its first and last texts, so that they stand below those of the page.
    void setEdge(int px);
    /// Where the contents of a cell or header go.
    [[nodiscard]] QRect roomIn(const QRect &cell, int column) const;

    /// Rows of the selection from top to bottom.
    [[nodiscard]] QList<int> selectedRows() const;
    /// Columns on the screen in their order on it.
    [[nodiscard]] QList<int> shownColumns() const;
    /// Puts the selected rows, or the current one, on the clipboard.
    void copyRows(TableHeader header);

    /// Opens the editor of a cell, when the model lets it be edited; else says editRefused().
    void editCell(const QModelIndex &index);
    [[nodiscard]] bool isEditing() const;
    /// The answers to editSubmitted(): the text was taken, or it stays in its editor with a sentence below it and, when
    /// `link` is not empty, a button of that text.
    void acceptEdit();
    void refuseEdit(const QString &sentence, const QString &link = {});

    /// Widths, order and hidden columns as text, to be remembered; an unreadable text changes nothing.
    [[nodiscard]] QString layoutText() const;
    void setLayoutText(const QString &text);
    void resetLayout();
    [[nodiscard]] bool isColumnWanted(int column) const { return !m_unwanted.contains(column); }
    void setColumnWanted(int column, bool wanted);
    /// The menu that shows and hides columns, at a place of the screen.
    void showColumnMenu(const QPoint &globalPosition);

    [[nodiscard]] QRect ringRect() const;

    void keyboardSearch(const QString &) override {}

Q_SIGNALS:
    void sortWanted(const QList<crema::SortKey> &keys);
    /// Enter, or a double click on a cell that is not edited.
    void opened(const QModelIndex &index);
    void editSubmitted(const QModelIndex &index, const QString &text);
    /// Somebody wanted to edit a cell that the model keeps.
    void editRefused(const QModelIndex &index);
    void editingChanged(bool editing);
    /// The button of refuseEdit().
    void editLinkChosen();
    void layoutTextChanged();
    void selectedRowsChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void fitColumns();
    void columnDragged(int column, int width);
    void submitEdit(EditMove move);
    void closeEditor();
    void moveFrom(const QModelIndex &index, EditMove move);
    [[nodiscard]] int widthOf(int column) const;
    [[nodiscard]] int stretchColumn() const;

    const Theme &m_theme;
    DataTableHeader *m_header;
    QList<DataColumn> m_columns;
    QList<SortKey> m_sortKeys;
    QHash<int, int> m_widths; ///< of columns that a person widened, in px at text scale 1.0
    QSet<int> m_unwanted;
    CellEditor *m_editor = nullptr; ///< while a cell is edited
    EditMove m_move = EditMove::Stay;
    int m_edge;
    bool m_fitting = false;
};

} // namespace crema::desktop
