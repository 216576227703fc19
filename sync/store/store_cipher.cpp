// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/store_cipher.h"

#include <QtEndian>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstring>

namespace crema::sync {
namespace {

constexpr int nonceBytes = Aes256Gcm::nonceBytes;
constexpr int tagBytes = Aes256Gcm::tagBytes;
constexpr qsizetype noncesAtOnce = 64;

using Subkey = std::array<unsigned char, 64>;

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

void require(bool done)
{
    if (!done)
        qFatal("OpenSSL cannot encrypt with AES-256");
}

/// 32 bytes for each purpose.
void derive(QByteArrayView key, QByteArrayView purpose, unsigned char *out)
{
    unsigned length = 0;
    require(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytesOf(purpose),
                 static_cast<std::size_t>(purpose.size()), out, &length) != nullptr);
}

Subkey subkeyOf(QByteArrayView key, QByteArrayView purpose)
{
    Subkey subkey{};
    derive(key, purpose, subkey.data());
    derive(key, QByteArray(purpose.toByteArray() + " 2"), subkey.data() + 32);
    return subkey;
}

/// Where a block lies, as the cipher authenticates it.
std::array<unsigned char, 16> placeOf(StoreCipher::Kind kind, std::int64_t offset)
{
    std::array<unsigned char, 16> place{};
    place[0] = static_cast<unsigned char>(kind);
    qToLittleEndian(offset, place.data() + 8);
    return place;
}

Aes256Gcm gcmOf(QByteArrayView key, QByteArrayView purpose)
{
    Subkey subkey = subkeyOf(key, purpose);
    Aes256Gcm gcm{std::span<const unsigned char>(subkey).first<Aes256Gcm::keyBytes>()};
    OPENSSL_cleanse(subkey.data(), subkey.size());
    return gcm;
}

} // namespace

void StoreCipher::Free::operator()(evp_cipher_ctx_st *context) const
{
    EVP_CIPHER_CTX_free(context);
}

StoreCipher::StoreCipher(QByteArrayView key, Randomness &randomness)
    : m_randomness(randomness), m_blocks(gcmOf(key, "crema store block")), m_lines(gcmOf(key, "crema store line"))
{
    Q_ASSERT(key.size() == keyBytes);
    Subkey subkey = subkeyOf(key, "crema store head");
    const auto prepare = [&subkey](int encrypts) {
        Context context(EVP_CIPHER_CTX_new());
        require(context &&
                EVP_CipherInit_ex(context.get(), EVP_aes_256_xts(), nullptr, subkey.data(), nullptr, encrypts) == 1);
        return context;
    };
    m_sealHead = prepare(1);
    m_openHead = prepare(0);
    OPENSSL_cleanse(subkey.data(), subkey.size());
}

void StoreCipher::takeNonce(unsigned char *nonce)
{
    if (m_nonces.isEmpty()) {
        m_nonces.resize(noncesAtOnce * nonceBytes);
        m_randomness.fill(std::as_writable_bytes(std::span(m_nonces.data(), std::size_t(m_nonces.size()))));
    }
    std::memcpy(nonce, m_nonces.constData() + m_nonces.size() - nonceBytes, nonceBytes);
    m_nonces.chop(nonceBytes);
}

void StoreCipher::sealBlock(std::span<unsigned char> block, Kind kind, std::int64_t offset, std::size_t clear)
{
    const auto place = placeOf(kind, offset);
    unsigned char *nonce = block.data() + block.size() - overheadBytes;
    takeNonce(nonce);
    m_blocks.seal(nonce, place, block.first(clear), block.subspan(clear, block.size() - overheadBytes - clear),
                  nonce + nonceBytes);
}

bool StoreCipher::openBlock(std::span<unsigned char> block, Kind kind, std::int64_t offset, std::size_t clear)
{
    const auto place = placeOf(kind, offset);
    unsigned char *nonce = block.data() + block.size() - overheadBytes;
    const bool isWhole = m_blocks.open(nonce, place, block.first(clear),
                                       block.subspan(clear, block.size() - overheadBytes - clear), nonce + nonceBytes);
    std::memset(nonce, 0, overheadBytes);
    return isWhole;
}

void StoreCipher::sealHead(std::span<unsigned char> head, std::int64_t offset)
{
    int length = 0;
    const auto place = placeOf(Kind::Log, offset);
    require(EVP_CipherInit_ex(m_sealHead.get(), nullptr, nullptr, nullptr, place.data(), -1) == 1 &&
            EVP_CipherUpdate(m_sealHead.get(), head.data(), &length, head.data(), static_cast<int>(head.size())) == 1);
}

void StoreCipher::openHead(std::span<unsigned char> head, std::int64_t offset)
{
    int length = 0;
    const auto place = placeOf(Kind::Log, offset);
    require(EVP_CipherInit_ex(m_openHead.get(), nullptr, nullptr, nullptr, place.data(), -1) == 1 &&
            EVP_CipherUpdate(m_openHead.get(), head.data(), &length, head.data(), static_cast<int>(head.size())) == 1);
}

QByteArray StoreCipher::sealLine(QByteArrayView line)
{
    QByteArray bytes(nonceBytes, '\0');
    bytes += line;
    bytes += QByteArray(tagBytes, '\0');
    const std::span all(bytesOf(bytes), static_cast<std::size_t>(bytes.size()));
    takeNonce(all.data());
    m_lines.seal(all.data(), {}, {}, all.subspan(nonceBytes, all.size() - overheadBytes),
                 all.data() + all.size() - tagBytes);
    return '!' + bytes.toBase64();
}

std::optional<QByteArray> StoreCipher::openLine(QByteArrayView line)
{
    if (!line.startsWith('!'))
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(
        line.sliced(1).toByteArray(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    QByteArray bytes = decoded.decoded;
    if (!decoded || bytes.size() < overheadBytes)
        return std::nullopt;
    const std::span all(bytesOf(bytes), static_cast<std::size_t>(bytes.size()));
    if (!m_lines.open(all.data(), {}, {}, all.subspan(nonceBytes, all.size() - overheadBytes),
                      all.data() + all.size() - tagBytes))
        return std::nullopt;
    return bytes.sliced(nonceBytes, bytes.size() - overheadBytes);
}

QByteArray StoreCipher::fingerprintOf(QByteArrayView key)
{
    const Subkey subkey = subkeyOf(key, "crema store fingerprint");
    QByteArray fingerprint(reinterpret_cast<const char *>(subkey.data()), fingerprintBytes);
    fingerprint[0] = static_cast<char>(fingerprint[0] | 1);
    return fingerprint;
}

} // namespace crema::sync
