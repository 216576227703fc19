// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/aes_256_gcm.h"

#include <QtGlobal>

#include <openssl/evp.h>

#include <array>

namespace crema::sync {
namespace {

/// Encrypts or decrypts `text` in place after authenticating `place` and `clear`; the tag is the caller's.
bool run(EVP_CIPHER_CTX *context, const unsigned char *nonce, std::span<const unsigned char> place,
         std::span<const unsigned char> clear, std::span<unsigned char> text)
{
    int length = 0;
    const auto authenticate = [&](std::span<const unsigned char> bytes) {
        return bytes.empty() ||
               EVP_CipherUpdate(context, nullptr, &length, bytes.data(), static_cast<int>(bytes.size())) == 1;
    };
    return EVP_CipherInit_ex(context, nullptr, nullptr, nullptr, nonce, -1) == 1 && authenticate(place) &&
           authenticate(clear) &&
           EVP_CipherUpdate(context, text.data(), &length, text.data(), static_cast<int>(text.size())) == 1;
}

void requireGcm(bool done)
{
    if (!done)
        qFatal("OpenSSL cannot encrypt with AES-256-GCM");
}

} // namespace

void Aes256Gcm::Free::operator()(evp_cipher_ctx_st *context) const
{
    EVP_CIPHER_CTX_free(context);
}

Aes256Gcm::Context Aes256Gcm::prepared(std::span<const unsigned char, keyBytes> key, int encrypts)
{
    Context context(EVP_CIPHER_CTX_new());
    requireGcm(context &&
               EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), nullptr, encrypts) == 1);
    return context;
}

Aes256Gcm::Aes256Gcm(std::span<const unsigned char, keyBytes> key) : m_seal(prepared(key, 1)), m_open(prepared(key, 0))
{}

void Aes256Gcm::seal(const unsigned char *nonce, std::span<const unsigned char> place,
                     std::span<const unsigned char> clear, std::span<unsigned char> text, unsigned char *tag)
{
    int length = 0;
    requireGcm(run(m_seal.get(), nonce, place, clear, text) && EVP_CipherFinal_ex(m_seal.get(), tag, &length) == 1 &&
               EVP_CIPHER_CTX_ctrl(m_seal.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, tag) == 1);
}

bool Aes256Gcm::open(const unsigned char *nonce, std::span<const unsigned char> place,
                     std::span<const unsigned char> clear, std::span<unsigned char> text, unsigned char *tag)
{
    int length = 0;
    std::array<unsigned char, tagBytes> rest{};
    return run(m_open.get(), nonce, place, clear, text) &&
           EVP_CIPHER_CTX_ctrl(m_open.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, tag) == 1 &&
           EVP_CipherFinal_ex(m_open.get(), rest.data(), &length) == 1;
}

} // namespace crema::sync
