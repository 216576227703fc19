// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/stripe_signature.h"

#include "models/security/tokens.h"

#include <QByteArrayList>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <optional>

namespace crema::platform {
namespace {

constexpr std::int64_t toleranceS = 300;
/// Clocks differ a little, and Stripe's own check does not look that way at all.
constexpr std::int64_t aheadS = 30;
/// Nobody signs with more secrets at once; a longer list is no honest one.
constexpr qsizetype mostParts = 32;

struct SignatureHeader {
    QByteArray timestamp;
    QByteArrayList signatures;
};

std::optional<SignatureHeader> readHeader(QByteArrayView header)
{
    SignatureHeader read;
    const QByteArrayList parts = header.toByteArray().split(',');
    if (parts.size() > mostParts)
        return std::nullopt;
    for (const QByteArray &part : parts) {
        const QByteArray item = part.trimmed();
        if (item.startsWith("t=") && read.timestamp.isEmpty())
            read.timestamp = item.mid(2);
        else if (item.startsWith("t="))
            return std::nullopt; // two moments: which one was signed?
        else if (item.startsWith("v1="))
            read.signatures.append(item.mid(3));
    }
    return read;
}

/// Seconds since 1970, in digits and nothing else: the text itself is what was signed.
std::optional<std::int64_t> readTimestamp(const QByteArray &text)
{
    constexpr qsizetype mostDigits = 12;
    const bool isNumber = !text.isEmpty() && text.size() <= mostDigits &&
                          std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? std::optional(text.toLongLong()) : std::nullopt;
}

QByteArray hmacHex(QByteArrayView secret, const QByteArray &message)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int length = 0;
    const unsigned char *made = HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
                                     reinterpret_cast<const unsigned char *>(message.constData()),
                                     static_cast<std::size_t>(message.size()), bytes.data(), &length);
    if (!made)
        return {};
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(length)).toHex();
}

} // namespace

bool isSignedByStripe(QByteArrayView body, QByteArrayView header, QByteArrayView secret, UtcTime now)
{
    const std::optional<SignatureHeader> read = readHeader(header);
    if (!read || secret.isEmpty())
        return false;
    const std::optional<std::int64_t> at = readTimestamp(read->timestamp);
    const std::int64_t nowS = now.msSinceEpoch() / 1'000;
    if (!at || nowS - *at > toleranceS || *at - nowS > aheadS)
        return false;
    const QByteArray expected = hmacHex(secret, read->timestamp + '.' + body.toByteArray());
    bool fits = false;
    // All of them, also past the one that fits: how long it takes tells nothing.
    for (const QByteArray &signature : read->signatures)
        fits = (!expected.isEmpty() && equalInConstantTime(signature, expected)) || fits;
    return fits;
}

} // namespace crema::platform
