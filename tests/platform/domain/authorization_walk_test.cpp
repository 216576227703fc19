// SPDX-License-Identifier: GPL-3.0-or-later
// Every route of the router, tried by nobody, by a device alone, by each built-in role and by an own role for each
// permission. What is expected follows from what the routes declare (RouteInfo): one that declares nothing is an error.
#include "models/giftcards/gift_code.h"
#include "models/operations/gift_card_bodies.h"
#include "tests/platform/domain/authorization_fixture.h"

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

/// Who sends a request.
struct Asker {
    QString name;
    QByteArray token;
    bool isKnown = false; ///< at least the device is
    std::optional<Person> person;

    [[nodiscard]] bool may(const QString &permission) const
    {
        const auto asked = permissionFromText(permission);
        return asked && person && person->may(*asked);
    }
};

/// Whether the door and what the route declares let this one in.
bool mayPass(const http::RouteInfo &route, const Asker &asker)
{
    if (route.credential == http::Credential::None)
        return true;
    if (!asker.isKnown || (route.credential == http::Credential::Person && !asker.person))
        return false;
    if (!route.permission.isEmpty() && !asker.may(route.permission))
        return false;
    return route.openTo != http::OpenTo::Asker || asker.may(route.askerPermission);
}

bool isPast(int status)
{
    return status != 401 && status != 403;
}

QByteArray pathOf(const http::RouteInfo &route, const QByteArray &id)
{
    return route.pattern.toLatin1().replace("{id}", id);
}

/// How far what a route tells reaches.
enum class Reach {
    Nothing, ///< no thing of the company
    Account, ///< what belongs to one person, see the test of its own
    Company, ///< the same everywhere
    Place,   ///< that of the device's own location
};

struct ReachRow {
    const char *route;
    Reach reach;
    const char *target = ""; ///< names things in braces
    const char *tells = "";  ///< what stands in the answer to whoever is told
};

const std::vector<ReachRow> reachRows{
    {"get_live", Reach::Nothing},
    {"get_ready", Reach::Nothing},
    {"get_metrics", Reach::Nothing},
    {"get_health", Reach::Nothing},
    {"get_token_keys", Reach::Nothing},
    {"show_payment_done", Reach::Nothing},
    {"show_simulated_payment", Reach::Nothing},
    {"list_sessions", Reach::Account},
    {"list_products", Reach::Company, "/api/v1/products", "{product}"},
    {"show_product", Reach::Company, "/api/v1/products/{product}", "{product}"},
    {"search_products", Reach::Company, "/api/v1/search?q=espresso", "{product}"},
    {"list_customers", Reach::Company, "/api/v1/customers", "{customer}"},
    {"show_customer", Reach::Company, "/api/v1/customers/{customer}", "{customer}"},
    {"export_customer", Reach::Company, "/api/v1/customers/{customer}/export", "{customer}"},
    {"list_sales", Reach::Place, "/api/v1/sales", "{sale}"},
    {"list_sales_of_customer", Reach::Place, "/api/v1/customers/{customer}/sales", "{sale}"},
    {"show_sale", Reach::Place, "/api/v1/sales/{sale}", "{sale}"},
    {"show_sale", Reach::Place, "/api/v1/sales/MAIN-1-1", "{sale}"},
    {"list_shifts", Reach::Place, "/api/v1/shifts", "{shift}"},
    {"list_cash_movements", Reach::Place, "/api/v1/cash-movements", "{movement}"},
    {"list_cash_movements", Reach::Place, "/api/v1/cash-movements?shift={shift}", "{movement}"},
    {"list_gift_cards", Reach::Company, "/api/v1/gift-cards", "{gift_card}"},
    {"show_gift_card", Reach::Company, "/api/v1/gift-cards/{gift_card}", "{gift_card}"},
    {"show_points", Reach::Company, "/api/v1/customers/{customer}/points", "{customer}"},
    {"sum_gift_cards", Reach::Company, "/api/v1/gift-card-liability", "gift-card-liability/1"},
    {"list_stock", Reach::Place, "/api/v1/stock", "{variant}"},
    {"list_stock", Reach::Place, "/api/v1/stock?variant={variant}", "{variant}"},
    {"list_stock", Reach::Place, "/api/v1/stock?location={shop}", "{variant}"},
    {"list_device_health", Reach::Place, "/api/v1/devices/health?person={visitor}", "{till}"},
    {"list_audit_records", Reach::Place, "/api/v1/audit?person={visitor}", "{sale}"},
    {"list_audit_records", Reach::Place, "/api/v1/audit?person={visitor}&device={till}", "{sale}"},
    {"list_audit_records", Reach::Place, "/api/v1/audit?person={visitor}&subject={sale}", "{sale}"},
    {"pull_changes", Reach::Place, "/api/v1/sync/changes", "{sale}"},
    {"read_snapshot", Reach::Place, "/api/v1/sync/snapshot?types=sale", "{sale}"},
    {"read_snapshot", Reach::Place, "/api/v1/sync/snapshot?types=stock_level", "{variant}"},
    {"read_snapshot", Reach::Place, "/api/v1/sync/snapshot?types=person", "{manager}"},
    {"read_checkpoint", Reach::Place, "/api/v1/sync/checkpoint?cursor={end}", "\"sale\""},
    {"follow_changes", Reach::Place, "/api/v1/sync/stream", "feed:location:{shop}"},
};

class AuthorizationWalk : public AuthorizationTest
{
protected:
    QList<Asker> askers()
    {
        QList<Asker> all{{u"nobody"_s, {}, false, std::nullopt},
                         {u"a made up token"_s, "made.up.token", false, std::nullopt},
                         {u"a device alone"_s, tokenOf(std::nullopt, till), true, std::nullopt}};
        const QList<Person> known = people();
        for (const Person &person : known)
            all.append({person.name, tokenOf(person, till), true, person});
        return all;
    }

    /// What can be named: each stands once, in the shop.
    void makeThings()
    {
        const auto product = newId<ProductId>();
        const auto variant = newId<VariantId>();
        const auto shift = newId<ShiftId>();
        const auto sale = newId<SaleId>();
        const auto movement = newId<CashMovementId>();
        Customer customer;
        customer.id = newId<CustomerId>();
        customer.name = u"Zoë Grün"_s;
        const Operation newCustomer =
            operationOf(till, operation::customerCreate, {entity::customer.toString(), customer.id.value()},
                        body::toJson(customer));
        GiftCard card;
        card.id = newId<GiftCardId>();
        card.codeHash = giftCodeHash(u"CG123456789012345678901234567890123436"_s);
        card.balance = Money(0, *Currency::fromCode(u"EUR"));
        const Operation newCard = operationOf(till, operation::giftCardCreate,
                                              {entity::giftCard.toString(), card.id.value()}, body::toJson(card));
        const auto outcome =
            push(till, {envelopeOf(till, newCard), envelopeOf(till, createProduct(till, product, u"Espresso"_s)),
                        envelopeOf(till, createVariant(till, variant, product, u"E-1"_s)),
                        envelopeOf(till, newCustomer), envelopeOf(till, openShift(till, shift)),
                        envelopeOf(till, moveCash(till, movement, shift, CashMovementKind::PaidIn, 500)),
                        envelopeOf(till, completeSale(till, sale, shift, variant, u"MAIN-1-1"_s, customer.id))});
        ASSERT_TRUE(outcome);
        for (const Acknowledgement &answer : outcome->answer.acknowledgements)
            ASSERT_EQ(answer.outcome, Outcome::Applied);
        things = {{"{product}", product.toString().toLatin1()},
                  {"{variant}", variant.toString().toLatin1()},
                  {"{customer}", customer.id.toString().toLatin1()},
                  {"{gift_card}", card.id.toString().toLatin1()},
                  {"{sale}", sale.toString().toLatin1()},
                  {"{shift}", shift.toString().toLatin1()},
                  {"{movement}", movement.toString().toLatin1()},
                  {"{till}", till.device.toString().toLatin1()},
                  {"{shop}", shop.id.toString().toLatin1()},
                  {"{visitor}", visitor.id.toString().toLatin1()},
                  {"{manager}", manager.id.toString().toLatin1()},
                  {"{end}", pull(till, {1, 0, 0}).next.toString().toLatin1()}};
    }

    QByteArray named(QByteArray text) const
    {
        for (auto it = things.begin(); it != things.end(); ++it)
            text.replace(it.key(), it.value());
        return text;
    }

    /// Whether the answer to this one has what the row says.
    bool tells(const ReachRow &row, const QByteArray &token)
    {
        const http::Response response = get(named(row.target), token);
        EXPECT_TRUE(response.status == 200 || response.status == 404 || response.status == 403)
            << row.target << ' ' << response.body.constData();
        const QByteArray said = response.events ? response.events->keys.join(' ') : response.body;
        return response.status == 200 && said.contains(named(row.tells));
    }

    QHash<QByteArray, QByteArray> things;
};

TEST_F(AuthorizationWalk, EveryRouteDeclaresForWhomItIs)
{
    for (const auto &route : router.routes()) {
        const http::RouteInfo &info = route->info;
        SCOPED_TRACE(qPrintable(info.name));
        const bool asksForPermission = !info.permission.isEmpty();
        EXPECT_NE(asksForPermission, info.openTo != http::OpenTo::Nobody)
            << "either a permission or a mark that says why there is none (RouteInfo::openTo)";
        EXPECT_EQ(asksForPermission, permissionFromText(info.permission).has_value()) << "is it in permission.h?";
        EXPECT_EQ(info.credential == http::Credential::None, info.openTo == http::OpenTo::Anybody);
        EXPECT_EQ(info.credential == http::Credential::Person && !asksForPermission,
                  info.openTo == http::OpenTo::Account || info.openTo == http::OpenTo::Entry);
        EXPECT_EQ(permissionFromText(info.askerPermission).has_value(), info.openTo == http::OpenTo::Asker);
    }
}

TEST_F(AuthorizationWalk, EverybodyGetsAsFarAsTheRouteDeclares)
{
    const QList<Asker> all = askers();
    ASSERT_EQ(all.size(), qsizetype(3 + allRoles.size() + allPermissions.size()));
    const QByteArray unknown = newId<SaleId>().toString().toLatin1();
    for (const auto &route : router.routes()) {
        for (const Asker &asker : all) {
            const int status = call(route->info.method, pathOf(route->info, unknown), {}, asker.token).status;
            EXPECT_EQ(isPast(status), mayPass(route->info, asker))
                << qPrintable(route->info.name) << " by " << qPrintable(asker.name) << ": " << status;
        }
    }
}

/// Whatever an address names, who may not is not told whether it is there, and who may is told that it is not.
TEST_F(AuthorizationWalk, WhatIsNotThereIsToldToWhoMayOnly)
{
    makeThings();
    const QList<Asker> all = askers();
    const QByteArray sale = things.value("{sale}");
    const QByteArray product = things.value("{product}");
    int walked = 0;
    for (const auto &route : router.routes()) {
        if (!route->info.pattern.contains(u"{id}"))
            continue;
        // Unknown, no id at all, and that of another kind of thing.
        const QByteArray other = route->info.pattern.contains(u"products") ? sale : product;
        for (const QByteArray &id :
             {newId<SaleId>().toString().toLatin1(), QByteArray("no-id"), QByteArray("%27"), other}) {
            for (const Asker &asker : all) {
                const int status = call(route->info.method, pathOf(route->info, id), {}, asker.token).status;
                const bool isNobody =
                    !asker.isKnown || (route->info.credential == http::Credential::Person && !asker.person);
                const int refused = isNobody ? 401 : 403;
                // What says what is to become of it is looked at before the thing itself.
                const bool isBeside = status == 400 && route->info.method == http::Method::Post;
                EXPECT_EQ(isBeside ? 404 : status, mayPass(route->info, asker) ? 404 : refused)
                    << qPrintable(route->info.name) << ' ' << id.constData() << " by " << qPrintable(asker.name);
                ++walked;
            }
        }
    }
    EXPECT_GE(walked, 4 * 4 * all.size());
}

TEST_F(AuthorizationWalk, WhatWasErasedIsToldToNobody)
{
    makeThings();
    const QByteArray customer = things.value("{customer}");
    const QUuid id = QUuid::fromString(QLatin1StringView(customer));
    ASSERT_EQ(pushOne(till, operationOf(till, operation::customerErase, {entity::customer.toString(), id},
                                        body::toJson(body::CustomerErase{})))
                  .outcome,
              Outcome::Applied);
    for (const Asker &asker : askers()) {
        for (const auto &route : router.routes()) {
            if (route->info.method != http::Method::Get)
                continue;
            const http::Response response = call(http::Method::Get, pathOf(route->info, customer), {}, asker.token);
            EXPECT_FALSE(response.body.contains("Grün") || response.body.contains("Zo\\u00eb"))
                << qPrintable(route->info.name) << " by " << qPrintable(asker.name);
        }
    }
}

/// A person's own right, not one of the device: who asks for products, or for what was done to them.
TEST_F(AuthorizationWalk, WhatProductsCostIsToldToWhoMaySeeIt)
{
    makeThings();
    Variant variant;
    variant.id = newId<VariantId>();
    variant.product = *ProductId::fromString(QString::fromLatin1(things.value("{product}")));
    variant.sku = u"E-2"_s;
    variant.cost = Money(4711, shop.currency);
    Operation made = operationOf(till, operation::variantCreate, {entity::variant.toString(), variant.id.value()},
                                 body::toJson(variant));
    ASSERT_EQ(pushOne(till, made).outcome, Outcome::Applied);
    const QString costs = permissionText(Permission::CatalogCosts);
    int told = 0;
    for (const Asker &asker : askers()) {
        for (const char *target :
             {"/api/v1/products", "/api/v1/products?q=espresso", "/api/v1/products/{product}", "/api/v1/search",
              "/api/v1/search?q=espresso", "/api/v1/search?q=espreso", "/api/v1/audit?action=variant.create"}) {
            const http::Response response = get(named(target), asker.token);
            const bool isTold = response.body.contains("4711");
            const bool isSeen = response.status == 200;
            EXPECT_EQ(isTold, isSeen && asker.may(costs)) << target << " by " << qPrintable(asker.name);
            const bool isHidden = isSeen && !isTold && !QByteArray(target).contains("audit");
            EXPECT_FALSE(isHidden && response.body.contains("\"cost\"")) << target << " by " << qPrintable(asker.name);
            told += isTold ? 1 : 0;
        }
    }
    EXPECT_GE(told, 2 * 7) << "managers and administrators";
}

TEST_F(AuthorizationWalk, EveryRouteThatReadsSaysHowFarItReaches)
{
    for (const auto &route : router.routes()) {
        const bool isThere = std::ranges::any_of(
            reachRows, [&](const ReachRow &row) { return route->info.name == QLatin1StringView(row.route); });
        EXPECT_EQ(isThere, route->info.method == http::Method::Get)
            << "is what " << qPrintable(route->info.name) << " tells bound to a place? (reachRows)";
    }
    for (const ReachRow &row : reachRows) {
        EXPECT_TRUE(std::ranges::any_of(router.routes(), [&](const auto &route) {
            return route->info.name == QLatin1StringView(row.route);
        })) << row.route;
    }
}

/// What belongs to one place is told to its devices only, whoever stands before another one; what is of the company is
/// told everywhere.
TEST_F(AuthorizationWalk, WhatIsOfOnePlaceIsToldThereOnly)
{
    makeThings();
    for (const ReachRow &row : reachRows) {
        if (row.reach != Reach::Company && row.reach != Reach::Place)
            continue;
        // Somebody who signed in by password is told of all places where they work; a device of its own one.
        const bool isSignedIn = row.reach == Reach::Company;
        EXPECT_TRUE(tells(row, tokenOf(visitor, till, isSignedIn))) << row.target;
        EXPECT_EQ(tells(row, tokenOf(visitor, elsewhere, isSignedIn)), row.reach == Reach::Company) << row.target;
    }
    EXPECT_FALSE(tells({"list_stock", Reach::Place, "/api/v1/stock", "{variant}"}, tokenOf(visitor, elsewhere)))
        << "also who signed in by password is told what is on hand where they are";
}

/// Sessions are of their person; who manages people sees and ends those of others who may no more than they do.
TEST_F(AuthorizationWalk, WhatIsOfOneAccountIsForItsPersonAndWhoManagesPeople)
{
    const QString managesPeople = permissionText(Permission::PeopleManage);
    for (const Asker &asker : askers()) {
        if (!asker.person)
            continue;
        SCOPED_TRACE(qPrintable(asker.name));
        const QByteArray hers = "/api/v1/sessions?person=" + manager.id.toString().toLatin1();
        EXPECT_EQ(get("/api/v1/sessions", asker.token).status, 200);
        EXPECT_EQ(get(hers, asker.token).status, asker.may(managesPeople) ? 200 : 403);
        EXPECT_EQ(get("/api/v1/sessions?person=" + newId<PersonId>().toString().toLatin1(), asker.token).status,
                  asker.may(managesPeople) ? 200 : 403);
        std::optional<SessionId> session;
        {
            const auto connection = pool.borrow();
            platform::Transaction transaction(*connection);
            session = platform::beginSession(transaction, manager.id, till.device, clock.now(), randomness).session;
            transaction.commit();
        }
        const auto end = [&](const SessionId &id) {
            return post("/api/v1/sessions/end", {{u"session"_s, id.toString()}}, asker.token).status;
        };
        EXPECT_EQ(end(newId<SessionId>()), asker.may(managesPeople) ? 404 : 403);
        bool mayAll = asker.may(managesPeople);
        for (const Permission permission : manager.permissions)
            mayAll = mayAll && asker.person->may(permission);
        EXPECT_EQ(end(*session), mayAll ? 200 : 403);
    }
}

} // namespace
} // namespace crema::testing
