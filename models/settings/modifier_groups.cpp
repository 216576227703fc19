// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/modifier_groups.h"

#include "models/money/checked.h"
#include "models/money/money_input.h"
#include "models/text/fold.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::ModifierGroup)
};

tl::unexpected<Problem> unreadable(const QString &line, const QString &why)
{
    return failure(ProblemKind::Invalid, QStringLiteral("setting.value"),
                   Texts::tr("“%1” offers nothing: %2").arg(line, why),
                   Texts::tr("Write one group in each line: Milk (1) @ Espresso bar: Whole; Oat +0.50; Soy +0.40"),
                   {{shop_setting::modifiers.toString(), why}});
}

/// The same on every device, also where none has heard of the other.
ModifierId idOf(const QString &group, const QString &name)
{
    static const QUuid space(QStringLiteral("6d1f0c5e-7b0f-5a4e-9a55-3b4c0a6d2e11"));
    return ModifierId(QUuid::createUuidV5(space, searchKey(group) + u'\n' + searchKey(name)));
}

/// "Oat +0.50". Nothing where the amount cannot be read.
std::optional<SaleModifier> readModifier(const QString &group, const QString &text, Currency currency)
{
    static const QRegularExpression form(QStringLiteral("^(.*?)(?:\\s*([+\\x{2212}-])\\s*([0-9.,]+))?$"));
    const QRegularExpressionMatch match = form.match(text.simplified());
    SaleModifier modifier;
    modifier.name = match.captured(1).trimmed();
    modifier.price = Money(0, currency);
    if (modifier.name.isEmpty() || modifier.name.size() > ModifierGroup::longestName)
        return std::nullopt;
    if (!match.captured(3).isEmpty()) {
        // Either sign of decimals means the same in every language: the setting is the company's.
        const Result<Money> amount = MoneyInput::parse(match.captured(3).replace(u',', u'.'), currency, QLocale::c());
        if (!amount)
            return std::nullopt;
        modifier.price = match.captured(2) == u"+" ? *amount : -*amount;
    }
    modifier.modifier = idOf(group, modifier.name);
    return modifier;
}

} // namespace

Result<ModifierGroup> readModifierGroup(const QString &line, Currency currency)
{
    static const QRegularExpression form(
        QStringLiteral("^([^(@:]+?)\\s*(?:\\(\\s*(\\d)(?:\\s*-\\s*(\\d))?\\s*\\))?\\s*(?:@([^:]*))?:(.*)$"));
    const QRegularExpressionMatch match = form.match(line.simplified());
    if (!match.hasMatch())
        return unreadable(line, Texts::tr("There is no name before a colon."));
    ModifierGroup group;
    group.name = match.captured(1).left(ModifierGroup::longestName);
    for (const QString &name : match.captured(4).split(u',', Qt::SkipEmptyParts))
        group.offeredFor.append(name.simplified());
    for (const QString &text : match.captured(5).split(u';', Qt::SkipEmptyParts)) {
        if (text.simplified().isEmpty())
            continue;
        const auto modifier = readModifier(group.name, text, currency);
        if (!modifier)
            return unreadable(line, Texts::tr("%1 cannot be read.").arg(text.simplified()));
        if (findModifier({group}, modifier->modifier))
            return unreadable(line, Texts::tr("%1 stands there twice.").arg(modifier->name));
        group.modifiers.append(*modifier);
    }
    if (group.modifiers.isEmpty() || group.modifiers.size() > ModifierGroup::mostModifiers)
        return unreadable(line, Texts::tr("It has from one to %1 options.").arg(ModifierGroup::mostModifiers));
    if (!match.captured(2).isEmpty()) {
        group.atLeast = match.captured(2).toInt();
        group.atMost = match.captured(3).isEmpty() ? group.atLeast : match.captured(3).toInt();
    }
    if (group.atMost < 1 || group.atLeast > group.atMost || group.atLeast > group.modifiers.size())
        return unreadable(line, Texts::tr("So many cannot be chosen of it."));
    return group;
}

Result<void> checkModifierGroups(const QString &text)
{
    // Most currencies have two decimals; where one has none, what has some is not offered there.
    const Currency currency = *Currency::fromCode(u"EUR");
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const Result<ModifierGroup> group =
            line.simplified().isEmpty() ? Result<ModifierGroup>(ModifierGroup()) : readModifierGroup(line, currency);
        if (!group)
            return failure(group.error());
    }
    if (lines.size() > ModifierGroup::mostGroups)
        return unreadable(lines.last(), Texts::tr("There are more than %1 lines.").arg(ModifierGroup::mostGroups));
    return {};
}

QList<ModifierGroup> modifierGroups(const SettingValues &settings, Currency currency)
{
    QList<ModifierGroup> groups;
    const QStringList lines = settings.text(shop_setting::modifiers).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const Result<ModifierGroup> group = readModifierGroup(line, currency);
        if (group && groups.size() < ModifierGroup::mostGroups)
            groups.append(*group);
    }
    return groups;
}

QList<ModifierGroup> offeredGroups(const QList<ModifierGroup> &groups, const QString &product,
                                   const QStringList &categories)
{
    const auto isNamed = [&](const QString &name) {
        const auto isSame = [&](const QString &other) { return searchKey(other) == searchKey(name); };
        return isSame(product) || std::ranges::any_of(categories, isSame);
    };
    QList<ModifierGroup> offered;
    for (const ModifierGroup &group : groups) {
        if (group.offeredFor.isEmpty() || std::ranges::any_of(group.offeredFor, isNamed))
            offered.append(group);
    }
    return offered;
}

std::optional<SaleModifier> findModifier(const QList<ModifierGroup> &groups, ModifierId id)
{
    for (const ModifierGroup &group : groups) {
        const auto found = std::ranges::find(group.modifiers, id, &SaleModifier::modifier);
        if (found != group.modifiers.end())
            return *found;
    }
    return std::nullopt;
}

Result<Price> withModifiers(const Price &price, const QList<SaleModifier> &modifiers)
{
    Price whole = price;
    for (const SaleModifier &modifier : modifiers) {
        const auto sum = checkedAdd(whole.amount, modifier.price);
        if (!sum)
            return failure(ProblemKind::Invalid, QStringLiteral("money.overflow"),
                           Texts::tr("The options come to more than Crema can hold."), Texts::tr("Choose fewer."));
        whole.amount = *sum;
    }
    if (whole.amount.isNegative())
        return failure(ProblemKind::Invalid, QStringLiteral("sale.modifier_price"),
                       Texts::tr("With these options it would cost less than nothing."),
                       Texts::tr("Choose others, or change what they cost."));
    return whole;
}

} // namespace crema
