// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/security/totp.h"

#include "models/security/tokens.h"

#include <QMessageAuthenticationCode>
#include <QUrl>

namespace crema {
namespace {

constexpr QStringView base32Alphabet = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

QByteArray bigEndian(std::int64_t value)
{
    QByteArray bytes(8, '\0');
    for (int i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>((value >> (56 - 8 * i)) & 0xff);
    return bytes;
}

QString withoutBlanks(QStringView text)
{
    QString plain;
    for (const QChar c : text) {
        if (!c.isSpace())
            plain += c;
    }
    return plain;
}

} // namespace

std::int64_t totpStepOf(UtcTime now)
{
    return now.msSinceEpoch() / 1000 / totpStepS;
}

QString totpCode(const QByteArray &secret, std::int64_t step, int digits)
{
    const QByteArray hash = QMessageAuthenticationCode::hash(bigEndian(step), secret, QCryptographicHash::Sha1);
    const auto byteAt = [&hash](qsizetype index) { return std::uint32_t(static_cast<unsigned char>(hash[index])); };
    // RFC 4226 section 5.3: the last four bits say where the number is cut out.
    const qsizetype offset = byteAt(hash.size() - 1) & 0xf;
    const std::uint32_t number =
        (byteAt(offset) & 0x7f) << 24 | byteAt(offset + 1) << 16 | byteAt(offset + 2) << 8 | byteAt(offset + 3);
    std::uint32_t bound = 1;
    for (int i = 0; i < digits; ++i)
        bound *= 10;
    return QStringLiteral("%1").arg(number % bound, digits, 10, QLatin1Char('0'));
}

std::optional<std::int64_t> matchingTotpStep(const QByteArray &secret, QStringView code, UtcTime now)
{
    const QByteArray typed = withoutBlanks(code).toUtf8();
    const std::int64_t present = totpStepOf(now);
    std::optional<std::int64_t> found;
    for (std::int64_t step = present - 1; step <= present + 1; ++step) {
        if (equalInConstantTime(totpCode(secret, step).toUtf8(), typed))
            found = step;
    }
    return found;
}

QString toBase32(const QByteArray &bytes)
{
    constexpr int bitsOfLetter = 5;
    QString text;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = (bits << 8 | static_cast<unsigned char>(byte)) & 0xffff;
        count += 8;
        for (; count >= bitsOfLetter; count -= bitsOfLetter)
            text += base32Alphabet[(bits >> (count - bitsOfLetter)) & 0x1f];
    }
    if (count > 0)
        text += base32Alphabet[(bits << (bitsOfLetter - count)) & 0x1f];
    return text;
}

QString totpUri(const QString &issuer, const QString &account, const QByteArray &secret)
{
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return QStringLiteral("otpauth://totp/%1:%2?secret=%3&issuer=%1")
        .arg(encoded(issuer), encoded(account), toBase32(secret));
}

} // namespace crema
