// SPDX-License-Identifier: GPL-3.0-or-later
// What people type and attackers send, in every text that a route takes: it is answered or refused, nothing breaks, and
// nobody gets in by it.
#include "tests/platform/domain/services_fixture.h"
#include "tests/testing/naughty_strings.h"

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

class NaughtyRequests : public ServicesTest
{
protected:
    static QByteArray encoded(const QString &text) { return QUrl::toPercentEncoding(text); }

    /// An answer of any kind but that something went wrong here.
    static void expectAnswered(const http::Response &response, const QString &typed)
    {
        EXPECT_GE(response.status, 200);
        EXPECT_LT(response.status, 500) << qPrintable(typed.left(100)) << ' ' << response.body.constData();
        for (const char byte : response.body)
            ASSERT_TRUE(static_cast<unsigned char>(byte) >= 0x20 || byte == '\n') << qPrintable(typed.left(100));
    }

    QByteArray token = enrolledToken();
};

TEST_F(NaughtyRequests, InSearchesFiltersAndAddressesAreAnsweredOrRefused)
{
    const QByteArrayList targets{
        "/api/v1/search?q=",
        "/api/v1/products?q=",
        "/api/v1/products?cursor=",
        "/api/v1/products?limit=",
        "/api/v1/customers?q=",
        "/api/v1/sales?cursor=",
        "/api/v1/stock?variant=",
        "/api/v1/stock?location=",
        "/api/v1/audit?action=",
        "/api/v1/audit?actor=",
        "/api/v1/audit?device=",
        "/api/v1/audit?subject=",
        "/api/v1/audit?from=",
        "/api/v1/audit?until=",
        "/api/v1/audit?before=",
        "/api/v1/audit?person=",
        "/api/v1/sync/changes?cursor=",
        "/api/v1/sync/snapshot?types=",
        "/api/v1/sync/snapshot?after=",
        "/api/v1/sync/checkpoint?cursor=1.0.0&differs=",
        "/api/v1/products/",
        "/api/v1/sales/",
        "/api/v1/customers/",
    };
    const std::int64_t people = countOf("select count(*) from identity.person");
    for (const QString &typed : naughtyStrings()) {
        if (typed.size() > 4'000)
            continue; // longer than the door takes in an address
        for (const QByteArray &target : targets) {
            SCOPED_TRACE(target.constData());
            expectAnswered(get(target + encoded(typed), token), typed);
        }
    }
    EXPECT_EQ(countOf("select count(*) from identity.person"), people);
    EXPECT_TRUE(logged.isEmpty()) << logged.value(0).constData();
}

TEST_F(NaughtyRequests, AtTheDoorGetNobodyIn)
{
    for (const QString &typed : naughtyStrings()) {
        const QList<std::pair<QByteArray, QJsonObject>> requests{
            {"/api/v1/auth/login", {{u"email"_s, typed}, {u"password"_s, typed}, {u"code"_s, typed}}},
            {"/api/v1/auth/refresh", {{u"refresh_token"_s, typed}}},
            {"/api/v1/auth/password/code", {{u"email"_s, typed}}},
            {"/api/v1/auth/password/reset", {{u"email"_s, typed}, {u"code"_s, typed}, {u"password"_s, typed}}},
            {"/api/v1/people/invite", {{u"person"_s, typed}}},
            {"/api/v1/devices/health", {{u"version"_s, typed}, {u"boot"_s, typed}}},
            {"/api/v1/devices/challenge", {{u"device"_s, typed}}},
            {"/api/v1/devices/token", {{u"device"_s, typed}, {u"nonce"_s, typed}, {u"signature"_s, typed}}},
        };
        for (const auto &[target, body] : requests) {
            SCOPED_TRACE(target.constData());
            const http::Response response = post(target, body, token);
            expectAnswered(response, typed);
            EXPECT_FALSE(response.body.contains("access_token"));
        }
        clock.advance(60ll * 60 * 1000); // whoever types too often waits
        token = enrolledToken();
    }
}

} // namespace
} // namespace crema::testing
