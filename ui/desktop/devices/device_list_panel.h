// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QScrollArea;
class QStackedWidget;

namespace crema {
class DeviceListPresenter;
class DeviceTableModel;
} // namespace crema

namespace crema::desktop {

class DataTable;
class DataTableFooter;
class DeviceTaskCard;
class EmptyState;
class MessageStrip;
class PageHeader;
class Skeleton;
class Theme;

/// The devices as a table, what needs a person first.
class DeviceListPanel final : public QFrame
{
    Q_OBJECT

public:
    DeviceListPanel(const Theme &theme, DeviceListPresenter &presenter, QWidget *parent = nullptr);

    /// Beside an open device, with the line between them.
    void setBeside(bool beside);
    /// Puts the focus on the list, or on what stands in its place.
    void focusList();

private:
    void build();
    void buildQuestion();
    void showList();
    void showEmpty();
    void showProblem();
    void showCurrent();
    void openRow(int row);
    void makeRoom(bool isAsking);

    const Theme &m_theme;
    DeviceListPresenter &m_presenter;
    DeviceTableModel *m_model;
    PageHeader *m_header;
    QWidget *m_messageRow;
    DeviceTaskCard *m_task;
    QWidget *m_problemRow;
    MessageStrip *m_problem;
    DataTable *m_table;
    Skeleton *m_skeleton;
    EmptyState *m_empty;
    QWidget *m_blank;
    QStackedWidget *m_stack;
    QScrollArea *m_question; ///< in the place of the list while something is asked
    DataTableFooter *m_footer;
    bool m_beside = false;
};

} // namespace crema::desktop
