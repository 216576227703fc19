// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/giftcards/gift_code.h"

#include "models/base/sha256.h"
#include "models/security/tokens.h"

#include <algorithm>

namespace crema {
namespace {

constexpr QStringView prefix = u"CG";
constexpr qsizetype randomDigits = 34;
constexpr qsizetype checkDigits = 2;
constexpr qsizetype allDigits = randomDigits + checkDigits;
constexpr qsizetype fewDigits = 24; ///< no article number has as many
constexpr qsizetype hashBytes = 32;
constexpr int modulus = 97;

bool isDigit(QChar each)
{
    return each >= u'0' && each <= u'9';
}

int remainderOf(QStringView digits)
{
    int remainder = 0;
    for (const QChar digit : digits)
        remainder = (remainder * 10 + (digit.unicode() - u'0')) % modulus;
    return remainder;
}

/// ISO/IEC 7064, MOD 97-10: the whole number leaves 1.
QString checkDigitsFor(const QString &digits)
{
    const int check = modulus + 1 - remainderOf(QString(digits + QStringLiteral("00")));
    return QStringLiteral("%1").arg(check, checkDigits, 10, QLatin1Char('0'));
}

QString withoutGaps(QStringView text)
{
    QString result;
    for (const QChar each : text) {
        if (!each.isSpace() && each != u'-')
            result += each;
    }
    return result.toUpper();
}

} // namespace

QString makeGiftCode(Randomness &randomness)
{
    QString digits;
    for (qsizetype i = 0; i < randomDigits; ++i)
        digits += QChar(static_cast<char16_t>(u'0' + randomness.below(10)));
    return prefix.toString() + digits + checkDigitsFor(digits);
}

std::optional<QString> giftCodeIn(QStringView scanned)
{
    const QString code = withoutGaps(scanned);
    if (code.size() != prefix.size() + allDigits || !code.startsWith(prefix))
        return std::nullopt;
    const QStringView digits = QStringView(code).sliced(prefix.size());
    const bool isWhole = std::all_of(digits.begin(), digits.end(), &isDigit) && remainderOf(digits) == 1;
    return isWhole ? std::optional(code) : std::nullopt;
}

std::optional<QString> typedGiftCode(QStringView typed)
{
    const QString code = withoutGaps(typed);
    return giftCodeIn(code.startsWith(prefix) ? code : prefix.toString() + code);
}

bool isLikeGiftCode(QStringView scanned)
{
    const QString code = withoutGaps(scanned);
    return code.startsWith(prefix) && code.size() >= prefix.size() + fewDigits &&
           std::all_of(code.begin() + prefix.size(), code.end(), &isDigit);
}

QString groupedGiftCode(const QString &code)
{
    constexpr qsizetype group = 4;
    QString result;
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (i > 0 && i % group == 0)
            result += QLatin1Char(' ');
        result += code[i];
    }
    return result;
}

QString lastDigitsOf(const QString &code)
{
    return code.right(4);
}

QString giftCodeHash(const QString &code)
{
    return toBase64Url(sha256("crema.gift_card.1:" + code.toLatin1()));
}

bool isGiftCodeHash(const QString &hash)
{
    const auto bytes = fromBase64Url(hash);
    return bytes && bytes->size() == hashBytes && toBase64Url(*bytes) == hash;
}

} // namespace crema
