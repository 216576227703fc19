// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's codes: what a scan or a typed code leads to.
#include "models/catalog/barcode.h"
#include "models/giftcards/gift_code.h"
#include "models/settings/scale_codes.h"
#include "ui/presenters/till/bundle_words.h"
#include "ui/presenters/till/scanned_code.h"
#include "ui/presenters/till/till_presenter.h"
#include "ui/presenters/till/till_weighing.h"

#include <QRegularExpression>

namespace crema {

namespace {

/// Whether a code is one, also where it is not taken: it has ended or is used up.
bool isCoupon(const Result<Promotion> &found)
{
    return found || (found.error().code.startsWith(QLatin1String("coupon.")) &&
                     found.error().code != QLatin1String("coupon.unknown"));
}

} // namespace

void TillPresenter::enterCode(const QString &text)
{
    const QString entered = text.trimmed();
    if (entered.isEmpty())
        return;
    if (m_options) {
        refuseCode(entered, tr("A variant of “%1” is asked for, so the code was not taken.").arg(m_options->product),
                   tr("Choose one or press Esc, then scan again."));
        return;
    }
    if (m_weighing->view()) {
        refuseCode(entered,
                   tr("The weight of “%1” is asked for, so the code was not taken.").arg(m_weighing->view()->product),
                   tr("Type it or press Esc, then scan again."));
        return;
    }
    if (isLikeGiftCode(entered)) {
        giftCardScanned(entered);
        return;
    }
    if (!prepareSale()) {
        Q_EMIT codeRefused(entered);
        return;
    }
    static const QRegularExpression quantityFirst(QStringLiteral("^([0-9]{1,3})\\*(.*)$"));
    const QRegularExpressionMatch match = quantityFirst.match(entered);
    QString code = entered;
    if (match.hasMatch()) {
        m_multiplier = qMax<std::int64_t>(match.captured(1).toLongLong(), 1);
        code = match.captured(2).trimmed();
        Q_EMIT entryChanged();
    }
    if (code.isEmpty())
        return;
    // Whoever goes on scanning has answered what to do with a whole article number; scanning that article itself says
    // what was meant.
    const QString asked = std::exchange(m_lookUp, {});
    const Result<Barcode> barcode = Barcode::parse(asked);
    const std::int64_t quantity = takeMultiplier();
    if (barcode && barcode->kind() == Barcode::Kind::Gtin && asked != code)
        lookUp(asked, 0);
    lookUp(code, quantity);
}

void TillPresenter::lookUp(const QString &code, std::int64_t quantity)
{
    ++m_codesInFlight;
    updateActions();
    addCode(this, m_stop.get_token(), code, quantity, m_cartNumber);
}

void TillPresenter::refuseCode(const QString &code, const QString &text, const QString &hint)
{
    say(Tone::Error, text, hint);
    Q_EMIT codeRefused(code);
}

QCoro::Task<> TillPresenter::addCode(Self self, std::stop_token stop, QString entered, std::int64_t quantity,
                                     std::uint64_t cart)
{
    const ScannedCode scanned =
        readScan(entered, scaleCodesOf(self->m_desk.state().settings), self->m_desk.state().currency());
    if (scanned.label) {
        // A label whose item nobody knows may still be an ordinary code.
        const Result<sync::CodeHit> labelled = co_await self->m_desk.findByCode(scanned.label->item);
        if (stop.stop_requested() || !self)
            co_return;
        if (labelled && cart == self->m_cartNumber) {
            --self->m_codesInFlight;
            const TillItem item = tillItem(labelled->product, labelled->hit());
            const bool mayAsk = !self->m_options && !self->m_weighing->view();
            const std::uint64_t before = self->m_cartRevision;
            self->addLabelled(item, scanned, quantity);
            if (item.price && !item.archived && (mayAsk || self->m_cartRevision != before))
                Q_EMIT self->codeFound(entered);
            self->codeEnded();
            co_return;
        }
    }
    const Result<sync::CodeHit> hit = co_await self->m_desk.findByCode(scanned.code);
    if (stop.stop_requested() || !self)
        co_return;
    if (!hit && hit.error().kind == ProblemKind::NotFound) {
        const Result<Promotion> coupon = co_await self->m_desk.promotionOfCoupon(scanned.code);
        if (stop.stop_requested() || !self)
            co_return;
        if (isCoupon(coupon)) {
            --self->m_codesInFlight;
            if (cart == self->m_cartNumber)
                self->couponScanned(entered, coupon);
            self->codeEnded();
            co_return;
        }
        const Result<QList<Customer>> holders = co_await self->m_desk.customersWithCard(entered.trimmed());
        if (stop.stop_requested() || !self)
            co_return;
        if (holders && !holders->isEmpty()) {
            --self->m_codesInFlight;
            if (cart == self->m_cartNumber)
                self->customerCardScanned(entered, *holders);
            self->codeEnded();
            co_return;
        }
    }
    --self->m_codesInFlight;
    if (cart == self->m_cartNumber)
        self->codeAnswered(hit, scanned, quantity);
    else
        self->codeEnded();
}

void TillPresenter::customerCardScanned(const QString &code, const QList<Customer> &holders)
{
    if (holders.size() > 1) {
        refuseCode(code, tr("Several customers have this card."),
                   tr("Choose one of them by name, or merge them under Customers."));
        return;
    }
    const Customer &customer = holders.constFirst();
    changeCart([&](TillSale &sale) { return sale.setCustomer(TillCustomer::of(customer)); });
    say(Tone::Ok, tr("The sale is for %1.").arg(customer.name));
    Q_EMIT codeFound(code);
}

void TillPresenter::codeAnswered(const Result<sync::CodeHit> &hit, const ScannedCode &scanned, std::int64_t quantity)
{
    const QString &code = scanned.code;
    if (hit) {
        const TillItem item = tillItem(hit->product, hit->hit());
        const bool mayAsk = !m_options && !m_weighing->view();
        const std::uint64_t before = m_cartRevision;
        addItem(item, quantity, {}, scanned.note);
        if (item.price && !item.archived && !whyNoBundle(item) && (mayAsk || m_cartRevision != before))
            Q_EMIT codeFound(code);
    } else {
        m_payWhenReady = false;
        say(hit.error());
        if (hit.error().kind == ProblemKind::NotFound)
            Q_EMIT codeUnknown(code);
        Q_EMIT codeRefused(code);
    }
    codeEnded();
}

void TillPresenter::addLabelled(const TillItem &item, const ScannedCode &scanned, std::int64_t count)
{
    const InStoreCode &label = *scanned.label;
    const std::int64_t times = std::max<std::int64_t>(count, 1);
    const bool byWeight = item.unit == Unit::Gram;
    if (label.kind != InStoreValue::Price || !item.price || (byWeight && item.price->amount.isZero())) {
        addItem(item, label.value * times, {}, scanned.note);
        return;
    }
    // What the label says is what the customer pays; a weighed item leaves the stock by the weight that costs so much.
    const std::int64_t units =
        byWeight ? std::max<std::int64_t>(label.value * item.price->per / item.price->amount.minor(), 1) : 1;
    addItem(item, units * times, Price{Money(label.value, item.price->amount.currency()), units}, scanned.note);
}

void TillPresenter::addProduct(const sync::ProductView &product, const VariantId &variant)
{
    if (prepareSale())
        addItem(tillItem(product, sync::CodeHit{product, variant}.hit()), takeMultiplier());
}

} // namespace crema
