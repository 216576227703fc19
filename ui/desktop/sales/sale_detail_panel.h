// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace crema {
class SaleListPresenter;
struct AmountRow;
struct SaleDetail;
} // namespace crema

namespace crema::desktop {

class Badge;
class Card;
class EmptyState;
class PageHeader;
class Theme;

/// One sale in full: its lines, payments and taxes, its receipt, and what became of it on the way to the platform.
class SaleDetailPanel final : public QWidget
{
    Q_OBJECT

public:
    SaleDetailPanel(const Theme &theme, SaleListPresenter &presenter, QWidget *parent = nullptr);

    /// Beside the list nothing leads back to it.
    void setBeside(bool beside);
    /// Puts the focus on the sale, so that the keys scroll it.
    void focusSale();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void addActions();
    void showDetail();
    void showSale(const SaleDetail &sale);
    void fillLines(const SaleDetail &sale);
    void fillPayment(const SaleDetail &sale);
    void fillEvents(const SaleDetail &sale);
    void addAmount(QGridLayout &grid, const AmountRow &row, int px, const char *tone);
    [[nodiscard]] QLabel *text(const QString &words, int px, QFont::Weight weight, const char *tone = "") const;

    const Theme &m_theme;
    SaleListPresenter &m_presenter;
    PageHeader *m_header;
    Badge *m_badge;
    Card *m_lines;
    Card *m_payment;
    Card *m_about;
    Card *m_receipt;
    Card *m_events;
    QPlainTextEdit *m_receiptText;
    QBoxLayout *m_columns;
    QScrollArea *m_scroll;
    QWidget *m_side;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};

} // namespace crema::desktop
