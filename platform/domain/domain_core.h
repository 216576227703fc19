// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/randomness.h"
#include "platform/database/connection_pool.h"
#include "platform/http/event_stream.h"
#include "platform/http/router.h"
#include "platform/identity/access_tokens.h"

#include <functional>

namespace crema::platform {

class ConfigService;
class DeviceRevocations;
class EndedSessions;
class Log;
class Metrics;
class SyncStorage;

/// What every route of the domain works with. Outlives the routes.
struct DomainCore {
    ConnectionPool &pool;
    SyncStorage &sync;
    const Clock &clock;
    Randomness &randomness;
    Log &log;
    Metrics &metrics;
    http::EventPublisher &events;
    AccessTokens &tokens;
    DeviceRevocations &revocations;
    EndedSessions &endedSessions;
    ConfigService &config;
    std::function<void()> wakePayments = {}; ///< something may be due for the payment desk; any thread
};

/// Wraps a handler at its edge: a storage failure becomes a problem document that asks to try again, and its detail
/// goes to the log.
[[nodiscard]] http::Handler guarded(DomainCore &core, http::Handler handler);

/// The size of a page of a list: `limit` of the query (1 to 200), 50 when absent.
[[nodiscard]] int pageLimit(const http::Request &request);

/// Where the next page of a list begins: opaque text for clients, two sort values for us.
struct PageMark {
    QString first;
    QString second;

    /// The query's `cursor`; nothing on the first page. Errors: `request.cursor`.
    [[nodiscard]] static Result<std::optional<PageMark>> fromRequest(const http::Request &request);
    [[nodiscard]] QString toString() const;
};

/// `{"schema":…,"items":[…],"next":…}`: the items are JSON already; rows beyond `limit` only say that there is more.
/// Columns: document, then the two sort values.
[[nodiscard]] http::Response listResponse(const QByteArray &schema, const Rows &rows, int limit);

} // namespace crema::platform
