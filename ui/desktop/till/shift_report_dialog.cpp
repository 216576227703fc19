// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/shift_report_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/paper_view.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/shift_report_presenter.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 560;
constexpr int dialogHeight = 640;

const QString xPage = QStringLiteral("x");
const QString movedPage = QStringLiteral("moved");
const QString closedPage = QStringLiteral("closed");

void empty(QGridLayout &rows)
{
    while (QLayoutItem *item = rows.takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

ShiftReportDialog::ShiftReportDialog(const Theme &theme, ShiftReportPresenter &report, QWidget *window)
    : QDialog(window), m_theme(theme), m_report(report),
      m_pages(new ChoiceRow(theme, QStringLiteral("reportPages"), tr("What is shown"))), m_stack(new QStackedWidget),
      m_paper(new PaperView(theme, QStringLiteral("reportPaper"), tr("The report as it is printed"))),
      m_problem(makeText(theme, QStringLiteral("reportProblem"), 16, QFont::Normal, "muted")),
      m_print(new TouchButton(theme, QStringLiteral("reportPrint")))
{
    setObjectName(QStringLiteral("shiftReportDialog"));
    setWindowTitle(tr("The shift so far"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_pages->addChoice(xPage, tr("X report"));
    m_pages->addChoice(movedPage, tr("Cash moved"));
    m_pages->addChoice(closedPage, tr("Z reports"));
    m_pages->setCurrent(xPage);
    m_problem->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_stack->addWidget(m_paper);
    m_stack->addWidget(scrolled("reportMoved", tr("Cash moved"), m_moved));
    m_stack->addWidget(scrolled("reportClosed", tr("Z reports"), m_closed));
    m_stack->addWidget(m_problem);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    column->addWidget(m_pages);
    column->addWidget(m_stack, 1);
    makeFeet(*column);
    connect(m_pages, &ChoiceRow::chosen, this, &ShiftReportDialog::choose);
    connect(&report, &ShiftReportPresenter::changed, this, &ShiftReportDialog::showState);
    const QSize size(theme.scaled(dialogWidth), theme.scaled(dialogHeight));
    resize(window ? size.boundedTo(window->size() - QSize(48, 64)) : size);
    showState();
}

QWidget *ShiftReportDialog::scrolled(const char *name, const QString &label, QGridLayout *&rows)
{
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("settingsBody"));
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(4, 4, 4, 4);
    rows = new QGridLayout;
    rows->setHorizontalSpacing(16);
    rows->setVerticalSpacing(8);
    column->addLayout(rows);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QString::fromLatin1(name));
    scroll->setAccessibleName(label);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

void ShiftReportDialog::makeFeet(QVBoxLayout &column)
{
    auto *done = new TouchButton(m_theme, QStringLiteral("reportDone"));
    done->setText(tr("Done"));
    m_print->setText(tr("Print"));
    m_print->setIconName(QStringLiteral("printer"));
    for (TouchButton *button : {done, m_print}) {
        button->setAccessibleName(button->text());
        button->setTextSize(16, QFont::Medium);
        button->setMinimumHeight(qMax(48, m_theme.scaled(44)));
    }
    done->setKind("primary");
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(m_print);
    feet->addStretch(1);
    feet->addWidget(done);
    column.addLayout(feet);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_print, &QPushButton::clicked, &m_report, &ShiftReportPresenter::print);
}

void ShiftReportDialog::choose(const QString &page)
{
    if (page == movedPage)
        m_report.showMoved();
    else if (page == closedPage)
        m_report.showClosed();
    else
        m_report.showX();
}

void ShiftReportDialog::showState()
{
    m_print->setVisible(m_report.page() == ShiftPage::Report && m_report.canPrint());
    if (m_report.isReading())
        return; // what was there stays until the answer comes
    const QString &problem = m_report.problemText();
    m_problem->setText(problem);
    if (!problem.isEmpty()) {
        m_stack->setCurrentWidget(m_problem);
    } else if (m_report.page() == ShiftPage::Moved) {
        showMoved();
    } else if (m_report.page() == ShiftPage::Closed) {
        showClosed();
    } else {
        m_paper->showPaper(m_report.reportText(PaperView::columns));
        m_stack->setCurrentWidget(m_paper);
    }
}

void ShiftReportDialog::showMoved()
{
    empty(*m_moved);
    m_moved->setColumnStretch(1, 1);
    const QList<MovedCashRow> &rows = m_report.movedRows();
    for (int i = 0; i < rows.size(); ++i) {
        const auto cell = [&](const char *name, const QString &text, const char *tone) {
            QLabel *label =
                makeText(m_theme, QStringLiteral("%1%2").arg(QLatin1String(name)).arg(i), 14, QFont::Normal, tone);
            label->setText(text);
            label->setWordWrap(true);
            return label;
        };
        QLabel *amount = cell("movedAmount", rows.at(i).amountText, "");
        amount->setWordWrap(false);
        amount->setAlignment(Qt::AlignRight | Qt::AlignTop);
        QLabel *time = cell("movedTime", rows.at(i).timeText, "muted");
        time->setWordWrap(false);
        m_moved->addWidget(time, 2 * i, 0);
        m_moved->addWidget(cell("movedKind", rows.at(i).kindText, ""), 2 * i, 1);
        m_moved->addWidget(amount, 2 * i, 2);
        m_moved->addWidget(cell("movedAbout", rows.at(i).aboutText, "muted"), 2 * i + 1, 1, 1, 2);
    }
    m_stack->setCurrentIndex(1);
}

void ShiftReportDialog::showClosed()
{
    empty(*m_closed);
    const QList<ClosedShiftRow> &rows = m_report.closedRows();
    for (int i = 0; i < rows.size(); ++i) {
        const ClosedShiftRow &row = rows.at(i);
        auto *button = new TouchButton(m_theme, QStringLiteral("closedShift%1").arg(i));
        button->setText(tr("%1 · %2", "a report, and its day").arg(row.titleText, row.dayText));
        button->setSecondLine(row.differenceText.isEmpty()
                                  ? tr("Sales %1").arg(row.salesText)
                                  : tr("Sales %1 · Difference %2").arg(row.salesText, row.differenceText));
        button->setAccessibleName(button->text());
        button->setArrangement(TouchButton::Arrangement::Leading);
        button->setTextSize(16, QFont::Medium);
        button->setMinimumHeight(qMax(56, m_theme.scaled(56)));
        connect(
            button, &QPushButton::clicked, this, [this, i] { m_report.openZ(i); }, Qt::QueuedConnection);
        m_closed->addWidget(button, i, 0);
    }
    m_stack->setCurrentIndex(2);
}

} // namespace crema::desktop
