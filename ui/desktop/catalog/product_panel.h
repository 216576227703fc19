// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;

namespace crema {
class ProductDetail;
}

namespace crema::desktop {

class Badge;
class Card;
class DataTable;
class EmptyState;
class PageHeader;
class Theme;
class TouchButton;

/// One product: name and state, its variants as a table, what else is known of it.
class ProductPanel final : public QWidget
{
    Q_OBJECT

public:
    ProductPanel(const Theme &theme, ProductDetail &detail, QWidget *parent = nullptr);

    [[nodiscard]] DataTable *table() const { return m_table; }
    void setEdge(int px);

Q_SIGNALS:
    /// Back to the list.
    void left();

private:
    void connectTable();
    void connectBundle();
    void showDetail();
    void showLine(QLabel *value, const QString &text);
    void fitTable();
    [[nodiscard]] QLabel *addLine(const QString &name, const char *objectName);

    const Theme &m_theme;
    ProductDetail &m_detail;
    PageHeader *m_header;
    Badge *m_state;
    Badge *m_archived;
    QStackedWidget *m_stack;
    EmptyState *m_problem;
    QScrollArea *m_scroll;
    Card *m_variants;
    Card *m_about;
    DataTable *m_table;
    QFormLayout *m_lines;
    QLabel *m_description;
    QLabel *m_category;
    QLabel *m_brand;
    QLabel *m_tax;
    QLabel *m_parts;
    TouchButton *m_editParts;
};

} // namespace crema::desktop
