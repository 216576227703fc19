// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace crema {
class TillPresenter;
}

namespace crema::desktop {

class FormField;
class Theme;
class TouchButton;

/// What is noted beside the amount that is paid next: the tip, and of a card what its slip says. Not modal to the
/// program's events: open it with open(). The presenter outlives it.
class SlipDialog final : public QDialog
{
    Q_OBJECT

public:
    SlipDialog(const Theme &theme, TillPresenter &till, QWidget *window);

private:
    void makeTip(QVBoxLayout &column);
    void makeSlip(QVBoxLayout &column);
    void makeFeet(QVBoxLayout &column);
    [[nodiscard]] TouchButton *makeButton(const QString &name, const QString &text);
    void note();

    const Theme &m_theme;
    TillPresenter &m_till;
    QLineEdit *m_tip = nullptr; ///< null: this place takes no tips
    FormField *m_tipField = nullptr;
    QLineEdit *m_brand = nullptr; ///< null: it is no card
    QLineEdit *m_reference = nullptr;
};

} // namespace crema::desktop
