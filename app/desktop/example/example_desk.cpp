// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/example_desk.h"

#include "app/desktop/example/gate.h"
#include "models/catalog/barcode.h"
#include "models/money/allocation.h"
#include "models/selling/cash_amount.h"
#include "models/selling/complete_sale.h"
#include "models/selling/practice_sale.h"
#include "models/selling/shift_rules.h"
#include "models/settings/modifier_groups.h"
#include "models/text/fold.h"
#include "sync/client/open_cart_note.h"

#include <algorithm>

namespace crema::desktop {

namespace {

const Currency euro = *Currency::fromCode(u"EUR");

/// As the store keeps codes, so that both forms of one code are one.
QString storedCode(const QString &code)
{
    const Result<Barcode> barcode = Barcode::parse(code);
    return barcode ? barcode->normalised() : code;
}

bool holdsWords(const sync::ProductView &product, const QStringList &words)
{
    QString text = foldForSearch(product.product.name);
    for (const sync::VariantView &view : product.variants)
        text += u' ' + foldForSearch(view.variant.optionText() + u' ' + view.variant.sku + u' ' +
                                     view.variant.barcodes.join(u' '));
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
}

QUuid idOf(quint32 number)
{
    return QUuid(0x01900000 + number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

/// Takes the discounts off what is left, one after the other.
QList<SaleDiscount> takeOff(const QList<sync::DiscountDraft> &wanted, Money &left)
{
    QList<SaleDiscount> taken;
    for (const sync::DiscountDraft &discount : wanted) {
        const std::int64_t minor = discount.tenThousandths ? left.minor() * *discount.tenThousandths / 10'000
                                                           : std::min(discount.amount->minor(), left.minor());
        taken.append({discount.label, discount.tenThousandths, Money(minor, left.currency())});
        left -= taken.last().amount;
    }
    return taken;
}

/// What is taken off the whole sale, each line its share.
void shareDiscounts(Sale &sale, const QList<sync::DiscountDraft> &wanted)
{
    const Money before = sale.total;
    sale.discounts = takeOff(wanted, sale.total);
    std::vector<std::int64_t> weights;
    for (const SaleLine &line : std::as_const(sale.lines))
        weights.push_back(line.gross.minor());
    if (sale.discounts.isEmpty())
        return;
    const std::vector<Money> shares = allocate(before - sale.total, weights);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        SaleLine &line = sale.lines[static_cast<qsizetype>(i)];
        line.cartDiscount = shares[i];
        line.gross -= shares[i];
        line.tax = Money(line.gross.minor() / 6, line.gross.currency());
        line.net = line.gross - line.tax;
    }
}

} // namespace

QUuid ExampleDesk::nextId()
{
    return idOf(m_nextId++);
}

ExampleDesk::ExampleDesk() : m_salesGate(std::make_unique<Gate>())
{
    m_state.company.name = QStringLiteral("Larkmoor Coffee");
    m_state.company.currency = euro;
}

ExampleDesk::~ExampleDesk()
{
    m_salesGate->open();
}

void ExampleDesk::addCategory(const QString &name)
{
    Category category;
    category.id = CategoryId(idOf(m_nextId++));
    category.name = name;
    m_categories.append(category);
}

void ExampleDesk::addProduct(const QString &name, const QString &sku, const QString &barcode, std::int64_t priceMinor,
                             int category, std::int64_t onHand)
{
    appendVariant(newProduct(name, category), {}, sku, barcode, priceMinor, onHand);
}

sync::ProductView &ExampleDesk::newProduct(const QString &name, int category)
{
    sync::ProductView view;
    view.product.id = ProductId(idOf(m_nextId++));
    view.product.name = name;
    if (category >= 0) {
        view.product.categories = {m_categories.at(category).id};
        view.categoryNames = {m_categories.at(category).name};
    }
    m_products.append(view);
    return m_products.last();
}

void ExampleDesk::nameOption(const QString &option)
{
    if (!option.isEmpty())
        m_products.last().variants.last().variant.options = {{QStringLiteral("Size"), option}};
}

void ExampleDesk::describe(const QString &brand, const QString &description)
{
    m_products.last().product.brand = brand;
    m_products.last().product.description = description;
}

void ExampleDesk::archive()
{
    m_products.last().product.archived = true;
}

void ExampleDesk::addVariant(const QString &product, const QString &size, const QString &sku, const QString &barcode,
                             std::int64_t priceMinor, int category, std::int64_t onHand)
{
    auto found = std::find_if(m_products.begin(), m_products.end(),
                              [&](const sync::ProductView &view) { return view.product.name == product; });
    sync::ProductView &view = found == m_products.end() ? newProduct(product, category) : *found;
    appendVariant(view, size, sku, barcode, priceMinor, onHand);
}

void ExampleDesk::appendVariant(sync::ProductView &product, const QString &size, const QString &sku,
                                const QString &barcode, std::int64_t priceMinor, std::int64_t onHand)
{
    sync::VariantView view;
    view.variant.id = VariantId(idOf(m_nextId++));
    view.variant.product = product.product.id;
    view.variant.sku = sku;
    if (!barcode.isEmpty())
        view.variant.barcodes = {storedCode(barcode)};
    if (!size.isEmpty())
        view.variant.options = {{QStringLiteral("Size"), size}};
    if (priceMinor >= 0)
        view.variant.price = Price{Money(priceMinor, euro), 1};
    view.onHand = Quantity(onHand);
    product.variants.append(view);
}

void ExampleDesk::openStore(bool enrolled, bool shiftOpen)
{
    m_state.open = true;
    m_state.enrolled = enrolled;
    if (enrolled) {
        Location location;
        location.id = LocationId(idOf(9001));
        location.code = QStringLiteral("HARBOUR");
        location.name = QStringLiteral("Harbour Street");
        location.currency = euro;
        location.timeZone = "Europe/Berlin";
        m_state.location = location;
        Register till;
        till.id = RegisterId(idOf(9002));
        till.name = QStringLiteral("Till 1");
        till.code = QStringLiteral("1");
        m_state.registerInfo = till;
        if (m_people.isEmpty())
            addPerson(QStringLiteral("Mina Kowalski"), Role::Manager);
        if (!m_state.person)
            m_state.person = m_people.first();
        m_state.link = sync::Link::Online;
    }
    m_state.openShift.reset();
    if (shiftOpen) {
        Shift shift;
        shift.id = ShiftId(idOf(9003 + static_cast<quint32>(m_closedShifts.size())));
        shift.location = m_state.location->id;
        shift.registerId = m_state.registerInfo->id;
        shift.businessDay = QDate(2026, 11, 20);
        shift.openedBy = m_state.person->id;
        shift.openedAt = UtcTime(1'795'158'600'000); // ten past seven of the day on which StillClock stands
        shift.floatAmount = Money(10000, euro);
        shift.salesTotal = shift.cashTotal = shift.movedTotal = Money(0, euro);
        m_state.openShift = shift;
    }
    Q_EMIT changed();
}

void ExampleDesk::addPerson(const QString &name, Role role)
{
    Person person;
    person.id = PersonId(idOf(m_nextId++));
    person.name = name;
    person.role = role;
    person.permissions = permissionsOf(role);
    person.pinHash = QStringLiteral("1234");
    person.email = person.name.section(u' ', 0, 0).toLower() + QStringLiteral("@larkmoor.example");
    m_people.append(person);
}

QCoro::Task<> ExampleDesk::turn()
{
    co_return;
}

QCoro::Task<Result<void>> ExampleDesk::enroll(QUrl, QString code, QString)
{
    co_await turn();
    if (code != QLatin1String("K7QP-3M2X")) {
        co_return failure(ProblemKind::NotAllowed, QStringLiteral("device.wrong_code"),
                          QStringLiteral("The code is not known."), QStringLiteral("Ask for a new one."));
    }
    openStore(true, false);
    co_return Result<void>();
}

QCoro::Task<Result<QList<Category>>> ExampleDesk::categories()
{
    co_await turn();
    const QList<Category> categories = m_categories; // g++ 12 would move the member out
    co_return categories;
}

QCoro::Task<Result<QList<sync::ProductView>>> ExampleDesk::products(sync::ProductFilter filter)
{
    co_await turn();
    const QStringList words = searchWords(filter.text);
    QList<sync::ProductView> found;
    int skipped = 0;
    for (const sync::ProductView &product : m_products) {
        if (found.size() == filter.limit)
            break;
        const bool wanted = (filter.archived || !product.product.archived) &&
                            (!filter.category || product.product.categories.contains(*filter.category)) &&
                            holdsWords(product, words);
        if (wanted && skipped++ >= filter.offset)
            found.append(product);
    }
    co_return found;
}

QCoro::Task<Result<QList<sync::ProductView>>> ExampleDesk::findProducts(QString text, int limit)
{
    sync::ProductFilter filter;
    filter.text = text;
    filter.limit = limit;
    return ExampleDesk::products(filter);
}

QCoro::Task<Result<sync::CodeHit>> ExampleDesk::findByCode(QString code)
{
    co_await turn();
    for (const sync::ProductView &product : m_products) {
        for (const sync::VariantView &view : product.variants) {
            if (view.variant.sku == code || view.variant.barcodes.contains(storedCode(code)) ||
                view.variant.id.toString() == code)
                co_return sync::CodeHit{product, view.variant.id};
        }
    }
    co_return failure(ProblemKind::NotFound, QStringLiteral("product.unknown_code"),
                      QStringLiteral("No product has the code %1.").arg(code),
                      QStringLiteral("Search for it by name."));
}

QCoro::Task<Result<Shift>> ExampleDesk::openShift(Money floatAmount)
{
    co_await turn();
    openStore(true, true);
    m_state.openShift->floatAmount = floatAmount;
    co_return *m_state.openShift;
}

std::pair<const sync::ProductView *, const Variant *> ExampleDesk::soldAs(const VariantId &id) const
{
    for (const sync::ProductView &product : m_products) {
        for (const sync::VariantView &view : product.variants) {
            if (view.variant.id == id)
                return {&product, &view.variant};
        }
    }
    return {nullptr, nullptr};
}

void ExampleDesk::addOffCatalog(Sale &sale, const sync::SaleLineDraft &wanted)
{
    const TaxClass taxClass{wanted.offCatalog->taxClass, {}, TaxRate(2000), true};
    const Result<CartLine> made = offCatalogLine(*wanted.offCatalog, wanted.price, {taxClass});
    if (!made)
        return;
    SaleLine line;
    line.variant = made->variant;
    line.product = made->product;
    line.name = made->name;
    line.quantity = wanted.quantity;
    line.price = made->price;
    line.cartDiscount = Money(0, euro);
    line.gross = *line.price.extended(wanted.quantity);
    line.discounts = takeOff(wanted.discounts, line.gross);
    line.note = wanted.note;
    line.taxRate = made->taxRate;
    line.tax = Money(line.gross.minor() / 6, euro);
    line.net = line.gross - line.tax;
    sale.lines.append(line);
    sale.total += line.gross;
}

Sale ExampleDesk::priced(const sync::SaleDraft &draft) const
{
    Sale sale;
    sale.customer = draft.customer;
    sale.note = draft.note;
    sale.customerNote = draft.customerNote;
    sale.total = sale.rounding = Money(0, euro);
    const AppliedPromotions given = promotionsFor(draft);
    for (const sync::SaleLineDraft &wanted : draft.lines) {
        if (wanted.offCatalog) {
            addOffCatalog(sale, wanted);
            continue;
        }
        const auto [product, variant] = soldAs(wanted.variant);
        if (!variant)
            continue;
        if (variant->isBundle()) {
            sellBundle(sale, wanted, *product, *variant);
            continue;
        }
        SaleLine line;
        line.variant = variant->id;
        line.sku = variant->sku;
        line.unit = variant->unit;
        line.name = product->product.name;
        if (!variant->options.isEmpty())
            line.name += QLatin1Char(' ') + variant->optionText();
        line.quantity = wanted.quantity;
        line.price = wanted.price ? *wanted.price : *variant->price;
        const QList<ModifierGroup> groups = modifierGroups(m_state.settings, euro);
        for (const ModifierId &id : wanted.modifiers)
            line.modifiers.append(findModifier(groups, id).value_or(SaleModifier{id, {}, Money(0, euro)}));
        line.price = withModifiers(line.price, line.modifiers).value_or(line.price);
        line.cartDiscount = Money(0, euro);
        line.gross = *line.price.extended(wanted.quantity);
        for (const PromotionDiscount &one : given.lines.value(sale.lines.size())) {
            line.discounts.append({one.name, one.tenThousandths, one.amount, one.promotion, one.coupon});
            line.gross -= one.amount;
        }
        line.discounts += takeOff(wanted.discounts, line.gross);
        line.note = wanted.note;
        line.taxRate = TaxRate(2000);
        line.tax = Money(line.gross.minor() / 6, euro);
        line.net = line.gross - line.tax;
        sale.lines.append(line);
        sale.total += line.gross;
    }
    QList<sync::DiscountDraft> ofCart;
    for (const PromotionDiscount &one : given.cart)
        ofCart.append({one.name, {}, one.amount});
    shareDiscounts(sale, ofCart + discountsOf(draft, sale.total));
    for (qsizetype i = 0; i < given.cart.size(); ++i) {
        sale.discounts[i].tenThousandths = given.cart.at(i).tenThousandths;
        sale.discounts[i].promotion = given.cart.at(i).promotion;
        sale.discounts[i].coupon = given.cart.at(i).coupon;
    }
    markPoints(sale, draft);
    const Money tax(sale.total.minor() / 6, euro);
    sale.taxes = {{TaxRate(2000), sale.total - tax, tax, sale.total}};
    return sale;
}

QCoro::Task<Result<Sale>> ExampleDesk::quote(sync::SaleDraft draft)
{
    co_await turn();
    co_return withGiftCards(priced(draft), draft);
}

Result<void> ExampleDesk::pay(Sale &sale, const sync::SaleDraft &draft) const
{
    Quote quote;
    quote.lines = sale.lines;
    quote.total = sale.total;
    quote.customer = draft.customer;
    QList<Tender> tenders;
    for (const sync::TenderDraft &tender : draft.tenders)
        tenders.append({tender.method, tender.tendered, tender.isConfirmed, tender.card, tender.tip, tender.giftCard,
                        tender.intent});
    const Result<Sale> paid =
        crema::completeSale(quote, tenders, cashRoundingAt(m_state.location, m_state.currency()), {});
    if (!paid)
        return failure(paid.error());
    sale.payments = paid->payments;
    sale.rounding = paid->rounding;
    return {};
}

QCoro::Task<Result<sync::SaleView>> ExampleDesk::completeSale(sync::SaleDraft draft)
{
    const std::optional<PersonId> cashier = m_state.person ? std::optional(m_state.person->id) : std::nullopt;
    co_await turn();
    sync::SaleView view;
    const Result<Sale> whole = withGiftCards(priced(draft), draft);
    if (!whole)
        co_return failure(whole.error());
    view.sale = *whole;
    view.sale.id = SaleId(nextId());
    view.sale.number = QStringLiteral("HARBOUR-1-%1").arg(m_sales.size() + 1, 6, 10, QLatin1Char('0'));
    view.sale.id = SaleId(nextId());
    view.sale.completedAt = UtcTime(1'700'000'000'000);
    if (const Result<void> paid = pay(view.sale, draft); !paid)
        co_return failure(paid.error());
    if (m_state.openShift)
        view.sale.shift = m_state.openShift->id;
    if (draft.isPractice) {
        view.sale.number = practiceNumber;
        co_return view;
    }
    if (const Result<void> booked = bookPayments(view.sale); !booked)
        co_return failure(booked.error());
    if (draft.endsOpenCart)
        m_openCart = sync::noteAfterSale(m_openCart, cashier);
    bookGiftCards(view.sale);
    bookPoints(view);
    m_sales.append(view);
    ++m_state.queue.queued;
    if (m_state.openShift)
        m_state.openShift = recordSale(*m_state.openShift, view.sale);
    Q_EMIT changed();
    co_return view;
}

} // namespace crema::desktop
