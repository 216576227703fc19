// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"
#include "models/settings/shop_settings.h"

namespace crema {

namespace shop_setting {

/// In their own file, because they are only asked for where something is rung up.
inline constexpr QStringView modifiers = u"till.modifiers";

} // namespace shop_setting

/// Options of one kind that are chosen at the till, and what each adds to the price.
struct ModifierGroup {
    static constexpr qsizetype mostModifiers = 8; ///< each has a digit as its key, and one is for going on
    static constexpr qsizetype mostGroups = 30;
    static constexpr qsizetype longestName = 60;

    QString name; ///< "Milk"
    int atLeast = 0;
    int atMost = 1;
    QStringList offeredFor; ///< names of categories or products; empty: for everything
    QList<SaleModifier> modifiers;

    friend bool operator==(const ModifierGroup &, const ModifierGroup &) = default;
};

/// What a line of the setting says, in amounts of the currency: `Milk (1) @ Espresso bar: Whole; Oat +0.50`. In
/// brackets stands how many are chosen, `(0-2)`, and `(0-1)` where nothing stands. Names tell a modifier and its id
/// apart: one that is called otherwise is another one. Errors: `setting.value`, which says what is wrong.
[[nodiscard]] Result<ModifierGroup> readModifierGroup(const QString &line, Currency currency);

/// Whether each line of the text can be read, and there are not too many. Errors: `setting.value`.
[[nodiscard]] Result<void> checkModifierGroups(const QString &text);

/// Those of the place, in the order of the setting; lines that cannot be read are left out.
[[nodiscard]] QList<ModifierGroup> modifierGroups(const SettingValues &settings, Currency currency);

/// Those that are offered for a product of this name in these categories.
[[nodiscard]] QList<ModifierGroup> offeredGroups(const QList<ModifierGroup> &groups, const QString &product,
                                                 const QStringList &categories);

/// The modifier of this id, as it is offered now; nothing: nowhere.
[[nodiscard]] std::optional<SaleModifier> findModifier(const QList<ModifierGroup> &groups, ModifierId id);

/// A price with what is chosen. Errors: `sale.modifier_price` where less than nothing is left, `money.overflow`.
[[nodiscard]] Result<Price> withModifiers(const Price &price, const QList<SaleModifier> &modifiers);

} // namespace crema
