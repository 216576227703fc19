// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/bundle_changes.h"

#include "models/catalog/bundle_rules.h"
#include "models/catalog/product_rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::BundleChanges)
};

enum class Sign { Set, Add, Remove };

struct PartChange {
    Sign sign = Sign::Set;
    QStringList parts;
};

QString fieldOf(const QString &change)
{
    QString field = change.left(change.indexOf(u'=')).trimmed().toLower();
    if (field.endsWith(u'+') || field.endsWith(u'-'))
        field.chop(1);
    return field;
}

PartChange readPartChange(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QChar before = text.at(equals - 1);
    PartChange change;
    change.sign = before == u'+' ? Sign::Add : before == u'-' ? Sign::Remove : Sign::Set;
    for (const QString &part : text.mid(equals + 1).split(u',', Qt::SkipEmptyParts))
        change.parts.append(part.trimmed());
    return change;
}

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
    const QString field = change.contains(u'=') ? fieldOf(change) : QString();
    return field == u"part" || field == u"parts";
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
        const PartChange change = readPartChange(text);
        if (change.sign == Sign::Set)
            variant.components.clear();
        for (const QString &each : change.parts) {
            const Result<TypedPart> typed = readTypedPart(each);
            if (!typed)
                co_return failure(typed.error());
            const Result<sync::CodeHit> hit = co_await client.findByCode(typed->code);
            if (!hit)
                co_return failure(hit.error());
            const Variant part = hit->hit().variant;
            if (const Result<void> applied = applyPart(variant, part, change.sign, typed->quantity); !applied)
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
