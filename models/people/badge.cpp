// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/badge.h"

#include "models/base/sha256.h"
#include "models/security/tokens.h"

#include <algorithm>

namespace crema {
namespace {

constexpr QStringView prefix = u"CB";
constexpr qsizetype digits = 34;
constexpr qsizetype hashBytes = 32;

} // namespace

QString makeBadgeCode(Randomness &randomness)
{
    QString code = prefix.toString();
    for (qsizetype i = 0; i < digits; ++i)
        code += QChar(static_cast<char16_t>(u'0' + randomness.below(10)));
    return code;
}

std::optional<QString> badgeCodeIn(QStringView scanned)
{
    const QString code = scanned.trimmed().toString().toUpper();
    const bool isBadge =
        code.size() == prefix.size() + digits && code.startsWith(prefix) &&
        std::all_of(code.begin() + prefix.size(), code.end(), [](QChar each) { return each >= u'0' && each <= u'9'; });
    return isBadge ? std::optional(code) : std::nullopt;
}

QString badgeHash(const QString &code)
{
    return toBase64Url(sha256("crema.badge.1:" + code.toLatin1()));
}

bool isBadgeHash(const QString &hash)
{
    const auto bytes = fromBase64Url(hash);
    return bytes && bytes->size() == hashBytes && toBase64Url(*bytes) == hash;
}

} // namespace crema
