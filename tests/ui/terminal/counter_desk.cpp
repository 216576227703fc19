// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/terminal/counter_desk.h"

#include "models/money/cash_rounding.h"
#include "models/pricing/quote.h"

namespace crema::terminal::testing {

namespace {

Currency euro()
{
    return *Currency::fromCode(u"EUR");
}

QUuid idOf(qsizetype number)
{
    return QUuid(static_cast<uint>(0x01900000 + number), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

} // namespace

CounterDesk::CounterDesk()
{
    m_state.open = true;
    m_state.company.name = QStringLiteral("Larkmoor Coffee");
    m_state.company.currency = euro();
    addProduct(QStringLiteral("Flat white"), QStringLiteral("FW-1"), QStringLiteral("4006381333931"), 380);
    addProduct(QStringLiteral("Café crème"), QStringLiteral("CC-1"), QStringLiteral("96385074"), 340);
    addProduct(QStringLiteral("Guji Natural 250 g"), QStringLiteral("GUJI-250"), QStringLiteral("5901234123457"), 1450);
}

void CounterDesk::addProduct(const QString &name, const QString &sku, const QString &barcode, std::int64_t priceMinor)
{
    sync::ProductView view;
    view.product.id = ProductId(idOf(10 + m_products.size()));
    view.product.name = name;
    sync::VariantView variant;
    variant.variant.id = VariantId(idOf(100 + m_products.size()));
    variant.variant.product = view.product.id;
    variant.variant.sku = sku;
    variant.variant.barcodes = {barcode};
    variant.variant.price = Price{Money(priceMinor, euro()), 1};
    view.variants = {variant};
    m_products.append(view);
}

void CounterDesk::enrolDevice()
{
    m_state.enrolled = true;
    Location location;
    location.code = QStringLiteral("MAIN");
    location.name = QStringLiteral("Harbour Street");
    location.currency = euro();
    location.timeZone = "Europe/Berlin";
    m_state.location = location;
    Register till;
    till.code = QStringLiteral("2");
    till.name = QStringLiteral("Till 2");
    m_state.registerInfo = till;
    Q_EMIT changed();
}

void CounterDesk::beginShift()
{
    Shift shift;
    shift.floatAmount = Money(10'000, euro());
    m_state.openShift = shift;
    Q_EMIT changed();
}

QCoro::Task<Result<void>> CounterDesk::enroll(QUrl, QString, QString)
{
    enrolDevice();
    co_return Result<void>();
}

QCoro::Task<Result<QList<Category>>> CounterDesk::categories()
{
    co_return QList<Category>();
}

QCoro::Task<Result<QList<sync::ProductView>>> CounterDesk::products(sync::ProductFilter)
{
    // g++ 12 moves a member out when it is returned from a coroutine by its name alone.
    QList<sync::ProductView> all = m_products;
    co_return all;
}

QCoro::Task<Result<QList<sync::ProductView>>> CounterDesk::findProducts(QString text, int limit)
{
    QList<sync::ProductView> found;
    for (const sync::ProductView &product : m_products) {
        if (found.size() < limit && product.product.name.contains(text, Qt::CaseInsensitive))
            found.append(product);
    }
    co_return found;
}

QCoro::Task<Result<sync::CodeHit>> CounterDesk::findByCode(QString code)
{
    for (const sync::ProductView &product : m_products) {
        const Variant &variant = product.variants.first().variant;
        if (variant.sku == code || variant.barcodes.contains(code))
            co_return sync::CodeHit{product, variant.id};
    }
    co_return failure(ProblemKind::NotFound, QStringLiteral("product.unknown_code"),
                      QStringLiteral("No product has the code %1.").arg(code), QStringLiteral("Search by name."));
}

QCoro::Task<Result<Shift>> CounterDesk::openShift(Money floatAmount)
{
    beginShift();
    m_state.openShift->floatAmount = floatAmount;
    const Shift shift = *m_state.openShift;
    co_return shift;
}

Cart CounterDesk::cartOf(const sync::SaleDraft &draft) const
{
    Cart cart;
    cart.currency = euro();
    for (const sync::SaleLineDraft &wanted : draft.lines) {
        for (const sync::ProductView &product : m_products) {
            const Variant &variant = product.variants.first().variant;
            if (variant.id != wanted.variant)
                continue;
            CartLine line;
            line.variant = variant.id;
            line.product = product.product.id;
            line.sku = variant.sku;
            line.name = product.product.name;
            line.price = *variant.price;
            line.taxRate = TaxRate(1'900);
            line.quantity = wanted.quantity;
            cart.lines.append(line);
        }
    }
    return cart;
}

Result<Sale> CounterDesk::completed(const sync::SaleDraft &draft, const QList<Tender> &tenders) const
{
    const Result<Quote> quoted = crema::quote(cartOf(draft), {});
    if (!quoted)
        return failure(quoted.error());
    QList<Tender> paid = tenders;
    if (paid.isEmpty())
        paid = {{PaymentMethod::Cash, quoted->total}};
    SaleHeader header;
    header.number = QStringLiteral("MAIN-2-%1").arg(m_sales + 1, 6, 10, QLatin1Char('0'));
    header.completedAt = UtcTime(1'700'000'000'000);
    return crema::completeSale(*quoted, paid, CashRounding{}, header);
}

QCoro::Task<Result<Sale>> CounterDesk::quote(sync::SaleDraft draft)
{
    co_return completed(draft, {});
}

QCoro::Task<Result<sync::SaleView>> CounterDesk::completeSale(sync::SaleDraft draft)
{
    QList<Tender> tenders;
    for (const sync::TenderDraft &tender : draft.tenders)
        tenders.append({tender.method, tender.tendered});
    const Result<Sale> sale = completed(draft, tenders);
    if (!sale)
        co_return failure(sale.error());
    ++m_sales;
    ++m_state.queue.queued;
    Q_EMIT changed();
    sync::SaleView view;
    view.sale = *sale;
    co_return view;
}

} // namespace crema::terminal::testing
