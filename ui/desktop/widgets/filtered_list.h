// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAbstractItemModel;
class QAction;
class QLineEdit;
class QStackedWidget;

namespace crema {
struct DataColumn;
enum class ListPhase;
} // namespace crema

namespace crema::desktop {

class DataTable;
class DataTableFooter;
class EmptyState;
class PageHeader;
class Theme;

/// A table of records with a title and a search field above it and the count below, or what stands there in the place
/// of rows. Whoever makes it fills the parts and says which of them is shown.
class FilteredList : public QFrame
{
    Q_OBJECT

public:
    /// The parts are named after `name`: "customers" gives customersFilter, customersTable and so on.
    FilteredList(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    void setTable(QAbstractItemModel *model, const QList<DataColumn> &columns, const QString &title);
    /// What the search field is for: "Search customers", and what fits into it.
    void setSearch(const QString &title, const QString &hint);

    void setFilterText(const QString &text);
    void setFilterVisible(bool visible);
    void focusFilter();
    void focusList();
    /// Chooses a row and brings it into sight; −1 chooses none.
    void showCurrent(int row);

    /// Rows, nothing while they are read for a moment, or empty(), which says why there are none: whether it is that.
    [[nodiscard]] bool showPhase(ListPhase phase);

    [[nodiscard]] PageHeader &header() { return *m_header; }
    [[nodiscard]] EmptyState &empty() { return *m_empty; }
    [[nodiscard]] DataTableFooter &footer() { return *m_footer; }

Q_SIGNALS:
    void filterTyped(const QString &text);
    /// By a click, a double click or Enter; Enter in the search field chooses the first row.
    void rowChosen(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const QString &name);

    const Theme &m_theme;
    PageHeader *m_header;
    QLineEdit *m_field;
    QAction *m_icon;
    DataTable *m_table;
    EmptyState *m_empty;
    QWidget *m_blank;
    QStackedWidget *m_stack;
    DataTableFooter *m_footer;
};

} // namespace crema::desktop
