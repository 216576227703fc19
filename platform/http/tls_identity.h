// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/certificate.h"

#include <memory>
#include <mutex>
#include <optional>

struct ssl_ctx_st;
struct ssl_st;

namespace crema::http {

/// TLS 1.2 and 1.3 with the certificate of these files. A file that was renewed is used for the connections from then
/// on; one that cannot be read leaves the certificate of before in place.
class TlsIdentity
{
public:
    /// Errors: `tls.certificate`, `tls.key` (no such file, not a key, not the certificate's, or readable by everybody).
    [[nodiscard]] static Result<std::shared_ptr<TlsIdentity>> load(const TlsFiles &files);
    ~TlsIdentity();
    TlsIdentity(const TlsIdentity &) = delete;
    TlsIdentity &operator=(const TlsIdentity &) = delete;

    /// The server's side of one connection, which takes over its reading and writing. Null when memory is short. The
    /// caller frees it with SSL_free().
    [[nodiscard]] ssl_st *makeServer(int socket);

    /// Looks at the files when the last look is a minute old, which costs two calls. Answers the facts of a certificate
    /// that was taken up now; a failure means that the one of before stays.
    [[nodiscard]] Result<std::optional<CertificateFacts>> refresh(std::int64_t nowMs);

    [[nodiscard]] CertificateFacts facts() const;

private:
    struct Loaded;

    explicit TlsIdentity(TlsFiles files);
    [[nodiscard]] static Result<Loaded> read(const TlsFiles &files);

    TlsFiles m_files;
    mutable std::mutex m_mutex; ///< refresh() changes what any thread may ask for
    std::unique_ptr<Loaded> m_loaded;
    std::int64_t m_lookedAtMs = 0;
};

} // namespace crema::http
