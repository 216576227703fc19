// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/in_store_code.h"
#include "models/settings/shop_settings.h"

namespace crema {

namespace shop_setting {

/// In its own file, because it is only asked for where codes are read.
inline constexpr QStringView scaleCodes = u"scan.scale_codes";
/// Its value where a shop prints no codes of a scale.
inline constexpr QStringView noScaleCodes = u"none";

} // namespace shop_setting

/// So many patterns at most.
inline constexpr qsizetype mostScaleCodes = 20;

/// A pattern of 13 characters: the digits of the prefix, then I for each digit of the item, V for the check digit of
/// the value, W (grams), P (hundredths of the currency) or N (pieces) for each digit of the value, and C for the check
/// digit at the end: "28IIIIIWWWWWC". "/10" behind it divides the value. Errors: `in_store.pattern`, `in_store.layout`.
[[nodiscard]] Result<InStoreLayout> layoutOfPattern(const QString &pattern);
[[nodiscard]] QString patternOf(const InStoreLayout &layout);

/// The patterns of a text, one in each line; an empty text means the usual ones, "none" none. Errors as
/// layoutOfPattern(), `in_store.prefix` (two patterns begin alike) and `in_store.too_many`.
[[nodiscard]] Result<QList<InStoreLayout>> layoutsOfText(const QString &text);
/// What scales in Europe print most (GS1 General Specifications 2.1.12): grams after 28, pieces after 29, and after 22
/// a price with its own check digit.
[[nodiscard]] QList<InStoreLayout> usualScaleCodes();
/// Those that are in force; the usual ones where what is set cannot be read.
[[nodiscard]] QList<InStoreLayout> scaleCodesOf(const SettingValues &settings);

/// A code that fits the layout: item 1, 2, 3…, and a weight, price or count of some size.
[[nodiscard]] QString exampleOf(const InStoreLayout &layout);
/// For each pattern of a text an example and what it says: "2812345015001: item 12345, 1500 g". Empty for a text that
/// cannot be read.
[[nodiscard]] QStringList scaleCodeExamples(const QString &text);

} // namespace crema
