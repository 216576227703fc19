// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>

/// How long the texts and lists of products and variants may be as they are read, in UTF-16 units and entries
/// (docs/wire.md).
namespace crema::codec::catalog_limit {

inline constexpr qsizetype catalogText = 1'000;
inline constexpr qsizetype description = 10'000;
inline constexpr qsizetype categories = 100;
inline constexpr qsizetype options = 20;
inline constexpr qsizetype optionName = 60;
inline constexpr qsizetype optionValue = 100;
inline constexpr qsizetype barcodes = 200;
inline constexpr qsizetype barcode = 100;
inline constexpr qsizetype components = 50;
inline constexpr std::int64_t grams = 100'000'000;

} // namespace crema::codec::catalog_limit
