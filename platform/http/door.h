// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "platform/http/client_address.h"
#include "platform/http/event_stream.h"
#include "platform/http/limits.h"
#include "platform/http/rate_limits.h"
#include "platform/http/router.h"
#include "platform/http/tls_identity.h"

#include <memory>

namespace crema::platform {
class Metrics;
class Log;
} // namespace crema::platform

namespace crema::http {

/// Everything that the door needs from outside; all of it must outlive the door.
struct DoorParts {
    const Router &router;
    const Clock &clock;
    Randomness &randomness;
    platform::Log &log;
    platform::Metrics &metrics;
    Authenticate authenticate;                     ///< may be empty: routes with a credential answer 401
    AuthenticateFromMemory authenticateFromMemory; ///< may be empty
    AddressRanges proxies = {};                    ///< none: the peer is the sender
    std::shared_ptr<TlsIdentity> tls = nullptr;    ///< none: plain HTTP
    RateLimits *rates = nullptr;                   ///< none: counted by the door for itself
};

/// The HTTP/1.1 server: one thread for the network, a bounded pool of workers for handlers. It holds the limits and
/// lets no malformed request reach the router.
class Door final : public EventPublisher
{
public:
    Door(const DoorParts &parts, const Limits &limits);
    /// Stops like stop().
    ~Door() override;
    Door(const Door &) = delete;
    Door &operator=(const Door &) = delete;

    /// Begins to listen on "address:port" ("[::1]:0" for IPv6; port 0 takes a free one) and returns the port.
    /// Errors: `door.address` (not an address with a port), `door.listen` (taken or not allowed).
    [[nodiscard]] Result<quint16> listen(const QString &address);

    /// Takes no new connection, lets running requests finish for Limits::stopMs, closes everything and joins the
    /// threads. Must not be called from a handler.
    void stop();

    void publish(const QByteArray &key, const Event &event) override;

    [[nodiscard]] int openConnections() const;
    [[nodiscard]] int openEventStreams() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace crema::http
