// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/return_panel.h"

#include "ui/desktop/sales/return_dialog.h"
#include "ui/desktop/sales/return_done_panel.h"
#include "ui/desktop/sales/return_line_row.h"
#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/selling/return_presenter.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>

#include <array>

namespace crema::desktop {

namespace {

constexpr int payHeight = 64;
constexpr int payWidth = 280;
struct WayWord {
    RefundTo way;
    const char *id;
    const char *icon;
};

constexpr std::array wayWords{WayWord{RefundTo::Original, "original", "repeat"},
                              WayWord{RefundTo::Cash, "cash", "cash"}, WayWord{RefundTo::StoreCredit, "credit", "user"},
                              WayWord{RefundTo::GiftCard, "gift", "gift"}};

} // namespace

ReturnPanel::ReturnPanel(const Theme &theme, ReturnPresenter &presenter, PrintPresenter &printing, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_header(new PageHeader(theme, QStringLiteral("returnHeader"))),
      m_everything(new TouchButton(theme, QStringLiteral("returnEverything"))),
      m_lines(new Card(theme, QStringLiteral("returnLines"), tr("What comes back"))),
      m_sums(new Card(theme, QStringLiteral("returnSums"), tr("Paid back"))),
      m_to(new ChoiceRow(theme, QStringLiteral("returnTo"), tr("How it is paid back"))), m_scroll(new QScrollArea),
      m_message(makeText(theme, QStringLiteral("returnMessage"), 14, QFont::Medium)),
      m_exchange(new TouchButton(theme, QStringLiteral("returnExchange"))),
      m_pay(new TouchButton(theme, QStringLiteral("returnPay"))),
      m_empty(new EmptyState(theme, QStringLiteral("returnEmpty"))),
      m_done(new ReturnDonePanel(theme, presenter, printing)), m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("returnPanel"));
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    m_stack->addWidget(makeChoosing());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_done);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    m_everything->setText(tr("Everything left"));
    m_everything->setAccessibleName(tr("Take everything back that is left"));
    m_header->addAction(m_everything);
    connect(m_everything, &QPushButton::clicked, &presenter, &ReturnPresenter::takeEverything);
    connect(m_header, &PageHeader::parentChosen, &presenter, &ReturnPresenter::close);
    connect(m_empty, &EmptyState::actionChosen, &presenter, &ReturnPresenter::close);
    connect(&presenter, &ReturnPresenter::stepChanged, this, &ReturnPanel::followStep);
    connect(&presenter, &ReturnPresenter::changed, this, &ReturnPanel::showState);
    connect(&theme, &Theme::changed, this, &ReturnPanel::showState);
}

QWidget *ReturnPanel::makeChoosing()
{
    for (const WayWord &word : wayWords)
        m_to->addChoice(QString::fromLatin1(word.id), ReturnPresenter::wayName(word.way),
                        QString::fromLatin1(word.icon));
    connect(m_to, &ChoiceRow::chosen, this, [this](const QString &id) {
        for (const WayWord &word : wayWords) {
            if (id == QLatin1String(word.id))
                m_presenter.setRefundTo(word.way);
        }
    });
    m_sums->addRow(m_to);
    auto *content = new QWidget;
    content->setProperty("role", QStringLiteral("page"));
    auto *cards = new QVBoxLayout(content);
    cards->setContentsMargins(16, 4, 16, 16);
    cards->setSpacing(16);
    cards->addWidget(m_lines);
    cards->addWidget(m_sums);
    cards->addStretch(1);
    m_scroll->setObjectName(QStringLiteral("returnScroll"));
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_scroll, 1);
    column->addWidget(makeFoot());
    return page;
}

QWidget *ReturnPanel::makeFoot()
{
    m_message->setWordWrap(true);
    m_pay->setKind("primary");
    m_pay->setTextSize(18, QFont::DemiBold);
    m_pay->setMinimumHeight(m_theme.scaled(payHeight));
    m_pay->setMinimumWidth(m_theme.scaled(payWidth));
    connect(m_pay, &QPushButton::clicked, this, &ReturnPanel::ask);
    m_exchange->setTextSize(16, QFont::Medium);
    m_exchange->setMinimumHeight(m_theme.scaled(payHeight));
    m_exchange->setText(tr("Exchange"));
    m_exchange->setAccessibleName(tr("Exchange: sell something else for it"));
    connect(m_exchange, &QPushButton::clicked, &m_presenter, &ReturnPresenter::exchange);
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 8, 16, 16);
    row->setSpacing(16);
    row->addWidget(m_message, 1);
    row->addWidget(m_exchange);
    row->addWidget(m_pay);
    return foot;
}

void ReturnPanel::setBeside(bool beside)
{
    m_header->setEdge(beside ? 24 : 16);
}

void ReturnPanel::followStep()
{
    showState();
    if (m_presenter.step() != ReturnStep::Closed && isVisible())
        focusStart();
}

void ReturnPanel::focusStart()
{
    if (m_presenter.step() == ReturnStep::Done)
        m_done->focusDone();
    else if (m_presenter.isRead() && !m_rows.isEmpty())
        m_rows.first()->focusQuantity();
}

void ReturnPanel::showState()
{
    if (m_presenter.step() == ReturnStep::Closed)
        return;
    const bool isDone = m_presenter.step() == ReturnStep::Done;
    m_header->setTitle(isDone ? m_presenter.done().number : tr("Return of %1").arg(m_presenter.number()));
    m_header->setParentPlace(tr("Sale"));
    m_everything->setVisible(!isDone && m_presenter.isRead());
    m_everything->setEnabled(m_presenter.hasLeft() && !m_presenter.isRecording());
    if (isDone) {
        m_stack->setCurrentWidget(m_done);
        return;
    }
    if (!m_presenter.isRead() && m_presenter.problem()) {
        m_empty->showState(QStringLiteral("search"), m_presenter.problem()->message, m_presenter.problem()->hint);
        m_empty->setAction(tr("Back to the sale"), "plain");
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentIndex(0);
    showLines();
    showSums();
}

void ReturnPanel::showLines()
{
    const QList<ReturnLineView> lines = m_presenter.lines();
    if (m_shown != m_presenter.number() || lines.size() != m_rows.size()) {
        for (ReturnLineRow *row : std::as_const(m_rows)) {
            row->hide();
            row->deleteLater();
        }
        m_rows.clear();
        m_shown = m_presenter.number();
        for (int row = 0; row < lines.size(); ++row) {
            m_rows.append(new ReturnLineRow(m_theme, m_presenter, row));
            m_lines->addRow(m_rows.last());
            m_rows.last()->show(); // now, so that it can take the focus
        }
        if (!m_rows.isEmpty() && isVisible())
            m_rows.first()->focusQuantity();
    }
    for (int row = 0; row < lines.size(); ++row)
        m_rows.at(row)->showLine(lines.at(row));
    m_lines->setEnabled(!m_presenter.isRecording());
}

void ReturnPanel::showSums()
{
    const std::optional<ReturnSums> &sums = m_presenter.sums();
    const QList<RefundTo> ways = m_presenter.ways();
    m_to->setVisible(ways.size() > 1);
    for (const WayWord &word : wayWords) {
        m_to->setOffered(QString::fromLatin1(word.id), ways.contains(word.way));
        if (word.way == m_presenter.refundTo())
            m_to->setCurrent(QString::fromLatin1(word.id));
    }
    m_to->setEnabled(!m_presenter.isRecording());
    QGridLayout *grid = m_sums->emptied(QStringLiteral("returnSumRows"));
    grid->setColumnStretch(0, 1);
    if (sums) {
        for (const AmountRow &row : sums->rows)
            addAmount(*grid, row, 14, "muted");
        for (const AmountRow &row : sums->payments)
            addAmount(*grid, row, 14, "");
        addAmount(*grid, {tr("Paid back"), sums->totalText}, 20, "");
    } else {
        addAmount(*grid, {tr("Nothing yet"), QString()}, 14, "muted");
    }
    const QString yes = m_presenter.question().yes;
    m_pay->setText(sums ? yes : tr("Pay back"));
    m_pay->setAccessibleName(m_pay->text());
    const QString obstacle = m_presenter.obstacle();
    m_pay->setEnabled(obstacle.isEmpty());
    m_pay->setAccessibleDescription(obstacle);
    m_exchange->setEnabled(obstacle.isEmpty());
    m_exchange->setAccessibleDescription(obstacle);
    const std::optional<Problem> &problem = m_presenter.problem();
    m_message->setText(
        !problem ? obstacle
        : problem->hint.isEmpty()
            ? problem->message
            : tr("%1 %2", "what happened, and what to do about it").arg(problem->message, problem->hint));
    restyle(*m_message, "tone", problem ? QStringLiteral("error") : QStringLiteral("muted"));
}

void ReturnPanel::addAmount(QGridLayout &grid, const AmountRow &row, int px, const char *tone)
{
    const int at = grid.rowCount();
    const QFont::Weight weight = px > 14 ? QFont::DemiBold : QFont::Normal;
    QLabel *label = makeText(m_theme, QStringLiteral("returnSum%1").arg(at), px, weight, tone);
    label->setText(row.label);
    auto *amount = new AmountLabel;
    amount->setText(row.amountText);
    amount->setFont(m_theme.font(px, weight));
    amount->setAlignment(Qt::AlignRight);
    amount->setProperty("tone", QString::fromLatin1(tone));
    amount->setMinimumWidth(amount->sizeHint().width());
    grid.addWidget(label, at, 0);
    grid.addWidget(amount, at, 1, Qt::AlignRight);
}

void ReturnPanel::ask()
{
    if (m_presenter.obstacle().isEmpty())
        (new ReturnDialog(m_theme, m_presenter, window()))->open();
}

} // namespace crema::desktop
