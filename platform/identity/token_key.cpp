// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/token_key.h"

#include "models/base/json.h"
#include "models/security/tokens.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace crema::platform {
namespace {

struct FreeBio {
    void operator()(BIO *bio) const { BIO_free(bio); }
};
struct FreeDigest {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
struct FreeNumber {
    void operator()(BIGNUM *number) const { BN_free(number); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;
using Digest = std::unique_ptr<EVP_MD_CTX, FreeDigest>;
using Number = std::unique_ptr<BIGNUM, FreeNumber>;

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

/// A part of the public key as RFC 7518 section 6.3.1 writes it: base64url of the number without leading zeros.
QString numberText(const EVP_PKEY *key, const char *part)
{
    BIGNUM *raw = nullptr;
    const int found = EVP_PKEY_get_bn_param(key, part, &raw);
    const Number number(raw);
    Q_ASSERT(found == 1);
    QByteArray bytes(BN_num_bytes(number.get()), '\0');
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char *>(bytes.data()));
    return toBase64Url(bytes);
}

QJsonObject publicMembers(const EVP_PKEY *key)
{
    return {{QStringLiteral("e"), numberText(key, OSSL_PKEY_PARAM_RSA_E)},
            {QStringLiteral("kty"), QStringLiteral("RSA")},
            {QStringLiteral("n"), numberText(key, OSSL_PKEY_PARAM_RSA_N)}};
}

} // namespace

void TokenKey::Free::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key);
}

TokenKey::TokenKey(evp_pkey_st *key, const QByteArray &pem)
    : m_key(key), m_secretBase(QCryptographicHash::hash(pem, QCryptographicHash::Sha256)), m_jwk(publicMembers(key))
{
    // The thumbprint is over the required members alone, in this very form (RFC 7638 section 3).
    m_id = toBase64Url(QCryptographicHash::hash(json::writeCanonical(m_jwk), QCryptographicHash::Sha256)).toLatin1();
    m_jwk.insert(QStringLiteral("alg"), QStringLiteral("RS256"));
    m_jwk.insert(QStringLiteral("kid"), QString::fromLatin1(m_id));
    m_jwk.insert(QStringLiteral("use"), QStringLiteral("sig"));
}

TokenKey::~TokenKey() = default;

QByteArray TokenKey::generate(unsigned bits)
{
    const std::unique_ptr<evp_pkey_st, Free> key(EVP_RSA_gen(bits));
    const Bio bio(BIO_new(BIO_s_mem()));
    const int written = PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    Q_ASSERT(written == 1);
    char *text = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, length);
}

Result<std::shared_ptr<const TokenKey>> TokenKey::fromPem(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    std::unique_ptr<evp_pkey_st, Free> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    if (!key || EVP_PKEY_is_a(key.get(), "RSA") != 1) {
        return failure(
            ProblemKind::Failed, QStringLiteral("identity.signing_key"),
            QCoreApplication::translate("crema::platform::AccessTokens",
                                        "The key that signs access tokens cannot be read."),
            QCoreApplication::translate("crema::platform::AccessTokens", "Restore the database from a backup."));
    }
    return std::shared_ptr<const TokenKey>(new TokenKey(key.release(), pem));
}

QByteArray TokenKey::sign(QByteArrayView message) const
{
    const Digest digest(EVP_MD_CTX_new());
    std::size_t length = 0;
    const auto size = static_cast<std::size_t>(message.size());
    bool ok = EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
              EVP_DigestSign(digest.get(), nullptr, &length, bytesOf(message), size) == 1;
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    ok = ok && EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &length,
                              bytesOf(message), size) == 1;
    Q_ASSERT(ok);
    return signature;
}

bool TokenKey::hasSigned(QByteArrayView message, const QByteArray &signature) const
{
    const Digest digest(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
           EVP_DigestVerify(digest.get(), bytesOf(signature), static_cast<std::size_t>(signature.size()),
                            bytesOf(message), static_cast<std::size_t>(message.size())) == 1;
}

QByteArray TokenKey::secretFor(QByteArrayView purpose) const
{
    return QCryptographicHash::hash(m_secretBase + purpose.toByteArray(), QCryptographicHash::Sha256);
}

} // namespace crema::platform
