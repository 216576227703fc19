// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/payment_list_presenter.h"

#include "ui/presenters/selling/payment_words.h"

#include <algorithm>
#include <utility>

namespace crema {

PaymentListPresenter::PaymentListPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale), m_texts(locale)
{
    declareActions();
    updateActions();
}

PaymentListPresenter::~PaymentListPresenter()
{
    m_stop.request_stop();
}

void PaymentListPresenter::start()
{
    connect(&m_desk, &TillDesk::changed, this, &PaymentListPresenter::followDesk);
    connect(&m_desk, &TillDesk::dataChanged, this, &PaymentListPresenter::refresh);
    followDesk();
}

void PaymentListPresenter::declareActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, ActionCategory category,
                            const QStringList &keys, const QStringList &terminalKeys, std::function<void()> run) {
        m_actions.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), category, keys, terminalKeys},
                      std::move(run));
    };
    add("payments.check", tr("Ask again what became of payments"), "sync", ActionCategory::Record,
        {QStringLiteral("F5")}, {QStringLiteral("F4")}, [this] {
            m_isChecking = true;
            m_complaint.reset();
            updateActions();
            Q_EMIT listChanged();
            check(this, m_stop.get_token());
        });
    add("payments.back", tr("Back to all payments"), "left", ActionCategory::Go, {}, {}, [this] { close(); });
    add("payments.sale", tr("Open the sale"), "orders", ActionCategory::Go, {}, {}, [this] {
        if (m_detail && !m_detail->row.saleText.isEmpty())
            Q_EMIT saleWanted(m_detail->row.saleText);
    });
    add("payments.cancel", tr("Cancel the payment"), "x", ActionCategory::Record, {}, {}, [this] {
        dropComplaint();
        if (const PaymentIntent *intent = openIntent())
            cancel(this, m_stop.get_token(), intent->id);
    });
    add("payments.paid", tr("Note it as paid"), "check", ActionCategory::Record, {}, {},
        [this] { ask(IntentVerdict::Paid); });
    add("payments.nothing", tr("Note that nothing was taken"), "xcircle", ActionCategory::Record, {}, {},
        [this] { ask(IntentVerdict::Failed); });
    add("payments.give-back", tr("Give the money back"), "undo", ActionCategory::Record, {}, {},
        [this] { ask(IntentVerdict::GiveBack); });
}

void PaymentListPresenter::updateActions()
{
    const auto allow = [this](QStringView id, const QString &reason) { m_actions.find(id)->setDisabledReason(reason); };
    const PaymentIntent *intent = openIntent();
    const auto about = [&](QStringView id, bool isPossible, const QString &reason) {
        allow(id, !intent ? tr("No payment is open.") : isPossible ? QString() : reason);
    };
    const bool isUnknown = intent && intent->state == IntentState::Unknown;
    const QString known = tr("Only what has an unknown outcome is decided by a person.");
    allow(u"payments.check", m_isChecking ? tr("It is being asked.") : QString());
    about(u"payments.back", true, {});
    about(u"payments.sale", m_detail && !m_detail->row.saleText.isEmpty(), tr("It pays no sale."));
    about(u"payments.cancel", intent && intent->isUndecided() && !intent->isCancelAsked,
          intent && intent->isCancelAsked && intent->isUndecided() ? tr("The provider's answer is awaited.")
                                                                   : tr("It is decided already."));
    about(u"payments.paid", isUnknown, known);
    about(u"payments.nothing", isUnknown, known);
    about(u"payments.give-back", intent && intent->mayBeGivenBack(),
          tr("Only what is paid for no sale is given back here."));
}

std::optional<PersonId> PaymentListPresenter::personHere() const
{
    const std::optional<Person> &person = m_desk.state().person;
    return person ? std::optional(person->id) : std::nullopt;
}

void PaymentListPresenter::followDesk()
{
    if (!m_desk.state().open)
        return;
    const bool isOther = m_person != personHere();
    // Somebody else may see less: nothing of the one before stays.
    if (isOther)
        forget();
    // Until the list was looked at it is only counted, which may take more than one look at the desk.
    if (isOther || m_phase == ListPhase::Blank)
        refresh();
    Q_EMIT listChanged(); // the platform may be out of reach now
}

void PaymentListPresenter::forget()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isReading = m_readsAgain = m_isChecking = m_isDeciding = false;
    m_person = personHere();
    m_intents.clear();
    m_people.clear();
    m_sales.clear();
    m_problem.reset();
    m_complaint.reset();
    m_openId.clear();
    m_verdict.reset();
    m_question.reset();
    m_phase = ListPhase::Blank;
    setHolding({});
    rebuild();
}

void PaymentListPresenter::arrive()
{
    m_inFront = true;
    refresh();
}

void PaymentListPresenter::refresh()
{
    if (!m_desk.state().open)
        return;
    m_readsAgain = m_isReading;
    if (m_isReading)
        return;
    m_isReading = true;
    if (m_inFront)
        read(this, m_stop.get_token());
    else
        count(this, m_stop.get_token());
}

QCoro::Task<> PaymentListPresenter::count(Self self, std::stop_token stop)
{
    sync::PaymentFilter filter;
    filter.holdsShiftOnly = true;
    const Result<QList<PaymentIntent>> holding = co_await self->m_desk.paymentIntents(filter);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isReading = false;
    self->setHolding(holding.value_or(QList<PaymentIntent>()));
    if (std::exchange(self->m_readsAgain, false))
        self->refresh();
}

QCoro::Task<> PaymentListPresenter::read(Self self, std::stop_token stop)
{
    const sync::PaymentFilter filter;
    const Result<QList<PaymentIntent>> intents = co_await self->m_desk.paymentIntents(filter);
    if (stop.stop_requested() || !self)
        co_return;
    if (intents && self->m_people.isEmpty()) {
        const Result<QList<Person>> people = co_await self->m_desk.everybody();
        if (stop.stop_requested() || !self)
            co_return;
        const QList<Person> known = people.value_or(QList<Person>());
        for (const Person &person : known)
            self->m_people.insert(person.id, person.name);
    }
    const QList<PaymentIntent> found = intents.value_or(QList<PaymentIntent>());
    for (const PaymentIntent &intent : found) {
        if (!intent.sale || self->m_sales.contains(*intent.sale))
            continue;
        const Result<sync::SaleView> sale = co_await self->m_desk.sale(intent.sale->toString());
        if (stop.stop_requested() || !self)
            co_return;
        self->m_sales.insert(*intent.sale, sale ? sale->sale.number : QString());
    }
    self->m_isReading = false;
    if (intents)
        self->take(*intents);
    else
        self->failed(intents.error());
    if (self && std::exchange(self->m_readsAgain, false))
        self->refresh();
}

void PaymentListPresenter::take(const QList<PaymentIntent> &intents)
{
    m_intents = intents;
    m_problem.reset();
    m_phase = intents.isEmpty() ? ListPhase::FirstUse : ListPhase::Rows;
    setHolding(intents);
    // What was asked about it may not fit it any more.
    const PaymentIntent *intent = openIntent();
    const bool isFitting =
        intent && m_verdict &&
        (*m_verdict == IntentVerdict::GiveBack ? intent->mayBeGivenBack() : intent->state == IntentState::Unknown);
    if (m_question && !isFitting && !m_isDeciding) {
        m_verdict.reset();
        m_question.reset();
    }
    rebuild();
}

void PaymentListPresenter::failed(const Problem &problem)
{
    m_problem = problem;
    if (problem.kind == ProblemKind::NotAllowed)
        m_intents.clear();
    m_phase = m_intents.isEmpty() ? ListPhase::Failed : ListPhase::Rows;
    rebuild();
}

void PaymentListPresenter::setHolding(const QList<PaymentIntent> &intents)
{
    QList<ShiftId> holding;
    for (const PaymentIntent &intent : intents) {
        if (intent.holdsShift())
            holding.append(intent.shift);
    }
    if (holding == m_holding)
        return;
    m_holding = holding;
    Q_EMIT holdingChanged();
}

// Reading the list again says nothing about it, so it stays beyond that.
void PaymentListPresenter::tell(Tone tone, const QString &text, const QString &hint)
{
    m_complaint.reset();
    if (tone == Tone::Warning || tone == Tone::Error) {
        TillMessage complaint;
        complaint.tone = tone;
        complaint.text = text;
        complaint.hint = hint;
        m_complaint = complaint;
    }
    Q_EMIT said(tone, text, hint);
    Q_EMIT listChanged();
}

void PaymentListPresenter::dropComplaint()
{
    if (!m_complaint)
        return;
    m_complaint.reset();
    Q_EMIT listChanged();
}

int PaymentListPresenter::holdingHere() const
{
    const std::optional<Shift> &shift = m_desk.state().openShift;
    return shift ? static_cast<int>(m_holding.count(shift->id)) : 0;
}

QString PaymentListPresenter::needText() const
{
    return m_holding.isEmpty() ? QString() : tr("%n have to be looked after", "online payments", holdingCount());
}

QString PaymentListPresenter::countText() const
{
    return tr("%n online payments", nullptr, static_cast<int>(m_rows.size()));
}

QString PaymentListPresenter::offlineText() const
{
    const sync::Link link = m_desk.state().link;
    if (link == sync::Link::Online || link == sync::Link::NeverTried)
        return {};
    return tr("The platform does not answer now: what the payment provider says is told as soon as it does.");
}

const PaymentIntent *PaymentListPresenter::openIntent() const
{
    const auto found = std::ranges::find_if(
        m_intents, [this](const PaymentIntent &intent) { return intent.id.toString() == m_openId; });
    return found == m_intents.end() ? nullptr : &*found;
}

PaymentRow PaymentListPresenter::rowOf(const PaymentIntent &intent) const
{
    const sync::ClientState &state = m_desk.state();
    PaymentRow row;
    row.id = intent.id.toString();
    row.state = intentBadge(intent);
    row.amountText = m_texts.amount(intent.amount);
    row.wayText = intentChannelName(intent.channel);
    row.whoText = intent.person ? m_people.value(*intent.person) : QString();
    row.timeText = times().relative(intent.askedAt, m_clock.now());
    row.exactText = times().exact(intent.askedAt);
    const bool isHere = state.registerInfo && state.registerInfo->id == intent.registerId;
    row.registerText = isHere ? state.registerInfo->name : tr("Another register");
    row.saleText = intent.sale ? m_sales.value(*intent.sale) : QString();
    row.problemText = intentProblemText(intent);
    row.needsSomebody = intent.holdsShift() || intent.isRefundRefused();
    return row;
}

PaymentDetail PaymentListPresenter::detailOf(const PaymentIntent &intent) const
{
    PaymentDetail detail;
    detail.row = rowOf(intent);
    detail.sentence = intentSentence(intent);
    const auto add = [&detail](const QString &name, const QString &value) {
        if (!value.isEmpty())
            detail.facts.append({name, value});
    };
    add(tr("Problem"), detail.row.problemText);
    add(tr("Way"), detail.row.wayText);
    add(tr("Card"), intentCardText(intent));
    add(tr("Asked by"), detail.row.whoText);
    add(tr("Asked at"), detail.row.exactText);
    add(tr("Register"), detail.row.registerText);
    add(tr("Sale"), detail.row.saleText);
    add(tr("What the customer reads"), intent.description);
    if (!intent.refundAsked.isZero())
        add(tr("To be given back"), m_texts.amount(intent.refundAsked));
    if (!intent.refunded.isZero())
        add(tr("Given back"), m_texts.amount(intent.refunded));
    add(tr("Reason"), intent.reason);
    add(tr("Reference"), intent.reference);
    add(tr("Id"), detail.row.id);
    return detail;
}

void PaymentListPresenter::rebuild()
{
    m_rows.clear();
    m_detail.reset();
    for (const PaymentIntent &intent : std::as_const(m_intents))
        m_rows.append(rowOf(intent));
    if (const PaymentIntent *intent = openIntent())
        m_detail = detailOf(*intent);
    updateActions();
    Q_EMIT listChanged();
    Q_EMIT detailChanged();
}

void PaymentListPresenter::open(const QString &id)
{
    if (m_openId == id)
        return;
    showPlace(id);
    Q_EMIT placeChanged();
}

void PaymentListPresenter::showPlace(const QString &place)
{
    if (m_openId != place) {
        m_verdict.reset();
        m_question.reset();
        m_reasonProblem.clear();
        m_complaint.reset();
    }
    m_openId = place;
    rebuild();
}

PaymentQuestion PaymentListPresenter::questionOf(const PaymentIntent &intent, IntentVerdict verdict) const
{
    const QString amount = m_texts.amount(intent.amount);
    switch (verdict) {
    case IntentVerdict::Paid:
        return {tr("Was %1 paid?").arg(amount),
                tr("Look at the pages of the payment provider first. It counts as paid from now on, and a sale can be "
                   "paid with it."),
                tr("Note it as paid")};
    case IntentVerdict::Failed:
        return {tr("Was nothing of %1 taken?").arg(amount),
                tr("Look at the pages of the payment provider first. The customer may then be asked again."),
                tr("Note that nothing was taken")};
    case IntentVerdict::GiveBack:
        if (intent.isRefundRefused())
            return {tr("Try to give %1 back once more?").arg(m_texts.amount(intent.refundAsked - intent.refunded)),
                    tr("Not if the customer has had the money in another way."), tr("Try again")};
        return {tr("Give %1 back?").arg(amount),
                tr("The payment provider gives the money back to the customer's card."), tr("Give it back")};
    }
    Q_UNREACHABLE();
}

void PaymentListPresenter::ask(IntentVerdict verdict)
{
    const PaymentIntent *intent = openIntent();
    if (!intent || m_isDeciding)
        return;
    m_verdict = verdict;
    m_question = questionOf(*intent, verdict);
    m_reasonProblem.clear();
    dropComplaint();
    Q_EMIT detailChanged();
}

void PaymentListPresenter::dropQuestion()
{
    if (m_isDeciding)
        return;
    m_verdict.reset();
    m_question.reset();
    m_reasonProblem.clear();
    Q_EMIT detailChanged();
}

void PaymentListPresenter::settle(const QString &reason)
{
    const PaymentIntent *intent = openIntent();
    if (!intent || !m_verdict || m_isDeciding)
        return;
    m_isDeciding = true;
    m_reasonProblem.clear();
    decide(this, m_stop.get_token(), intent->id, *m_verdict, reason);
}

QCoro::Task<> PaymentListPresenter::decide(Self self, std::stop_token stop, PaymentIntentId id, IntentVerdict verdict,
                                           QString reason)
{
    const Result<PaymentIntent> settled = co_await self->m_desk.settlePayment(id, verdict, reason);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isDeciding = false;
    if (!settled) {
        self->m_reasonProblem = settled.error().message;
        Q_EMIT self->detailChanged();
        co_return;
    }
    self->dropQuestion();
    self->tell(Tone::Ok, tr("It is noted."), intentSentence(*settled));
    self->refresh();
}

QCoro::Task<> PaymentListPresenter::cancel(Self self, std::stop_token stop, PaymentIntentId id)
{
    const Result<PaymentIntent> given = co_await self->m_desk.cancelPayment(id);
    if (stop.stop_requested() || !self)
        co_return;
    if (given)
        self->tell(Tone::Neutral, tr("It is given up."), intentSentence(*given));
    else
        self->tell(Tone::Error, given.error().message, given.error().hint);
    self->refresh();
}

QCoro::Task<> PaymentListPresenter::check(Self self, std::stop_token stop)
{
    const Result<sync::SyncReport> report = co_await self->m_desk.syncOnce();
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isChecking = false;
    self->updateActions();
    if (!report)
        self->tell(Tone::Error, report.error().message, report.error().hint);
    else if (report->stopped)
        self->tell(Tone::Warning, report->stopped->message, report->stopped->hint);
    Q_EMIT self->listChanged();
    self->refresh();
}

} // namespace crema
