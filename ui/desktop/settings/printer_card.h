// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;

namespace crema {
class PrinterPresenter;
class PrintPresenter;
} // namespace crema

namespace crema::desktop {

class ChoiceBox;
class FormField;
class MessageStrip;
class Theme;
class TouchButton;

/// The receipt printer of this computer: where it is, which kind, a page to try it, and what waits for it.
class PrinterCard final : public QFrame
{
    Q_OBJECT

public:
    PrinterCard(const Theme &theme, PrinterPresenter &presenter, PrintPresenter &printing, QWidget *parent = nullptr);

private:
    void build(PrintPresenter &printing);
    void save();
    void showPrinter();
    void showAnswer();

    const Theme &m_theme;
    PrinterPresenter &m_presenter;
    QLineEdit *m_address;
    ChoiceBox *m_profile;
    QLineEdit *m_columns;
    FormField *m_addressField;
    FormField *m_profileField;
    FormField *m_columnsField;
    TouchButton *m_save;
    TouchButton *m_test;
    MessageStrip *m_message;
};

} // namespace crema::desktop
