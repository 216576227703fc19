// SPDX-License-Identifier: GPL-3.0-or-later
// The example shop beyond the till: catalog, sales, queue and people.
#include "app/desktop/example/example_desk.h"

#include "app/desktop/example/gate.h"
#include "models/catalog/product_rules.h"
#include "models/selling/shift_rules.h"

#include <algorithm>

namespace crema::desktop {

namespace {

QUuid idOf(quint32 number)
{
    return QUuid(0x01900000 + number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

bool comesBefore(const sync::SaleView &a, const sync::SaleView &b, sync::SaleSort sort)
{
    switch (sort) {
    case sync::SaleSort::Number: return a.sale.number < b.sale.number;
    case sync::SaleSort::Total: return a.sale.total.minor() < b.sale.total.minor();
    case sync::SaleSort::Cashier: return a.cashierName.compare(b.cashierName, Qt::CaseInsensitive) < 0;
    case sync::SaleSort::Time: break;
    }
    return a.sale.completedAt < b.sale.completedAt;
}

Problem unknownProduct()
{
    return {ProblemKind::NotFound,
            QStringLiteral("product.unknown"),
            QStringLiteral("This product is not in the catalog."),
            QStringLiteral("Search for it by name."),
            {}};
}

} // namespace

void ExampleDesk::addQueueEntry(const sync::QueueEntry &entry)
{
    m_queue.append(entry);
    if (entry.needsAttention)
        ++m_state.queue.needsAttention;
    else
        ++m_state.queue.queued;
    Q_EMIT changed();
}

void ExampleDesk::addSale(const sync::SaleView &sale)
{
    m_sales.append(sale);
    Q_EMIT dataChanged();
}

sync::ProductView *ExampleDesk::productOf(ProductId id)
{
    const auto found = std::find_if(m_products.begin(), m_products.end(),
                                    [id](const sync::ProductView &view) { return view.product.id == id; });
    return found == m_products.end() ? nullptr : &*found;
}

QCoro::Task<Result<std::int64_t>> ExampleDesk::productCount()
{
    co_await turn();
    co_return std::count_if(m_products.begin(), m_products.end(),
                            [](const sync::ProductView &view) { return !view.product.archived; });
}

QCoro::Task<Result<sync::ProductView>> ExampleDesk::product(ProductId id)
{
    co_await turn();
    const sync::ProductView *found = productOf(id);
    if (!found)
        co_return failure(unknownProduct());
    const sync::ProductView view = *found;
    co_return view;
}

QCoro::Task<Result<QList<TaxClass>>> ExampleDesk::taxClasses()
{
    co_await turn();
    const QList<TaxClass> classes{{TaxClassId(), QStringLiteral("Standard"), TaxRate(2000), true}};
    co_return classes;
}

QCoro::Task<Result<sync::ProductView>> ExampleDesk::editProduct(Product, Product after)
{
    co_await turn();
    sync::ProductView *found = productOf(after.id);
    if (!found)
        co_return failure(unknownProduct());
    found->product = after;
    ++m_state.queue.queued;
    const sync::ProductView view = *found;
    Q_EMIT changed();
    Q_EMIT dataChanged();
    co_return view;
}

QCoro::Task<Result<sync::ProductView>> ExampleDesk::editVariant(Variant, Variant after)
{
    co_await turn();
    sync::ProductView *found = productOf(after.product);
    if (!found)
        co_return failure(unknownProduct());
    const Result<Variant> checked = checkedVariant(after);
    if (!checked)
        co_return failure(checked.error());
    if (const Result<void> fits = checkBundle(*checked); !fits)
        co_return failure(fits.error());
    for (sync::VariantView &view : found->variants) {
        if (view.variant.id != after.id)
            continue;
        view.variant = *checked;
        showParts(view);
    }
    ++m_state.queue.queued;
    const sync::ProductView view = *found;
    Q_EMIT changed();
    Q_EMIT dataChanged();
    co_return view;
}

QCoro::Task<Result<sync::ProductView>> ExampleDesk::createProduct(Product product, QList<Variant> variants)
{
    co_await turn();
    sync::ProductView view;
    view.product = product;
    if (view.product.id.isNull())
        view.product.id = ProductId(idOf(m_nextId++));
    for (Variant variant : variants) {
        if (variant.id.isNull())
            variant.id = VariantId(idOf(m_nextId++));
        variant.product = view.product.id;
        const Result<Variant> checked = checkedVariant(variant);
        if (!checked)
            co_return failure(checked.error());
        view.variants.append({*checked, Quantity(0)});
    }
    m_products.append(view);
    ++m_state.queue.queued;
    Q_EMIT changed();
    Q_EMIT dataChanged();
    co_return view;
}

void ExampleDesk::holdSales(bool held)
{
    if (held)
        m_salesGate->close();
    else
        m_salesGate->open();
}

QCoro::Task<Result<QList<sync::SaleView>>> ExampleDesk::sales(sync::SaleFilter filter)
{
    co_await turn();
    co_await *m_salesGate;
    if (m_salesProblem) {
        const Problem problem = *m_salesProblem;
        co_return failure(problem);
    }
    QList<sync::SaleView> found;
    for (auto sale = m_sales.crbegin(); sale != m_sales.crend(); ++sale) {
        const bool wanted = sale->sale.number.contains(filter.number, Qt::CaseInsensitive) &&
                            (!filter.shift || sale->sale.shift == *filter.shift) &&
                            (!filter.from || !(sale->sale.completedAt < *filter.from)) &&
                            (!filter.until || sale->sale.completedAt < *filter.until);
        if (wanted)
            found.append(*sale);
    }
    std::stable_sort(found.begin(), found.end(), [&filter](const sync::SaleView &a, const sync::SaleView &b) {
        return filter.order == Qt::AscendingOrder ? comesBefore(a, b, filter.sort) : comesBefore(b, a, filter.sort);
    });
    const QList<sync::SaleView> page = found.mid(filter.offset, filter.limit);
    co_return page;
}

QCoro::Task<Result<sync::SaleView>> ExampleDesk::sale(QString number)
{
    co_await turn();
    for (const sync::SaleView &view : std::as_const(m_sales)) {
        if (view.sale.number == number || view.sale.id.toString() == number) {
            const sync::SaleView found = view;
            co_return found;
        }
    }
    co_return failure(ProblemKind::NotFound, QStringLiteral("sale.unknown"),
                      QStringLiteral("No sale has the number %1.").arg(number),
                      QStringLiteral("Search for a part of it."));
}

QCoro::Task<Result<void>> ExampleDesk::beginTraining()
{
    co_await turn();
    m_state.training = true;
    Q_EMIT changed();
    co_return Result<void>();
}

QCoro::Task<Result<void>> ExampleDesk::endTraining()
{
    co_await turn();
    m_state.training = false;
    Q_EMIT changed();
    co_return Result<void>();
}

QCoro::Task<Result<QString>> ExampleDesk::openCart()
{
    co_await turn();
    const QString cart = m_openCart;
    co_return cart;
}

QCoro::Task<Result<void>> ExampleDesk::keepOpenCart(QString cart)
{
    co_await turn();
    m_openCart = cart;
    co_return Result<void>();
}

QCoro::Task<Result<QList<sync::QueueEntry>>> ExampleDesk::queue(sync::QueueFilter filter)
{
    co_await turn();
    QList<sync::QueueEntry> found;
    int skipped = 0;
    for (const sync::QueueEntry &entry : std::as_const(m_queue)) {
        if (filter.needsAttentionOnly && !entry.needsAttention)
            continue;
        if (skipped++ >= filter.offset && found.size() < filter.limit)
            found.append(entry);
    }
    co_return found;
}

QCoro::Task<Result<sync::SyncReport>> ExampleDesk::syncOnce()
{
    co_await turn();
    sync::SyncReport report;
    report.queue = m_state.queue;
    report.stopped = m_state.linkProblem;
    co_return report;
}

QCoro::Task<Result<QList<sync::AuditorEntryView>>> ExampleDesk::auditorsJournal(sync::JournalFilter filter)
{
    co_await turn();
    QList<sync::AuditorEntryView> page;
    for (const sync::AuditorEntryView &entry : std::as_const(m_journal)) {
        if ((!filter.beyond || entry.position < *filter.beyond) && page.size() < filter.limit)
            page.append(entry);
    }
    co_return page;
}

QCoro::Task<Result<std::int64_t>> ExampleDesk::exportAuditorsJournal(QString)
{
    co_await turn();
    co_return 0;
}

QCoro::Task<Result<std::int64_t>> ExampleDesk::exportQueue(QString)
{
    co_await turn();
    co_return static_cast<std::int64_t>(m_queue.size());
}

QCoro::Task<Result<QList<Person>>> ExampleDesk::people()
{
    co_await turn();
    const QList<Person> people = m_people;
    co_return people;
}

QCoro::Task<Result<Person>> ExampleDesk::switchByPin(PersonId person, QString pin)
{
    co_await turn();
    for (const Person &known : std::as_const(m_people)) {
        if (known.id != person)
            continue;
        if (known.pinHash != pin)
            co_return failure(ProblemKind::NotAllowed, QStringLiteral("auth.wrong_pin"),
                              QStringLiteral("This is not the PIN of %1.").arg(known.name),
                              QStringLiteral("Type it again."));
        const Person found = known;
        m_state.person = found;
        Q_EMIT changed();
        co_return found;
    }
    co_return failure(ProblemKind::NotFound, QStringLiteral("person.unknown"), QStringLiteral("Nobody has that name."));
}

QCoro::Task<Result<Person>> ExampleDesk::login(QString email, QString, QString)
{
    co_await turn();
    co_return failure(ProblemKind::NotAllowed, QStringLiteral("auth.wrong_credentials"),
                      QStringLiteral("The platform does not know %1 with this password.").arg(email),
                      QStringLiteral("Check both and try again."));
}

QCoro::Task<Result<void>> ExampleDesk::signOut()
{
    co_await turn();
    m_state.person.reset();
    Q_EMIT changed();
    co_return Result<void>();
}

} // namespace crema::desktop
