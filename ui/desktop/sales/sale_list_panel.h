// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/size_class.h"

#include <QFrame>

class QListView;
class QStackedWidget;
class QAbstractItemView;

namespace crema {
class SaleListPresenter;
class SaleTableModel;
class ShellPresenter;
} // namespace crema

namespace crema::desktop {

class DataTable;
class DataTableFooter;
class EmptyState;
class MessageStrip;
class PageHeader;
class SaleFilterBar;
class Skeleton;
class Theme;

/// The sales: a table over the whole page, or rows of two lines beside an open sale and where large text
/// leaves the table no room.
class SaleListPanel final : public QFrame
{
    Q_OBJECT

public:
    SaleListPanel(const Theme &theme, SaleListPresenter &presenter, ShellPresenter &shell, QWidget *parent = nullptr);

    /// Rows of two lines instead of the table.
    void setBeside(bool beside);
    /// Puts the focus on the list, or on the filter while there is no row.
    void focusList();
    [[nodiscard]] QAbstractItemView *view() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectView(QAbstractItemView *view);
    void chooseView();
    void showPhase();
    void showSummary();
    void showCurrent();
    void showEmpty();
    void openRow(int row);

    const Theme &m_theme;
    SaleListPresenter &m_presenter;
    ShellPresenter &m_shell;
    SaleTableModel *m_model;
    PageHeader *m_header;
    SaleFilterBar *m_filter;
    QWidget *m_problemRow;
    MessageStrip *m_problem;
    DataTable *m_table;
    QListView *m_rows;
    Skeleton *m_skeleton;
    EmptyState *m_empty;
    QWidget *m_blank;
    QStackedWidget *m_stack;
    DataTableFooter *m_footer;
    bool m_beside = false;
    bool m_twoLines = false;
};

} // namespace crema::desktop
