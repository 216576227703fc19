// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/bundle_changes.h"

#include "models/catalog/bundle_rules.h"
#include "models/catalog/product_rules.h"
#include "ui/presenters/catalog/change_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::BundleChanges)
};

/// A part that is there already takes the new quantity; one of another bundle in it is refused here, with its name.
Result<void> applyPart(Variant &variant, const Variant &part, Sign sign, Quantity quantity)
{
    const auto there = std::ranges::find(variant.components, part.id, &BundleComponent::variant);
    if (sign == Sign::Remove) {
        if (there != variant.components.end())
            variant.components.erase(there);
        return {};
    }
    const BundleComponent component{part.id, quantity};
    if (const Result<void> fits = checkComponents({{component, part}}); !fits)
        return fits;
    if (there == variant.components.end())
        variant.components.append(component);
    else
        there->quantity = quantity;
    return {};
}

} // namespace

bool changesParts(const QString &change)
{
    const Result<Change> read = readChange(change);
    return read && read->field == u"part";
}

Result<TypedPart> readTypedPart(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = true;
    const std::int64_t quantity = colon < 0 ? 1 : text.mid(colon + 1).toLongLong(&isNumber);
    const QString code = (colon < 0 ? text : text.left(colon)).trimmed();
    if (!isNumber || quantity < 1 || quantity > maxBundleQuantity || code.isEmpty())
        return failure(ProblemKind::Invalid, u"change.value"_s,
                       Texts::tr("\"%1\" is no part of a bundle with its quantity.").arg(text),
                       Texts::tr("Write CODE:QUANTITY, for example HOUSE-250:2."));
    return TypedPart{code, Quantity(quantity)};
}

QCoro::Task<Result<Variant>> applyPartChanges(sync::Client &client, Variant variant, QStringList changes)
{
    for (const QString &text : std::as_const(changes)) {
        const Result<Change> change = readChange(text);
        if (!change)
            co_return failure(change.error());
        if (change->sign == Sign::Set)
            variant.components.clear();
        const QStringList parts = change->value.split(u',', Qt::SkipEmptyParts);
        for (const QString &each : parts) {
            const Result<TypedPart> typed = readTypedPart(each.trimmed());
            if (!typed)
                co_return failure(typed.error());
            const Result<sync::CodeHit> hit = co_await client.findByCode(typed->code);
            if (!hit)
                co_return failure(hit.error());
            const Variant part = hit->hit().variant;
            if (const Result<void> applied = applyPart(variant, part, change->sign, typed->quantity); !applied)
                co_return failure(applied.error());
        }
    }
    co_return checkedVariant(variant);
}

QStringList partWords(const sync::VariantView &view)
{
    QStringList words;
    for (const sync::BundlePartView &part : view.parts) {
        const QString code = part.sku.isEmpty() ? part.variant.toString() : part.sku;
        words.append(code + u':' + QString::number(part.quantity.units()));
    }
    return words;
}

} // namespace crema::presenters
