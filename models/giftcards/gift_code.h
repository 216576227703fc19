// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"

#include <QString>

#include <optional>

namespace crema {

/// The code of a gift card: "CG", 34 decimal digits (112 bits of randomness, which is what a secret needs to be kept as
/// a plain hash, as that of a badge: ADR 043) and two check digits (ISO/IEC 7064, MOD 97-10), so that a digit that was
/// typed wrong, or two that changed places, is no other card. No product code begins with letters (ADR 060).
[[nodiscard]] QString makeGiftCode(Randomness &randomness);

/// The code as it is hashed, when what was scanned is one and its check digits fit; nothing for every other code. Case,
/// blanks and hyphens do not count.
[[nodiscard]] std::optional<QString> giftCodeIn(QStringView scanned);
/// As giftCodeIn(), for a place where nothing but a gift card is typed: the letters may be missing.
[[nodiscard]] std::optional<QString> typedGiftCode(QStringView typed);
/// Whether somebody meant one: it begins like a gift card, whether it is whole or not.
[[nodiscard]] bool isLikeGiftCode(QStringView scanned);

/// In groups of four, as it is printed beside the bars: "CG12 3456 …".
[[nodiscard]] QString groupedGiftCode(const QString &code);
/// Its last four digits, by which people tell cards apart.
[[nodiscard]] QString lastDigitsOf(const QString &code);

/// What is kept of a card: SHA-256 of its code in a domain of its own, as base64url. `code` is as giftCodeIn() answers
/// it.
[[nodiscard]] QString giftCodeHash(const QString &code);
/// Whether this can be the hash of a card: one that comes from elsewhere.
[[nodiscard]] bool isGiftCodeHash(const QString &hash);

} // namespace crema
