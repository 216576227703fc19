// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/router.h"

#include <map>

namespace crema::http {

// One path segment of the table. Lookup walks one node a segment, so its cost does not grow with the routes.
struct Router::Node {
    std::map<QByteArray, std::unique_ptr<Node>, std::less<>> fixed;
    std::unique_ptr<Node> parameter;
    std::vector<const Route *> routes;
};

namespace {

QList<QByteArrayView> segmentsOf(QByteArrayView path)
{
    QList<QByteArrayView> segments;
    qsizetype start = 1;
    while (start <= path.size()) {
        qsizetype end = path.indexOf('/', start);
        if (end < 0)
            end = path.size();
        segments.append(path.sliced(start, end - start));
        start = end + 1;
    }
    return segments;
}

bool isParameter(QByteArrayView segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

QList<QueryItem> parametersOf(const RouteInfo &info, const QList<QByteArrayView> &segments)
{
    QList<QueryItem> parameters;
    const QByteArray pattern = info.pattern.toLatin1();
    const QList<QByteArrayView> names = segmentsOf(pattern);
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!isParameter(names[i]))
            continue;
        const QByteArrayView name = names[i].sliced(1, names[i].size() - 2);
        const QByteArray value = QByteArray::fromPercentEncoding(segments[i].toByteArray());
        parameters.append({QString::fromLatin1(name), QString::fromUtf8(value)});
    }
    return parameters;
}

QByteArray allowOf(const std::vector<const Route *> &routes)
{
    QByteArrayList words;
    for (const Route *route : routes) {
        words.append(methodName(route->info.method).toByteArray());
        if (route->info.method == Method::Get)
            words.append(QByteArrayLiteral("HEAD"));
    }
    std::ranges::sort(words);
    return words.join(", ");
}

const Route *routeFor(const std::vector<const Route *> &routes, Method method)
{
    const Method wanted = method == Method::Head ? Method::Get : method;
    const auto found = std::ranges::find_if(routes, [wanted](const Route *r) { return r->info.method == wanted; });
    return found == routes.end() ? nullptr : *found;
}

} // namespace

Router::Router() : m_root(std::make_unique<Node>()) {}

Router::~Router() = default;

void Router::add(const RouteInfo &info, const Handler &handler, const MemoryHandler &memoryHandler)
{
    Q_ASSERT(info.pattern.startsWith(u'/') && !info.name.isEmpty() && handler && info.method != Method::Head);
    Q_ASSERT(std::ranges::none_of(m_routes, [&](const auto &route) { return route->info.name == info.name; }));

    const QByteArray pattern = info.pattern.toLatin1();
    Node *node = m_root.get();
    for (const QByteArrayView segment : segmentsOf(pattern)) {
        std::unique_ptr<Node> &next = isParameter(segment) ? node->parameter : node->fixed[segment.toByteArray()];
        if (!next)
            next = std::make_unique<Node>();
        node = next.get();
    }
    Q_ASSERT(std::ranges::none_of(node->routes, [&](const Route *route) { return route->info.method == info.method; }));
    m_routes.push_back(std::make_unique<Route>(Route{info, handler, memoryHandler}));
    node->routes.push_back(m_routes.back().get());
}

Router::Match Router::match(Method method, QByteArrayView path) const
{
    const QList<QByteArrayView> segments = segmentsOf(path);
    const Node *node = m_root.get();
    for (const QByteArrayView segment : segments) {
        const auto fixed = node->fixed.find(segment);
        // A parameter is never empty: "/products/" is not "/products/{id}".
        const Node *next = fixed != node->fixed.end() ? fixed->second.get()
                           : segment.isEmpty()        ? nullptr
                                                      : node->parameter.get();
        if (next == nullptr)
            return NoSuchPath{};
        node = next;
    }
    if (node->routes.empty())
        return NoSuchPath{};
    const Route *route = routeFor(node->routes, method);
    if (route == nullptr)
        return MethodNotAllowed{allowOf(node->routes)};
    return Found{route, parametersOf(route->info, segments)};
}

} // namespace crema::http
