// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/security/secret_hash.h"

#include <QRegularExpression>

#include <argon2.h>

#include <array>

namespace crema {
namespace {

// OWASP's second choice of parameters for Argon2id: 19 MiB, two passes, one lane.
constexpr std::uint32_t memoryKib = 19'456;
constexpr std::uint32_t passes = 2;
constexpr std::uint32_t lanes = 1;
constexpr std::size_t hashLength = 32;

} // namespace

QString hashSecret(const QString &secret, Randomness &randomness)
{
    std::array<std::byte, 16> salt{};
    randomness.fill(salt);
    const QByteArray bytes = secret.toUtf8();
    std::array<char, 160> encoded{};
    const int status =
        argon2id_hash_encoded(passes, memoryKib, lanes, bytes.constData(), static_cast<std::size_t>(bytes.size()),
                              salt.data(), salt.size(), hashLength, encoded.data(), encoded.size());
    // The parameters are constants: only memory can fail, and then nothing else would work either.
    if (status != ARGON2_OK)
        qFatal("Argon2id failed: %s", argon2_error_message(status));
    return QString::fromLatin1(encoded.data());
}

bool verifySecret(const QString &secret, const QString &encoded)
{
    const QByteArray bytes = secret.toUtf8();
    return argon2id_verify(encoded.toLatin1().constData(), bytes.constData(), static_cast<std::size_t>(bytes.size())) ==
           ARGON2_OK;
}

bool isSecretHash(QStringView encoded)
{
    static const QRegularExpression form(QStringLiteral(
        "^\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{22,86}$"));
    constexpr std::uint64_t mostWork = 8;
    const QRegularExpressionMatch match = form.match(encoded);
    const std::uint64_t memory = match.capturedView(1).toULongLong();
    const std::uint64_t times = match.capturedView(2).toULongLong();
    const std::uint64_t ways = match.capturedView(3).toULongLong();
    return match.hasMatch() && memory >= 8 && memory <= mostWork * memoryKib && times >= 1 && ways >= 1 && ways <= 8 &&
           memory * times <= mostWork * memoryKib * passes;
}

bool isWeakerThanNow(QStringView encoded)
{
    static const QRegularExpression form(
        QStringLiteral("^\\$argon2id\\$v=(\\d{1,3})\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$"));
    const QRegularExpressionMatch match = form.match(encoded);
    if (!match.hasMatch())
        return true;
    return match.capturedView(1).toUInt() < ARGON2_VERSION_NUMBER || match.capturedView(2).toUInt() < memoryKib ||
           match.capturedView(3).toUInt() < passes || match.capturedView(4).toUInt() < lanes;
}

} // namespace crema
