// SPDX-License-Identifier: GPL-3.0-or-later
// How the presenter takes online payments: the wish is stored first, and nothing else is taken until it is decided
// (sync.md rule 8).
#include "ui/presenters/selling/payment_words.h"
#include "ui/presenters/till/till_presenter.h"

#include <utility>

namespace crema {

QString TillPresenter::whyNotOnline(IntentChannel channel) const
{
    const sync::Link link = m_desk.state().link;
    if (isTraining())
        return tr("Not in training");
    if (m_online.hasNoProvider(m_clock.monotonicMs()))
        return tr("No payment provider");
    if (channel == IntentChannel::Reader && m_online.hasNoReader(m_clock.monotonicMs()))
        return tr("No card reader");
    if (link != sync::Link::Online && link != sync::Link::NeverTried)
        return tr("Not while offline");
    return {};
}

QString TillPresenter::onlineText(const Money &amount) const
{
    const QString text = m_texts.amount(amount);
    const IntentChannel channel = m_online.intent ? m_online.intent->channel : m_online.channel;
    return channel == IntentChannel::Link ? tr("%1 by link").arg(text) : tr("%1 at the card reader").arg(text);
}

void TillPresenter::showOnlineChoices()
{
    for (const IntentChannel channel : {IntentChannel::Link, IntentChannel::Reader}) {
        if (channel == IntentChannel::Reader && m_online.hasNoReader(m_clock.monotonicMs()))
            continue;
        TenderChoice choice;
        choice.method = PaymentMethod::Online;
        choice.text = intentChannelName(channel);
        choice.amountText = m_texts.amount(m_tenders.rest(PaymentMethod::Online));
        choice.reason = whyNotOnline(channel);
        choice.chosen = m_tenders.method() == PaymentMethod::Online && m_online.channel == channel;
        choice.channel = channel;
        m_payment.choices.append(choice);
    }
}

OnlinePaymentView TillPresenter::onlineView() const
{
    OnlinePaymentView view;
    const std::optional<PaymentIntent> &intent = m_online.intent;
    if (!intent) {
        const bool isAsking = m_online.askingFor.has_value();
        view.amountText = isAsking ? m_texts.amount(*m_online.askingFor) : QString();
        view.titleText = isAsking ? onlineText(*m_online.askingFor) : tr("Online payment");
        view.stateText = tr("Waiting for the platform");
        return view;
    }
    const CellBadge badge = intentBadge(*intent);
    view.amountText = m_texts.amount(intent->amount);
    view.titleText = onlineText(intent->amount);
    view.tone = badge.tone;
    view.stateText = badge.text;
    view.sentenceText = intentSentence(*intent);
    if (intent->isUndecided() && !intent->isCancelAsked)
        view.codeText = intent->url;
    view.mayCancel = intent->isUndecided() && !intent->isCancelAsked;
    view.mayCheck = intent->isUndecided() && !m_online.isFetching;
    return view;
}

void TillPresenter::updateOnlineActions()
{
    const auto allow = [this](QStringView id, const QString &reason) { m_actions.find(id)->setDisabledReason(reason); };
    const std::optional<OnlinePaymentView> &online = m_payment.online;
    const bool isShown = m_mode == TillMode::Paying && online && !m_payment.recording;
    const QString idle = isShown ? QString() : tr("No online payment is awaited.");
    allow(u"till.online-cancel", !idle.isEmpty()     ? idle
                                 : online->mayCancel ? QString()
                                                     : tr("The provider's answer is awaited."));
    allow(u"till.online-check", !idle.isEmpty() ? idle : online->mayCheck ? QString() : tr("It is being asked."));
}

void TillPresenter::chooseOnline(IntentChannel channel)
{
    const bool isChosen = m_tenders.method() == PaymentMethod::Online && m_online.channel == channel;
    if (m_mode != TillMode::Paying || m_payment.recording || m_payment.payBack || m_payment.online || isChosen)
        return;
    if (const QString reason = whyNotOnline(channel); !reason.isEmpty()) {
        say(Tone::Warning, tr("This cannot be paid online now: %1.").arg(reason),
            tr("Take the amount in another way."));
        return;
    }
    m_online.channel = channel;
    m_tenders.choose(PaymentMethod::Online);
    m_amountDigits.clear();
    m_wasRefused = false;
    clearMessage();
    showPayment();
}

void TillPresenter::askOnline(const Money &amount)
{
    if (isTraining() || m_tenders.awaited() || m_online.askingFor)
        return;
    m_online.intent.reset();
    m_online.askingFor = amount;
    clearMessage();
    showPayment();
    sync::PaymentAsk ask;
    ask.amount = amount;
    ask.channel = m_online.channel;
    askForOnline(this, m_stop.get_token(), ask);
}

QCoro::Task<> TillPresenter::askForOnline(Self self, std::stop_token stop, sync::PaymentAsk ask)
{
    const Result<PaymentIntent> asked = co_await self->m_desk.askPayment(ask);
    if (stop.stop_requested() || !self)
        co_return;
    self->askedOnline(asked);
}

void TillPresenter::askedOnline(const Result<PaymentIntent> &asked)
{
    m_online.askingFor.reset();
    m_modeSinceMs = m_clock.monotonicMs();
    m_modePressMs = m_pressMs;
    if (asked) {
        m_tenders.await(asked->id);
        m_online.intent = *asked;
        m_amountDigits.clear();
    } else {
        say(asked.error());
    }
    if (m_mode == TillMode::Paying)
        showPayment();
    else
        Q_EMIT cartChanged();
    followOnline(); // its answer may have come already
    followDesk();   // another cashier may be waiting for the till
}

void TillPresenter::followOnline()
{
    if (!m_tenders.awaited())
        return;
    m_online.readsAgain = m_online.isReading;
    if (m_online.isReading)
        return;
    m_online.isReading = true;
    readOnline(this, m_stop.get_token(), *m_tenders.awaited());
}

QCoro::Task<> TillPresenter::readOnline(Self self, std::stop_token stop, PaymentIntentId id)
{
    const Result<PaymentIntent> intent = co_await self->m_desk.paymentIntent(id);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_online.isReading = false;
    const bool isOfAnother = self->m_tenders.awaited() != id; // another sale stands there now
    const bool readsAgain = std::exchange(self->m_online.readsAgain, false) || isOfAnother;
    if (!isOfAnother && intent)
        self->showOnline(*intent);
    else if (!isOfAnother && intent.error().kind == ProblemKind::NotFound)
        self->forgetOnline(intent.error());
    else if (!isOfAnother)
        self->say(intent.error());
    if (self && readsAgain)
        self->followOnline();
}

// The store of this till was put back, or is another one: whoever finds the payment is a manager.
void TillPresenter::forgetOnline(const Problem &problem)
{
    m_tenders.await(std::nullopt);
    m_online.intent.reset();
    say(problem);
    if (m_mode == TillMode::Paying)
        showPayment();
    else
        Q_EMIT cartChanged();
}

void TillPresenter::showOnline(const PaymentIntent &intent)
{
    const bool isNews = m_online.intent != intent;
    m_online.intent = intent;
    if (intent.isUnclaimed()) {
        // A till that locked itself meanwhile records nothing: whoever comes back finds the money waiting.
        const sync::ClientState &state = m_desk.state();
        const bool isAnybodyHere = !state.enrolled || state.person;
        if (m_mode == TillMode::Paying && !m_payment.recording && isAnybodyHere)
            takeOnline(intent);
        else if (isNews)
            say(Tone::Ok, tr("%1 is paid online.").arg(m_texts.amount(intent.amount)), tr("Pay finishes the sale."));
        return;
    }
    if (!intent.isUndecided()) {
        endOnline(intent);
        return;
    }
    if (!isNews)
        return;
    if (m_mode == TillMode::Paying)
        showPayment();
    else if (intent.state == IntentState::Unknown)
        say(Tone::Warning, intentBadge(intent).text, intentSentence(intent));
}

void TillPresenter::takeOnline(const PaymentIntent &intent)
{
    m_tenders.takeAwaited(intent.amount);
    m_online.intent.reset();
    m_amountDigits.clear();
    m_wasRefused = false;
    m_modeSinceMs = m_clock.monotonicMs();
    m_modePressMs = m_pressMs;
    showPayment();
    const QString part = m_texts.amount(intent.amount);
    if (m_tenders.isPaid())
        recordPaid();
    else
        say(Tone::Ok, tr("%1 is paid online, %2 is still due.").arg(part, m_payment.dueText));
}

// Nothing was taken, or what was taken is for this sale no more.
void TillPresenter::endOnline(const PaymentIntent &intent)
{
    m_tenders.await(std::nullopt);
    m_online.intent.reset();
    // Only the platform knows what is set up there.
    if (intent.problem == u"no_provider")
        m_online.noProviderSinceMs = m_clock.monotonicMs();
    if (intent.problem == u"no_reader")
        m_online.noReaderSinceMs = m_clock.monotonicMs();
    m_modeSinceMs = m_clock.monotonicMs();
    m_modePressMs = m_pressMs;
    const QString amount = m_texts.amount(intent.amount);
    const QString why = intentProblemText(intent);
    if (intent.state == IntentState::Paid)
        say(Tone::Warning, tr("The online payment of %1 is not for this sale any more.").arg(amount),
            intentSentence(intent));
    else if (intent.state == IntentState::Cancelled && why.isEmpty())
        say(Tone::Neutral, tr("The online payment of %1 is cancelled: nothing was taken.").arg(amount));
    else
        say(Tone::Warning, why.isEmpty() ? tr("%1 was not paid online.").arg(amount) : why,
            tr("Nothing was taken. Ask again, or take the amount in another way."));
    if (m_mode == TillMode::Paying) {
        m_tenders.choose(whyNotOnline(m_online.channel).isEmpty() ? PaymentMethod::Online : PaymentMethod::Cash);
        showPayment();
    } else {
        Q_EMIT cartChanged();
    }
}

void TillPresenter::cancelOnline()
{
    const std::optional<PaymentIntent> &intent = m_online.intent;
    if (intent && intent->isUndecided() && !intent->isCancelAsked)
        giveUpOnline(this, m_stop.get_token(), intent->id);
}

QCoro::Task<> TillPresenter::giveUpOnline(Self self, std::stop_token stop, PaymentIntentId id)
{
    const Result<PaymentIntent> given = co_await self->m_desk.cancelPayment(id);
    if (stop.stop_requested() || !self)
        co_return;
    if (!given)
        self->say(given.error());
    self->followOnline();
    self->checkOnline();
}

void TillPresenter::checkOnline()
{
    if (m_online.isFetching || !m_tenders.awaited())
        return;
    m_online.isFetching = true;
    if (m_mode == TillMode::Paying)
        showPayment();
    fetchOnline(this, m_stop.get_token());
}

QCoro::Task<> TillPresenter::fetchOnline(Self self, std::stop_token stop)
{
    const Result<sync::SyncReport> report = co_await self->m_desk.syncOnce();
    if (stop.stop_requested() || !self)
        co_return;
    self->m_online.isFetching = false;
    if (!report)
        self->say(report.error());
    else if (report->stopped)
        self->say(Tone::Warning, report->stopped->message,
                  self->tr("What became of the payment is told as soon as the platform answers."));
    if (self->m_mode == TillMode::Paying && !self->m_payment.recording)
        self->showPayment();
    self->followOnline();
}

} // namespace crema
