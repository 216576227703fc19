// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QStackedWidget;

namespace crema {
class PaymentListPresenter;
class PaymentTableModel;
} // namespace crema

namespace crema::desktop {

class DataTable;
class DataTableFooter;
class EmptyState;
class MessageStrip;
class PageHeader;
class Theme;

/// The online payments as a table, what holds a shift first.
class PaymentListPanel final : public QFrame
{
    Q_OBJECT

public:
    PaymentListPanel(const Theme &theme, PaymentListPresenter &presenter, QWidget *parent = nullptr);

    /// Beside an open payment, with the line between them.
    void setBeside(bool beside);
    /// Puts the focus on the list, or on what stands in its place.
    void focusList();

private:
    void build();
    void showList();
    [[nodiscard]] bool isComplaintHere() const;
    void showProblem();
    void showEmpty();
    void showCurrent();
    void openRow(int row);

    const Theme &m_theme;
    PaymentListPresenter &m_presenter;
    PaymentTableModel *m_model;
    PageHeader *m_header;
    QWidget *m_problemRow;
    MessageStrip *m_problem;
    DataTable *m_table;
    EmptyState *m_empty;
    QWidget *m_blank;
    QStackedWidget *m_stack;
    DataTableFooter *m_footer;
};

} // namespace crema::desktop
