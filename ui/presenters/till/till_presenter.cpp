// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's frame: modes, header, messages, and what happens before the first sale.
#include "ui/presenters/till/till_presenter.h"
#include "ui/presenters/till/till_weighing.h"

#include <QSysInfo>

namespace crema {

TillPresenter::TillPresenter(TillDesk &desk, Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale), m_texts(locale), m_givingBack(clock)
{
    m_weighing = std::make_unique<TillWeighing>(desk, locale);
    declareActions();
    updateActions();
}

TillPresenter::~TillPresenter()
{
    m_stop.request_stop();
    m_searchStop.request_stop();
    m_tilesStop.request_stop();
}

void TillPresenter::start()
{
    connect(&m_desk, &TillDesk::changed, this, &TillPresenter::followDesk);
    connect(&m_desk, &TillDesk::dataChanged, this, &TillPresenter::showItems);
    connect(&m_desk, &TillDesk::dataChanged, this, &TillPresenter::followPrices);
    connect(&m_desk, &TillDesk::dataChanged, this, &TillPresenter::followOnline);
    refreshCart();
    followDesk();
}

void TillPresenter::followDesk()
{
    const sync::ClientState &state = m_desk.state();
    refreshHeader();
    followTraining();
    followCashier();
    if (!state.open)
        setMode(TillMode::Starting);
    else if (!state.enrolled)
        setMode(TillMode::NotEnrolled);
    else if (m_mode == TillMode::ChangeDue)
        return; // the change stays until the next scan or key, whatever happens to the shift
    else if (!state.openShift)
        setMode(TillMode::NoShift);
    else if (m_mode != TillMode::Selling && m_mode != TillMode::Paying)
        goOnSelling();
    followOnline(); // it may have been paid while nobody was here
}

void TillPresenter::goOnSelling()
{
    setMode(TillMode::Selling);
    // The cart of a cashier who comes back is fixed as long as a part of it is paid, or online payment is awaited.
    if (!m_tenders.taken().isEmpty() || m_tenders.awaited())
        startPaying();
}

void TillPresenter::followCashier()
{
    const std::optional<Person> &person = m_desk.state().person;
    // Nobody at the till changes nothing: a locked till keeps the cart of the one who comes back.
    if (!person || m_cashier == person->id || m_payment.recording || m_online.askingFor)
        return;
    const std::optional<PersonId> before = std::exchange(m_cashier, person->id);
    if (!before)
        return;
    if (m_mode == TillMode::ChangeDue)
        m_sale.reset();
    m_digits.clear();
    (void)restoreQuantity(); // an entry that was not ended is forgotten
    m_heldCarts.insert(*before, {m_sale, m_cartNumber, m_tenders});
    HeldCart mine = m_heldCarts.take(person->id);
    m_sale = mine.sale;
    m_tenders = mine.tenders;
    m_cartNumber = mine.number > 0 ? mine.number : ++m_lastCartNumber;
    if (m_mode >= TillMode::Selling)
        m_mode = TillMode::Starting; // followDesk() goes on from here
    forgetSale();
}

// What was practised goes, and what was being rung up before stands there again.
void TillPresenter::followTraining()
{
    const bool isTraining = m_desk.state().training;
    if (isTraining == m_training.has_value() || m_payment.recording || m_online.askingFor)
        return;
    m_digits.clear();
    (void)restoreQuantity();
    if (isTraining) {
        const bool isOpen = m_mode != TillMode::ChangeDue;
        m_training = isOpen ? HeldCart{m_sale, m_cartNumber, m_tenders} : HeldCart{{}, ++m_lastCartNumber, {}};
        m_sale.reset();
        m_tenders.clear();
        m_cartNumber = ++m_lastCartNumber;
    } else {
        const HeldCart before = *std::exchange(m_training, std::nullopt);
        m_sale = before.sale;
        m_tenders = before.tenders;
        m_cartNumber = before.number;
    }
    m_lastPoints.reset();
    m_lastSale.reset(); // a receipt is of one kind or the other
    if (m_mode >= TillMode::Selling)
        m_mode = TillMode::Starting; // followDesk() goes on from here
    forgetSale();
}

/// What is asked and typed is about the sale that stood there before.
void TillPresenter::forgetSale()
{
    m_multiplier = 0;
    m_lookUp.clear();
    m_payWhenReady = false;
    m_amountDigits.clear();
    m_quoted.reset();
    m_online.intent.reset();
    closeOptions();
    clearMessage();
    setSearchText({});
    cartChangedByHand();
}

void TillPresenter::setMode(TillMode mode)
{
    if (m_mode == mode)
        return;
    const bool sellingBefore = m_mode >= TillMode::Selling;
    m_mode = mode;
    m_modeSinceMs = m_clock.monotonicMs();
    m_modePressMs = m_pressMs;
    dropEntry();
    m_lookUp.clear();
    closeOptions();
    updateActions();
    Q_EMIT modeChanged();
    Q_EMIT entryChanged();
    if (mode == TillMode::Selling && !sellingBefore) {
        showItems();
        refreshTotals(); // the currency is known from here on
    }
}

bool TillPresenter::isWorking() const
{
    // What cannot be opened has said so, and may take long.
    const bool isStarting = m_mode == TillMode::Starting && !m_message;
    return isStarting || m_busy || m_codesInFlight > 0 || m_payWhenReady || m_payment.recording || m_online.askingFor ||
           m_online.isFetching;
}

// A slow machine handles the second press long after the first; they were made at once all the same.
bool TillPresenter::isSecondOfDoublePress(std::int64_t sinceMs, const std::optional<std::int64_t> &firstPressMs) const
{
    const bool isHandledAtOnce = m_clock.monotonicMs() - sinceMs < doublePressMs;
    const bool isMadeAtOnce = m_pressMs != firstPressMs && firstPressMs && *m_pressMs - *firstPressMs < doublePressMs;
    return isHandledAtOnce || isMadeAtOnce;
}

void TillPresenter::say(Tone tone, const QString &text, const QString &hint)
{
    m_message = TillMessage{tone, text, hint, ++m_messageNumber};
    Q_EMIT messageChanged();
}

void TillPresenter::say(const Problem &problem)
{
    say(Tone::Error, problem.message, problem.hint);
}

void TillPresenter::noteStoreOpened()
{
    say(Tone::Ok, tr("The local store is open now."));
}

QString TillPresenter::startingText() const
{
    return m_message && m_message->tone == Tone::Error ? tr("The local store is not open. It is tried again by itself.")
                                                       : tr("The local store is being read.");
}

void TillPresenter::clearMessage()
{
    if (!m_message)
        return;
    m_message.reset();
    Q_EMIT messageChanged();
}

QString TillPresenter::amountText(std::int64_t minor) const
{
    return m_texts.amount(Money(minor, m_desk.state().currency()));
}

void TillPresenter::enrol(const QString &platform, const QString &code)
{
    if (m_busy || m_mode != TillMode::NotEnrolled)
        return;
    const QUrl address = QUrl::fromUserInput(platform.trimmed());
    if (!address.isValid() || address.host().isEmpty()) {
        say(Tone::Error, tr("“%1” is not the address of a platform.").arg(platform.trimmed()),
            tr("Type it as your manager gave it to you, such as https://shop.example."));
        return;
    }
    if (code.trimmed().isEmpty()) {
        say(Tone::Error, tr("The one-time code is missing."), tr("Ask your manager for a code of this location."));
        return;
    }
    m_busy = true;
    say(Tone::Neutral, tr("Enrolling this device at %1…").arg(address.host()));
    enrolDevice(this, m_stop.get_token(), address, code.trimmed());
}

QCoro::Task<> TillPresenter::enrolDevice(Self self, std::stop_token stop, QUrl platform, QString code)
{
    const Result<void> enrolled = co_await self->m_desk.enroll(platform, code, QSysInfo::machineHostName());
    if (stop.stop_requested() || !self)
        co_return;
    self->m_busy = false;
    if (!enrolled) {
        self->say(enrolled.error());
        co_return;
    }
    self->clearMessage();
    self->followDesk();
}

void TillPresenter::openShift(std::int64_t floatMinor)
{
    if (m_busy || m_mode != TillMode::NoShift)
        return;
    if (floatMinor < 0) {
        say(Tone::Error, tr("A drawer cannot hold less than nothing."), tr("Type the cash that lies in it."));
        return;
    }
    m_busy = true;
    recordShift(this, m_stop.get_token(), Money(floatMinor, m_desk.state().currency()));
}

QCoro::Task<> TillPresenter::recordShift(Self self, std::stop_token stop, Money floatAmount)
{
    const Result<Shift> shift = co_await self->m_desk.openShift(floatAmount);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_busy = false;
    if (!shift) {
        self->say(shift.error());
        co_return;
    }
    self->say(Tone::Ok, tr("The shift is open with %1 in the drawer.").arg(self->m_texts.amount(floatAmount)));
    self->followDesk();
}

} // namespace crema
