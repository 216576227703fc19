// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/open_cart_presenter.h"

#include "ui/presenters/shell/notices.h"

#include <algorithm>
#include <iterator>

namespace crema {

namespace {

/// Nobody keeps so many on purpose; the oldest makes room.
constexpr qsizetype maxParked = 50;

} // namespace

OpenCartPresenter::OpenCartPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_texts(locale)
{
    declareActions();
    updateActions();
}

OpenCartPresenter::~OpenCartPresenter()
{
    m_stop.request_stop();
}

void OpenCartPresenter::start()
{
    connect(&m_desk, &TillDesk::changed, this, &OpenCartPresenter::followDesk);
    connect(&m_till, &TillPresenter::cartChanged, this, &OpenCartPresenter::followCart);
    connect(&m_till, &TillPresenter::itemAdded, this, &OpenCartPresenter::noteAdded);
    connect(&m_till, &TillPresenter::modeChanged, this, &OpenCartPresenter::offerWhenPossible);
    connect(&m_till, &TillPresenter::modeChanged, this, &OpenCartPresenter::updateActions);
    followDesk();
}

QString OpenCartPresenter::cashier() const
{
    const std::optional<Person> &person = m_desk.state().person;
    return person ? person->id.toString() : QString();
}

void OpenCartPresenter::followDesk()
{
    if (m_reading == Reading::NotYet && m_desk.state().open && !m_desk.state().readOnly) {
        m_reading = Reading::Busy;
        readCart(this, m_stop.get_token());
    } else if (m_reading == Reading::Done) {
        if (m_offer && m_offeredTo != cashier())
            withdraw();
        offerWhenPossible();
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
        for (const QList<sync::SaleLineDraft> &sale : parked)
            self->m_parked.append({++self->m_lastParked, sale});
        const QStringList cashiers = self->m_kept.keys();
        self->m_undecided = QSet<QString>(cashiers.begin(), cashiers.end());
    }
    self->updateActions();
    Q_EMIT self->parkedChanged();
    self->followCart();
    self->offerWhenPossible();
}

// What the program before left stays until it is decided upon, or the same cashier begins another sale.
void OpenCartPresenter::followCart()
{
    const bool signedOut = m_desk.state().enrolled && !m_desk.state().person;
    if (m_reading != Reading::Done || signedOut)
        return;
    const bool paid = m_till.mode() == TillMode::ChangeDue;
    const QList<sync::SaleLineDraft> lines = paid ? QList<sync::SaleLineDraft>() : m_till.sale().draft().lines;
    const bool isUndecided = m_undecided.contains(cashier());
    updateActions();
    if (lines.isEmpty() && (isUndecided || m_offer))
        return;
    if (isUndecided)
        park(m_kept.value(cashier()));
    decide();
    if (lines.isEmpty())
        m_kept.remove(cashier());
    else
        m_kept.insert(cashier(), lines);
    write();
}

void OpenCartPresenter::write()
{
    ParkedSales parked;
    for (const Parked &sale : std::as_const(m_parked))
        parked.append(sale.lines);
    const QString text = keptCartsText(m_kept, parked);
    if (text == m_text)
        return;
    m_text = text;
    ++m_revision;
    if (!m_writing) {
        m_writing = true;
        writeCart(this, m_stop.get_token());
    }
}

// However fast items come, one write is under way and at most one waits: the newest.
QCoro::Task<> OpenCartPresenter::writeCart(Self self, std::stop_token stop)
{
    while (self->m_written != self->m_revision) {
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
    if (m_offer || !m_undecided.contains(who) || m_till.mode() != TillMode::Selling || !m_till.sale().isEmpty())
        return;
    prepareOffer(this, m_stop.get_token(), who, m_kept.value(who), 0);
}

QCoro::Task<> OpenCartPresenter::prepareOffer(Self self, std::stop_token stop, QString cashier,
                                              QList<sync::SaleLineDraft> wanted, std::uint64_t parked)
{
    QList<TillLine> lines;
    sync::SaleDraft draft;
    for (const sync::SaleLineDraft &one : std::as_const(wanted)) {
        const QString code = one.variant.toString();
        const Result<sync::CodeHit> hit = co_await self->m_desk.findByCode(code);
        if (stop.stop_requested() || !self)
            co_return;
        if (!hit || (!one.price && !hit->hit().variant.price))
            continue;
        lines.append({0, tillItem(hit->product, hit->hit()), one.quantity, one.price});
        draft.lines.append(one);
    }
    const Result<Sale> quoted = co_await self->m_desk.quote(draft);
    if (stop.stop_requested() || !self)
        co_return;
    // A sale was begun meanwhile, somebody else works here now, or the offer is up already.
    const bool isWanted = parked > 0 ? self->rowOf(parked) >= 0 : self->m_undecided.contains(cashier);
    if (self->m_offer || cashier != self->cashier() || !isWanted || !self->m_till.sale().isEmpty())
        co_return;
    if (quoted && !lines.isEmpty()) {
        self->m_offeredDraft = wanted;
        self->m_offeredParked = parked;
        self->showOffer(lines, wanted.size() - lines.size(), quoted->total + quoted->rounding);
    } else if (parked > 0) {
        self->m_till.say(quoted ? Problem{ProblemKind::NotFound,
                                          QStringLiteral("till.parked_unsellable"),
                                          tr("Nothing of the parked sale is in the catalog any more."),
                                          tr("Ring it up anew."),
                                          {}}
                                : quoted.error());
    }
}

void OpenCartPresenter::showOffer(const QList<TillLine> &lines, qsizetype missing, const Money &total)
{
    m_offered = lines;
    m_offeredTo = cashier();
    OpenCartOffer offer;
    for (const TillLine &line : lines)
        offer.lines.append(tr("%1 × %2").arg(m_texts.quantity(line.quantity, line.item.unit), line.item.name));
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
    const QList<TillLine> lines = m_offered;
    takeOfferedFromParked();
    endOffer();
    m_till.resumeSale(lines);
}

void OpenCartPresenter::drop()
{
    if (!m_offer)
        return;
    if (!m_offer->isParked)
        park(m_offeredDraft);
    endOffer();
    followCart();
}

void OpenCartPresenter::discard()
{
    if (!m_offer)
        return;
    const QList<sync::SaleLineDraft> lines = m_offeredDraft;
    const QString total = m_offer->totalText;
    takeOfferedFromParked();
    endOffer();
    followCart();
    write();
    if (m_notices) {
        m_notices->post(tr("The sale of %1 was discarded.").arg(total), [self = Self(this), lines] {
            if (!self)
                return;
            self->park(lines);
            self->write();
        });
    }
}

void OpenCartPresenter::recall()
{
    if (m_parked.isEmpty() || m_till.mode() != TillMode::Selling || !m_till.sale().isEmpty())
        return;
    if (m_offer && m_offeredParked == 0)
        return;
    const qsizetype shown = m_offer ? rowOf(m_offeredParked) : 0;
    const Parked next = m_parked.at(shown > 0 ? shown - 1 : m_parked.size() - 1);
    withdraw();
    prepareOffer(this, m_stop.get_token(), cashier(), next.lines, next.number);
}

qsizetype OpenCartPresenter::rowOf(std::uint64_t parked) const
{
    const auto found = std::find_if(m_parked.cbegin(), m_parked.cend(),
                                    [parked](const Parked &sale) { return sale.number == parked; });
    return found == m_parked.cend() ? -1 : std::distance(m_parked.cbegin(), found);
}

void OpenCartPresenter::takeOfferedFromParked()
{
    const qsizetype row = rowOf(m_offeredParked);
    if (row < 0)
        return;
    m_parked.removeAt(row);
    updateActions();
    Q_EMIT parkedChanged();
}

void OpenCartPresenter::park(const QList<sync::SaleLineDraft> &lines)
{
    if (lines.isEmpty())
        return;
    if (m_parked.size() == maxParked)
        m_parked.removeFirst();
    m_parked.append({++m_lastParked, lines});
    updateActions();
    Q_EMIT parkedChanged();
}

void OpenCartPresenter::declareActions()
{
    m_actions.add({QStringLiteral("till.recall"),
                   tr("Parked sales"),
                   QStringLiteral("pause"),
                   ActionCategory::Sale,
                   {QStringLiteral("F7"), QStringLiteral("Alt+R")},
                   {}},
                  [this] { recall(); });
}

void OpenCartPresenter::updateActions()
{
    Action &recall = *m_actions.find(u"till.recall");
    recall.setText(m_parked.isEmpty() ? tr("Parked sales") : tr("Parked sales (%1)").arg(m_parked.size()));
    const bool isFree = m_till.mode() == TillMode::Selling && m_till.sale().isEmpty();
    recall.setDisabledReason(m_parked.isEmpty() ? tr("No sale is parked.")
                             : isFree           ? QString()
                                                : tr("Finish the present sale first."));
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
    m_offered.clear();
    m_offeredDraft.clear();
    m_offeredParked = 0;
    if (!m_offer)
        return;
    m_offer.reset();
    Q_EMIT offerChanged();
}

} // namespace crema
