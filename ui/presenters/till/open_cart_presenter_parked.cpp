// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's parked sales: those of every till of the place (ADR 058), and what could not be parked for all of
// them.
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/till/open_cart_presenter.h"

#include <algorithm>
#include <iterator>

namespace crema {

namespace {

/// Nobody keeps so many on purpose. What is parked by itself comes on top: no sale is lost.
constexpr qsizetype maxParked = 50;
/// Of so many that were taken here it is told when another till took them too.
constexpr qsizetype mostWatched = 10;
/// Whoever adds to a sale of somebody else that has waited this long is asked to look again.
constexpr std::int64_t oldMs = 30 * 60 * 1000;

KeptSale keptOf(const ParkedCart &cart)
{
    const sync::SaleDraft draft = sync::draftOf(cart);
    KeptSale sale{draft.lines, draft.discounts, draft.customer, draft.note};
    sale.customerNote = draft.customerNote;
    sale.coupons = draft.coupons;
    sale.points = draft.points;
    sale.name = cart.name;
    sale.parkedAt = cart.at;
    return sale;
}

/// What a parked cart has no room for stays at this till: parts that are paid or asked for online, and what comes back.
bool mayTravel(const KeptSale &sale)
{
    return sale.paid.isEmpty() && !sale.awaited && sale.back.isEmpty();
}

ParkedCart cartOfKept(const KeptSale &sale)
{
    ParkedCart cart = sync::withContent({}, sale.draft());
    cart.name = sale.name;
    if (sale.parkedAt)
        cart.at = *sale.parkedAt;
    return cart;
}

} // namespace

bool OpenCartPresenter::hold(const QString &name)
{
    KeptSale sale = keptSaleOf(m_till);
    if (m_reading != Reading::Done || m_till.mode() != TillMode::Selling || sale.isEmpty() || isTraining() ||
        (!m_till.awaitedPayment() && m_till.refuseWhilePartPaid()))
        return false;
    if (m_parked.size() >= maxParked) {
        m_till.say(Tone::Warning, tr("%n sales are parked already, so this one stays.", nullptr, int(maxParked)),
                   tr("Finish or discard one of them first."));
        return false;
    }
    sale.name = name.simplified().left(maxNameLength);
    sale.parkedAt = m_clock.now();
    const QString total = m_till.totals().totalText;
    park(sale); // first among the parked ones: both are written in one step
    m_till.setSaleAside();
    m_till.say(Tone::Ok, sale.name.isEmpty() ? tr("The sale of %1 is parked.").arg(total)
                                             : tr("The sale of %1 is parked as “%2”.").arg(total, sale.name));
    return true;
}

void OpenCartPresenter::recall(int row)
{
    if (row < 0 || row >= m_parked.size() || m_till.mode() != TillMode::Selling || !m_till.sale().isEmpty() ||
        isTraining())
        return;
    const Parked chosen = m_parked.at(m_parked.size() - 1 - row);
    // It waits at every till, and would stay in their lists beside the sale in hand.
    if ((chosen.cart || chosen.isSharing) && !mayShare()) {
        m_till.say(Tone::Warning, tr("This sale waits at every till, and cannot be taken here now."),
                   tr("Let somebody go on with it who may sell, or ring it up anew."));
        return;
    }
    if (m_offer && m_offeredParked == 0)
        drop(); // the own one is parked
    else
        withdraw();
    prepareOffer(this, m_stop.get_token(), cashier(), chosen.sale, chosen.number);
}

void OpenCartPresenter::discardParked(int row)
{
    if (row < 0 || row >= m_parked.size() || !m_discards.takes(m_till.lastPressMs()))
        return;
    const QString name = m_rows.value(row).name;
    const Parked gone = m_parked.at(m_parked.size() - 1 - row);
    if (gone.number == m_offeredParked)
        withdraw();
    takeFromParked(gone.number, End::Discard);
    KeptSale sale = gone.sale;
    sale.origin = gone.cart;
    forget(sale, tr("The parked sale “%1” was discarded.").arg(name));
}

void OpenCartPresenter::readParked()
{
    showRows();
    readTotals(this, m_stop.get_token());
}

QCoro::Task<> OpenCartPresenter::readTotals(Self self, std::stop_token stop)
{
    const QList<Parked> all = self->m_parked;
    for (const Parked &one : all) {
        const TillCart cart = co_await cartOf(self->m_desk, one.sale);
        if (stop.stop_requested() || !self)
            co_return;
        const Result<Money> total = co_await totalOf(self->m_desk, cart);
        if (stop.stop_requested() || !self)
            co_return;
        const qsizetype row = self->rowOf(one.number);
        if (row < 0)
            continue;
        self->m_parked[row].firstName = cart.lines.isEmpty() ? QString() : cart.lines.first().item.name;
        const bool isAny = !cart.lines.isEmpty() || !cart.back.isEmpty();
        self->m_parked[row].totalText = total && isAny ? self->m_texts.amount(*total) : QString();
    }
    self->showRows();
}

QString OpenCartPresenter::backText(const TillReturn &back)
{
    const auto lines = static_cast<int>(back.draft.lines.size() + back.draft.withoutReceipt.size());
    return back.number.isEmpty() ? tr("%n lines come back", nullptr, lines)
                                 : tr("%n lines of %1 come back", nullptr, lines).arg(back.number);
}

ParkedRow OpenCartPresenter::rowOf(const Parked &parked) const
{
    const TimeWords times = TimeWords::ofShop(m_locale, m_desk.state().location);
    const int lines = static_cast<int>(parked.sale.lines.size());
    ParkedRow row;
    row.name = !parked.sale.name.isEmpty()  ? parked.sale.name
               : parked.firstName.isEmpty() ? tr("Parked sale")
                                            : parked.firstName;
    const QString back = parked.sale.back.isEmpty() ? QString() : backText(parked.sale.back);
    row.aboutText =
        back.isEmpty() ? tr("%n lines", nullptr, lines)
        : lines == 0
            ? back
            : tr("%1 · %2", "lines of a parked sale, and what comes back").arg(tr("%n lines", nullptr, lines), back);
    if (const QString who = whoParked(parked); !who.isEmpty())
        row.aboutText = tr("%1 · %2", "lines of a parked sale and who parked it").arg(row.aboutText, who);
    if (parked.sale.parkedAt)
        row.aboutText = tr("%1 · %2", "lines of a parked sale and its age")
                            .arg(row.aboutText, times.age(*parked.sale.parkedAt, m_clock.now()));
    row.totalText = parked.totalText;
    return row;
}

void OpenCartPresenter::showRows()
{
    m_rows.clear();
    for (auto parked = m_parked.crbegin(); parked != m_parked.crend(); ++parked)
        m_rows.append(rowOf(*parked));
    Q_EMIT parkedChanged();
}

qsizetype OpenCartPresenter::rowOf(std::uint64_t parked) const
{
    const auto found = std::find_if(m_parked.cbegin(), m_parked.cend(),
                                    [parked](const Parked &sale) { return sale.number == parked; });
    return found == m_parked.cend() ? -1 : std::distance(m_parked.cbegin(), found);
}

QString OpenCartPresenter::whoParked(const Parked &parked) const
{
    if (parked.byName.isEmpty() || parked.tillName.isEmpty())
        return parked.byName.isEmpty() ? parked.tillName : parked.byName;
    return tr("%1 at %2", "a person and the till where they parked a sale").arg(parked.byName, parked.tillName);
}

void OpenCartPresenter::takeFromParked(std::uint64_t parked, End end)
{
    const qsizetype row = rowOf(parked);
    if (row < 0)
        return;
    const Parked gone = m_parked.takeAt(row);
    if (end == End::Take)
        m_goingOn.insert(cashier(),
                         GoingOn{gone.cart, gone.isOthers ? gone.byName : QString(), gone.sale.parkedAt, gone.number});
    if (gone.isSharing)
        m_endsWhenShared.insert(gone.number, end);
    else if (gone.cart)
        endShared(*gone.cart, end);
    showRows();
}

void OpenCartPresenter::endShared(ParkedCartId cart, End end)
{
    m_ending.insert(cart);
    if (end == End::Take) {
        m_takes.append(cart); // it is told together with the note that has it, by the next write()
        watch(cart);
    } else {
        discardShared(this, m_stop.get_token(), cart);
    }
}

void OpenCartPresenter::watch(ParkedCartId cart)
{
    m_watched.append(cart);
    if (m_watched.size() > mostWatched)
        m_watched.removeFirst();
}

QCoro::Task<> OpenCartPresenter::discardShared(Self self, std::stop_token stop, ParkedCartId cart)
{
    const Result<ParkedCart> discarded = co_await self->m_desk.discardCart(cart);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_ending.remove(cart);
    if (discarded)
        co_return;
    self->m_till.say(discarded.error());
    self->readShared();
}

// With the sale in the note of this till in the same step: after a crash it is here, and nowhere else.
QCoro::Task<> OpenCartPresenter::takeShared(Self self, std::stop_token stop)
{
    const ParkedCartId cart = self->m_takes.takeFirst();
    const std::uint64_t revision = self->m_revision;
    const Result<ParkedCart> taken = co_await self->m_desk.takeCart(cart, self->m_text);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_ending.remove(cart);
    if (taken) {
        self->m_written = revision;
        self->confirm(revision);
    } else {
        ++self->m_revision; // the sale is kept all the same
        self->m_till.say(taken.error());
    }
}

bool OpenCartPresenter::mayShare() const
{
    const sync::ClientState &state = m_desk.state();
    return state.open && !state.readOnly && state.enrolled && state.registerInfo && state.person &&
           state.may(Permission::SalesCreate) && !state.training;
}

qsizetype OpenCartPresenter::rowToShare() const
{
    if (!mayShare())
        return -1;
    const auto found = std::find_if(m_parked.cbegin(), m_parked.cend(), [](const Parked &parked) {
        return !parked.cart && !parked.staysHere && mayTravel(parked.sale);
    });
    return found == m_parked.cend() ? -1 : std::distance(m_parked.cbegin(), found);
}

// It leaves the note of this till in the step in which every till of the place has it.
QCoro::Task<> OpenCartPresenter::share(Self self, std::stop_token stop, std::uint64_t number)
{
    Parked &parked = self->m_parked[self->rowOf(number)];
    parked.isSharing = true;
    const ParkedCart cart = cartOfKept(parked.sale);
    self->noteText();
    const std::uint64_t revision = self->m_revision;
    const Result<ParkedCart> shared = co_await self->m_desk.parkCart(cart, self->m_text);
    if (stop.stop_requested() || !self)
        co_return;
    if (shared) {
        self->m_written = revision;
        self->confirm(revision);
    }
    self->endSharing(number, shared);
}

void OpenCartPresenter::endSharing(std::uint64_t number, const Result<ParkedCart> &shared)
{
    const auto end = m_endsWhenShared.constFind(number);
    if (end != m_endsWhenShared.constEnd()) {
        const End how = *end;
        m_endsWhenShared.erase(end);
        if (!shared)
            return; // it was in the note of this till only, and is not any more
        for (GoingOn &goingOn : m_goingOn) {
            if (how == End::Take && goingOn.number == number)
                goingOn.cart = shared->id;
        }
        endShared(shared->id, how);
        return;
    }
    const qsizetype row = rowOf(number);
    if (row < 0)
        return;
    m_parked[row].isSharing = false;
    if (shared)
        m_parked[row].cart = shared->id;
    else
        m_parked[row].staysHere = true; // it is not tried again and again: this till has it
    noteText();
    readShared();
}

void OpenCartPresenter::readShared()
{
    if (m_reading != Reading::Done)
        return;
    m_readsAgain = m_isReadingShared;
    if (m_isReadingShared)
        return;
    m_isReadingShared = true;
    readSharedCarts(this, m_stop.get_token());
}

QCoro::Task<> OpenCartPresenter::readSharedCarts(Self self, std::stop_token stop)
{
    do {
        self->m_readsAgain = false;
        const Result<QList<sync::ParkedCartView>> carts = co_await self->m_desk.parkedCarts();
        if (stop.stop_requested() || !self)
            co_return;
        if (carts)
            self->showShared(*carts);
        const QList<ParkedCartId> watched = self->m_watched;
        for (const ParkedCartId &cart : watched) {
            const Result<sync::ParkedCartView> view = co_await self->m_desk.parkedCart(cart);
            if (stop.stop_requested() || !self)
                co_return;
            if (view)
                self->tellTakenElsewhere(*view);
        }
    } while (self->m_readsAgain);
    self->m_isReadingShared = false;
}

void OpenCartPresenter::showShared(const QList<sync::ParkedCartView> &carts)
{
    // What is just being parked here is told by its own answer.
    const bool isSharing = std::ranges::any_of(m_parked, &Parked::isSharing) || !m_endsWhenShared.isEmpty();
    QSet<ParkedCartId> known;
    for (const sync::ParkedCartView &view : carts)
        known.insert(view.cart.id);
    const qsizetype before = m_parked.size();
    m_parked.removeIf([&](const Parked &parked) { return parked.cart && !known.contains(*parked.cart); });
    bool isChanged = m_parked.size() != before;
    for (const sync::ParkedCartView &view : carts)
        isChanged = showShared(view, isSharing) || isChanged;
    if (!isChanged)
        return;
    std::ranges::stable_sort(m_parked, [](const Parked &a, const Parked &b) {
        return a.sale.parkedAt.value_or(UtcTime()) < b.sale.parkedAt.value_or(UtcTime());
    });
    if (m_offeredParked > 0 && rowOf(m_offeredParked) < 0)
        withdraw();
    showRows();
}

bool OpenCartPresenter::showShared(const sync::ParkedCartView &view, bool isSharing)
{
    if (m_ending.contains(view.cart.id))
        return false;
    const sync::ClientState &state = m_desk.state();
    const bool isHere = state.registerInfo && state.registerInfo->id == view.cart.registerId;
    const QString till = isHere ? QString() : view.registerName;
    const bool isOthers = view.cart.by && (!state.person || state.person->id != *view.cart.by);
    const auto known =
        std::ranges::find_if(m_parked, [&](const Parked &parked) { return parked.cart == view.cart.id; });
    if (known == m_parked.end()) {
        if (isSharing)
            return false;
        Parked parked{++m_lastParked, keptOf(view.cart), view.cart.id, view.byName, till, isOthers};
        m_parked.append(parked);
        return true;
    }
    if (known->byName == view.byName && known->tillName == till && known->isOthers == isOthers)
        return false;
    known->byName = view.byName;
    known->tillName = till;
    known->isOthers = isOthers;
    return true;
}

// Both tills have it, and both may sell it: here is who can still ask the other one.
void OpenCartPresenter::tellTakenElsewhere(const sync::ParkedCartView &view)
{
    const sync::ClientState &state = m_desk.state();
    const std::optional<CartEnd> &end = view.cart.end;
    if (!end || !state.registerInfo || end->registerId == state.registerInfo->id)
        return;
    m_watched.removeOne(view.cart.id);
    m_till.say(Tone::Warning, tr("A parked sale that was taken here was taken at %1 as well.").arg(view.endedAtName),
               tr("Ask there who goes on with it, so that it is not sold twice."));
}

void OpenCartPresenter::warnAboutOwner()
{
    const auto goingOn = m_goingOn.find(cashier());
    if (goingOn == m_goingOn.end() || goingOn->owner.isEmpty() || !goingOn->parkedAt)
        return;
    const QString owner = std::exchange(goingOn->owner, {});
    if (m_clock.now().msSinceEpoch() - goingOn->parkedAt->msSinceEpoch() < oldMs)
        return;
    const TimeWords times = TimeWords::ofShop(m_locale, m_desk.state().location);
    m_till.say(Tone::Warning,
               tr("You are adding to a sale that %1 parked (%2).", "a person and how long ago")
                   .arg(owner, times.age(*goingOn->parkedAt, m_clock.now())),
               tr("Undo it and hold the sale if this is for somebody else."));
}

void OpenCartPresenter::park(const KeptSale &sale)
{
    if (sale.isEmpty())
        return;
    m_parked.append({++m_lastParked, sale});
    if (!m_parked.last().sale.parkedAt)
        m_parked.last().sale.parkedAt = m_clock.now();
    showRows();
}

} // namespace crema
