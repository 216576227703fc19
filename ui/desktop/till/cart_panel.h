// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/till/size_class.h"

#include <QFrame>

#include <memory>
#include <utility>

class QGridLayout;
class QLabel;

namespace crema {
class ActionList;
class CartListModel;
class CartStepPresenter;
class TillPresenter;
} // namespace crema

namespace crema::desktop {

class AmountLabel;
class CartDelegate;
class CartView;
class Theme;
class TouchButton;

/// The trailing side of the till: what is in the cart, what it comes to, and the one big next step.
class CartPanel final : public QFrame
{
    Q_OBJECT

public:
    CartPanel(const Theme &theme, TillPresenter &presenter, CartStepPresenter &steps, Clock &clock,
              QWidget *parent = nullptr);

    /// Offers this as well, below all else, in the menu of what else can be done. The list outlives the panel.
    void addMore(ActionList &actions, const QString &id) { m_more.append({&actions, id}); }
    void setSizeClass(SizeClass size);
    [[nodiscard]] CartView *list() const { return m_list; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showPayKey();
    [[nodiscard]] QWidget *makeBar();
    [[nodiscard]] QWidget *makeTotals();
    [[nodiscard]] QWidget *makeActions();
    [[nodiscard]] TouchButton *makeActionButton(const QString &name);
    void openMore(QWidget &under);
    void showBar();
    void showCart();
    void showTotals();
    void arrangeTotals();
    void tint(int row);
    void announce();

    const Theme &m_theme;
    TillPresenter &m_presenter;
    CartStepPresenter &m_steps;
    Clock &m_clock;
    CartListModel *m_model;
    CartDelegate *m_delegate;
    CartView *m_list;
    QFrame *m_bar;
    QLabel *m_barTitle;
    QLabel *m_barDetail;
    QLabel *m_remarks;
    QWidget *m_totals;
    class QBoxLayout *m_totalsRow;
    class QBoxLayout *m_bigTotal;
    QGridLayout *m_totalRows;
    QLabel *m_totalLabel;
    AmountLabel *m_total;
    int m_totalsHeight = 96;
    QSize m_rowsSize;
    QWidget *m_actions;
    TouchButton *m_pay;
    std::unique_ptr<Timer> m_tintTimer;
    std::unique_ptr<Timer> m_announceTimer;
    QList<std::pair<ActionList *, QString>> m_more;
};

} // namespace crema::desktop
