// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/security/tokens.h"

#include "models/base/sha256.h"

#include <openssl/crypto.h>

namespace crema {
namespace {

// 32 letters and digits: no I, O, 0 or 1.
constexpr QStringView codeAlphabet = u"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr qsizetype groupLength = 4;

} // namespace

QString toBase64Url(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<QByteArray> fromBase64Url(const QString &text)
{
    const auto result = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                            QByteArray::AbortOnBase64DecodingErrors);
    if (result.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return std::nullopt;
    return result.decoded;
}

QByteArray randomBytes(qsizetype count, Randomness &randomness)
{
    QByteArray bytes(count, Qt::Uninitialized);
    randomness.fill(std::as_writable_bytes(std::span(bytes.data(), static_cast<std::size_t>(count))));
    return bytes;
}

QString makeOneTimeCode(Randomness &randomness)
{
    QString code;
    for (qsizetype i = 0; i < 2 * groupLength; ++i) {
        if (i == groupLength)
            code += u'-';
        code += codeAlphabet[static_cast<qsizetype>(randomness.below(static_cast<std::uint64_t>(codeAlphabet.size())))];
    }
    return code;
}

QString makeLongOneTimeCode(Randomness &randomness)
{
    QStringList codes;
    for (int i = 0; i < 3; ++i)
        codes.append(makeOneTimeCode(randomness));
    return codes.join(u'-');
}

QString normalisedOneTimeCode(QStringView text)
{
    QString code;
    for (const QChar c : text) {
        if (!c.isSpace() && c != u'-')
            code += c.toUpper();
    }
    return code;
}

QByteArray oneTimeCodeHash(QStringView text)
{
    return sha256(normalisedOneTimeCode(text).toUtf8());
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size())) == 0;
}

} // namespace crema
