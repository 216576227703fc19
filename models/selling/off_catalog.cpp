// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/off_catalog.h"

#include "models/pricing/tax.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::OffCatalog)
};

/// Of ids that are made of others; drawn once.
constexpr QUuid offCatalogSpace(0x5d0f1c52, 0x9b3e, 0x4f0a, 0xa6, 0x41, 0x3c, 0x77, 0x18, 0xe2, 0x90, 0x6b);

tl::unexpected<Problem> refused(const QString &field, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, QStringLiteral("off_catalog.") + field, message, hint, {{field, message}});
}

} // namespace

ProductId offCatalogProduct()
{
    static const ProductId product(QUuid::createUuidV5(offCatalogSpace, QByteArrayLiteral("product")));
    return product;
}

VariantId offCatalogVariant(TaxClassId taxClass)
{
    return VariantId(QUuid::createUuidV5(offCatalogSpace, taxClass.value().toRfc4122()));
}

bool isOffCatalog(ProductId product)
{
    return product == offCatalogProduct();
}

bool hasOffCatalog(const Sale &sale)
{
    return std::ranges::any_of(sale.lines, [](const SaleLine &line) { return isOffCatalog(line.product); });
}

Result<CartLine> offCatalogLine(const OffCatalog &what, const std::optional<Price> &price,
                                const QList<TaxClass> &taxClasses)
{
    const QString name = what.name.simplified();
    if (name.isEmpty())
        return refused(QStringLiteral("name"), Texts::tr("What is sold has no name."),
                       Texts::tr("Say in a few words what it is; the receipt shows it."));
    if (name.size() > OffCatalog::longestName)
        return refused(QStringLiteral("name"), Texts::tr("The name is too long for a receipt."),
                       Texts::tr("Use at most %1 characters.").arg(OffCatalog::longestName));
    if (!price || price->amount.minor() <= 0)
        return refused(QStringLiteral("price"), Texts::tr("What is sold off the catalog needs a price."),
                       Texts::tr("Type what it costs, more than zero."));
    const Result<TaxClass> taxClass = taxClassFor(what.taxClass, taxClasses);
    if (!taxClass)
        return failure(taxClass.error());
    CartLine line;
    line.variant = offCatalogVariant(taxClass->id);
    line.product = offCatalogProduct();
    line.name = name;
    line.price = *price;
    line.taxClass = taxClass->id;
    line.taxRate = taxClass->rate;
    line.quantity = Quantity(1);
    return line;
}

} // namespace crema
