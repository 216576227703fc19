// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace crema {
class TillPresenter;
struct AmountRow;
} // namespace crema

namespace crema::desktop {

class AmountLabel;
class Theme;
class TouchButton;

/// In the place of the payment where money goes back, or nothing does: how much, by which way, and how it comes about.
/// The button of the cart records it. Theme and presenter outlive it.
class PayBackPanel final : public QWidget
{
    Q_OBJECT

public:
    PayBackPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent = nullptr);

private:
    void showPayment();
    void addAmount(const AmountRow &row, QFont::Weight weight, const char *tone);

    const Theme &m_theme;
    TillPresenter &m_presenter;
    QLabel *m_title;
    AmountLabel *m_amount;
    QGridLayout *m_rows;
    QLabel *m_hint;
    TouchButton *m_pay;
};

} // namespace crema::desktop
