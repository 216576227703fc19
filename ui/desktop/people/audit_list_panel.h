// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QStackedWidget;

namespace crema {
class AuditPresenter;
class AuditTableModel;
} // namespace crema

namespace crema::desktop {

class AuditFilterBar;
class DataTable;
class DataTableFooter;
class EmptyState;
class MessageStrip;
class PageHeader;
class Skeleton;
class Theme;

/// The audit trail as a table, newest first, with its filters above it.
class AuditListPanel final : public QFrame
{
    Q_OBJECT

public:
    AuditListPanel(const Theme &theme, AuditPresenter &presenter, QWidget *parent = nullptr);

    /// Beside an open entry, with the line between them.
    void setBeside(bool beside);
    /// Puts the focus on the list, or on what stands in its place.
    void focusList();

Q_SIGNALS:
    /// Back to the people.
    void peopleWanted();

private:
    void build();
    void showList();
    void showEmpty();
    void showProblem();
    void showCurrent();
    void chooseAction();
    void keepCurrent();

    const Theme &m_theme;
    AuditPresenter &m_presenter;
    AuditTableModel *m_model;
    PageHeader *m_header;
    AuditFilterBar *m_filters;
    QWidget *m_problemRow;
    MessageStrip *m_problem;
    DataTable *m_table;
    Skeleton *m_skeleton;
    EmptyState *m_empty;
    QWidget *m_blank;
    QStackedWidget *m_stack;
    DataTableFooter *m_footer;
    QString m_currentId; ///< of the row with the cursor, while the rows are exchanged
};

} // namespace crema::desktop
