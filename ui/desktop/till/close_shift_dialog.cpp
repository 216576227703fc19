// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/close_shift_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/paper_view.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/selling/payment_list_presenter.h"
#include "ui/presenters/till/drawer_presenter.h"
#include "ui/presenters/till/shift_report_presenter.h"
#include "ui/presenters/till/till_presenter.h"

#include <QAccessible>
#include <QGridLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 560;
constexpr int pieceHeight = 36;
constexpr int mostPieces = 99'999;

} // namespace

CloseShiftDialog::CloseShiftDialog(const Theme &theme, DrawerPresenter &drawer, ShiftReportPresenter &report,
                                   TillPresenter &till, PaymentListPresenter &payments, QWidget *window)
    : QDialog(window), m_theme(theme), m_drawer(drawer), m_report(report), m_till(till), m_payments(payments),
      m_steps(new QStackedWidget), m_facts(makeText(theme, QStringLiteral("shiftFacts"), 14, QFont::Normal, "muted")),
      m_problem(makeText(theme, QStringLiteral("shiftProblem"), 14, QFont::DemiBold, "error")),
      m_toPayments(makeButton("shiftPayments", QString())), m_total(new QLineEdit),
      m_next(makeButton("shiftNext", tr("Go on"))),
      m_question(makeText(theme, QStringLiteral("shiftQuestion"), 20, QFont::DemiBold)),
      m_questionNote(makeText(theme, QStringLiteral("shiftQuestionNote"), 14, QFont::Normal)),
      m_close(makeButton("shiftClose", tr("Close the shift"))),
      m_verdict(makeText(theme, QStringLiteral("shiftVerdict"), 16, QFont::DemiBold)),
      m_paper(new PaperView(theme, QStringLiteral("shiftPaper"), tr("The Z report as it is printed"))),
      m_print(makeButton("shiftPrint", tr("Print")))
{
    setObjectName(QStringLiteral("closeShiftDialog"));
    setWindowTitle(tr("Close the shift"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_facts->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_steps->addWidget(makeCount());
    m_steps->addWidget(makeQuestion());
    m_steps->addWidget(makeResult());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    column->addWidget(m_facts);
    column->addWidget(m_steps, 1);
    column->addWidget(m_problem);
    column->addWidget(m_toPayments);
    connect(m_toPayments, &QPushButton::clicked, this, [this] {
        m_payments.show();
        reject();
    });
    connect(&payments, &PaymentListPresenter::holdingChanged, this, &CloseShiftDialog::showPayments);
    showPayments();
    connect(&drawer, &DrawerPresenter::changed, this, &CloseShiftDialog::showFacts);
    connect(&report, &ShiftReportPresenter::changed, this, &CloseShiftDialog::showReport);
    connect(&drawer, &DrawerPresenter::failed, this, [this](const Problem &problem) {
        m_steps->setCurrentIndex(0);
        say(problem.hint.isEmpty()
                ? problem.message
                : tr("%1 %2", "what happened, and what to do about it").arg(problem.message, problem.hint));
    });
    // Never taller than the window less its frame (ux.md 2.11).
    const int most = window ? window->height() - 64 : theme.scaled(640);
    const int width = window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth);
    setFixedWidth(width);
    setMaximumHeight(most);
    // As high as all pieces need where there is room for them; a scroll area asks for less.
    const auto *pieces = findChild<QScrollArea *>(QStringLiteral("shiftPieces"));
    const int rest = sizeHint().height() - pieces->sizeHint().height();
    resize(width, std::min(most, rest + pieces->widget()->sizeHint().height() + 2));
    showFacts();
    followTotal();
    (m_pieces.isEmpty() ? m_total : m_pieces.first())->setFocus();
}

TouchButton *CloseShiftDialog::makeButton(const char *name, const QString &text)
{
    auto *button = new TouchButton(m_theme, QString::fromLatin1(name));
    button->setText(text);
    button->setAccessibleName(text);
    button->setTextSize(16, QFont::Medium);
    button->setMinimumHeight(48);
    button->setAutoDefault(false); // Enter in a field presses none
    return button;
}

QWidget *CloseShiftDialog::makeCount()
{
    auto *page = new QWidget;
    auto *hint = makeText(m_theme, QStringLiteral("shiftCountHint"), 14, QFont::Normal);
    hint->setWordWrap(true);
    hint->setText(tr("Count all the cash in the drawer, by notes and coins or as one sum."));
    auto *label = makeText(m_theme, QStringLiteral("shiftTotalLabel"), 14, QFont::Medium);
    label->setText(tr("Counted cash"));
    label->setBuddy(m_total);
    m_total->setObjectName(QStringLiteral("shiftTotal"));
    m_total->setAccessibleName(tr("Counted cash"));
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_next->setKind("primary");
    auto *back = makeButton("shiftBack", tr("Back"));
    auto *sum = new QHBoxLayout;
    sum->setSpacing(16);
    sum->addWidget(label);
    sum->addWidget(m_total, 1);
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(back);
    feet->addStretch(1);
    feet->addWidget(m_next);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(hint);
    column->addWidget(makePieces(), 1);
    column->addLayout(sum);
    column->addLayout(feet);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &CloseShiftDialog::ask);
    connect(m_total, &QLineEdit::textEdited, this, &CloseShiftDialog::followTotal);
    connect(m_total, &QLineEdit::returnPressed, this, &CloseShiftDialog::ask);
    return page;
}

QWidget *CloseShiftDialog::makePieces()
{
    const QStringList names = m_drawer.pieceTexts();
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("settingsBody"));
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(4, 4, 4, 4);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    const int half = static_cast<int>((names.size() + 1) / 2);
    for (int i = 0; i < names.size(); ++i) {
        auto *name = makeText(m_theme, QStringLiteral("shiftPieceLabel%1").arg(i), 16, QFont::Medium);
        name->setText(tr("%1 ×", "a note or coin, before how many of it there are").arg(names.at(i)));
        name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *count = new QLineEdit;
        count->setObjectName(QStringLiteral("shiftPiece%1").arg(i));
        count->setAccessibleName(tr("How many of %1").arg(names.at(i)));
        count->setProperty("role", QStringLiteral("filter"));
        count->setFixedHeight(m_theme.scaled(pieceHeight));
        count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        count->setValidator(new QIntValidator(0, mostPieces, count));
        name->setBuddy(count);
        connect(count, &QLineEdit::textEdited, this, &CloseShiftDialog::followPieces);
        connect(count, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
        grid->addWidget(name, i % half, i / half * 2);
        grid->addWidget(count, i % half, i / half * 2 + 1);
        m_pieces.append(count);
        grid->setRowMinimumHeight(i % half, m_theme.scaled(pieceHeight)); // the style sheet takes that of the fields
    }
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("shiftPieces"));
    scroll->setAccessibleName(tr("Notes and coins"));
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(std::min(body->sizeHint().height(), m_theme.scaled(180)));
    scroll->setVisible(!names.isEmpty());
    return scroll;
}

QWidget *CloseShiftDialog::makeQuestion()
{
    auto *page = new QWidget;
    m_question->setWordWrap(true);
    m_questionNote->setWordWrap(true);
    m_close->setKind("primary");
    auto *again = makeButton("shiftCountAgain", tr("Count again"));
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(again);
    feet->addStretch(1);
    feet->addWidget(m_close);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_question);
    column->addWidget(m_questionNote);
    column->addStretch(1);
    column->addLayout(feet);
    connect(again, &QPushButton::clicked, this, [this] { m_steps->setCurrentIndex(0); });
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_close->setEnabled(false);
        m_drawer.close(m_counted, counts());
    });
    return page;
}

QWidget *CloseShiftDialog::makeResult()
{
    auto *page = new QWidget;
    auto *title = makeText(m_theme, QStringLiteral("shiftClosedTitle"), 20, QFont::DemiBold);
    title->setText(tr("The shift is closed."));
    auto *rows = new QGridLayout;
    rows->setVerticalSpacing(8);
    for (const QString &name : {tr("Counted"), tr("Expected"), tr("Difference")}) {
        const auto row = m_result.size();
        auto *label = makeText(m_theme, QStringLiteral("shiftResultLabel%1").arg(row), 16, QFont::Normal, "muted");
        label->setText(name);
        auto *value = makeText(m_theme, QStringLiteral("shiftResult%1").arg(row), 16, QFont::DemiBold);
        addRow(*rows, label, value);
        m_result.append(value);
    }
    m_verdict->setWordWrap(true);
    auto *done = makeButton("shiftDone", tr("Done"));
    done->setKind("primary");
    auto *feet = new QHBoxLayout;
    feet->addWidget(m_print);
    feet->addStretch(1);
    feet->addWidget(done);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(title);
    column->addLayout(rows);
    column->addWidget(m_verdict);
    column->addWidget(m_paper, 1);
    column->addLayout(feet);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_print, &QPushButton::clicked, &m_report, &ShiftReportPresenter::print);
    return page;
}

void CloseShiftDialog::addRow(QGridLayout &rows, QLabel *name, QLabel *value)
{
    const int row = rows.rowCount();
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    rows.addWidget(name, row, 0);
    rows.addWidget(value, row, 1);
}

// What stands in the way of counting; empty when nothing does.
QString CloseShiftDialog::obstacle() const
{
    if (!m_drawer.drawer())
        return tr("No shift is open.");
    if (m_till.mode() == TillMode::ChangeDue || m_till.lines().isEmpty())
        return {};
    return tr("A sale is in the cart. Finish it or take its lines out first.");
}

void CloseShiftDialog::showFacts()
{
    if (m_drawer.closed()) {
        showClosed();
        return;
    }
    const std::optional<DrawerView> drawer = m_drawer.drawer();
    m_facts->setVisible(drawer.has_value());
    if (drawer && drawer->saleCount && !drawer->floatText.isEmpty()) {
        m_facts->setText(tr("Open since %1 · Float %2 · %n sales", nullptr, static_cast<int>(*drawer->saleCount))
                             .arg(drawer->openedText, drawer->floatText));
    } else if (drawer) {
        m_facts->setText(tr("Open since %1").arg(drawer->openedText));
    }
    if (drawer && !drawer->expectedText.isEmpty())
        m_facts->setText(tr("%1 · Expected %2", "when it was opened, and what should be in it")
                             .arg(m_facts->text(), drawer->expectedText));
    m_close->setEnabled(!m_drawer.isClosing());
    updateNext();
    // Whatever else was said stays to be read.
    if (const QString present = obstacle(); present != m_obstacle)
        say(m_obstacle = present);
}

// The shift does not close over them: whoever counts hears of it before.
void CloseShiftDialog::showPayments()
{
    const int count = m_drawer.closed() ? 0 : m_payments.holdingHere();
    m_toPayments->setVisible(count > 0);
    const QString text = tr("Look after %n online payments first", nullptr, count);
    m_toPayments->setText(text);
    m_toPayments->setAccessibleName(text);
}

void CloseShiftDialog::updateNext()
{
    m_next->setEnabled(!m_total->text().trimmed().isEmpty() && obstacle().isEmpty());
}

void CloseShiftDialog::reject()
{
    if (!m_drawer.isClosing())
        QDialog::reject();
}

void CloseShiftDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (isEnter && button && button != m_close && !event->isAutoRepeat())
        button->click();
    else
        QDialog::keyPressEvent(event);
}

QList<std::int64_t> CloseShiftDialog::counts() const
{
    QList<std::int64_t> counts;
    for (const QLineEdit *count : std::as_const(m_pieces))
        counts.append(count->text().toLongLong());
    return counts;
}

void CloseShiftDialog::followPieces()
{
    const Result<std::int64_t> sum = m_drawer.sumOf(counts());
    m_total->setText(sum ? m_drawer.typedTotal(*sum) : QString());
    updateNext();
    say(sum ? obstacle() : sum.error().message);
}

// A sum that was typed is no longer the one of the pieces.
void CloseShiftDialog::followTotal()
{
    for (QLineEdit *count : std::as_const(m_pieces))
        count->clear();
    updateNext();
    say(obstacle());
}

void CloseShiftDialog::ask()
{
    if (!m_next->isEnabled())
        return;
    const Result<std::int64_t> counted = m_drawer.readTotal(m_total->text());
    if (!counted) {
        say(counted.error().message);
        m_total->setFocus();
        return;
    }
    m_counted = *counted;
    say({});
    m_question->setText(tr("Close the shift with %1 in the drawer?").arg(m_drawer.amountText(m_counted)));
    const std::optional<DrawerView> drawer = m_drawer.drawer();
    m_questionNote->setText(drawer && !drawer->expectedText.isEmpty()
                                ? tr("A closed shift stays closed. Expected is %1.").arg(drawer->expectedText)
                                : tr("A closed shift stays closed. What was expected is shown afterwards."));
    m_steps->setCurrentIndex(1);
    findChild<QPushButton *>(QStringLiteral("shiftCountAgain"))->setFocus();
}

void CloseShiftDialog::showClosed()
{
    const ClosedDrawerView &closed = *m_drawer.closed();
    m_facts->hide();
    showPayments();
    say({});
    m_result.at(0)->setText(closed.countedText);
    m_result.at(1)->setText(closed.expectedText);
    m_result.at(2)->setText(closed.differenceText);
    m_verdict->setText(closed.verdict);
    showReport();
    m_steps->setCurrentIndex(2);
    findChild<QPushButton *>(QStringLiteral("shiftDone"))->setFocus();
    setAccessibleDescription(closed.verdict);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

// The Z of the shift that was closed; it is stored already.
void CloseShiftDialog::showReport()
{
    if (!m_drawer.closedTotals())
        return;
    m_paper->showPaper(m_report.reportText(PaperView::columns));
    m_print->setVisible(m_report.canPrint());
}

void CloseShiftDialog::say(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

} // namespace crema::desktop
