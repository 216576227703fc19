// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/database/secret_columns.h"

#include "models/security/tokens.h"

#include <QCoreApplication>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <memory>

namespace crema::platform {
namespace {

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

constexpr qsizetype nonceLength = 12;
constexpr qsizetype tagLength = 16;
const QByteArray mark = QByteArrayLiteral("sealed:1:");

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::SecretColumns", text);
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

SecretColumns::SecretColumns(const QByteArray &key) : m_key(key)
{
    Q_ASSERT(key.size() == keyLength);
    m_key.detach();
}

SecretColumns::~SecretColumns()
{
    OPENSSL_cleanse(m_key.data(), static_cast<std::size_t>(m_key.size()));
}

QByteArray SecretColumns::seal(const QByteArray &value, QByteArrayView place, Randomness &randomness) const
{
    const QByteArray nonce = randomBytes(nonceLength, randomness);
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray sealed(value.size(), '\0');
    QByteArray tag(tagLength, '\0');
    int length = 0;
    const bool done =
        cipher && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key), bytesOf(nonce)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytesOf(place), static_cast<int>(place.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), bytesOf(sealed), &length, bytesOf(value), static_cast<int>(value.size())) ==
            1 &&
        EVP_EncryptFinal_ex(cipher.get(), bytesOf(sealed) + length, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagLength, bytesOf(tag)) == 1;
    if (!done)
        qFatal("OpenSSL cannot encrypt with AES-256-GCM");
    return mark + toBase64Url(nonce + sealed + tag).toLatin1();
}

std::optional<QByteArray> SecretColumns::open(const QByteArray &stored, QByteArrayView place) const
{
    const auto bytes = isSealed(stored) ? fromBase64Url(QString::fromLatin1(stored.sliced(mark.size()))) : std::nullopt;
    if (!bytes || bytes->size() < nonceLength + tagLength)
        return std::nullopt;
    const QByteArray nonce = bytes->first(nonceLength);
    const QByteArray sealed = bytes->sliced(nonceLength, bytes->size() - nonceLength - tagLength);
    QByteArray tag = bytes->last(tagLength);
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray value(sealed.size(), '\0');
    int length = 0;
    const bool done =
        cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key), bytesOf(nonce)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytesOf(place), static_cast<int>(place.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), bytesOf(value), &length, bytesOf(sealed), static_cast<int>(sealed.size())) ==
            1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagLength, bytesOf(tag)) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), bytesOf(value) + length, &length) == 1;
    return done ? std::optional(value) : std::nullopt;
}

bool SecretColumns::isSealed(QByteArrayView stored)
{
    return stored.startsWith(mark);
}

QByteArray toSecretColumn(const SecretColumns *secrets, const QByteArray &value, QByteArrayView place,
                          Randomness &randomness)
{
    return secrets ? secrets->seal(value, place, randomness) : value;
}

QByteArray fromSecretColumn(const SecretColumns *secrets, const QByteArray &stored, QByteArrayView place)
{
    if (!SecretColumns::isSealed(stored))
        return stored;
    const auto value = secrets ? secrets->open(stored, place) : std::nullopt;
    if (!value)
        throw StorageFailure(secretsKeyProblem());
    return *value;
}

Problem secretsKeyProblem()
{
    return {ProblemKind::Failed,
            QStringLiteral("secrets.key"),
            tr("The keys in this database are encrypted, and the file that opens them is not there or is another one."),
            tr("Put the key file of the platform that wrote them in its place: secrets.key in its folder, or what "
               "CREMA_SECRETS_KEY_FILE names. Only if it is lost: crema-platform keys replace."),
            {}};
}

} // namespace crema::platform
