// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFrame;
class QGridLayout;
class QLabel;

namespace crema {
class TillPresenter;
}

namespace crema::desktop {

class AmountLabel;
class Theme;

/// Takes the place of the catalog while money is being taken: amount due, what was handed over, keypad, quick cash.
class PaymentPanel final : public QWidget
{
    Q_OBJECT

public:
    PaymentPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent = nullptr);

    /// The field that shows the entered amount; it takes the typed digits.
    [[nodiscard]] QWidget *amountField() const;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeEntry();
    [[nodiscard]] QWidget *makeTenders();
    void showPayment();
    void showQuickAmounts();

    const Theme &m_theme;
    TillPresenter &m_presenter;
    AmountLabel *m_due;
    QFrame *m_field;
    AmountLabel *m_received;
    QGridLayout *m_quick;
    QFrame *m_result;
    QLabel *m_resultLabel;
    AmountLabel *m_resultAmount;
    QLabel *m_tenderIcon;
    QLabel *m_tenderState;
    AmountLabel *m_tenderAmount;
};

} // namespace crema::desktop
