// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/open_cart_presenter.h"

#include "models/settings/modifier_groups.h"
#include "models/text/plain_text.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/till/bundle_words.h"

#include <algorithm>
#include <iterator>

namespace crema {

namespace {

/// What was chosen of a line, as it is offered now. Nothing where one of it is not: then it cannot be sold so.
std::optional<QList<SaleModifier>> chosenOf(const sync::ClientState &state, const QList<ModifierId> &ids)
{
    QList<SaleModifier> chosen;
    const QList<ModifierGroup> groups =
        ids.isEmpty() ? QList<ModifierGroup>() : modifierGroups(state.settings, state.currency());
    for (const ModifierId &id : ids) {
        const std::optional<SaleModifier> modifier = findModifier(groups, id);
        if (!modifier)
            return std::nullopt;
        chosen.append(*modifier);
    }
    return chosen;
}

} // namespace

KeptSale OpenCartPresenter::keptSaleOf(const TillPresenter &till)
{
    const sync::SaleDraft draft = till.sale().draft();
    KeptSale sale{draft.lines, draft.discounts, draft.customer, draft.note};
    sale.paid = till.takenTenders();
    sale.back = till.sale().cart().back;
    sale.customerNote = draft.customerNote;
    sale.coupons = draft.coupons;
    sale.points = draft.points;
    sale.awaited = till.awaitedPayment();
    return sale;
}

OpenCartPresenter::OpenCartPresenter(ShopDesk &desk, TillPresenter &till, Clock &clock, const QLocale &locale,
                                     QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_clock(clock), m_locale(locale), m_texts(locale), m_discards(clock)
{}

OpenCartPresenter::~OpenCartPresenter()
{
    m_stop.request_stop();
}

void OpenCartPresenter::start()
{
    connect(&m_desk, &TillDesk::changed, this, &OpenCartPresenter::followDesk);
    connect(&m_desk, &TillDesk::dataChanged, this, &OpenCartPresenter::readShared);
    connect(&m_till, &TillPresenter::cartChanged, this, &OpenCartPresenter::followCart);
    connect(&m_till, &TillPresenter::paymentChanged, this, &OpenCartPresenter::followPayment);
    connect(&m_till, &TillPresenter::itemAdded, this, &OpenCartPresenter::noteAdded);
    connect(&m_till, &TillPresenter::modeChanged, this, &OpenCartPresenter::offerWhenPossible);
    followDesk();
}

QString OpenCartPresenter::cashier() const
{
    const std::optional<Person> &person = m_desk.state().person;
    return person ? person->id.toString() : QString();
}

bool OpenCartPresenter::isTraining() const
{
    return m_till.isTraining() || m_desk.state().training;
}

void OpenCartPresenter::followDesk()
{
    if (m_reading == Reading::NotYet && m_desk.state().open && !m_desk.state().readOnly) {
        m_reading = Reading::Busy;
        readCart(this, m_stop.get_token());
    } else if (m_reading == Reading::Done) {
        if (m_offer && (m_offeredTo != cashier() || isTraining()))
            withdraw();
        offerWhenPossible();
        work(); // somebody may have come who may park for every till
    }
}

QCoro::Task<> OpenCartPresenter::readCart(Self self, std::stop_token stop)
{
    const Result<QString> cart = co_await self->m_desk.openCart();
    if (stop.stop_requested() || !self)
        co_return;
    self->m_reading = Reading::Done;
    if (cart) {
        self->m_text = *cart;
        self->m_kept = keptCarts(*cart);
        const ParkedSales parked = parkedSales(*cart);
        for (const KeptSale &sale : parked)
            self->m_parked.append({++self->m_lastParked, sale});
        for (auto kept = self->m_kept.cbegin(); kept != self->m_kept.cend(); ++kept) {
            if (kept->origin)
                self->watch(*kept->origin);
        }
        const QStringList cashiers = self->m_kept.keys();
        self->m_undecided = QSet<QString>(cashiers.begin(), cashiers.end());
    }
    self->showRows();
    self->followCart();
    self->offerWhenPossible();
    self->readShared();
    self->work();
}

// What the program before left stays until it is decided upon, or the same cashier begins another sale.
void OpenCartPresenter::followCart()
{
    const bool signedOut = m_desk.state().enrolled && !m_desk.state().person;
    const bool paid = m_till.mode() == TillMode::ChangeDue;
    // What is practised is kept nowhere; the sale from before it is what stays.
    if (m_reading != Reading::Done || (signedOut && !paid) || isTraining())
        return;
    // A sale that ends after the till was locked, or while somebody else waits for it, is that of who rang it up.
    const QString whose = paid && m_till.cashier() ? m_till.cashier()->toString() : cashier();
    KeptSale sale = paid ? KeptSale() : keptSaleOf(m_till);
    if (sale.isEmpty())
        m_goingOn.remove(whose);
    else
        sale.origin = m_goingOn.value(whose).cart;
    const bool isUndecided = m_undecided.contains(whose);
    const bool isOffered = m_offer && whose == cashier();
    if (sale.isEmpty() && (isUndecided || isOffered))
        return;
    if (isUndecided)
        park(m_kept.value(whose));
    if (whose == cashier())
        decide();
    if (sale.isEmpty())
        m_kept.remove(whose);
    else
        m_kept.insert(whose, sale);
    write();
}

// Money that was taken is known after a crash as well: nobody pays it twice. While a sale is recorded somebody else may
// be at the till already.
void OpenCartPresenter::followPayment()
{
    const bool isOwn = m_kept.contains(cashier()) && !m_undecided.contains(cashier());
    if (m_till.mode() == TillMode::Paying && !m_till.payment().recording && isOwn && !isTraining())
        followCart();
}

void OpenCartPresenter::write()
{
    noteText();
    work();
}

/// What waits at every till is no business of this one's note.
void OpenCartPresenter::noteText()
{
    ParkedSales parked;
    for (const Parked &one : std::as_const(m_parked)) {
        if (!one.cart && !one.isSharing)
            parked.append(one.sale);
    }
    const QString text = keptCartsText(m_kept, parked);
    if (text == m_text)
        return;
    m_text = text;
    ++m_revision;
}

void OpenCartPresenter::work()
{
    if (m_writing || m_reading != Reading::Done)
        return;
    m_writing = true;
    writeCart(this, m_stop.get_token());
}

// However fast items come, one write is under way and at most one waits: the newest.
QCoro::Task<> OpenCartPresenter::writeCart(Self self, std::stop_token stop)
{
    while (true) {
        if (!self->m_takes.isEmpty()) {
            auto taking = takeShared(self, stop);
            co_await taking;
            if (stop.stop_requested() || !self)
                co_return;
            continue;
        }
        if (const qsizetype row = self->rowToShare(); row >= 0) {
            auto sharing = share(self, stop, self->m_parked.at(row).number);
            co_await sharing;
            if (stop.stop_requested() || !self)
                co_return;
            continue;
        }
        if (self->m_written == self->m_revision)
            break;
        const std::uint64_t revision = self->m_revision;
        const QString text = self->m_text;
        const Result<void> kept = co_await self->m_desk.keepOpenCart(text);
        if (stop.stop_requested() || !self)
            co_return;
        self->m_written = revision;
        if (kept) {
            self->confirm(revision);
        } else {
            self->m_added.clear();
            self->m_till.say(kept.error());
        }
    }
    self->m_writing = false;
}

void OpenCartPresenter::noteAdded(int row)
{
    warnAboutOwner();
    if (isTraining()) {
        Q_EMIT itemKept(row); // there is nothing to wait for
        return;
    }
    m_added.append({row, m_revision});
    if (!m_writing)
        confirm(m_written);
}

void OpenCartPresenter::confirm(std::uint64_t revision)
{
    while (!m_added.isEmpty() && m_added.first().revision <= revision)
        Q_EMIT itemKept(m_added.takeFirst().row);
}

void OpenCartPresenter::offerWhenPossible()
{
    const QString who = cashier();
    if (isTraining())
        return;
    if (m_offer || !m_undecided.contains(who) || m_till.mode() != TillMode::Selling || !m_till.sale().isEmpty())
        return;
    prepareOffer(this, m_stop.get_token(), who, m_kept.value(who), 0);
}

// As much of it as can still be sold, and the customer as long as anybody knows them.
QCoro::Task<TillCart> OpenCartPresenter::cartOf(ShopDesk &desk, KeptSale sale)
{
    TillCart cart;
    // An older program kept notes that nothing can be sold with.
    const auto plain = [](const QString &note) { return madePlain(note, Lines::Many); };
    for (const sync::SaleLineDraft &one : std::as_const(sale.lines)) {
        if (one.offCatalog) {
            if (one.price)
                cart.lines.append({0, tillItem(*one.offCatalog, *one.price), one.quantity, one.price, one.discounts,
                                   plain(one.note)});
            continue;
        }
        const Result<sync::CodeHit> hit = co_await desk.findByCode(one.variant.toString());
        if (!hit)
            continue;
        const TillItem item = tillItem(hit->product, hit->hit());
        if (item.archived || (!one.price && !item.price) || whyNoBundle(item))
            continue;
        const std::optional<QList<SaleModifier>> chosen = chosenOf(desk.state(), one.modifiers);
        if (chosen)
            cart.lines.append({0, item, one.quantity, one.price, one.discounts, plain(one.note), *chosen});
    }
    if (sale.customer) {
        const Result<Customer> customer = co_await desk.customer(*sale.customer);
        if (customer && !customer->isErased())
            cart.customer = TillCustomer::of(*customer);
        else if (!customer && customer.error().kind != ProblemKind::NotFound)
            cart.customer = TillCustomer{*sale.customer, tr("Customer")}; // who is here may not read the name
    }
    cart.discounts = sale.discounts;
    cart.note = plain(sale.note);
    cart.customerNote = plain(sale.customerNote);
    cart.coupons = sale.coupons;
    cart.points = cart.customer ? sale.points : 0;
    cart.back = sale.back;
    co_return cart;
}

QCoro::Task<Result<Money>> OpenCartPresenter::totalOf(ShopDesk &desk, TillCart cart)
{
    TillSale sellable;
    sellable.goOn(cart);
    const Result<Sale> quoted = co_await TillPresenter::askRules(desk, sellable);
    if (!quoted)
        co_return failure(quoted.error());
    co_return quoted->total + quoted->rounding;
}

QCoro::Task<> OpenCartPresenter::prepareOffer(Self self, std::stop_token stop, QString cashier, KeptSale wanted,
                                              std::uint64_t parked)
{
    const TillCart cart = co_await cartOf(self->m_desk, wanted);
    if (stop.stop_requested() || !self)
        co_return;
    const Result<Money> total = co_await totalOf(self->m_desk, cart);
    if (stop.stop_requested() || !self)
        co_return;
    // A sale or the training was begun meanwhile, somebody else works here now, or the offer is up already.
    const bool isWanted = parked > 0 ? self->rowOf(parked) >= 0 : self->m_undecided.contains(cashier);
    if (self->m_offer || cashier != self->cashier() || !isWanted || !self->m_till.sale().isEmpty() ||
        self->isTraining())
        co_return;
    const qsizetype missing = wanted.lines.size() - cart.lines.size();
    if (total && missing == 0 && parked > 0 && self->m_till.mode() == TillMode::Selling) {
        self->takeFromParked(parked, End::Take); // it was chosen, and nothing is left to ask
        self->m_till.resumeSale(cart, wanted.paid, wanted.awaited);
        self->write();
    } else if (total && (!cart.lines.isEmpty() || !cart.back.isEmpty())) {
        self->m_offeredSale = wanted;
        self->m_offeredParked = parked;
        self->showOffer(cart, missing, *total);
    } else if (parked > 0) {
        self->m_till.say(total ? Problem{ProblemKind::NotFound,
                                         QStringLiteral("till.parked_unsellable"),
                                         tr("Nothing of the parked sale is in the catalog any more."),
                                         tr("Ring it up anew."),
                                         {}}
                               : total.error());
    }
}

void OpenCartPresenter::showOffer(const TillCart &cart, qsizetype missing, const Money &total)
{
    m_offered = cart;
    m_offeredTo = cashier();
    OpenCartOffer offer;
    for (const TillLine &line : cart.lines)
        offer.lines.append(tr("%1 × %2").arg(m_texts.quantity(line.quantity, line.item.unit), line.item.name));
    for (const ReturnedLine &line : cart.back.lines)
        offer.lines.append(tr("%1 × %2 comes back").arg(m_texts.quantity(line.quantity, line.unit), line.name));
    if (cart.back.lines.isEmpty() && !cart.back.isEmpty())
        offer.lines.append(backText(cart.back));
    if (!m_offeredSale.paid.isEmpty()) {
        Money paid(0, m_offeredSale.paid.first().amount.currency());
        for (const Tender &tender : std::as_const(m_offeredSale.paid)) {
            if (tender.amount.currency() == paid.currency())
                paid += tender.method == PaymentMethod::Cash ? tender.amount - tender.tip : tender.amount;
        }
        offer.lines.append(tr("%1 of it is paid already").arg(m_texts.amount(paid)));
    }
    if (m_offeredSale.awaited)
        offer.lines.append(tr("An online payment is awaited for it"));
    offer.totalText = m_texts.amount(total);
    offer.missing = missing;
    offer.isParked = m_offeredParked > 0;
    m_offer = offer;
    Q_EMIT offerChanged();
}

void OpenCartPresenter::resume()
{
    // Only where it can go on: it would be neither in the cart nor parked otherwise.
    if (!m_offer || m_till.mode() != TillMode::Selling || !m_till.sale().isEmpty())
        return;
    const TillCart cart = m_offered;
    const QList<Tender> paid = m_offeredSale.paid;
    const std::optional<PaymentIntentId> awaited = m_offeredSale.awaited;
    if (m_offeredParked == 0 && m_offeredSale.origin)
        m_goingOn.insert(cashier(), GoingOn{m_offeredSale.origin});
    takeFromParked(m_offeredParked, End::Take);
    endOffer();
    m_till.resumeSale(cart, paid, awaited);
    write();
}

void OpenCartPresenter::drop()
{
    if (!m_offer)
        return;
    if (!m_offer->isParked)
        park(m_offeredSale);
    endOffer();
    followCart();
}

void OpenCartPresenter::discard()
{
    if (!m_offer || !m_discards.takes(m_till.lastPressMs()))
        return;
    KeptSale sale = m_offeredSale;
    const qsizetype row = rowOf(m_offeredParked);
    sale.origin = row >= 0 ? m_parked.at(row).cart : std::nullopt;
    const QString total = m_offer->totalText;
    takeFromParked(m_offeredParked, End::Discard);
    endOffer();
    followCart();
    forget(sale, tr("The sale of %1 was discarded.").arg(total));
}

void OpenCartPresenter::forget(const KeptSale &sale, const QString &said)
{
    write();
    const auto isOnline = [](const Tender &tender) { return tender.intent.has_value(); };
    if (sale.awaited || std::ranges::any_of(sale.paid, isOnline)) {
        m_till.say(Tone::Warning, tr("The sale that was discarded has an online payment."),
                   tr("It goes on under Payments: what was paid for no sale is given back there, and until then the "
                      "shift does not close."));
    }
    if (!m_notices)
        return;
    m_notices->post(said, [self = Self(this), sale] {
        // What could not be discarded is parked still.
        const auto isSame = [&sale](const Parked &parked) { return sale.origin && parked.cart == sale.origin; };
        if (!self || std::ranges::any_of(self->m_parked, isSame))
            return;
        self->park(sale);
        self->write();
    });
}

void OpenCartPresenter::decide()
{
    m_undecided.remove(cashier());
    withdraw();
}

// What a cashier left themselves is not decided upon by what becomes of a parked sale.
void OpenCartPresenter::endOffer()
{
    if (m_offeredParked > 0)
        withdraw();
    else
        decide();
}

void OpenCartPresenter::withdraw()
{
    m_offered = {};
    m_offeredSale = {};
    m_offeredParked = 0;
    if (!m_offer)
        return;
    m_offer.reset();
    Q_EMIT offerChanged();
}

} // namespace crema
