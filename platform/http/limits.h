// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace crema::http {

/// What one client may cost the platform. Sizes are bytes, times are milliseconds; the defaults are those of
/// design.md section 5. Every value is at least 1 where it does not say otherwise.
struct Limits {
    std::int64_t headBytes = 16 * 1024;                   ///< request line and header fields together
    std::int64_t headMs = 10'000;                         ///< from the first byte of a request to the end of its head
    std::int64_t targetBytes = 8 * 1024;                  ///< the request target alone
    int headerFields = 100;                               ///< header fields of one request
    std::int64_t bodyBytes = 1024 * 1024;                 ///< unless the route allows another size
    std::int64_t bodyMs = 30'000;                         ///< from the end of the head to the end of the body
    std::int64_t idleMs = 60'000;                         ///< between two requests of one connection
    std::int64_t writeMs = 30'000;                        ///< for a client that does not read its answer
    int connections = 1'000;                              ///< open at once; further ones get 503 and are closed
    std::int64_t bufferedBodyBytes = 256ll * 1024 * 1024; ///< bodies in memory over all connections
    int eventStreams = 500;                               ///< subscribers held at once
    std::int64_t eventQueueBytes = 64 * 1024; ///< waiting for one slow subscriber; past it the stream is closed
    std::int64_t heartbeatMs = 15'000;        ///< between comments on a silent event stream
    int jsonDepth = 64;                       ///< nesting of a JSON body
    int workers = 8;                          ///< threads that run handlers
    int queuedRequests = 256;                 ///< waiting for a worker; further ones get 503
    std::int64_t retryAfterS = 1;             ///< what such a 503 asks for, in seconds
    std::int64_t spreadS = 10;                ///< over which clients shall come back after that, in seconds
    std::int64_t lingerMs = 2'000;            ///< a refused client may go on sending that long, unread
    std::int64_t stopMs = 2'500;              ///< for running requests once the door stops
    std::int64_t clientWorkMs = 2'000;        ///< of workers' time a second for one client; 0: no bound (RateLimits)
    std::int64_t addressWorkMs = 6'000;       ///< the same for all clients of one address together
    std::int64_t workBurstS = 30;             ///< so many seconds' worth may be used at once
    std::int64_t requestUs = 500;             ///< what a request costs beside the time that it keeps a worker busy
};

/// The body size that import routes allow.
inline constexpr std::int64_t importBodyBytes = 32ll * 1024 * 1024;

} // namespace crema::http
