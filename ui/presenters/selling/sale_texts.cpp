// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/sale_texts.h"

#include "models/loyalty/points_ledger.h"
#include "models/pricing/bundle_lines.h"
#include "models/selling/receipt_number.h"
#include "models/selling/return_reason.h"
#include "reports/documents/amount_format.h"
#include "reports/documents/receipt_document.h"
#include "ui/presenters/printing/receipt_input.h"
#include "ui/presenters/syncing/queue_words.h"

#include <QCoreApplication>

namespace crema {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SaleTexts)
};

std::int64_t itemsOf(const Sale &sale)
{
    std::int64_t items = 0;
    const QList<SaleLineRow> rows = saleLineRows(sale.lines); // a bundle is one thing, as it was in the cart
    for (const SaleLineRow &row : rows) {
        const SaleLine &line = sale.lines.at(row.first);
        if (row.isBundle)
            items += line.bundle->quantity.units();
        else
            items += line.unit == Unit::Gram ? 1 : line.quantity.units();
    }
    for (const ReturnedLine &line : sale.returns)
        items -= line.unit == Unit::Gram ? 1 : line.quantity.units();
    return items;
}

Money paidOf(const Sale &sale)
{
    return sale.rounding.isZero() ? sale.total : sale.total + sale.rounding;
}

QString joined(const QStringList &parts)
{
    QStringList full;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            full.append(part);
    }
    return full.join(QStringLiteral(" · "));
}

} // namespace

QString paymentMethodName(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Cash: return Texts::tr("Cash");
    case PaymentMethod::Card: return Texts::tr("Card");
    case PaymentMethod::Invoice: return Texts::tr("On account");
    case PaymentMethod::GiftCard: return Texts::tr("Gift card");
    case PaymentMethod::StoreCredit: return Texts::tr("Store credit");
    case PaymentMethod::Online: return Texts::tr("Online");
    }
    Q_UNREACHABLE();
}

SaleTexts::SaleTexts(const QLocale &locale, const sync::ClientState &state)
    : m_locale(locale), m_state(state), m_texts(locale), m_times(TimeWords::ofShop(locale, state.location))
{}

QString SaleTexts::count(std::int64_t number) const
{
    return m_locale.toString(static_cast<qlonglong>(number));
}

QString saleKey(const sync::SaleView &view)
{
    return view.sharesNumber ? view.sale.id.toString() : view.sale.number;
}

QString SaleTexts::payments(const Sale &sale) const
{
    QStringList names;
    for (const Payment &payment : sale.payments) {
        const QString name = paymentMethodName(payment.method);
        if (!names.contains(name))
            names.append(name);
    }
    const QString paid = names.join(QStringLiteral(", "));
    if (!sale.takesBack())
        return paid;
    return joined({sale.lines.isEmpty() ? Texts::tr("Return") : Texts::tr("Exchange"), paid});
}

SaleRow SaleTexts::row(const sync::SaleView &view) const
{
    const Sale &sale = view.sale;
    SaleRow row;
    row.key = saleKey(view);
    row.number = sale.number;
    row.completedAt = sale.completedAt;
    row.exactText = m_times.exact(sale.completedAt);
    row.cashier = view.cashierName;
    row.customer = view.customerName;
    row.items = itemsOf(sale);
    row.itemsText = count(row.items);
    row.paymentText = payments(sale);
    row.total = paidOf(sale);
    row.totalText = amount(row.total);
    row.plainTime = m_times.plain(sale.completedAt);
    row.plainTotal = documents::plainAmount(row.total, m_locale);
    row.state = shownState(recordStateOf(view.state), m_state.link);
    return row;
}

QString SaleTexts::registerText(const Sale &sale) const
{
    QString name;
    if (m_state.registerInfo && m_state.registerInfo->id == sale.registerId)
        name = m_state.registerInfo->name;
    const std::optional<ReceiptNumber> number = ReceiptNumber::fromString(sale.number);
    if (name.isEmpty() && number)
        name = Texts::tr("Register %1").arg(number->registerCode);
    const bool here = m_state.location && m_state.location->id == sale.location;
    return joined({name, here ? m_state.location->name : number ? number->location : QString()});
}

SaleLineView SaleTexts::line(const SaleLine &line) const
{
    SaleLineView view;
    view.name = line.name;
    QStringList modifiers;
    for (const SaleModifier &modifier : line.modifiers)
        modifiers.append(modifier.name);
    const QString bundle = line.bundle ? Texts::tr("in %1", "a bundle").arg(line.bundle->name) : QString();
    view.detail = joined({line.options, modifiers.join(QStringLiteral(", ")), line.sku, bundle, line.note});
    view.quantityText = m_texts.quantity(line.quantity, line.unit);
    view.unitPriceText = m_texts.price(line.price, line.unit);
    QStringList discounts;
    for (const SaleDiscount &discount : line.discounts)
        discounts.append(Texts::tr("%1 %2", "a discount and its amount").arg(discount.label, amount(-discount.amount)));
    view.discountText = discounts.join(QStringLiteral(", "));
    view.taxText = documents::percentText(line.taxRate.tenThousandths(), m_locale);
    view.totalText = amount(line.gross);
    return view;
}

SaleLineView SaleTexts::line(const ReturnedLine &line) const
{
    SaleLineView view;
    view.name = line.name;
    view.returnText =
        line.number.isEmpty() ? Texts::tr("Return without a receipt") : Texts::tr("Return of %1").arg(line.number);
    view.detail = joined({line.options, line.sku, returnReasonWords(line.reason),
                          line.restock ? QString() : Texts::tr("not back into stock")});
    view.quantityText = u'−' + m_texts.quantity(line.quantity, line.unit);
    if (!line.fee.isZero())
        view.discountText = Texts::tr("%1 kept as a fee").arg(amount(line.fee));
    view.taxText = documents::percentText(line.taxRate.tenThousandths(), m_locale);
    view.totalText = amount(-line.credit());
    return view;
}

QString SaleTexts::itemsText(const Sale &sale) const
{
    const auto items = static_cast<int>(itemsOf(sale));
    return sale.takesBack() && items < 0 ? Texts::tr("%n items came back", nullptr, -items)
                                         : Texts::tr("%n items", nullptr, items);
}

void SaleTexts::addReturns(SaleDetail &detail, const sync::ReturnableSale &returns) const
{
    const Sale &sale = returns.sale.sale;
    for (const ReturnableLine &line : returns.lines) {
        if (line.returned.isZero() || line.line >= sale.lines.size() || line.line >= detail.lines.size())
            continue;
        const Unit unit = sale.lines.at(line.line).unit;
        detail.lines[line.line].returnText =
            Texts::tr("%1 of %2 came back", "two quantities")
                .arg(m_texts.quantity(line.returned, unit), m_texts.quantity(line.sold, unit));
    }
    for (const Sale &document : returns.earlier) {
        // How the sale itself stands is told last.
        detail.events.insert(
            detail.events.size() - 1,
            {QStringLiteral("undo"), Tone::Neutral, Texts::tr("Something came back"),
             Texts::tr("%1: %2", "receipt number, amount").arg(document.number, amount(paidOf(document))),
             m_times.clock(document.completedAt)});
    }
}

void SaleTexts::addAmounts(SaleDetail &detail, const Sale &sale) const
{
    for (const SaleDiscount &discount : sale.discounts)
        detail.discounts.append({discount.label, amount(-discount.amount)});
    if (!sale.rounding.isZero())
        detail.discounts.append({Texts::tr("Rounding"), amount(sale.rounding)});
    for (const TaxSummary &tax : sale.taxes) {
        const QString rate = documents::percentText(tax.rate.tenThousandths(), m_locale);
        detail.taxes.append(
            {Texts::tr("VAT %1 of %2", "rate, net amount").arg(rate, amount(tax.net)), amount(tax.tax)});
    }
    for (const Payment &payment : sale.payments) {
        const QString method = paymentMethodName(payment.method);
        const bool isBack = payment.amount.isNegative();
        const CardSlip slip = payment.card.value_or(CardSlip());
        detail.payments.append({isBack ? Texts::tr("Paid back: %1", "by cash, by card").arg(method)
                                       : joined({method, slip.brand, slip.reference}),
                                amount(isBack ? payment.amount : payment.tendered)});
    }
    for (const Payment &payment : sale.payments) {
        if (!payment.tip.isZero())
            detail.payments.append({Texts::tr("Tip"), amount(-payment.tip)});
        if (!payment.change.isZero())
            detail.payments.append({Texts::tr("Change"), amount(-payment.change)});
    }
    detail.totalText = amount(paidOf(sale));
}

SaleDetail SaleTexts::detail(const sync::SaleView &view, const std::optional<sync::QueueEntry> &entry,
                             UtcTime now) const
{
    const Sale &sale = view.sale;
    SaleDetail detail;
    detail.key = saleKey(view);
    detail.number = sale.number;
    detail.timeText = m_times.relative(sale.completedAt, now);
    detail.exactText = m_times.exact(sale.completedAt);
    detail.cashier = view.cashierName;
    detail.registerText = registerText(sale);
    detail.customer = view.customerName;
    detail.note = sale.note;
    detail.customerNote = sale.customerNote;
    detail.state = shownState(recordStateOf(view.state), m_state.link);
    for (const SaleLine &sold : sale.lines)
        detail.lines.append(line(sold));
    for (const ReturnedLine &back : sale.returns)
        detail.lines.append(line(back));
    detail.itemsText = itemsText(sale);
    addAmounts(detail, sale);
    detail.events = events(view, entry);
    detail.receiptText = receipt(view, receiptColumns);
    return detail;
}

// As its receipt tells it; what was taken has its amount among the discounts.
QString SaleTexts::pointsText(const Sale &sale) const
{
    if (!sale.customer)
        return {};
    const std::int64_t earned = earnedBy(sale);
    const std::int64_t taken = takenBy(sale);
    const std::int64_t back = sale.points - earned;
    return joined({earned == 0 ? QString() : Texts::tr("%1 earned", "points").arg(count(earned)),
                   taken == 0 ? QString() : Texts::tr("%1 taken", "points").arg(count(taken)),
                   back == 0 ? QString() : Texts::tr("%1 with what comes back", "points").arg(count(back))});
}

QList<SaleEvent> SaleTexts::events(const sync::SaleView &view, const std::optional<sync::QueueEntry> &entry) const
{
    const QString time = m_times.clock(view.sale.completedAt);
    QList<SaleEvent> events{{QStringLiteral("check"), Tone::Ok, Texts::tr("Saved here"),
                             Texts::tr("The sale and its receipt number are in this shop's store."), time}};
    if (const QString points = pointsText(view.sale); !points.isEmpty())
        events.append({QStringLiteral("star"), Tone::Neutral, Texts::tr("Points of the customer"), points, time});
    if (view.sharesNumber) {
        events.append({QStringLiteral("warn"),
                       Tone::Warning,
                       Texts::tr("Another sale has the same number"),
                       Texts::tr("Two stores sold under the name of one register. Both sales are kept and counted; a "
                                 "customer who comes back is found by time and amount."),
                       {}});
    }
    switch (recordStateOf(view.state)) {
    case RecordState::SavedHere:
        events.append({recordStateIcon(RecordState::SavedHere),
                       Tone::Neutral,
                       Texts::tr("Waits to be sent"),
                       Texts::tr("It goes out by itself as soon as the platform answers."),
                       {}});
        break;
    case RecordState::Sending:
        events.append({recordStateIcon(RecordState::Sending),
                       Tone::Neutral,
                       Texts::tr("Sent"),
                       Texts::tr("The platform has not confirmed it yet. It is sent again if need be."),
                       {}});
        break;
    case RecordState::Synced:
        events.append({recordStateIcon(RecordState::Synced),
                       Tone::Ok,
                       Texts::tr("On the platform"),
                       Texts::tr("Everybody who may see this sale has it."),
                       {}});
        break;
    case RecordState::NeedsAttention: {
        const Problem problem = entry ? queueProblem(*entry) : Problem();
        const QString why = problem.message.isEmpty()
                                ? Texts::tr("The platform did not take it as it is. Nothing is lost.")
                                : problem.message;
        events.append({recordStateIcon(RecordState::NeedsAttention),
                       Tone::Error,
                       Texts::tr("Needs attention"),
                       problem.hint.isEmpty() ? why : why + u' ' + problem.hint,
                       {}});
        break;
    }
    }
    return events;
}

QString SaleTexts::receipt(const sync::SaleView &view, int columns) const
{
    const documents::ReceiptInput input =
        receiptInputOf(view.sale, m_state, view.cashierName, documents::ReceiptKind::Copy);
    return documents::receiptText(input, m_locale, columns);
}

} // namespace crema
