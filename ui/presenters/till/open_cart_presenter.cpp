// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/open_cart_presenter.h"

namespace crema {

OpenCartPresenter::OpenCartPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_texts(locale)
{}

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
        const QStringList cashiers = self->m_kept.keys();
        self->m_undecided = QSet<QString>(cashiers.begin(), cashiers.end());
    }
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
    if (lines.isEmpty() && m_undecided.contains(cashier()))
        return;
    decide();
    if (lines.isEmpty())
        m_kept.remove(cashier());
    else
        m_kept.insert(cashier(), lines);
    write();
}

void OpenCartPresenter::write()
{
    const QString text = keptCartsText(m_kept);
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
    prepareOffer(this, m_stop.get_token(), who, m_kept.value(who));
}

QCoro::Task<> OpenCartPresenter::prepareOffer(Self self, std::stop_token stop, QString cashier,
                                              QList<sync::SaleLineDraft> wanted)
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
    if (self->m_offer || cashier != self->cashier() || !self->m_undecided.contains(cashier) ||
        !self->m_till.sale().isEmpty())
        co_return;
    if (quoted && !lines.isEmpty())
        self->showOffer(lines, wanted.size() - lines.size(), quoted->total + quoted->rounding);
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
    m_offer = offer;
    Q_EMIT offerChanged();
}

void OpenCartPresenter::resume()
{
    if (!m_offer)
        return;
    const QList<TillLine> lines = m_offered;
    decide();
    m_till.resumeSale(lines);
}

void OpenCartPresenter::drop()
{
    if (!m_offer)
        return;
    decide();
    followCart();
}

void OpenCartPresenter::decide()
{
    m_undecided.remove(cashier());
    withdraw();
}

void OpenCartPresenter::withdraw()
{
    m_offered.clear();
    if (!m_offer)
        return;
    m_offer.reset();
    Q_EMIT offerChanged();
}

} // namespace crema
