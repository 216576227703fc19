// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLineEdit;
class QStackedWidget;

namespace crema {
class PersonListPresenter;
class PersonTableModel;
} // namespace crema

namespace crema::desktop {

class DataTable;
class DataTableFooter;
class EmptyState;
class PageHeader;
class Theme;

/// The people of a shop as a table with a search field above it.
class PersonListPanel final : public QFrame
{
    Q_OBJECT

public:
    PersonListPanel(const Theme &theme, PersonListPresenter &presenter, QWidget *parent = nullptr);

    void setBeside(bool beside);
    void focusList();

private:
    void build();
    void showList();
    void showEmpty();
    void showCurrent();

    const Theme &m_theme;
    PersonListPresenter &m_presenter;
    PersonTableModel *m_model;
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
