// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/access_tokens.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/security/tokens.h"
#include "platform/identity/compact_jws.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

constexpr qsizetype knownBound = 10'000;
constexpr qsizetype maxTokenLength = 8'000;
constexpr qsizetype tokenIdLength = 16;
constexpr std::int64_t latestSecond = 100'000'000'000;
/// For nodes whose clocks differ a little.
constexpr std::int64_t leewayS = 60;

/// RFC 9068 section 2.1: a token of another kind that we may sign some day is never taken for an access token.
const auto tokenType = QStringLiteral("at+jwt");

// One answer for everything that may be wrong: what fails first is nothing for whoever tries.
Problem notOurs()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("identity.token"),
            QCoreApplication::translate("crema::platform::AccessTokens",
                                        "This access token is not one of this platform, or has ended."),
            QCoreApplication::translate("crema::platform::AccessTokens", "Sign in again."),
            {}};
}

template<class AnyId>
void insertId(QJsonObject &object, const QString &name, const std::optional<AnyId> &id)
{
    if (id)
        object.insert(name, id->toString());
}

QByteArray part(const QJsonObject &object)
{
    return toBase64Url(json::writeCanonical(object)).toLatin1();
}

QJsonObject claimsJson(const AccessClaims &claims, UtcTime now, Randomness &randomness)
{
    const QString subject = claims.person ? claims.person->toString() : claims.device.toString();
    QJsonObject json{{QStringLiteral("iss"), QString::fromLatin1(AccessTokens::issuer)},
                     {QStringLiteral("aud"), QString::fromLatin1(AccessTokens::audience)},
                     {QStringLiteral("sub"), subject},
                     {QStringLiteral("client_id"), claims.device.toString()},
                     {QStringLiteral("jti"), toBase64Url(randomBytes(tokenIdLength, randomness))},
                     {QStringLiteral("per"), QJsonArray::fromStringList(claims.permissions)},
                     {QStringLiteral("iat"), qint64(now.msSinceEpoch() / 1000)},
                     {QStringLiteral("exp"), qint64(claims.expiresAt.msSinceEpoch() / 1000)}};
    insertId(json, QStringLiteral("pers"), claims.person);
    insertId(json, QStringLiteral("loc"), claims.location);
    insertId(json, QStringLiteral("reg"), claims.registerId);
    insertId(json, QStringLiteral("sid"), claims.session);
    return json;
}

Result<AccessClaims> readClaims(const QJsonObject &json, UtcTime now)
{
    JsonFields fields(json);
    AccessClaims claims;
    claims.device = fields.id<DeviceId>(QStringLiteral("client_id"));
    claims.person = fields.optionalId<PersonId>(QStringLiteral("pers"));
    claims.location = fields.optionalId<LocationId>(QStringLiteral("loc"));
    claims.registerId = fields.optionalId<RegisterId>(QStringLiteral("reg"));
    claims.session = fields.optionalId<SessionId>(QStringLiteral("sid"));
    claims.permissions = fields.texts(QStringLiteral("per"), 500, 60);
    const std::int64_t issuedS = fields.integer(QStringLiteral("iat"), 0, latestSecond);
    const std::int64_t endS = fields.integer(QStringLiteral("exp"), 0, latestSecond);
    // None of ours has one: it counts where a token says so all the same.
    const auto beginS = fields.optionalInteger(QStringLiteral("nbf"), 0, latestSecond);
    claims.expiresAt = UtcTime(endS * 1000);
    const bool isForUs = fields.text(QStringLiteral("iss")) == QLatin1StringView(AccessTokens::issuer) &&
                         fields.text(QStringLiteral("aud")) == QLatin1StringView(AccessTokens::audience);
    const std::int64_t latestBeginS = now.msSinceEpoch() / 1000 + leewayS;
    const bool isInTime = issuedS <= latestBeginS && beginS.value_or(0) <= latestBeginS && endS > issuedS &&
                          endS - issuedS <= AccessTokens::lifetimeS && claims.expiresAt > now;
    if (!isForUs || !isInTime)
        return failure(notOurs());
    return fields.result(claims, QStringLiteral("identity.token"));
}

} // namespace

AccessTokens::AccessTokens(std::unique_ptr<TokenKeyRing> keys, Randomness &randomness)
    : m_keys(std::move(keys)), m_randomness(randomness)
{}

Result<std::unique_ptr<AccessTokens>> AccessTokens::fromPem(const QByteArray &pem, Randomness &randomness)
{
    auto keys = TokenKeyRing::make({{pem, UtcTime()}}, UtcTime(), lifetimeS * 1000);
    if (!keys)
        return failure(keys.error());
    return std::make_unique<AccessTokens>(*std::move(keys), randomness);
}

QByteArray AccessTokens::issue(const AccessClaims &claims, UtcTime now)
{
    const TokenKeyRing::Key key = m_keys->signer(now);
    const QByteArray header = part({{QStringLiteral("alg"), QLatin1StringView(CompactJws::algorithm)},
                                    {QStringLiteral("kid"), QString::fromLatin1(key->id())},
                                    {QStringLiteral("typ"), tokenType}});
    const QByteArray signedPart = header + '.' + part(claimsJson(claims, now, m_randomness));
    return signedPart + '.' + toBase64Url(key->sign(signedPart)).toLatin1();
}

std::optional<AccessClaims> AccessTokens::known(QByteArrayView token, UtcTime now)
{
    // Where the table of keys is to be read first, the token is looked at anew: its key may be gone.
    if (m_keys->isStale(now))
        return std::nullopt;
    const std::uint64_t version = m_keys->version(now);
    const std::lock_guard lock(m_mutex);
    if (m_keysVersion != version) {
        m_known.clear();
        m_keysVersion = version;
    }
    const auto it = m_known.constFind(QByteArray::fromRawData(token.data(), token.size()));
    if (it == m_known.constEnd() || it->expiresAt <= now)
        return std::nullopt;
    return *it;
}

Result<AccessClaims> AccessTokens::read(QByteArrayView token, UtcTime now)
{
    const std::uint64_t version = m_keys->version(now);
    if (const auto claims = known(token, now))
        return *claims;
    if (token.size() > maxTokenLength)
        return failure(notOurs());
    const QByteArray text = token.toByteArray();
    const Result<AccessClaims> claims = readSigned(text, now);
    if (!claims)
        return claims;
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= knownBound)
        m_known.clear();
    // Another thread may have read a new table meanwhile, in which this token's key is no more.
    if (m_keysVersion == version)
        m_known.insert(text, *claims);
    return *claims;
}

Result<AccessClaims> AccessTokens::readSigned(const QByteArray &text, UtcTime now)
{
    const std::optional<CompactJws> jws = CompactJws::read(text);
    if (!jws)
        return failure(notOurs());
    // Three members and no more: a key, an address of one, or "crit" (RFC 7515 section 4.1) is none of ours.
    const bool isOurHeader = jws->header().size() == 3 && jws->header().value(QStringLiteral("typ")) == tokenType;
    const TokenKeyRing::Key named =
        isOurHeader ? m_keys->find(jws->header().value(QStringLiteral("kid")).toString().toLatin1(), now) : nullptr;
    // Where no key of ours is named one is tried in its place, so that the time an answer takes tells nothing.
    const TokenKeyRing::Key tried = named ? named : m_keys->signer(now);
    const bool fits = jws->isSignedBy(*tried);
    if (!named || !fits)
        return failure(notOurs());
    const Result<QJsonObject> payload = json::readStrict(jws->payload());
    if (!payload)
        return failure(notOurs());
    const Result<AccessClaims> claims = readClaims(*payload, now);
    if (!claims)
        return failure(notOurs());
    return claims;
}

QByteArrayList AccessTokens::secretsFor(QByteArrayView purpose, UtcTime now)
{
    // A key that does not sign yet may not be known to every node.
    const TokenKeyRing::Key signer = m_keys->signer(now);
    QByteArrayList secrets{signer->secretFor(purpose)};
    const QList<TokenKeyRing::Key> keys = m_keys->believed(now);
    for (const TokenKeyRing::Key &key : keys) {
        if (key != signer)
            secrets.append(key->secretFor(purpose));
    }
    return secrets;
}

QJsonObject AccessTokens::keySet(UtcTime now)
{
    QJsonArray keys;
    for (const TokenKeyRing::Key &key : m_keys->believed(now))
        keys.append(key->publicJwk());
    return {{QStringLiteral("keys"), keys}};
}

} // namespace crema::platform
