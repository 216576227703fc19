// SPDX-License-Identifier: GPL-3.0-or-later
// Every route and every operation, tried by nobody, by a device alone and by each role: the two tables say who gets
// past, and a route or an operation type without a row is an error.
#include "models/base/json.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_schemas.h"
#include "models/operations/operation_types.h"
#include "tests/platform/domain/services_fixture.h"

#include <QDir>

namespace crema::testing {
namespace {

enum class Who { Nobody, Device, Person };

struct RouteRow {
    const char *route;
    const char *target;
    Who least;         ///< who has to be known at least
    const char *roles; ///< initials of the roles that get past; empty: whoever is known
};

// Roles by their initials: Admin, Manager, Barista, Warehouse, Office. `{manager}` and `{sale}` are of this company.
const std::vector<RouteRow> routeRows{
    {"get_live", "/health/live", Who::Nobody, ""},
    {"get_ready", "/health/ready", Who::Nobody, ""},
    {"get_metrics", "/metrics", Who::Nobody, ""},
    {"get_health", "/api/v1/health", Who::Nobody, ""},
    {"get_token_keys", "/.well-known/jwks.json", Who::Nobody, ""},
    {"enroll_device", "/api/v1/devices/enroll", Who::Nobody, ""},
    {"readmit_device", "/api/v1/devices/readmit", Who::Nobody, ""},
    {"challenge_device", "/api/v1/devices/challenge", Who::Nobody, ""},
    {"give_device_token", "/api/v1/devices/token", Who::Nobody, ""},
    {"claim_device_epoch", "/api/v1/devices/epoch", Who::Device, ""},
    {"report_device_health", "/api/v1/devices/health", Who::Device, ""},
    {"list_device_health", "/api/v1/devices/health", Who::Device, "AM"},
    {"give_enrol_code", "/api/v1/devices/enrol-codes", Who::Person, "AM"},
    {"revoke_device", "/api/v1/devices/{unknown}/revoke", Who::Person, "AM"},
    {"give_readmission_code", "/api/v1/devices/{unknown}/readmission-codes", Who::Person, "AM"},
    {"rename_device", "/api/v1/devices/{unknown}/rename", Who::Person, "AM"},
    {"sign_in", "/api/v1/auth/login", Who::Device, ""},
    {"refresh_session", "/api/v1/auth/refresh", Who::Device, ""},
    {"mail_password_code", "/api/v1/auth/password/code", Who::Device, ""},
    {"reset_password", "/api/v1/auth/password/reset", Who::Device, ""},
    {"invite_person", "/api/v1/people/invite", Who::Device, "AM"},
    {"set_password", "/api/v1/auth/password", Who::Person, ""},
    {"offer_authenticator", "/api/v1/auth/totp", Who::Person, ""},
    {"confirm_authenticator", "/api/v1/auth/totp/confirm", Who::Person, ""},
    {"list_sessions", "/api/v1/sessions", Who::Person, ""},
    {"list_sessions", "/api/v1/sessions?person={manager}", Who::Person, "AM"},
    {"list_audit_records", "/api/v1/audit", Who::Device, "AM"},
    {"end_session", "/api/v1/sessions/end", Who::Person, ""},
    {"list_products", "/api/v1/products", Who::Device, "AMBWO"},
    {"show_product", "/api/v1/products/{unknown}", Who::Device, "AMBWO"},
    {"search_products", "/api/v1/search?q=x", Who::Device, "AMBWO"},
    {"list_customers", "/api/v1/customers", Who::Device, "AMBO"},
    {"show_customer", "/api/v1/customers/{unknown}", Who::Device, "AMBO"},
    {"export_customer", "/api/v1/customers/{unknown}/export", Who::Person, "AM"},
    {"list_sales", "/api/v1/sales", Who::Device, "AMBO"},
    {"show_sale", "/api/v1/sales/{unknown}", Who::Device, "AMBO"},
    {"list_stock", "/api/v1/stock", Who::Device, "AMBWO"},
    {"push_operations", "/api/v1/sync/operations", Who::Device, ""},
    {"pull_changes", "/api/v1/sync/changes", Who::Device, ""},
    {"read_snapshot", "/api/v1/sync/snapshot", Who::Device, ""},
    {"list_known_operations", "/api/v1/sync/receipts/known", Who::Device, ""},
    {"follow_changes", "/api/v1/sync/stream", Who::Device, ""},
    {"read_checkpoint", "/api/v1/sync/checkpoint", Who::Device, ""},
    {"countersign_journal", "/api/v1/journal/entries", Who::Device, ""},
};

struct OperationRow {
    QStringView type;
    const char *roles;
};

const std::vector<OperationRow> operationRows{
    {operation::shiftOpen, "AMB"},       {operation::shiftClose, "AMB"},
    {operation::saleComplete, "AMB"},    {operation::stockAdjust, "AMW"},
    {operation::productCreate, "AMO"},   {operation::productEdit, "AMO"},
    {operation::variantCreate, "AMO"},   {operation::variantEdit, "AMO"},
    {operation::customerCreate, "AMBO"}, {operation::customerEdit, "AMBO"},
    {operation::personCreate, "AM"},     {operation::personEdit, "AM"},
    {operation::personSetPin, "AM"},     {operation::roleCreate, "AM"},
    {operation::roleEdit, "AM"},         {operation::settingsEdit, "A"},
    {operation::customerErase, "AM"},    {operation::attentionResolve, "AMBWO"}, // the card says who may
};

bool isNamed(const char *roles, Role role)
{
    return QLatin1StringView(roles).contains(roleText(role).front().toUpper());
}

class AuthorizationWalk : public ServicesTest
{
protected:
    QByteArray tokenOf(const std::optional<Person> &person, DeviceId device, LocationId location)
    {
        platform::AccessClaims claims;
        claims.device = device;
        claims.location = location;
        claims.expiresAt = clock.now().plusMs(60'000);
        if (person) {
            claims.person = person->id;
            claims.session = newId<SessionId>();
            for (const Permission permission : person->permissions)
                claims.permissions.append(permissionText(permission));
        }
        return platformTokens()->issue(claims, clock.now());
    }

    Person personOf(Role role) { return addPerson(role, roleText(role) + QStringLiteral("@walk.example")); }

    /// The status of one try.
    int tried(const RouteRow &row, const QByteArray &token)
    {
        QByteArray target = row.target;
        target.replace("{manager}", manager.id.toString().toLatin1());
        target.replace("{unknown}", newId<SaleId>().toString().toLatin1());
        for (const auto &route : router.routes()) {
            if (route->info.name == QLatin1StringView(row.route))
                return call(route->info.method, target, {}, token).status;
        }
        ADD_FAILURE() << "there is no route " << row.route;
        return 0;
    }

    static bool isPast(int status) { return status != 401 && status != 403; }
};

TEST_F(AuthorizationWalk, EveryRouteHasARow)
{
    for (const auto &route : router.routes()) {
        const bool isThere = std::ranges::any_of(
            routeRows, [&](const RouteRow &row) { return route->info.name == QLatin1StringView(row.route); });
        EXPECT_TRUE(isThere) << "who may call " << qPrintable(route->info.name) << "?";
    }
}

TEST_F(AuthorizationWalk, NobodyAndDevicesAloneGetAsFarAsTheTableSays)
{
    const Till till = enrolTill();
    const QByteArray device = tokenOf(std::nullopt, till.device, shop.id);
    for (const RouteRow &row : routeRows) {
        EXPECT_EQ(isPast(tried(row, {})), row.least == Who::Nobody) << row.target;
        EXPECT_EQ(isPast(tried(row, "made.up.token")), row.least == Who::Nobody) << row.target;
        const bool mayDevice = row.least == Who::Nobody || (row.least == Who::Device && *row.roles == '\0');
        EXPECT_EQ(isPast(tried(row, device)), mayDevice) << row.target;
    }
}

TEST_F(AuthorizationWalk, EachRoleGetsAsFarAsTheTableSays)
{
    const Till till = enrolTill();
    for (const Role role : allRoles) {
        const QByteArray token = tokenOf(personOf(role), till.device, shop.id);
        for (const RouteRow &row : routeRows) {
            const bool may = *row.roles == '\0' || isNamed(row.roles, role);
            EXPECT_EQ(isPast(tried(row, token)), may) << row.target << ' ' << qPrintable(roleText(role));
        }
    }
}

/// What belongs to one shop is not there for a device of another one, whoever signed in on it.
TEST_F(AuthorizationWalk, SalesAreReadAtTheirOwnPlaceOnly)
{
    Till till = enrolTill();
    const auto product = newId<ProductId>();
    const auto variant = newId<VariantId>();
    const auto shift = newId<ShiftId>();
    const auto sale = newId<SaleId>();
    ASSERT_TRUE(push(till, {envelopeOf(till, createProduct(till, product, QStringLiteral("Espresso"))),
                            envelopeOf(till, createVariant(till, variant, product, QStringLiteral("E-1"))),
                            envelopeOf(till, openShift(till, shift)),
                            envelopeOf(till, completeSale(till, sale, shift, variant, QStringLiteral("MAIN-1-1")))}));
    const QByteArray path = "/api/v1/sales/" + sale.toString().toLatin1();
    const Person admin = personOf(Role::Admin);
    const QByteArray here = tokenOf(admin, till.device, shop.id);
    const QByteArray elsewhere = tokenOf(admin, till.device, newId<LocationId>());
    EXPECT_EQ(get(path, here).status, 200);
    EXPECT_EQ(get("/api/v1/sales/MAIN-1-1", here).status, 200);
    EXPECT_EQ(json(get("/api/v1/sales", here)).value(QStringLiteral("items")).toArray().size(), 1);
    EXPECT_EQ(get(path, elsewhere).status, 404);
    EXPECT_EQ(get("/api/v1/sales/MAIN-1-1", elsewhere).status, 404);
    EXPECT_TRUE(json(get("/api/v1/sales", elsewhere)).value(QStringLiteral("items")).toArray().isEmpty());
}

TEST_F(AuthorizationWalk, StockIsReadAtItsOwnPlaceOnly)
{
    Till till = enrolTill();
    const auto product = newId<ProductId>();
    const auto variant = newId<VariantId>();
    ASSERT_TRUE(push(till, {envelopeOf(till, createProduct(till, product, QStringLiteral("Espresso"))),
                            envelopeOf(till, createVariant(till, variant, product, QStringLiteral("E-1"))),
                            envelopeOf(till, adjustStock(till, variant, 7))}));
    const Person admin = personOf(Role::Admin);
    const auto levels = [&](const QByteArray &target, LocationId location) {
        const QByteArray token = tokenOf(admin, till.device, location);
        return json(get(target, token)).value(QStringLiteral("items")).toArray().size();
    };
    const LocationId elsewhere = newId<LocationId>();
    const QByteArray asked = "/api/v1/stock?location=" + shop.id.toString().toLatin1();
    EXPECT_EQ(levels("/api/v1/stock", shop.id), 1);
    EXPECT_EQ(levels(asked, shop.id), 1);
    EXPECT_EQ(levels("/api/v1/stock", elsewhere), 0);
    EXPECT_EQ(levels(asked, elsewhere), 0) << "and asking for another place does not help";
}

TEST_F(AuthorizationWalk, EveryOperationIsJudgedByTheRoleOfWhoDidIt)
{
    const QDir dir(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/tests/wire/operations"));
    int reviewed = 0;
    for (const Role role : allRoles) {
        Till till = enrolTill(personOf(role));
        for (const OperationRow &row : operationRows) {
            SCOPED_TRACE(qPrintable(row.type.toString() + QStringLiteral(" by ") + roleText(role)));
            QFile file(dir.filePath(row.type.toString() + QStringLiteral(".1.json")));
            ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << "tests/wire has an operation of each type";
            Operation operation = readOperation(file.readAll()).value_or(Operation());
            ASSERT_EQ(operation.type, row.type);
            operation.id = newId<OperationId>();
            operation.subject.id = newId<ProductId>().value(); // nothing that was tried before stands in its way
            operation.after.clear();
            operation.actor = till.person;
            operation.location = till.location;
            operation.registerId = till.registerId;
            const Acknowledgement answer = pushOne(till, operation);
            const bool isDenied = answer.problem && answer.problem->code == QLatin1String("actor.lacks_permission");
            const bool may = isNamed(row.roles, role);
            // What happened is kept, and somebody looks at it.
            EXPECT_EQ(isDenied, !may && !operation::isFact(row.type));
            // A decision waits for the card that it is about.
            EXPECT_EQ(answer.outcome == Outcome::Waiting, row.type == operation::attentionResolve);
            const QByteArray ofThis = "select count(*) from sync.review where code = 'actor.lacks_permission' and "
                                      "operation = '" +
                                      operation.id.toString().toLatin1() + "'";
            const std::int64_t reviews = countOf(ofThis);
            if (may || !operation::isFact(row.type))
                EXPECT_EQ(reviews, 0);
            else if (answer.outcome == Outcome::Applied)
                EXPECT_EQ(reviews, 1);
            reviewed += static_cast<int>(reviews);
        }
    }
    EXPECT_GT(reviewed, 0);
}

TEST(OperationRights, EveryOperationTypeHasARow)
{
    const QDir dir(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/tests/wire/operations"));
    const QStringList files = dir.entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString &name : files) {
        const QString type = name.section(u'.', 0, 1);
        const bool isThere =
            std::ranges::any_of(operationRows, [&](const OperationRow &row) { return row.type == type; });
        EXPECT_TRUE(isThere) << "who may do " << qPrintable(type) << "?";
    }
    for (const OperationRow &row : operationRows) {
        Operation operation;
        operation.type = row.type.toString();
        EXPECT_TRUE(OperationSchemas::ours().knows(operation)) << qPrintable(operation.type);
    }
}

} // namespace
} // namespace crema::testing
