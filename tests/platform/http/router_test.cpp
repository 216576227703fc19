// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/router.h"

#include <gtest/gtest.h>

namespace crema::http {
namespace {

RouteInfo info(const char *name, Method method, const char *pattern)
{
    return {QLatin1StringView(name), method, QLatin1StringView(pattern), Credential::None, {}, -1};
}

Response nothing(const Request &, Context &)
{
    return Response::noContent();
}

QString nameOf(const Router::Match &match)
{
    const auto *found = std::get_if<Router::Found>(&match);
    return found ? found->route->info.name : QString();
}

TEST(Router, FindsFixedSegmentsBeforeParameters)
{
    Router router;
    router.add(info("show", Method::Get, "/products/{id}"), nothing);
    router.add(info("search", Method::Get, "/products/search"), nothing);
    router.add(info("line", Method::Put, "/orders/{id}/lines/{line}"), nothing);
    EXPECT_EQ(nameOf(router.match(Method::Get, "/products/search")), QStringLiteral("search"));
    EXPECT_EQ(nameOf(router.match(Method::Head, "/products/7")), QStringLiteral("show"));
    EXPECT_EQ(nameOf(router.match(Method::Get, "/products/")), QString());
    EXPECT_EQ(nameOf(router.match(Method::Get, "/products")), QString());
    EXPECT_EQ(nameOf(router.match(Method::Get, "/products/7/")), QString());
    const Router::Match line = router.match(Method::Put, "/orders/a%2Fb/lines/%C3%A4");
    const auto &parameters = std::get<Router::Found>(line).parameters;
    ASSERT_EQ(parameters.size(), 2);
    EXPECT_EQ(parameters[0].value, QStringLiteral("a/b"));
    EXPECT_EQ(parameters[1].value, QStringLiteral("ä"));
}

TEST(Router, NamesTheMethodsOfAPath)
{
    Router router;
    router.add(info("create", Method::Post, "/products"), nothing);
    router.add(info("list", Method::Get, "/products"), nothing);
    EXPECT_EQ(std::get<Router::MethodNotAllowed>(router.match(Method::Patch, "/products")).allow, "GET, HEAD, POST");
    EXPECT_TRUE(std::holds_alternative<Router::NoSuchPath>(router.match(Method::Get, "/other")));
}

} // namespace
} // namespace crema::http
