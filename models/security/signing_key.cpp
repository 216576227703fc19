// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/security/signing_key.h"

#include <QCoreApplication>

#include <openssl/evp.h>

#include <array>
#include <memory>

namespace crema {
namespace {

using Key = std::shared_ptr<EVP_PKEY>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

Key privateKey(const QByteArray &seed)
{
    return {
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytesOf(seed), static_cast<std::size_t>(seed.size())),
        &EVP_PKEY_free};
}

} // namespace

SigningKey SigningKey::generate(Randomness &randomness)
{
    QByteArray seed(seedLength, Qt::Uninitialized);
    randomness.fill(std::as_writable_bytes(std::span(seed.data(), static_cast<std::size_t>(seed.size()))));
    return *fromSeed(seed);
}

Result<SigningKey> SigningKey::fromSeed(const QByteArray &seed)
{
    if (seed.size() != seedLength) {
        return failure(ProblemKind::Failed, QStringLiteral("key.length"),
                       QCoreApplication::translate("crema::SigningKey", "The device key has %1 bytes instead of 32.")
                           .arg(seed.size()),
                       QCoreApplication::translate("crema::SigningKey",
                                                   "Restore the key file from a backup, or enrol the device again."));
    }
    Key key = privateKey(seed);
    QByteArray publicKey(seedLength, '\0');
    std::size_t length = seedLength;
    if (!key ||
        EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(publicKey.data()), &length) != 1)
        qFatal("OpenSSL cannot make an Ed25519 key");
    return SigningKey(seed, publicKey, std::move(key));
}

QByteArray SigningKey::sign(QByteArrayView message) const
{
    const Digest digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    QByteArray signature(64, '\0');
    std::size_t length = 64;
    const bool signedIt = EVP_DigestSignInit(digest.get(), nullptr, nullptr, nullptr, m_key.get()) == 1 &&
                          EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &length,
                                         bytesOf(message), static_cast<std::size_t>(message.size())) == 1;
    if (!signedIt)
        qFatal("OpenSSL cannot sign with Ed25519");
    return signature;
}

bool verifySignature(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature)
{
    if (publicKey.size() != SigningKey::seedLength || signature.size() != 64)
        return false;
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(publicKey),
                                              static_cast<std::size_t>(publicKey.size())),
                  &EVP_PKEY_free);
    const Digest digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return key && EVP_DigestVerifyInit(digest.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(digest.get(), bytesOf(signature), 64, bytesOf(message),
                            static_cast<std::size_t>(message.size())) == 1;
}

} // namespace crema
