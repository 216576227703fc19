// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;

namespace crema {
class GiftCardPresenter;
}

namespace crema::desktop {

class FormField;
class Theme;
class TouchButton;

/// A gift card is sold, loaded or looked at: a code that is scanned or typed, an amount, and how it is paid. After a
/// sale it shows the code until it is closed. Not modal to the program's events: open it with open(). The presenter
/// outlives it.
class GiftCardDialog final : public QDialog
{
    Q_OBJECT

public:
    GiftCardDialog(const Theme &theme, GiftCardPresenter &cards, QWidget *window);

    /// Not between the press and its answer, which nobody would see then.
    void reject() override;

private:
    TouchButton *makeButton(const QString &name, const QString &text);
    void makeFields();
    void makeFeet();
    void showState();
    void showSold(const QString &said);
    void look();

    const Theme &m_theme;
    GiftCardPresenter &m_cards;
    QLineEdit *m_code;
    QLineEdit *m_amount;
    FormField *m_codeField = nullptr;
    FormField *m_amountField = nullptr;
    QLabel *m_card;
    QLabel *m_soldCode;
    QLabel *m_problem;
    TouchButton *m_back;
    TouchButton *m_byCard;
    TouchButton *m_inCash;
};

} // namespace crema::desktop
