// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QGridLayout;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace crema {
class ShiftReportPresenter;
}

namespace crema::desktop {

class ChoiceRow;
class PaperView;
class Theme;
class TouchButton;

/// The X report of the open shift, the cash that was moved in it, and the Z reports of this register. Not modal to the
/// program's events: open it with open(). The presenter outlives it.
class ShiftReportDialog final : public QDialog
{
    Q_OBJECT

public:
    ShiftReportDialog(const Theme &theme, ShiftReportPresenter &report, QWidget *window);

private:
    void makeFeet(QVBoxLayout &column);
    [[nodiscard]] QWidget *scrolled(const char *name, const QString &label, QGridLayout *&rows);
    void choose(const QString &page);
    void showState();
    void showMoved();
    void showClosed();

    const Theme &m_theme;
    ShiftReportPresenter &m_report;
    ChoiceRow *m_pages;
    QStackedWidget *m_stack;
    PaperView *m_paper;
    QGridLayout *m_moved = nullptr;
    QGridLayout *m_closed = nullptr;
    QLabel *m_problem;
    TouchButton *m_print;
};

} // namespace crema::desktop
