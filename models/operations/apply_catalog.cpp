// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_catalog.h"

#include "models/catalog/bundle_rules.h"
#include "models/catalog/product_rules.h"
#include "models/operations/apply_edit.h"
#include "models/operations/bodies.h"
#include "models/operations/refusals.h"

#include <QCoreApplication>

namespace crema {
namespace {

Problem taken(const QString &code, const QString &field, const QString &value)
{
    const QString message =
        QCoreApplication::translate("crema::Operation", "%1 belongs to another variant.").arg(value);
    return {ProblemKind::Conflict,
            code,
            message,
            QCoreApplication::translate("crema::Operation", "Use another one, or take it off the other variant first."),
            {{field, message}}};
}

/// A SKU or barcode names one variant only.
std::optional<Problem> takenElsewhere(const Variant &variant, Aggregates &aggregates)
{
    const auto withSku = aggregates.variantWithSku(variant.sku);
    if (withSku && *withSku != variant.id)
        return taken(QStringLiteral("variant.sku_taken"), QStringLiteral("sku"), variant.sku);
    for (const QString &barcode : variant.barcodes) {
        const auto withBarcode = aggregates.variantWithBarcode(barcode);
        if (withBarcode && *withBarcode != variant.id)
            return taken(QStringLiteral("variant.barcode_taken"), QStringLiteral("barcodes"), barcode);
    }
    return std::nullopt;
}

/// Only what somebody puts in is held against the catalog of now: what lay in a bundle before is no reason to refuse
/// another price for it.
std::optional<Problem> unfitComponents(const Variant &variant, const QList<BundleComponent> &before,
                                       Aggregates &aggregates)
{
    if (variant.components == before)
        return std::nullopt;
    QList<KnownComponent> known;
    for (const BundleComponent &component : variant.components)
        known.append({component, aggregates.variant(component.variant)});
    const Result<void> fit = checkComponents(known);
    return fit ? std::nullopt : std::optional(fit.error());
}

Result<Variant> acceptableVariant(const Variant &variant, const QList<BundleComponent> &before, Aggregates &aggregates)
{
    Result<Variant> checked = checkedVariant(variant);
    if (!checked)
        return checked;
    if (const auto problem = takenElsewhere(*checked, aggregates))
        return failure(*problem);
    if (const auto problem = unfitComponents(*checked, before, aggregates))
        return failure(*problem);
    return checked;
}

} // namespace

Effect applyProductCreate(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<Product> body = body::readProductCreate(operation);
    if (!body)
        return unreadableFor(body.error());
    const Result<Product> product = checkedProduct(*body);
    if (!product)
        return refusedFor(product.error());
    if (aggregates.product(product->id))
        return subjectIsThere();
    aggregates.save(*product);
    return {};
}

Effect applyProductEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    return applyEdit<Product>(operation, aggregates, mode, aggregates.product(ProductId(operation.subject.id)),
                              body::productFields(), &codec::readProduct, &checkedProduct);
}

Effect applyVariantCreate(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<Variant> body = body::readVariantCreate(operation);
    if (!body)
        return unreadableFor(body.error());
    const Result<Variant> variant = acceptableVariant(*body, {}, aggregates);
    if (!variant)
        return refusedFor(variant.error());
    if (aggregates.variant(variant->id))
        return subjectIsThere();
    if (!aggregates.product(variant->product))
        return subjectIsGone();
    aggregates.save(*variant);
    return {};
}

Effect applyVariantEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const std::optional<Variant> current = aggregates.variant(VariantId(operation.subject.id));
    const QList<BundleComponent> before = current ? current->components : QList<BundleComponent>();
    const auto check = [&](const Variant &variant) { return acceptableVariant(variant, before, aggregates); };
    return applyEdit<Variant>(operation, aggregates, mode, current, body::variantFields(), &codec::readVariant, check);
}

} // namespace crema
