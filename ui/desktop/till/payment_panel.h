// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QFrame;
class QGridLayout;
class QLabel;
class QLayout;

namespace crema {
class TillPresenter;
}

namespace crema::desktop {

class AmountLabel;
class Theme;
class TouchButton;

/// Takes the place of the catalog while money is being taken: amount due, the ways to pay it, what was handed over,
/// keypad, quick cash, what is paid already.
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
    /// In a low window, or with large text, the keys have more height than there is.
    [[nodiscard]] QWidget *scrolling(QWidget *keypad) const;
    [[nodiscard]] QWidget *makeSide();
    [[nodiscard]] QLayout *makeDue();
    [[nodiscard]] QLayout *makeChoices();
    void showPayment();
    void showChoices();
    void makeQuickAmounts();
    void showQuickAmounts();

    const Theme &m_theme;
    TillPresenter &m_presenter;
    AmountLabel *m_due;
    QLabel *m_rows;
    QList<TouchButton *> m_choices;
    QFrame *m_field;
    QLabel *m_receivedLabel;
    AmountLabel *m_received;
    QGridLayout *m_quick;
};

} // namespace crema::desktop
