// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace crema {
class CustomerStatementPresenter;
enum class StatementFormat;
} // namespace crema

namespace crema::desktop {

class ChoiceRow;
class FormField;
class PaperView;
class Theme;
class TouchButton;

/// A customer's statement of some days: to be read, printed and saved. Not modal to the program's events: open it with
/// open(). It closes once another customer is open. The presenter outlives it.
class CustomerStatementDialog final : public QDialog
{
    Q_OBJECT

public:
    CustomerStatementDialog(const Theme &theme, CustomerStatementPresenter &statement, QWidget *window);

private:
    [[nodiscard]] QWidget *makeDays();
    void makeFeet(QVBoxLayout &column);
    [[nodiscard]] TouchButton *makeButton(const QString &name, const QString &text);
    void choose(const QString &span);
    void takeDays();
    void showState();
    void chooseFile(StatementFormat format);

    const Theme &m_theme;
    CustomerStatementPresenter &m_statement;
    ChoiceRow *m_spans;
    QLineEdit *m_first;
    QLineEdit *m_last;
    FormField *m_firstField;
    FormField *m_lastField;
    QWidget *m_days;
    QStackedWidget *m_stack;
    PaperView *m_paper;
    QLabel *m_problem;
    QLabel *m_said;
    TouchButton *m_print;
    TouchButton *m_pdf;
    TouchButton *m_csv;
};

} // namespace crema::desktop
