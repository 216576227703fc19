// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's one sale: what it holds, what became of it, which one is next.
#include "ui/presenters/selling/sale_list_presenter.h"

#include "sync/client/reading_right.h"
#include "ui/presenters/selling/payment_words.h"

namespace crema {

namespace {

constexpr int queuePage = 1'000;
constexpr int queuePages = 10;

} // namespace

void SaleListPresenter::openSale(const QString &key)
{
    const QString wanted = key.trimmed();
    if (wanted.isEmpty() || wanted == m_openKey)
        return;
    m_openKey = wanted;
    m_detail.reset();
    m_detailProblem.reset();
    updateActions();
    Q_EMIT detailChanged();
    Q_EMIT placeChanged();
    readOpenSale();
}

void SaleListPresenter::closeSale()
{
    if (m_openKey.isEmpty())
        return;
    m_detailStop.request_stop();
    m_openKey.clear();
    m_detail.reset();
    m_detailProblem.reset();
    updateActions();
    Q_EMIT detailChanged();
    Q_EMIT placeChanged();
}

void SaleListPresenter::readOpenSale()
{
    if (m_openKey.isEmpty())
        return;
    m_detailStop.request_stop();
    m_detailStop = std::stop_source();
    if (const Result<void> right = sync::maySeeSales(m_desk.state()); !right) {
        detailFailed(right.error());
        return;
    }
    readDetail(this, m_detailStop.get_token(), m_openKey);
}

void SaleListPresenter::detailFailed(const Problem &problem)
{
    if (problem.kind == ProblemKind::NotAllowed) {
        m_openSale.reset();
        m_detail.reset();
        updateActions();
    }
    // What was shown of it stays: a sale does not change, only its state may be older than it looks.
    if (!m_detail)
        m_detailProblem = problem;
    Q_EMIT detailChanged();
}

QCoro::Task<> SaleListPresenter::readDetail(Self self, std::stop_token stop, QString number)
{
    const Result<sync::SaleView> sale = co_await self->m_desk.sale(number);
    if (stop.stop_requested() || !self)
        co_return;
    if (!sale) {
        self->detailFailed(sale.error());
        co_return;
    }
    std::optional<sync::QueueEntry> entry;
    if (sale->state == sync::SyncState::NeedsAttention) {
        entry = co_await findEntry(self, stop, *sale);
        if (stop.stop_requested() || !self)
            co_return;
    }
    // By its id: another sale may have the same number. What came back is told where it is known.
    const Result<sync::ReturnableSale> returns = co_await self->m_desk.returnable(sale->sale.id.toString());
    if (stop.stop_requested() || !self)
        co_return;
    SaleDetail detail = self->texts().detail(*sale, entry, self->m_clock.now());
    if (returns)
        self->texts().addReturns(detail, *returns);
    // Where the document names the payment only, the card is known of its intent.
    for (qsizetype row = 0; row < sale->sale.payments.size(); ++row) {
        const Payment &payment = sale->sale.payments.at(row);
        const std::optional<PaymentIntentId> id = payment.intent;
        if (!id || payment.card)
            continue;
        const Result<PaymentIntent> intent = co_await self->m_desk.paymentIntent(*id);
        if (stop.stop_requested() || !self)
            co_return;
        const QString card = intent ? intentCardText(*intent) : QString();
        if (!card.isEmpty() && row < detail.payments.size())
            detail.payments[row].label += QStringLiteral(" · ") + card;
    }
    self->m_openReturns = returns ? std::optional(*returns) : std::nullopt;
    self->m_detailProblem.reset();
    if (self->m_detail == detail)
        co_return;
    self->m_openSale = *sale;
    self->m_detail = detail;
    self->m_openKey = detail.key; // an id or another spelling led here
    self->updateActions();
    Q_EMIT self->detailChanged();
}

QCoro::Task<std::optional<sync::QueueEntry>> SaleListPresenter::findEntry(Self self, std::stop_token stop,
                                                                          sync::SaleView view)
{
    sync::QueueFilter filter;
    filter.needsAttentionOnly = true;
    filter.limit = queuePage;
    for (int page = 0; page < queuePages; ++page) {
        const Result<QList<sync::QueueEntry>> entries = co_await self->m_desk.queue(filter);
        if (stop.stop_requested() || !self || !entries)
            break;
        for (const sync::QueueEntry &entry : *entries) {
            if (entry.operation.subject.id == view.sale.id.value())
                co_return entry;
        }
        if (entries->size() < queuePage)
            break;
        filter.offset += queuePage;
    }
    co_return std::nullopt;
}

void SaleListPresenter::step(int rows)
{
    const qsizetype at = rowOf(m_openKey);
    const qsizetype next = at + rows;
    if (at < 0 || next < 0 || next >= m_rows.size())
        return;
    openSale(m_rows.at(next).key);
    if (next + 1 == m_rows.size())
        fetchMore(); // so that the list does not end where the reading did
}

QString SaleListPresenter::receiptText(int columns) const
{
    return m_detail && m_openSale ? texts().receipt(*m_openSale, columns) : QString();
}

QString SaleListPresenter::positionText() const
{
    const qsizetype row = rowOf(m_openKey);
    if (row < 0)
        return {};
    const SaleTexts words = texts();
    if (canFetchMore())
        return tr("%1 of more than %2").arg(words.count(row + 1), words.count(m_rows.size()));
    return tr("%1 of %2").arg(words.count(row + 1), words.count(m_rows.size()));
}

} // namespace crema
