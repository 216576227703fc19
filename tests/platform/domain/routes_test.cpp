// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/snapshot_chunk.h"
#include "models/operations/operation_codec.h"
#include "tests/platform/domain/services_fixture.h"

#include <QJsonDocument>

namespace crema::testing {
namespace {

using RoutesTest = ServicesTest;

TEST_F(RoutesTest, HandOutTheStartingStateInChunksWithTheirHash)
{
    const QByteArray token = enrolledToken();
    const http::Response first = get("/api/v1/sync/snapshot", token);
    ASSERT_EQ(first.status, 200);
    EXPECT_EQ(first.header("Content-Digest"), contentDigest(first.body));
    const auto chunk = readSnapshotChunk(first.body);
    ASSERT_TRUE(chunk);
    EXPECT_TRUE(chunk->maySell);
    EXPECT_TRUE(chunk->more);
    EXPECT_EQ(chunk->rows.constFirst().entityType, entity::company.toString());
    const QByteArray rest =
        "/api/v1/sync/snapshot?cut=" + chunk->cut.toString().toLatin1() + "&after=" + chunk->next.toString().toLatin1();
    EXPECT_FALSE(readSnapshotChunk(get(rest, token).body)->more);
    EXPECT_EQ(get("/api/v1/sync/snapshot?cut=9.1.1", token).status, 410);
    EXPECT_EQ(get("/api/v1/sync/snapshot?after=nonsense", token).status, 400);
}

TEST_F(RoutesTest, AreAllDescribedInTheApiDocument)
{
    QStringList routes;
    for (const auto &route : router.routes()) {
        routes.append(QString::fromLatin1(http::methodName(route->info.method)) + QLatin1Char(' ') +
                      route->info.pattern);
        const QStringList differences = api.differencesOf(route->info);
        EXPECT_TRUE(differences.isEmpty()) << qPrintable(differences.join(QLatin1String("; ")));
    }
    routes.sort();
    EXPECT_EQ(routes, api.operations());
}

TEST_F(RoutesTest, RefuseATokenThatHasEndedAndOneOfAnotherPlatform)
{
    const QByteArray token = enrolledToken();
    EXPECT_EQ(get("/api/v1/products", token).status, 200);
    clock.advance(16 * 60 * 1000);
    const http::Response ended = get("/api/v1/products", token);
    EXPECT_EQ(code(ended), QStringLiteral("identity.token"));
    const auto other = platform::AccessTokens::fromPem(platform::TokenKey::generate(), randomness).value();
    platform::AccessClaims claims;
    claims.device = newId<DeviceId>();
    claims.permissions = {QStringLiteral("catalog.read")};
    claims.expiresAt = clock.now().plusMs(60'000);
    const http::Response strange = get("/api/v1/products", other->issue(claims, clock.now()));
    EXPECT_EQ(strange.status, ended.status);
    EXPECT_EQ(strange.problemValue->message, ended.problemValue->message);
    EXPECT_EQ(strange.problemValue->hint, ended.problemValue->hint);
    EXPECT_EQ(code(strange), code(ended)) << "one answer for whatever is wrong";
}

TEST_F(RoutesTest, PushPullAndReadBackOverTheApi)
{
    const Applicant applicant = newApplicant();
    const http::Response enrolled = enrol(applicant, newCode());
    ASSERT_EQ(enrolled.status, 200);
    const QByteArray token = json(enrolled).value(QStringLiteral("access_token")).toString().toLatin1();
    const auto registerId = RegisterId::fromString(
        json(enrolled).value(QStringLiteral("register")).toObject().value(QStringLiteral("id")).toString());
    Till till{applicant.device, shop.id, *registerId, manager.id, 0};
    const auto product = newId<ProductId>();
    const auto variant = newId<VariantId>();
    const auto shift = newId<ShiftId>();
    const auto sale = newId<SaleId>();
    const auto customer = newId<CustomerId>();
    Operation newCustomer = operationOf(till, u"customer.create", {QStringLiteral("customer"), customer.value()},
                                        {{QStringLiteral("name"), QStringLiteral("Zoë Grün")},
                                         {QStringLiteral("email"), QStringLiteral("zoe@example.org")},
                                         {QStringLiteral("phone"), QStringLiteral("+49 341 555-1234")},
                                         {QStringLiteral("tax_id"), QString()},
                                         {QStringLiteral("notes"), QString()},
                                         {QStringLiteral("archived"), false}});
    const QList<Envelope> batch{
        envelopeOf(till, createProduct(till, product, QStringLiteral("Crème Espresso"))),
        envelopeOf(till,
                   createVariant(till, variant, product, QStringLiteral("CR-250"), {QStringLiteral("04006381333931")})),
        envelopeOf(till, newCustomer),
        envelopeOf(till, adjustStock(till, variant, 12)),
        envelopeOf(till, openShift(till, shift)),
        envelopeOf(till, completeSale(till, sale, shift, variant, QStringLiteral("MAIN-1-000001")))};
    const QJsonObject body = QJsonDocument::fromJson(writePushRequest({batch})).object();
    const http::Response pushed = post("/api/v1/sync/operations", body, token);
    ASSERT_EQ(pushed.status, 200) << pushed.body.constData();
    const QJsonArray acknowledgements = json(pushed).value(QStringLiteral("acknowledgements")).toArray();
    for (const QJsonValue &acknowledgement : acknowledgements)
        EXPECT_EQ(acknowledgement.toObject().value(QStringLiteral("outcome")), QJsonValue(QStringLiteral("applied")));
    EXPECT_TRUE(events.keys.contains("feed:company"));

    EXPECT_EQ(json(get("/api/v1/products", token)).value(QStringLiteral("items")).toArray().size(), 1);
    const QJsonObject shown = json(get("/api/v1/products/" + product.toString().toLatin1(), token));
    EXPECT_EQ(shown.value(QStringLiteral("variants")).toArray().size(), 1);
    for (const QByteArray query : {"creme", "CREME%20esp", "cr-250", "4006381333931", "cr250", "espreso"}) {
        EXPECT_EQ(json(get("/api/v1/search?q=" + query, token)).value(QStringLiteral("items")).toArray().size(), 1)
            << query.constData();
    }
    EXPECT_EQ(json(get("/api/v1/products?q=creme", token)).value(QStringLiteral("items")).toArray().size(), 1);
    EXPECT_TRUE(json(get("/api/v1/search?q=zzzz", token)).value(QStringLiteral("items")).toArray().isEmpty());
    for (const QByteArray query : {"gr%C3%BCn", "zoe@", "5551234"}) {
        EXPECT_EQ(json(get("/api/v1/customers?q=" + query, token)).value(QStringLiteral("items")).toArray().size(), 1)
            << query.constData();
    }
    EXPECT_EQ(get("/api/v1/customers/" + customer.toString().toLatin1(), token).status, 200);
    EXPECT_EQ(json(get("/api/v1/sales", token)).value(QStringLiteral("items")).toArray().size(), 1);
    EXPECT_EQ(get("/api/v1/sales/MAIN-1-000001", token).status, 200);
    EXPECT_EQ(get("/api/v1/sales/" + sale.toString().toLatin1(), token).status, 200);
    EXPECT_EQ(code(get("/api/v1/sales/MAIN-9-000001", token)), QStringLiteral("sale.unknown"));
    const QJsonArray levels = json(get("/api/v1/stock?variant=" + variant.toString().toLatin1(), token))
                                  .value(QStringLiteral("items"))
                                  .toArray();
    ASSERT_EQ(levels.size(), 1);
    EXPECT_EQ(levels[0].toObject().value(QStringLiteral("on_hand")).toInt(), 11);

    QStringList pulled;
    const QJsonArray rows =
        json(get("/api/v1/sync/changes?cursor=1.0.0", token)).value(QStringLiteral("rows")).toArray();
    for (const QJsonValue &row : rows)
        pulled.append(row.toObject().value(QStringLiteral("type")).toString());
    for (const char *type : {"company", "location", "person", "register", "tax_class", "product", "variant", "customer",
                             "shift", "sale", "stock_level"})
        EXPECT_TRUE(pulled.contains(QLatin1StringView(type))) << type;
}

TEST_F(RoutesTest, PageThroughAListWithoutLosingAnything)
{
    Till till = enrolTill();
    QList<Envelope> batch;
    for (int i = 0; i < 25; ++i)
        batch.append(envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("Same name"))));
    ASSERT_TRUE(push(till, batch));
    const QByteArray token = enrolledToken();
    QSet<QString> seen;
    QByteArray target = "/api/v1/products?limit=10";
    for (int page = 0; page < 3; ++page) {
        const QJsonObject answer = json(get(target, token));
        const QJsonArray items = answer.value(QStringLiteral("items")).toArray();
        for (const QJsonValue &item : items)
            seen.insert(item.toObject().value(QStringLiteral("id")).toString());
        target = "/api/v1/products?limit=10&cursor=" + answer.value(QStringLiteral("next")).toString().toLatin1();
        EXPECT_EQ(answer.value(QStringLiteral("next")).isNull(), page == 2);
    }
    EXPECT_EQ(seen.size(), 25);
    EXPECT_EQ(get("/api/v1/products?cursor=nonsense", token).status, 400);
    EXPECT_EQ(get("/api/v1/products?cursor=WyJhIiwiYiJd", token).status, 400);
}

TEST_F(RoutesTest, TellTheExpectedNumberWithAGap)
{
    const Applicant applicant = newApplicant();
    const QByteArray token =
        json(enrol(applicant, newCode())).value(QStringLiteral("access_token")).toString().toLatin1();
    Till till{applicant.device, shop.id, {}, manager.id, 7};
    const Operation operation = createProduct(till, newId<ProductId>(), QStringLiteral("Late"));
    const http::Response response =
        post("/api/v1/sync/operations",
             QJsonDocument::fromJson(writePushRequest({{envelopeOf(till, operation)}})).object(), token);
    EXPECT_EQ(response.status, 409);
    EXPECT_EQ(code(response), QStringLiteral("sync.gap"));
    EXPECT_EQ(json(response).value(QStringLiteral("expected")).toInt(), 1);
}

/// sync.md rule 12: a device that has read another past first asks what of it is lost here.
TEST_F(RoutesTest, TakeNothingFromADeviceThatHasReadAnotherPast)
{
    const Applicant applicant = newApplicant();
    const QByteArray token =
        json(enrol(applicant, newCode())).value(QStringLiteral("access_token")).toString().toLatin1();
    Till till{applicant.device, shop.id, {}, manager.id, 0};
    const Operation operation = createProduct(till, newId<ProductId>(), QStringLiteral("Late"));
    const QJsonObject body = QJsonDocument::fromJson(writePushRequest({{envelopeOf(till, operation)}})).object();
    const http::Response response = post("/api/v1/sync/operations?feed_epoch=9", body, token);
    EXPECT_EQ(response.status, 410);
    EXPECT_EQ(code(response), QStringLiteral("sync.cursor_epoch"));
    EXPECT_EQ(post("/api/v1/sync/operations?feed_epoch=1", body, token).status, 200);
    const QJsonObject question{{QStringLiteral("operations"), QJsonArray{operation.id.toString()}}};
    const http::Response known = post("/api/v1/sync/receipts/known?feed_epoch=9", question, token);
    EXPECT_EQ(known.status, 410) << "its rows are of a past of which this one knows nothing";
    EXPECT_EQ(code(known), QStringLiteral("sync.cursor_epoch"));
    EXPECT_EQ(post("/api/v1/sync/receipts/known?feed_epoch=1", question, token).status, 200);
}

/// sync.md rule 7: 413 asks for a smaller batch, where 422 would stop the device.
TEST_F(RoutesTest, AskForASmallerBatchWith413)
{
    const QString much(PushRequest::maxBytes, u'x');
    const http::Response response =
        post("/api/v1/sync/operations", {{QStringLiteral("operations"), much}}, enrolledToken());
    EXPECT_EQ(response.status, 413);
    EXPECT_EQ(code(response), QStringLiteral("push.too_large"));
}

TEST_F(RoutesTest, RefuseACursorOfAnotherEpoch)
{
    const http::Response response = get("/api/v1/sync/changes?cursor=9.1.1", enrolledToken());
    EXPECT_EQ(response.status, 410);
    EXPECT_EQ(code(response), QStringLiteral("sync.cursor_epoch"));
}

TEST_F(RoutesTest, HoldAStreamForTheDevicesAudiences)
{
    const http::Response response = get("/api/v1/sync/stream", enrolledToken());
    ASSERT_TRUE(response.events);
    EXPECT_TRUE(response.events->keys.contains("feed:company"));
    EXPECT_TRUE(response.events->keys.contains("feed:location:" + shop.id.toString().toLatin1()));
}

TEST_F(RoutesTest, AreReadyWhileTheDatabaseAnswers)
{
    EXPECT_EQ(get("/health/ready").status, 200);
    EXPECT_EQ(get("/api/v1/health").status, 200);
}

} // namespace
} // namespace crema::testing
