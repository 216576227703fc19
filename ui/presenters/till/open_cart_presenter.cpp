// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/open_cart_presenter.h"

#include "ui/presenters/till/kept_cart.h"

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

void OpenCartPresenter::followDesk()
{
    if (m_reading != Reading::NotYet || !m_desk.state().open || m_desk.state().readOnly)
        return;
    m_reading = Reading::Busy;
    readCart(this, m_stop.get_token());
}

QCoro::Task<> OpenCartPresenter::readCart(Self self, std::stop_token stop)
{
    const Result<QString> cart = co_await self->m_desk.openCart();
    if (stop.stop_requested() || !self)
        co_return;
    self->m_reading = Reading::Done;
    if (cart) {
        self->m_cart = *cart;
        self->m_found = keptCartLines(*cart);
    }
    self->followCart();
    self->offerWhenPossible();
}

// An empty cart is written only after one that had lines: what the program before left stays until it is decided upon.
void OpenCartPresenter::followCart()
{
    if (m_reading != Reading::Done)
        return;
    const bool paid = m_till.mode() == TillMode::ChangeDue;
    const QString cart = paid ? QString() : keptCartText(m_till.sale().draft());
    if (cart.isEmpty() && (m_offer || !m_found.isEmpty()))
        return;
    withdraw();
    if (cart != m_cart)
        write(cart);
}

void OpenCartPresenter::write(const QString &cart)
{
    m_cart = cart;
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
        const QString cart = self->m_cart;
        const Result<void> kept = co_await self->m_desk.keepOpenCart(cart);
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
    if (m_found.isEmpty() || m_till.mode() != TillMode::Selling || !m_till.sale().isEmpty())
        return;
    prepareOffer(this, m_stop.get_token(), m_found);
}

QCoro::Task<> OpenCartPresenter::prepareOffer(Self self, std::stop_token stop, QList<sync::SaleLineDraft> wanted)
{
    QList<TillLine> lines;
    sync::SaleDraft draft;
    for (const sync::SaleLineDraft &one : std::as_const(wanted)) {
        const QString code = one.variant.toString();
        const Result<sync::CodeHit> hit = co_await self->m_desk.findByCode(code);
        if (stop.stop_requested() || !self)
            co_return;
        if (!hit || !hit->hit().variant.price)
            continue;
        lines.append({0, tillItem(hit->product, hit->hit()), one.quantity});
        draft.lines.append(one);
    }
    const Result<Sale> quoted = co_await self->m_desk.quote(draft);
    if (stop.stop_requested() || !self)
        co_return;
    if (quoted && !lines.isEmpty())
        self->showOffer(lines, wanted.size() - lines.size(), quoted->total + quoted->rounding);
}

void OpenCartPresenter::showOffer(const QList<TillLine> &lines, qsizetype missing, const Money &total)
{
    // A sale was begun meanwhile, or the offer is up already.
    if (m_found.isEmpty() || !m_till.sale().isEmpty())
        return;
    m_found.clear();
    m_offered = lines;
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
    withdraw();
    m_till.resumeSale(lines);
}

void OpenCartPresenter::drop()
{
    if (!m_offer)
        return;
    withdraw();
    followCart();
}

void OpenCartPresenter::withdraw()
{
    m_found.clear();
    m_offered.clear();
    if (!m_offer)
        return;
    m_offer.reset();
    Q_EMIT offerChanged();
}

} // namespace crema
