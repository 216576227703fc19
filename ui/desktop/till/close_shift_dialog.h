// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QGridLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace crema {
class DrawerPresenter;
class PaymentListPresenter;
class ShiftReportPresenter;
class TillPresenter;
struct Problem;
} // namespace crema

namespace crema::desktop {

class PaperView;
class Theme;
class TouchButton;

/// Counts the drawer, by notes and coins or as one sum, closes its shift, and shows the difference and the Z report.
/// What should lie in it is told before only where the shop has it so. Not modal to the program's events: open it with
/// open(). Presenters outlive it.
class CloseShiftDialog final : public QDialog
{
    Q_OBJECT

public:
    CloseShiftDialog(const Theme &theme, DrawerPresenter &drawer, ShiftReportPresenter &report, TillPresenter &till,
                     PaymentListPresenter &payments, QWidget *window);

    /// Not between the yes and its answer, which nobody would see then.
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCount();
    [[nodiscard]] QWidget *makeQuestion();
    [[nodiscard]] QWidget *makeResult();
    [[nodiscard]] QWidget *makePieces();
    [[nodiscard]] TouchButton *makeButton(const char *name, const QString &text);
    [[nodiscard]] QString obstacle() const;
    void showFacts();
    void showPayments();
    void updateNext();
    [[nodiscard]] QList<std::int64_t> counts() const;
    void showReport();
    void followPieces();
    void followTotal();
    void ask();
    void showClosed();
    void say(const QString &text);
    static void addRow(QGridLayout &rows, QLabel *name, QLabel *value);

    const Theme &m_theme;
    DrawerPresenter &m_drawer;
    ShiftReportPresenter &m_report;
    TillPresenter &m_till;
    PaymentListPresenter &m_payments;
    QStackedWidget *m_steps;
    QLabel *m_facts;
    QLabel *m_problem;
    TouchButton *m_toPayments; ///< while online payments of this shift have to be looked after
    QList<QLineEdit *> m_pieces;
    QLineEdit *m_total;
    TouchButton *m_next;
    QLabel *m_question;
    QLabel *m_questionNote;
    TouchButton *m_close;
    QList<QLabel *> m_result; ///< counted, expected, difference
    QLabel *m_verdict;
    PaperView *m_paper;
    TouchButton *m_print;
    std::int64_t m_counted = 0;
    QString m_obstacle; ///< the one that was said last
};

} // namespace crema::desktop
