// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QWidget>

class QStackedWidget;

namespace crema {
class CatalogPresenter;
}

namespace crema::desktop {

class CatalogFilterBar;
class DataTable;
class DataTableFooter;
class EmptyState;
class MessageStrip;
class PageHeader;
class Skeleton;
class Theme;

/// The list of the catalog: title, filter, table or what stands in its place, footer.
class CatalogListPanel final : public QWidget
{
    Q_OBJECT

public:
    CatalogListPanel(const Theme &theme, CatalogPresenter &presenter, QWidget *parent = nullptr);

    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] CatalogFilterBar *filterBar() const { return m_filter; }
    /// Beside a product there is less room for buttons.
    void setNarrow(bool narrow);
    void setEdge(int px);
    /// Where work begins: the table, or the filter while there are no rows.
    void takeFocus();

private:
    void connectTable();
    void showFace();
    void showEmpty();
    void showProblem();
    void showFooter();
    void markFirst();
    void keepCurrent();
    void restoreCurrent();

    CatalogPresenter &m_presenter;
    PageHeader *m_header;
    class TouchButton *m_copy;
    CatalogFilterBar *m_filter;
    QWidget *m_messageRow;
    MessageStrip *m_message;
    QStackedWidget *m_stack;
    DataTable *m_table;
    Skeleton *m_skeleton;
    EmptyState *m_empty;
    DataTableFooter *m_footer;
    VariantId m_kept; ///< the current row while the model begins anew
    int m_keptColumn = 0;
    bool m_narrow = false;
};

} // namespace crema::desktop
