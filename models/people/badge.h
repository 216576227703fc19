// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/people/person.h"

#include <optional>

namespace crema {

/// The code of a badge: "CB" and 34 decimal digits, 112 bits of randomness, which is what a secret needs to be kept as
/// a plain hash (OWASP ASVS 6.5.2). Digits, because every layout of a keyboard types them, because a scan of mostly
/// digits is known as one even when it is torn (ux.md 2.5), and because Code 128 packs them in pairs. No product code
/// has this form: those of GS1 begin with digits. Only codes that Crema made are badges (ADR 043).
[[nodiscard]] QString makeBadgeCode(Randomness &randomness);

/// The code as it is hashed, when what was scanned is a badge; nothing for every other code. The case of the letters
/// and blanks around it do not count: a caps lock changes the one, a scanner's setting adds the others.
[[nodiscard]] std::optional<QString> badgeCodeIn(QStringView scanned);

/// What is kept of a badge: SHA-256 of its code in a domain of its own, as base64url. `code` is as badgeCodeIn()
/// answers it.
[[nodiscard]] QString badgeHash(const QString &code);
/// Whether this can be the hash of a badge: one that comes from elsewhere.
[[nodiscard]] bool isBadgeHash(const QString &hash);

/// A badge that was made just now. The code is nowhere else, and never to be had again.
struct IssuedBadge {
    Person person;
    QString code;
};

} // namespace crema
