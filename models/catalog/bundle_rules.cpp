// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/bundle_rules.h"

#include "models/money/checked.h"
#include "models/money/money_text.h"

#include <QCoreApplication>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::BundleRules)
};

const QString componentsField = QStringLiteral("components");

Problem unknownComponent()
{
    const QString message = Texts::tr("A part of the bundle is not in the catalog.");
    return {ProblemKind::Invalid,
            QStringLiteral("bundle.unknown_component"),
            message,
            Texts::tr("Take it out of the bundle, or fetch the latest changes."),
            {{componentsField, message}}};
}

Problem nested(const Variant &part)
{
    const QString message = Texts::tr("%1 is a bundle itself, and no part of another one.").arg(part.sku);
    return {ProblemKind::Invalid,
            QStringLiteral("bundle.nested"),
            message,
            Texts::tr("Put its parts into the bundle one by one."),
            {{componentsField, message}}};
}

Problem unpriced(const Variant &part)
{
    const QString message = Texts::tr("%1 has no price, so no bundle with it can be sold.").arg(part.sku);
    return {ProblemKind::Conflict,
            QStringLiteral("bundle.unpriced_component"),
            message,
            Texts::tr("Give it a price first."),
            {{componentsField, message}}};
}

Problem otherCurrency(const Variant &variant)
{
    const QString message = Texts::tr("%1 is priced in another currency than the bundle.").arg(variant.sku);
    return {ProblemKind::Invalid,
            QStringLiteral("bundle.currency"),
            message,
            Texts::tr("Price a bundle and its parts in one currency."),
            {{componentsField, message}}};
}

Problem tooMuch()
{
    return {ProblemKind::Invalid,
            QStringLiteral("money.overflow"),
            Texts::tr("The parts add up to more than Crema can hold."),
            Texts::tr("Lower a quantity or a price."),
            {}};
}

} // namespace

QList<FieldProblem> componentProblems(const Variant &bundle)
{
    QList<FieldProblem> problems;
    const auto add = [&](const QString &message) { problems.append({componentsField, message}); };
    if (bundle.components.size() > maxBundleComponents)
        add(Texts::tr("A bundle has at most %1 different parts.").arg(maxBundleComponents));
    QList<VariantId> seen;
    for (const BundleComponent &component : bundle.components) {
        const std::int64_t units = component.quantity.units();
        if (units < 1 || units > maxBundleQuantity)
            add(Texts::tr("The quantity of a part lies between 1 and %1.").arg(maxBundleQuantity));
        if (component.variant == bundle.id)
            add(Texts::tr("A bundle is no part of itself."));
        if (seen.contains(component.variant))
            add(Texts::tr("Each part stands in a bundle once: change its quantity instead."));
        seen.append(component.variant);
    }
    if (bundle.isBundle() && bundle.unit != Unit::Piece)
        problems.append({QStringLiteral("unit"), Texts::tr("A bundle is sold by the piece.")});
    return problems;
}

Result<void> checkComponents(const QList<KnownComponent> &components)
{
    for (const KnownComponent &each : components) {
        if (!each.variant)
            return failure(unknownComponent());
        if (each.variant->isBundle())
            return failure(nested(*each.variant));
    }
    return {};
}

Result<Money> worthOf(const QList<KnownComponent> &components, Quantity bundles)
{
    std::optional<Money> sum;
    for (const auto &[component, variant] : components) {
        if (!variant)
            return failure(unknownComponent());
        if (!variant->price)
            return failure(unpriced(*variant));
        if (sum && variant->price->amount.currency() != sum->currency())
            return failure(otherCurrency(*variant));
        const Result<Money> part = variant->price->extended(Quantity(component.quantity.units() * bundles.units()));
        if (!part)
            return part;
        sum = sum ? checkedAdd(*sum, *part) : std::optional(*part);
        if (!sum)
            return failure(tooMuch());
    }
    return sum ? Result<Money>(*sum) : Result<Money>(failure(unknownComponent()));
}

Result<void> checkBundlePrice(const Variant &bundle, const QList<KnownComponent> &components)
{
    const Result<Money> worth = worthOf(components);
    if (!worth && worth.error().code == QStringLiteral("bundle.currency"))
        return failure(worth.error());
    const Result<Money> price = bundle.price ? bundle.price->extended(Quantity(1)) : Result<Money>(Money());
    if (!worth || !bundle.price || !price)
        return {};
    if (price->currency() != worth->currency())
        return failure(otherCurrency(bundle));
    if (*price <= *worth)
        return {};
    const QString message =
        Texts::tr("A bundle costs at most what its parts cost one by one, which is %1.").arg(plainMoney(*worth));
    return failure(ProblemKind::Invalid, QStringLiteral("bundle.dearer"), message,
                   Texts::tr("Lower the price of the bundle, or put more into it."),
                   {{QStringLiteral("price"), message}});
}

} // namespace crema
