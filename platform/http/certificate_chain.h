// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/certificate.h"

#include <openssl/bio.h>
#include <openssl/x509.h>

#include <memory>
#include <vector>

namespace crema::http {

template<auto Free>
struct FreeBy {
    template<class T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
template<class T, auto Free>
using Owned = std::unique_ptr<T, FreeBy<Free>>;

using Certificate = Owned<X509, &X509_free>;
using PrivateKey = Owned<EVP_PKEY, &EVP_PKEY_free>;
using Memory = Owned<BIO, &BIO_free>;

/// The bytes of a file of at most a MiB; nothing when it cannot be read.
[[nodiscard]] std::optional<QByteArray> pemIn(const QString &file);
/// OpenSSL's view of these bytes, which outlive it.
[[nodiscard]] Memory memoryOf(const QByteArray &bytes);
/// Nobody is there to type a passphrase: what needs one cannot be read.
[[nodiscard]] int noPassphrase(char *, int, int, void *);

/// The certificate of a PEM file first, and those of its issuers. Errors: `tls.certificate`.
[[nodiscard]] Result<std::vector<Certificate>> readChain(const QString &file);
[[nodiscard]] CertificateFacts factsOf(X509 *certificate);

} // namespace crema::http
