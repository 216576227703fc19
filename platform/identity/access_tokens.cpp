// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/access_tokens.h"

#include "models/base/json_fields.h"
#include "models/security/tokens.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace crema::platform {
namespace {

constexpr qsizetype knownBound = 10'000;
constexpr qsizetype maxTokenLength = 8'000;
// {"alg":"RS256","typ":"JWT"}: the only header we make, and the only one we read.
constexpr char header[] = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9";

struct FreeBio {
    void operator()(BIO *bio) const { BIO_free(bio); }
};
struct FreeDigest {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;
using Digest = std::unique_ptr<EVP_MD_CTX, FreeDigest>;

Problem notOurs()
{
    return {
        ProblemKind::NotSignedIn,
        QStringLiteral("identity.token"),
        QCoreApplication::translate("crema::platform::AccessTokens", "This access token is not one of this platform."),
        QCoreApplication::translate("crema::platform::AccessTokens", "Sign in again."),
        {}};
}

Problem expired()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("identity.token_expired"),
            QCoreApplication::translate("crema::platform::AccessTokens", "The access token has ended."),
            QCoreApplication::translate("crema::platform::AccessTokens", "Ask for a new one."),
            {}};
}

template<class AnyId>
QJsonValue textOr(const std::optional<AnyId> &id)
{
    return id ? QJsonValue(id->toString()) : QJsonValue();
}

QJsonObject toJson(const AccessClaims &claims, UtcTime now)
{
    return {{QStringLiteral("iss"), QStringLiteral("crema")},
            {QStringLiteral("sub"), claims.device.toString()},
            {QStringLiteral("dev"), claims.device.toString()},
            {QStringLiteral("pers"), textOr(claims.person)},
            {QStringLiteral("loc"), textOr(claims.location)},
            {QStringLiteral("reg"), textOr(claims.registerId)},
            {QStringLiteral("per"), QJsonArray::fromStringList(claims.permissions)},
            {QStringLiteral("iat"), qint64(now.msSinceEpoch() / 1000)},
            {QStringLiteral("exp"), qint64(claims.expiresAt.msSinceEpoch() / 1000)}};
}

Result<AccessClaims> readClaims(const QByteArray &bytes)
{
    JsonFields fields(QJsonDocument::fromJson(bytes).object());
    AccessClaims claims;
    claims.device = fields.id<DeviceId>(QStringLiteral("dev"));
    claims.person = fields.optionalId<PersonId>(QStringLiteral("pers"));
    claims.location = fields.optionalId<LocationId>(QStringLiteral("loc"));
    claims.registerId = fields.optionalId<RegisterId>(QStringLiteral("reg"));
    claims.permissions = fields.texts(QStringLiteral("per"), 500, 60);
    claims.expiresAt = UtcTime(fields.integer(QStringLiteral("exp"), 0, 100'000'000'000) * 1000);
    return fields.result(claims, QStringLiteral("identity.token"));
}

} // namespace

void AccessTokens::Free::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key);
}

AccessTokens::AccessTokens(evp_pkey_st *key, const QByteArray &pem)
    : m_key(key), m_secretBase(QCryptographicHash::hash(pem, QCryptographicHash::Sha256))
{}

AccessTokens::~AccessTokens() = default;

QByteArray AccessTokens::generateKey(unsigned bits)
{
    const std::unique_ptr<evp_pkey_st, Free> key(EVP_RSA_gen(bits));
    const Bio bio(BIO_new(BIO_s_mem()));
    const int written = PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    Q_ASSERT(written == 1);
    char *text = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, length);
}

Result<std::unique_ptr<AccessTokens>> AccessTokens::fromPem(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    evp_pkey_st *key = PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr);
    if (!key) {
        return failure(
            ProblemKind::Failed, QStringLiteral("identity.signing_key"),
            QCoreApplication::translate("crema::platform::AccessTokens",
                                        "The key that signs access tokens cannot be read."),
            QCoreApplication::translate("crema::platform::AccessTokens", "Restore the database from a backup."));
    }
    return std::unique_ptr<AccessTokens>(new AccessTokens(key, pem));
}

QByteArray AccessTokens::issue(const AccessClaims &claims, UtcTime now) const
{
    const QByteArray payload = QJsonDocument(toJson(claims, now)).toJson(QJsonDocument::Compact);
    const QByteArray signedPart = QByteArray(header) + '.' + toBase64Url(payload).toLatin1();
    const Digest digest(EVP_MD_CTX_new());
    std::size_t length = 0;
    const auto *data = reinterpret_cast<const unsigned char *>(signedPart.constData());
    const auto size = static_cast<std::size_t>(signedPart.size());
    bool ok = EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
              EVP_DigestSign(digest.get(), nullptr, &length, data, size) == 1;
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    ok = ok &&
         EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &length, data, size) == 1;
    Q_ASSERT(ok);
    return signedPart + '.' + toBase64Url(signature).toLatin1();
}

bool AccessTokens::isSignedByUs(QByteArrayView signedPart, const QByteArray &signature) const
{
    const Digest digest(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
           EVP_DigestVerify(digest.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                            static_cast<std::size_t>(signature.size()),
                            reinterpret_cast<const unsigned char *>(signedPart.data()),
                            static_cast<std::size_t>(signedPart.size())) == 1;
}

std::optional<AccessClaims> AccessTokens::known(QByteArrayView token, UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_known.constFind(QByteArray::fromRawData(token.data(), token.size()));
    if (it == m_known.constEnd() || it->expiresAt <= now)
        return std::nullopt;
    return *it;
}

Result<AccessClaims> AccessTokens::read(QByteArrayView token, UtcTime now)
{
    if (const auto claims = known(token, now))
        return *claims;
    const QByteArray text = token.toByteArray();
    const QByteArrayList parts = text.split('.');
    if (text.size() > maxTokenLength || parts.size() != 3 || parts[0] != header)
        return failure(notOurs());
    const auto payload = fromBase64Url(QString::fromLatin1(parts[1]));
    const auto signature = fromBase64Url(QString::fromLatin1(parts[2]));
    if (!payload || !signature ||
        !isSignedByUs(QByteArrayView(text).first(parts[0].size() + 1 + parts[1].size()), *signature))
        return failure(notOurs());
    const Result<AccessClaims> claims = readClaims(*payload);
    if (!claims)
        return failure(notOurs());
    if (claims->expiresAt <= now)
        return failure(expired());
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= knownBound)
        m_known.clear();
    m_known.insert(text, *claims);
    return *claims;
}

QByteArray AccessTokens::secretFor(QByteArrayView purpose) const
{
    return QCryptographicHash::hash(m_secretBase + purpose.toByteArray(), QCryptographicHash::Sha256);
}

} // namespace crema::platform
