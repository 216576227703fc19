// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/sale_reader.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/store/documents.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

QString customerName(LocalStore &store, const std::optional<CustomerId> &id)
{
    const auto customer = id ? store.rows().customers().customer(*id) : std::nullopt;
    if (customer && customer->isErased())
        return QCoreApplication::translate("Store", "Erased customer");
    return customer ? customer->name : QString();
}

QString personName(LocalStore &store, const std::optional<PersonId> &id)
{
    if (!id)
        return {};
    if (const std::optional<Person> &here = store.place().person; here && here->id == *id)
        return here->name;
    const auto document = store.rows().document({entity::person.toString(), id->value()});
    if (!document)
        return {};
    const Person person = entityOf(*document, &codec::readPerson);
    return person.isErased() ? QCoreApplication::translate("Store", "Erased person") : person.name;
}

} // namespace

QString personNameOf(LocalStore &store, PersonId id)
{
    return personName(store, id);
}

QString subjectNameOf(LocalStore &store, const SubjectRef &subject)
{
    if (subject.type == entity::product) {
        const auto product = store.rows().catalog().product(ProductId(subject.id));
        return product ? product->name : QString();
    }
    if (subject.type == entity::variant) {
        const auto variant = store.rows().catalog().variant(VariantId(subject.id));
        const auto product = variant ? store.rows().catalog().product(variant->product) : std::nullopt;
        return product ? product->name : variant ? variant->sku : QString();
    }
    if (subject.type == entity::customer)
        return customerName(store, CustomerId(subject.id));
    if (subject.type == entity::person)
        return personName(store, PersonId(subject.id));
    if (subject.type == entity::role) {
        const auto role = store.rows().role(RoleId(subject.id));
        return role ? role->name : QString();
    }
    if (subject.type == entity::promotion) {
        const auto promotion = store.rows().promotion(PromotionId(subject.id));
        return promotion ? promotion->name : QString();
    }
    if (subject.type == entity::priceList) {
        const auto list = store.rows().priceList(PriceListId(subject.id));
        return list ? list->name : QString();
    }
    if (subject.type == entity::settings) {
        // Those of the company need no name.
        const auto location = store.rows().document({entity::location.toString(), subject.id});
        return location ? objectOf(*location).value(QStringLiteral("name")).toString() : QString();
    }
    if (subject.type == entity::sale) {
        const auto sale = store.rows().selling().sale(SaleId(subject.id));
        return sale ? sale->number : QString();
    }
    return {};
}

SaleView viewOf(LocalStore &store, const Sale &sale)
{
    return {sale, store.queue().stateOfSubject(sale.id.value()), customerName(store, sale.customer),
            personName(store, sale.cashier)};
}

SaleView knownViewOf(LocalStore &store, const Sale &sale)
{
    SaleView view = viewOf(store, sale);
    view.sharesNumber = store.rows().selling().countWithNumber(sale.number) > 1;
    return view;
}

QList<SaleView> findSales(LocalStore &store, const SaleFilter &filter)
{
    const QList<Sale> sales = store.rows().selling().sales(filter);
    QList<SaleView> result;
    for (const Sale &sale : sales)
        result.append(knownViewOf(store, sale));
    return result;
}

Result<SaleView> findSale(LocalStore &store, const QString &number)
{
    const QString text = number.trimmed();
    std::optional<SaleId> id = store.rows().selling().saleWithNumber(text.toUpper());
    if (!id)
        id = SaleId::fromString(text);
    const std::optional<Sale> sale = id ? store.rows().selling().sale(*id) : std::nullopt;
    if (!sale) {
        return failure(
            ProblemKind::NotFound, QStringLiteral("sale.unknown"),
            QCoreApplication::translate("Selling", "No sale has the number %1.").arg(text),
            QCoreApplication::translate("Selling", "Check the number on the receipt, or fetch the latest changes."));
    }
    return knownViewOf(store, *sale);
}

QList<QueueEntry> findQueueEntries(LocalStore &store, const QueueFilter &filter)
{
    QList<QueueEntry> entries = store.queue().entries(filter);
    for (QueueEntry &entry : entries)
        entry.subjectName = subjectNameOf(store, entry.operation.subject);
    return entries;
}

} // namespace crema::sync
