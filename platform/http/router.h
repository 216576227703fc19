// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/context.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace crema::http {

/// Who must be known before a handler runs.
enum class Credential {
    None,   ///< anybody
    Device, ///< an enrolled device, with or without a person
    Person, ///< a person who signed in, on a device or in a browser
};

/// Why a route asks for no permission of its own. Each says it, so that none is open because it was forgotten:
/// `AuthorizationWalk` fails where neither this nor a permission stands.
enum class OpenTo {
    Nobody,  ///< the permission decides
    Anybody, ///< it is public
    Device,  ///< what a device does for itself
    Account, ///< what somebody does with their own account; the handler asks for more where another's is named
    Entry,   ///< the same, also before they have set up the authenticator that the shop asks them for
    Asker,   ///< whoever stands before the device; they need RouteInfo::askerPermission, which the handler looks up
};

/// What a route is, apart from what it does. A test walks these and holds them against resources/openapi.yaml.
struct RouteInfo {
    QString name;                ///< the operationId of the API document: "list_products"
    Method method = Method::Get; ///< Head needs no route of its own: Get answers it
    QString pattern;             ///< "/api/v1/products/{id}"; a parameter is one whole segment
    Credential credential = Credential::Person;
    QString permission;          ///< the caller needs it; empty: being known is enough
    std::int64_t bodyLimit = -1; ///< bytes; −1 means the door's own limit
    OpenTo openTo = OpenTo::Nobody;
    QString askerPermission = {}; ///< with OpenTo::Asker
};

using Handler = std::function<Response(const Request &, Context &)>;

/// Answers from memory on the door's own thread, or has nothing and leaves it to the handler. Must not wait for
/// anything: no lock that is held during I/O, no database, no file.
using MemoryHandler = std::function<std::optional<Response>(const Request &, const Context &)>;

struct Route {
    RouteInfo info;
    Handler handler;
    MemoryHandler memoryHandler; ///< may be empty
};

/// The table of everything that the platform answers. Filled before the door opens, then only read.
class Router
{
public:
    Router();
    ~Router();
    Router(const Router &) = delete;
    Router &operator=(const Router &) = delete;

    /// Asserts that name, and method with pattern, are new and that the pattern is well formed. A fixed segment
    /// wins over a parameter at the same place.
    void add(const RouteInfo &info, const Handler &handler, const MemoryHandler &memoryHandler = {});

    [[nodiscard]] const std::vector<std::unique_ptr<Route>> &routes() const { return m_routes; }

    struct Found {
        const Route *route = nullptr;
        QList<QueryItem> parameters;
    };
    struct MethodNotAllowed {
        QByteArray allow; ///< for the header field Allow: "GET, HEAD, PUT"
    };
    struct NoSuchPath {};
    using Match = std::variant<Found, MethodNotAllowed, NoSuchPath>;

    /// `path` is percent-encoded and without its query, as in Request::path.
    [[nodiscard]] Match match(Method method, QByteArrayView path) const;

private:
    struct Node;
    std::vector<std::unique_ptr<Route>> m_routes;
    std::unique_ptr<Node> m_root;
};

/// Finds out who sends a request; called for routes with a credential, on a worker.
/// Errors: NotSignedIn (401) and NotAllowed (403).
using Authenticate = std::function<Result<Caller>(const Request &, const RouteInfo &)>;

/// The same from memory, on the door's own thread, under the rules of MemoryHandler; nothing means: ask a worker.
using AuthenticateFromMemory = std::function<std::optional<Caller>(const Request &, const RouteInfo &)>;

} // namespace crema::http
