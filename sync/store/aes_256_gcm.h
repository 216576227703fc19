// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

struct evp_cipher_ctx_st;

namespace crema::sync {

/// AES-256-GCM (NIST SP 800-38D) under one key, with nonces of 96 bits and tags of 128: what StoreCipher seals blocks
/// and lines with. One thread.
class Aes256Gcm
{
public:
    static constexpr int keyBytes = 32;
    static constexpr int nonceBytes = 12;
    static constexpr int tagBytes = 16;

    explicit Aes256Gcm(std::span<const unsigned char, keyBytes> key);

    /// Encrypts `text` in place and writes the tag, for which `place` and then `clear` count too. A nonce is never used
    /// twice.
    void seal(const unsigned char *nonce, std::span<const unsigned char> place, std::span<const unsigned char> clear,
              std::span<unsigned char> text, unsigned char *tag);
    /// Undoes it. False when anything of it is not what was sealed: then `text` is spoilt.
    [[nodiscard]] bool open(const unsigned char *nonce, std::span<const unsigned char> place,
                            std::span<const unsigned char> clear, std::span<unsigned char> text, unsigned char *tag);

private:
    struct Free {
        void operator()(evp_cipher_ctx_st *context) const;
    };
    using Context = std::unique_ptr<evp_cipher_ctx_st, Free>;

    [[nodiscard]] static Context prepared(std::span<const unsigned char, keyBytes> key, int encrypts);

    Context m_seal;
    Context m_open;
};

} // namespace crema::sync
