// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "sync/store/aes_256_gcm.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <span>

struct evp_cipher_ctx_st;

namespace crema::sync {

/// Encrypts what a store keeps on the disk (ADR 039): blocks and lines with AES-256-GCM, the short heads of log frames
/// with AES-256-XTS, under keys of their own that HMAC-SHA-256 makes of the store's. One thread.
class StoreCipher
{
public:
    static constexpr qsizetype keyBytes = 32;
    static constexpr int overheadBytes = 28; ///< nonce and tag, at the end of each block
    static constexpr int fingerprintBytes = 8;

    /// What kind of file a block lies in: one of a kind does not open as one of another.
    enum class Kind : unsigned char { Database = 'd', Log = 'w', Journal = 'j' };

    /// `key` has 32 bytes; nonces come from `randomness`, which outlives this.
    StoreCipher(QByteArrayView key, Randomness &randomness);

    /// Encrypts in place all but the first `clear` bytes, which are authenticated as well as where the block lies. The
    /// last 28 bytes become nonce and tag.
    void sealBlock(std::span<unsigned char> block, Kind kind, std::int64_t offset, std::size_t clear = 0);
    /// Undoes it, and fills the last 28 bytes with zeros. False when it is no such block: then it is spoilt.
    [[nodiscard]] bool openBlock(std::span<unsigned char> block, Kind kind, std::int64_t offset, std::size_t clear = 0);

    /// Encrypts in place 16 bytes or more that have no room for a nonce, bound to where they lie.
    void sealHead(std::span<unsigned char> head, std::int64_t offset);
    void openHead(std::span<unsigned char> head, std::int64_t offset);

    /// A line of text without its break as another, which begins with '!'.
    [[nodiscard]] QByteArray sealLine(QByteArrayView line);
    /// Nothing when it is no line of this key.
    [[nodiscard]] std::optional<QByteArray> openLine(QByteArrayView line);

    /// Tells keys apart and says nothing of them; 8 bytes, the first of them never zero.
    [[nodiscard]] static QByteArray fingerprintOf(QByteArrayView key);

private:
    struct Free {
        void operator()(evp_cipher_ctx_st *context) const;
    };
    using Context = std::unique_ptr<evp_cipher_ctx_st, Free>;

    void takeNonce(unsigned char *nonce);

    Randomness &m_randomness;
    Aes256Gcm m_blocks;
    Aes256Gcm m_lines;
    Context m_sealHead;
    Context m_openHead;
    QByteArray m_nonces; ///< drawn and not yet used
};

} // namespace crema::sync
