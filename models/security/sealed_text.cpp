// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/security/sealed_text.h"

#include <QCoreApplication>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <memory>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::SealedText)
};

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

constexpr int saltLength = 16;
constexpr int nonceLength = 12;
constexpr int tagLength = 16;
constexpr int keyLength = 32;
constexpr qsizetype mostBytes = qsizetype(1) << 30; ///< OpenSSL counts in int

QByteArray magic()
{
    return QByteArrayLiteral("crema-sealed-1\n");
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray randomBytes(int length, Randomness &randomness)
{
    QByteArray bytes(length, Qt::Uninitialized);
    randomness.fill(std::as_writable_bytes(std::span(bytes.data(), static_cast<std::size_t>(length))));
    return bytes;
}

/// A key that leaves the memory with its scope.
class Key
{
public:
    Key(const QString &passphrase, const QByteArray &salt) : m_bytes(keyLength, '\0')
    {
        constexpr std::uint64_t n = 1 << 15;
        constexpr std::uint64_t r = 8;
        constexpr std::uint64_t p = 1;
        constexpr std::uint64_t mostMemory = 64 * 1024 * 1024;
        // The same letters however a keyboard composes them.
        QByteArray secret = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
        if (EVP_PBE_scrypt(secret.constData(), static_cast<std::size_t>(secret.size()), bytesOf(salt),
                           static_cast<std::size_t>(salt.size()), n, r, p, mostMemory, bytesOf(m_bytes),
                           keyLength) != 1)
            qFatal("OpenSSL cannot make a key with scrypt");
        OPENSSL_cleanse(secret.data(), static_cast<std::size_t>(secret.size()));
    }
    ~Key() { OPENSSL_cleanse(m_bytes.data(), static_cast<std::size_t>(m_bytes.size())); }
    Q_DISABLE_COPY_MOVE(Key)

    [[nodiscard]] const unsigned char *bytes() const { return bytesOf(m_bytes); }

private:
    QByteArray m_bytes;
};

Problem wrongPassphrase()
{
    return {ProblemKind::Invalid,
            QStringLiteral("sealed.wrong_passphrase"),
            Texts::tr("The file does not open with this passphrase, or it was changed."),
            Texts::tr("Type the passphrase that it was written with, or copy the file again."),
            {}};
}

} // namespace

Result<QByteArray> seal(const QByteArray &text, const QString &passphrase, Randomness &randomness)
{
    if (passphrase.size() < minPassphraseLength) {
        return failure(ProblemKind::Invalid, QStringLiteral("passphrase.too_short"),
                       Texts::tr("The passphrase needs at least %1 characters.").arg(minPassphraseLength),
                       Texts::tr("Three words that do not belong together are a good one."));
    }
    Q_ASSERT(text.size() < mostBytes);
    const QByteArray salt = randomBytes(saltLength, randomness);
    const QByteArray nonce = randomBytes(nonceLength, randomness);
    const QByteArray head = magic() + salt + nonce;
    const Key key(passphrase, salt);
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray sealed(text.size(), '\0');
    QByteArray tag(tagLength, '\0');
    int length = 0;
    const bool done =
        cipher && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.bytes(), bytesOf(nonce)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytesOf(head), static_cast<int>(head.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), bytesOf(sealed), &length, bytesOf(text), static_cast<int>(text.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), bytesOf(sealed) + length, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagLength, bytesOf(tag)) == 1;
    if (!done)
        qFatal("OpenSSL cannot encrypt with AES-256-GCM");
    return head + sealed + tag;
}

Result<QByteArray> unseal(const QByteArray &bytes, const QString &passphrase)
{
    const qsizetype headLength = magic().size() + saltLength + nonceLength;
    if (!bytes.startsWith(magic()) || bytes.size() < headLength + tagLength || bytes.size() >= mostBytes) {
        return failure(ProblemKind::Invalid, QStringLiteral("sealed.not_sealed"),
                       Texts::tr("This is not a file that crema encrypted."),
                       Texts::tr("Choose the file that \"crema sync export\" wrote."));
    }
    const QByteArray head = bytes.first(headLength);
    const QByteArray salt = head.sliced(magic().size(), saltLength);
    const QByteArray nonce = head.last(nonceLength);
    const QByteArray sealed = bytes.sliced(headLength, bytes.size() - headLength - tagLength);
    QByteArray tag = bytes.last(tagLength);
    const Key key(passphrase, salt);
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray text(sealed.size(), '\0');
    int length = 0;
    const bool done =
        cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.bytes(), bytesOf(nonce)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytesOf(head), static_cast<int>(head.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), bytesOf(text), &length, bytesOf(sealed), static_cast<int>(sealed.size())) ==
            1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagLength, bytesOf(tag)) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), bytesOf(text) + length, &length) == 1;
    if (!done)
        return failure(wrongPassphrase());
    return text;
}

} // namespace crema
