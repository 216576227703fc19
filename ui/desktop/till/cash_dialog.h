// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;

namespace crema {
class CashMovementPresenter;
}

namespace crema::desktop {

class ChoiceRow;
class FormField;
class Theme;
class TouchButton;
class WrapLayout;

/// Cash in or out, a safe drop, or the drawer opened for nothing: how much and why. It closes when it is recorded. Not
/// modal to the program's events: open it with open(). The presenter outlives it.
class CashDialog final : public QDialog
{
    Q_OBJECT

public:
    CashDialog(const Theme &theme, CashMovementPresenter &cash, QWidget *window);

    /// Not between the press and its answer, which nobody would see then.
    void reject() override;

private:
    void makeFields();
    void makeFeet();
    void showKind();
    void showReasons();
    void showState();
    void record();

    const Theme &m_theme;
    CashMovementPresenter &m_cash;
    ChoiceRow *m_kind;
    QLineEdit *m_amount;
    QLineEdit *m_reason;
    QLineEdit *m_note;
    FormField *m_amountField = nullptr;
    FormField *m_reasonField = nullptr;
    FormField *m_noteField = nullptr;
    QWidget *m_reasons;
    WrapLayout *m_reasonRow;
    QStringList m_shownReasons;
    QLabel *m_problem;
    TouchButton *m_record;
};

} // namespace crema::desktop
