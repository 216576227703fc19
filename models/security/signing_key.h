// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/base/result.h"

#include <QByteArray>

#include <memory>

struct evp_pkey_st;

namespace crema {

/// An Ed25519 key pair (RFC 8032): what a device proves itself with and a register signs its journal with.
class SigningKey
{
public:
    static constexpr qsizetype seedLength = 32;

    [[nodiscard]] static SigningKey generate(Randomness &randomness);

    /// The key pair of a stored seed of 32 bytes. Errors: `key.length`.
    [[nodiscard]] static Result<SigningKey> fromSeed(const QByteArray &seed);

    [[nodiscard]] const QByteArray &seed() const { return m_seed; }           ///< secret, 32 bytes
    [[nodiscard]] const QByteArray &publicKey() const { return m_publicKey; } ///< 32 bytes

    /// A signature of 64 bytes; the same message gives the same signature.
    [[nodiscard]] QByteArray sign(QByteArrayView message) const;

private:
    SigningKey(QByteArray seed, QByteArray publicKey, std::shared_ptr<evp_pkey_st> key)
        : m_seed(std::move(seed)), m_publicKey(std::move(publicKey)), m_key(std::move(key))
    {}

    QByteArray m_seed;
    QByteArray m_publicKey;
    /// As OpenSSL has it. Making it from the seed takes as long as a signature, and a till signs each sale.
    std::shared_ptr<evp_pkey_st> m_key;
};

/// Whether the owner of `publicKey` signed `message`; false for keys and signatures of a wrong length.
[[nodiscard]] bool verifySignature(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);

} // namespace crema
