// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/payment_detail_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/selling/payment_list_presenter.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {
namespace {

constexpr int nameWidth = 168;
constexpr int widest = 720;
constexpr qsizetype longestBeside = 24;

} // namespace

PaymentDetailPanel::PaymentDetailPanel(const Theme &theme, PaymentListPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_header(new PageHeader(theme, QStringLiteral("paymentHeader"))),
      m_badge(new Badge(theme, QStringLiteral("paymentBadge"))),
      m_state(new Card(theme, QStringLiteral("paymentState"), tr("How it stands"))),
      m_sentence(text({}, QFont::Normal)), m_question(new Card(theme, QStringLiteral("paymentQuestion"), {})),
      m_meaning(text({}, QFont::Normal, "muted")), m_reason(new QLineEdit),
      m_reasonField(new FormField(theme, QStringLiteral("payment_reason"), tr("Why, for the others"), m_reason)),
      m_settle(new TouchButton(theme, QStringLiteral("paymentSettle"))),
      m_facts(new Card(theme, QStringLiteral("paymentFacts"), tr("What is known of it"))), m_content(new QWidget),
      m_scroll(new QScrollArea), m_empty(new EmptyState(theme, QStringLiteral("paymentEmpty"))),
      m_stack(new QStackedWidget), m_problemRow(new QWidget), m_problem(new MessageStrip(theme))
{
    setObjectName(QStringLiteral("paymentDetail"));
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    m_sentence->setObjectName(QStringLiteral("paymentSentence"));
    build();
    connect(m_header, &PageHeader::parentChosen, &presenter, &PaymentListPresenter::close);
    connect(m_empty, &EmptyState::actionChosen, &presenter, &PaymentListPresenter::close);
    connect(&presenter, &PaymentListPresenter::detailChanged, this, &PaymentDetailPanel::showDetail);
    connect(&presenter, &PaymentListPresenter::listChanged, this, &PaymentDetailPanel::showProblem);
    connect(m_problem, &MessageStrip::dismissed, &presenter, &PaymentListPresenter::dropComplaint);
    connect(&theme, &Theme::changed, this, &PaymentDetailPanel::showDetail);
    showDetail();
    showProblem();
}

void PaymentDetailPanel::addButton(const char *action, const QString &text)
{
    const QString id = QString::fromLatin1(action);
    auto *made = new TouchButton(m_theme, id + QStringLiteral(".button"));
    Action &declared = *m_presenter.actions().find(id);
    made->setAction(declared);
    // What cannot be done to it is no offer.
    const auto show = [made, text, &declared] {
        made->setText(text);
        made->setVisible(declared.isEnabled());
    };
    connect(&declared, &Action::changed, made, show);
    m_header->addAction(made);
    show();
}

void PaymentDetailPanel::buildQuestion()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *leave = new TouchButton(m_theme, QStringLiteral("paymentLeave"));
    leave->setText(tr("Cancel"));
    for (TouchButton *button : {m_settle, leave})
        button->setMinimumHeight(m_theme.controlHeight());
    m_settle->setKind("primary");
    m_reason->setMaxLength(PaymentIntent::longestReason);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_settle);
    line->addWidget(leave);
    line->addStretch(1);
    column->addWidget(m_meaning);
    column->addWidget(m_reasonField);
    column->addLayout(line);
    m_question->addRow(body);
    m_question->hide();
    connect(leave, &QPushButton::clicked, &m_presenter, &PaymentListPresenter::dropQuestion);
    connect(m_settle, &QPushButton::clicked, this, [this] { m_presenter.settle(m_reason->text()); });
    connect(
        m_reason, &QLineEdit::returnPressed, this, [this] { m_presenter.settle(m_reason->text()); },
        Qt::QueuedConnection);
}

void PaymentDetailPanel::build()
{
    m_header->addBesideTitle(m_badge);
    addButton("payments.sale", tr("Open the sale"));
    addButton("payments.cancel", tr("Cancel it"));
    addButton("payments.nothing", tr("Nothing was taken"));
    addButton("payments.paid", tr("It was paid"));
    addButton("payments.give-back", tr("Give back"));
    buildQuestion();
    m_state->addRow(m_sentence);
    auto *cards = new QVBoxLayout;
    cards->setSpacing(16);
    for (Card *card : {m_question, m_state, m_facts}) {
        card->setMaximumWidth(m_theme.scaled(widest));
        cards->addWidget(card);
    }
    cards->addStretch(1);
    m_content->setProperty("role", QStringLiteral("page"));
    m_content->setLayout(cards);
    m_scroll->setObjectName(QStringLiteral("paymentDetailScroll"));
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    auto *shown = new QWidget;
    auto *column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
    m_problemRow->setObjectName(QStringLiteral("paymentProblem"));
    auto *problemRow = new QHBoxLayout(m_problemRow);
    problemRow->setContentsMargins(16, 8, 16, 0);
    problemRow->addWidget(m_problem);
    m_problem->setAnswers({}, tr("Close"));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_problemRow);
    all->addWidget(m_stack, 1);
}

void PaymentDetailPanel::setBeside(bool beside)
{
    const int edge = beside ? 24 : 16;
    m_header->setParentPlace(beside ? QString() : tr("Online payments"));
    m_header->setEdge(edge);
    m_content->layout()->setContentsMargins(edge, 4, edge, 16);
}

void PaymentDetailPanel::focusPayment()
{
    m_scroll->setFocus();
}

QLabel *PaymentDetailPanel::text(const QString &words, QFont::Weight weight, const char *tone) const
{
    QLabel *label = makeText(m_theme, QString(), 14, weight, tone);
    label->setText(words);
    label->setWordWrap(true);
    return label;
}

void PaymentDetailPanel::showDetail()
{
    if (m_presenter.detail()) {
        showPayment(*m_presenter.detail());
        showQuestion();
        m_stack->setCurrentIndex(1);
        return;
    }
    if (m_presenter.openId().isEmpty()) {
        m_empty->showState(QStringLiteral("link"), tr("Choose a payment"),
                           tr("How it stands and what can be done about it stand here."));
        m_empty->setAction({});
    } else {
        m_empty->showState(QStringLiteral("search"), tr("This payment is not known here"),
                           tr("It may not have arrived yet."));
        m_empty->setAction(tr("Back to all payments"), "plain");
    }
    m_stack->setCurrentIndex(0);
}

// Of a payment that is open; without one it is told over the list.
void PaymentDetailPanel::showProblem()
{
    const std::optional<TillMessage> &complaint = m_presenter.complaint();
    const bool isTold = complaint && !m_presenter.openId().isEmpty();
    m_problemRow->setVisible(isTold);
    if (isTold)
        m_problem->showMessage(complaint->tone, complaint->text, complaint->hint);
}

void PaymentDetailPanel::showPayment(const PaymentDetail &detail)
{
    m_header->setTitle(detail.row.amountText);
    m_header->setAside(
        tr("%1 · %2", "way of paying, when it was asked for").arg(detail.row.wayText, detail.row.timeText));
    m_badge->setLook(lookOf(detail.row.state));
    m_sentence->setText(detail.sentence);
    QGridLayout *grid = m_facts->emptied(QStringLiteral("paymentFactsContent"));
    for (const DeviceFact &fact : detail.facts) {
        const int row = grid->rowCount();
        QLabel *value = text(fact.value, QFont::Normal);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(text(fact.name, QFont::Normal, "muted"), row, 0, Qt::AlignTop);
        // What cannot be wrapped has the whole row below to itself.
        if (fact.value.size() > longestBeside && !fact.value.contains(u' '))
            grid->addWidget(value, row + 1, 0, 1, 2);
        else
            grid->addWidget(value, row, 1);
    }
    grid->setColumnMinimumWidth(0, m_theme.scaled(nameWidth));
    grid->setColumnStretch(1, 1);
}

void PaymentDetailPanel::showQuestion()
{
    const std::optional<PaymentQuestion> &question = m_presenter.question();
    const bool isNew = question && m_question->isHidden();
    m_question->setVisible(question.has_value());
    if (!question)
        return;
    m_question->setTitle(question->title);
    m_meaning->setText(question->meaning);
    m_settle->setText(question->verb);
    m_reasonField->setProblem(m_presenter.reasonProblem());
    if (!isNew)
        return;
    m_reason->clear();
    m_reason->setFocus();
}

} // namespace crema::desktop
