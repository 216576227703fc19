// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QStackedWidget;

namespace crema {
class RoleListPresenter;
class RoleTableModel;
} // namespace crema

namespace crema::desktop {

class DataTable;
class EmptyState;
class PageHeader;
class Theme;

/// The roles as a table: those of the company, then the built-in ones.
class RoleListPanel final : public QFrame
{
    Q_OBJECT

public:
    RoleListPanel(const Theme &theme, RoleListPresenter &presenter, QWidget *parent = nullptr);

    void setBeside(bool beside);
    void focusList();

private:
    void build();
    void showList();
    void showCurrent();

    const Theme &m_theme;
    RoleListPresenter &m_presenter;
    RoleTableModel *m_model;
    PageHeader *m_header;
    DataTable *m_table;
    EmptyState *m_empty;
    QWidget *m_blank;
    QStackedWidget *m_stack;
};

} // namespace crema::desktop
