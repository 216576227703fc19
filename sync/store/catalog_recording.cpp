// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/catalog_recording.h"

#include "models/base/uuid7.h"
#include "models/catalog/product_rules.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "sync/store/bundle_parts.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

template<class AnyId>
void fillId(AnyId &id, LocalStore &store)
{
    if (id.isNull())
        id = makeId<AnyId>(store.clock().now(), store.randomness());
}

/// The same steps for every kind of entity: nothing to record when no editable member differs.
Result<void> recordEdit(LocalStore &store, QStringView type, const SubjectRef &subject, const QJsonObject &before,
                        const QJsonObject &after, const EditableFields &fields, const QList<OperationId> &ground = {})
{
    const Edit edit = editBetween(before, after, fields);
    if (edit.isEmpty())
        return {};
    Operation operation = store.newOperation(type, subject, editToJson(edit));
    if (type == operation::variantEdit)
        operation.schema = body::schemaOfVariantEdit(edit);
    if (type == operation::customerEdit)
        operation.schema = body::schemaOfCustomerEdit(edit);
    operation.after = ground;
    return store.record(operation);
}

/// What a bundle costs is held against what its parts cost now, by whoever puts it together: later either may change,
/// and the till asks for the lower one (ADR 064).
Result<void> checkPriceOfBundle(LocalStore &store, const Variant &variant)
{
    return variant.isBundle() ? checkBundlePrice(variant, knownComponents(store, variant)) : Result<void>();
}

/// A consent that does not say since when is of now.
Customer withTimeOfConsent(Customer customer, LocalStore &store)
{
    if (customer.consent && customer.consent->at == UtcTime())
        customer.consent->at = store.clock().now();
    return customer;
}

} // namespace

Result<ProductId> recordNewProduct(LocalStore &store, Product product, QList<Variant> variants)
{
    fillId(product.id, store);
    const Result<Product> checked = checkedProduct(product);
    if (!checked)
        return failure(checked.error());
    const Operation operation = store.newOperation(
        operation::productCreate, {entity::product.toString(), product.id.value()}, body::toJson(*checked));
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    for (Variant &variant : variants) {
        variant.product = product.id;
        if (const auto recorded = recordNewVariant(store, variant, {operation.id}); !recorded)
            return failure(recorded.error());
    }
    return product.id;
}

Result<void> recordProductEdit(LocalStore &store, const Product &before, const Product &after)
{
    const Result<Product> checked = checkedProduct(after);
    if (!checked)
        return failure(checked.error());
    return recordEdit(store, operation::productEdit, {entity::product.toString(), before.id.value()},
                      codec::toJson(before), codec::toJson(*checked), body::productFields());
}

Result<VariantId> recordNewVariant(LocalStore &store, Variant variant, const QList<OperationId> &after)
{
    fillId(variant.id, store);
    const Result<Variant> checked = checkedVariant(variant);
    if (!checked)
        return failure(checked.error());
    if (const Result<void> fits = checkPriceOfBundle(store, *checked); !fits)
        return failure(fits.error());
    Operation operation = store.newOperation(operation::variantCreate, {entity::variant.toString(), variant.id.value()},
                                             body::toJson(*checked));
    operation.schema = body::schemaOf(*checked);
    operation.after = after;
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return variant.id;
}

Result<void> recordVariantEdit(LocalStore &store, const Variant &before, const Variant &after)
{
    const Result<Variant> checked = checkedVariant(after);
    if (!checked)
        return failure(checked.error());
    const bool isAboutPrice = before.price != checked->price || before.components != checked->components;
    if (const Result<void> fits = isAboutPrice ? checkPriceOfBundle(store, *checked) : Result<void>(); !fits)
        return failure(fits.error());
    return recordEdit(store, operation::variantEdit, {entity::variant.toString(), before.id.value()},
                      codec::toJson(before), codec::toJson(*checked), body::variantFields());
}

Result<CustomerId> recordNewCustomer(LocalStore &store, Customer customer)
{
    fillId(customer.id, store);
    customer = withTimeOfConsent(customer, store);
    Operation operation = store.newOperation(
        operation::customerCreate, {entity::customer.toString(), customer.id.value()}, body::toJson(customer));
    operation.schema = body::schemaOf(customer);
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return customer.id;
}

Result<void> recordCustomerEdit(LocalStore &store, const Customer &before, const Customer &after,
                                const QList<OperationId> &ground)
{
    const auto current = store.rows().customers().customer(before.id);
    if (current && current->isErased()) {
        return failure(ProblemKind::Conflict, QStringLiteral("customer.erased"),
                       QCoreApplication::translate("Store", "What was known of this customer was erased."),
                       QCoreApplication::translate("Store", "Add them as a new customer."));
    }
    return recordEdit(store, operation::customerEdit, {entity::customer.toString(), before.id.value()},
                      codec::toJson(before), codec::toJson(withTimeOfConsent(after, store)), body::customerFields(),
                      ground);
}

Result<void> recordCustomerErasure(LocalStore &store, CustomerId id, EraseReason reason)
{
    const Operation operation = store.newOperation(operation::customerErase, {entity::customer.toString(), id.value()},
                                                   body::toJson(body::CustomerErase{reason}));
    return store.record(operation);
}

} // namespace crema::sync
