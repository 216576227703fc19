// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/device_session.h"

#include "models/people/permission.h"
#include "models/security/signing_key.h"
#include "models/security/tokens.h"
#include "platform/identity/device_revocations.h"

#include <QCoreApplication>
#include <QMessageAuthenticationCode>

namespace crema::platform {
namespace {

constexpr std::int64_t nonceLifetimeMs = 60'000;
constexpr qsizetype randomLength = 16;
constexpr qsizetype bodyLength = 8 + randomLength;
constexpr qsizetype proofLength = 32;
constexpr qsizetype usedBound = 20'000;

QByteArray bigEndian(std::int64_t value)
{
    QByteArray bytes(8, '\0');
    for (int i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>((value >> (56 - 8 * i)) & 0xff);
    return bytes;
}

std::int64_t fromBigEndian(QByteArrayView bytes)
{
    std::int64_t value = 0;
    for (const char byte : bytes.first(8))
        value = (value << 8) | static_cast<unsigned char>(byte);
    return value;
}

/// Not a word about the device: the same question came twice, or late. A new challenge helps.
Problem usedChallenge()
{
    return {ProblemKind::Unavailable,
            QStringLiteral("device.challenge_used"),
            QCoreApplication::translate("crema::platform::DeviceSession",
                                        "This challenge was answered already or is too old."),
            QCoreApplication::translate("crema::platform::DeviceSession", "Ask for a new one."),
            {}};
}

AccessClaims claimsOf(const DeviceRecord &device, DeviceId id, UtcTime now)
{
    return {id,
            std::nullopt,
            device.location,
            device.registerId,
            devicePermissions(),
            now.plusMs(AccessTokens::lifetimeS * 1000)};
}

} // namespace

Problem wrongSignature()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("device.wrong_signature"),
            QCoreApplication::translate("crema::platform::DeviceSession",
                                        "The device could not prove that it is enrolled."),
            QCoreApplication::translate("crema::platform::DeviceSession",
                                        "Check the address of the platform. If it does not know this device any "
                                        "more, write what is unsent to a file and set the device up anew."),
            {}};
}

QStringList devicePermissions()
{
    return {permissionText(Permission::CatalogRead), permissionText(Permission::CustomersRead),
            permissionText(Permission::SalesRead), permissionText(Permission::StockRead)};
}

DeviceSession::DeviceSession(AccessTokens &tokens, Randomness &randomness) : m_tokens(tokens), m_randomness(randomness)
{}

QByteArrayList DeviceSession::proofsOf(const QByteArray &body, DeviceId device, UtcTime now) const
{
    QByteArrayList proofs;
    for (const QByteArray &secret : m_tokens.secretsFor("device challenge", now)) {
        proofs.append(
            QMessageAuthenticationCode::hash(body + device.value().toRfc4122(), secret, QCryptographicHash::Sha256));
    }
    return proofs;
}

QString DeviceSession::challenge(DeviceId device, UtcTime now)
{
    const QByteArray body = bigEndian(now.msSinceEpoch() + nonceLifetimeMs) + randomBytes(randomLength, m_randomness);
    return toBase64Url(body + proofsOf(body, device, now).first());
}

Result<void> DeviceSession::useUp(const QString &nonce, DeviceId device, UtcTime now)
{
    const auto bytes = fromBase64Url(nonce);
    if (!bytes || bytes->size() != bodyLength + proofLength)
        return failure(wrongSignature());
    const QByteArray body = bytes->first(bodyLength);
    const QByteArray shown = bytes->sliced(bodyLength);
    if (std::ranges::none_of(proofsOf(body, device, now),
                             [&shown](const QByteArray &proof) { return equalInConstantTime(proof, shown); }))
        return failure(usedChallenge()); // made up, or made with a key that was taken away meanwhile
    const UtcTime end(fromBigEndian(body));
    if (end <= now)
        return failure(usedChallenge());
    const std::lock_guard lock(m_mutex);
    m_used.removeIf([&](const auto &entry) { return entry.value() <= now; });
    if (m_used.size() >= usedBound || m_used.contains(nonce))
        return failure(usedChallenge());
    m_used.insert(nonce, end);
    return {};
}

Result<AccessClaims> DeviceSession::answer(SyncStorage &storage, DeviceId device, const QString &nonce,
                                           const QByteArray &signature, UtcTime now)
{
    if (const Result<void> used = useUp(nonce, device, now); !used)
        return failure(used.error());
    const std::optional<DeviceRecord> known = storage.device(device);
    const QByteArray message = "crema-device-token\n" + nonce.toUtf8();
    if (!known || !verifySignature(known->publicKey, message, signature))
        return failure(wrongSignature());
    // Only who holds the key is told.
    if (known->isRevoked)
        return failure(shutOut());
    return claimsOf(*known, device, now);
}

} // namespace crema::platform
