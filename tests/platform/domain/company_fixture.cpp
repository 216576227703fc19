// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/domain/company_fixture.h"

#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/security/tokens.h"
#include "platform/company/reference_writer.h"
#include "platform/company/stored_reference.h"
#include "platform/devices/enrolment.h"
#include "platform/domain/bootstrap.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "platform/sync/feed_page.h"
#include "tests/platform/database/test_cluster.h"

#include <libpq-fe.h>

namespace crema::testing {
namespace {

Money euro(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

Person savePerson(platform::Transaction &transaction, PersonId id, Role role, const QString &email,
                  const QList<LocationId> &locations, UtcTime now)
{
    Person person;
    person.id = id;
    person.name = email.section(QLatin1Char('@'), 0, 0);
    person.email = email;
    person.role = role;
    person.permissions = permissionsOf(role);
    person.locations = locations;
    platform::ReferenceWriter writer(transaction);
    writer.save(person, std::nullopt, now);
    writer.finish();
    return person;
}

} // namespace

void CompanyTest::Finish::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

CompanyTest::CompanyTest(const Company &company)
    : randomness(company.randomness), url(company.url), pool(url, 16), shop(company.shop), manager(company.manager)
{}

CompanyTest::Company CompanyTest::freshCompany()
{
    static Company company;
    company.url = TestCluster::instance().makeCopy("company_template", [](const QString &url) {
        const FixedClock clock;
        company.randomness = SeededRandomness(7);
        platform::Connection connection(url);
        platform::setUpCompany(connection, clock.now(), company.randomness);
        platform::Transaction transaction(connection);
        company.shop = platform::findLocation(transaction, QStringLiteral("main")).value();
        company.manager = savePerson(transaction, makeId<PersonId>(clock.now(), company.randomness), Role::Manager,
                                     QStringLiteral("manager@example.org"), {company.shop.id}, clock.now());
        transaction.commit();
    });
    return company;
}

Person CompanyTest::addPerson(Role role, const QString &email, const QList<LocationId> &locations)
{
    const auto connection = pool.borrow();
    platform::Transaction transaction(*connection);
    const Person person = savePerson(transaction, newId<PersonId>(), role, email, locations, clock.now());
    transaction.commit();
    return person;
}

Till CompanyTest::enrolTill(const std::optional<Person> &person)
{
    const auto connection = pool.borrow();
    const QString email = person ? person->email : manager.email;
    const auto code = platform::makeEnrolCode(*connection, QStringLiteral("main"), email, clock.now(), randomness);
    EXPECT_TRUE(code);
    const SigningKey key = SigningKey::generate(randomness);
    platform::EnrolmentRequest request{*code, newId<DeviceId>(), 1, QStringLiteral("Till"), key.publicKey(), {}};
    request.signature =
        key.sign(QStringLiteral("crema-enroll\n%1\n%2").arg(request.code, request.device.toString()).toUtf8());
    const auto enrolment = platform::enrol(*connection, request, clock.now(), randomness);
    EXPECT_TRUE(enrolment);
    return {request.device, enrolment->location.id, enrolment->registerEntry.id, enrolment->person.id, 0};
}

Operation CompanyTest::operationOf(const Till &till, QStringView type, const SubjectRef &subject,
                                   const QJsonObject &body)
{
    Operation operation;
    operation.id = newId<OperationId>();
    operation.type = type.toString();
    operation.subject = subject;
    operation.location = till.location;
    operation.registerId = till.registerId;
    operation.actor = till.person;
    operation.occurredAt = clock.now();
    operation.clock = {clock.bootId(), clock.monotonicMs(), 0};
    operation.body = body;
    return operation;
}

Operation CompanyTest::createProduct(const Till &till, ProductId id, const QString &name)
{
    Product product;
    product.id = id;
    product.name = name;
    return operationOf(till, operation::productCreate, {QStringLiteral("product"), id.value()}, body::toJson(product));
}

Operation CompanyTest::createVariant(const Till &till, VariantId id, ProductId product, const QString &sku,
                                     const QStringList &barcodes)
{
    Variant variant;
    variant.id = id;
    variant.product = product;
    variant.sku = sku;
    variant.barcodes = barcodes;
    variant.price = Price{euro(1190), 1};
    return operationOf(till, operation::variantCreate, {QStringLiteral("variant"), id.value()}, body::toJson(variant));
}

Operation CompanyTest::editProduct(const Till &till, ProductId id, const QString &field, const QJsonValue &from,
                                   const QJsonValue &to)
{
    Edit edit;
    edit.fields.insert(field, {from, to});
    return operationOf(till, operation::productEdit, {QStringLiteral("product"), id.value()}, editToJson(edit));
}

Operation CompanyTest::adjustStock(const Till &till, VariantId variant, std::int64_t delta)
{
    return operationOf(till, operation::stockAdjust, {QStringLiteral("movement"), newId<MovementId>().value()},
                       body::toJson(body::StockAdjust{variant, Quantity(delta), MovementReason::Adjustment, {}}));
}

Operation CompanyTest::openShift(const Till &till, ShiftId id)
{
    return operationOf(till, operation::shiftOpen, {QStringLiteral("shift"), id.value()},
                       body::toJson(body::ShiftOpen{euro(10'000), QDate(2026, 11, 20)}));
}

Operation CompanyTest::moveCash(const Till &till, CashMovementId id, ShiftId shift, CashMovementKind kind,
                                std::int64_t minor)
{
    CashMovement movement;
    movement.shift = shift;
    movement.kind = kind;
    movement.amount = euro(minor);
    return operationOf(till, operation::cashMove, {QStringLiteral("cash_movement"), id.value()},
                       body::toJson(movement));
}

Operation CompanyTest::completeSale(const Till &till, SaleId id, ShiftId shift, VariantId variant,
                                    const QString &number, std::optional<CustomerId> customer)
{
    Sale sale;
    sale.number = number;
    sale.customer = customer;
    sale.shift = shift;
    SaleLine line;
    line.variant = variant;
    line.product = newId<ProductId>();
    line.sku = QStringLiteral("SKU");
    line.name = QStringLiteral("Coffee");
    line.quantity = Quantity(1);
    line.price = Price{euro(1190), 1};
    line.cartDiscount = euro(0);
    line.taxRate = TaxRate(1900);
    line.net = euro(1000);
    line.tax = euro(190);
    line.gross = euro(1190);
    sale.lines = {line};
    sale.taxes = {{line.taxRate, line.net, line.tax, line.gross}};
    sale.total = euro(1190);
    sale.rounding = euro(0);
    sale.payments = {{PaymentMethod::Cash, euro(1190), euro(2000), euro(810)}};
    return operationOf(till, operation::saleComplete, {QStringLiteral("sale"), id.value()}, body::toJson(sale));
}

Envelope CompanyTest::envelopeOf(Till &till, const QByteArray &bytes)
{
    return {till.device, 1, ++till.sequence, 0, bytes};
}

Envelope CompanyTest::envelopeOf(Till &till, const Operation &operation)
{
    return envelopeOf(till, canonicalBytes(operation));
}

QStringList CompanyTest::audiences(const Till &till) const
{
    return {platform::companyAudience(), platform::audienceOf(till.location), platform::audienceOf(till.device)};
}

Result<platform::PushOutcome> CompanyTest::push(const Till &till, const QList<Envelope> &envelopes)
{
    const platform::Push service([&] { return std::make_unique<platform::BufferedUnitOfWork>(storage.begin()); });
    return service.take({envelopes}, till.device, audiences(till), clock.now());
}

Acknowledgement CompanyTest::pushOne(Till &till, const Operation &operation)
{
    const auto outcome = push(till, {envelopeOf(till, operation)});
    EXPECT_TRUE(outcome) << (outcome ? "" : qPrintable(outcome.error().code));
    return outcome ? outcome->answer.acknowledgements.value(0) : Acknowledgement();
}

FeedPage CompanyTest::pull(const Till &till, const Cursor &after, int limit)
{
    const auto page =
        platform::readFeedPageBytes(storage, after, audiences(till), limit).and_then([](const QByteArray &bytes) {
            return readFeedPage(bytes);
        });
    EXPECT_TRUE(page) << (page ? "" : qPrintable(page.error().message));
    return page.value_or(FeedPage());
}

QList<FeedRow> CompanyTest::pullAll(const Till &till, int limit)
{
    QList<FeedRow> rows;
    FeedPage page{{}, {1, 0, 0}, true};
    while (page.more) {
        page = pull(till, page.next, limit);
        rows += page.rows;
    }
    return rows;
}

QByteArray CompanyTest::textOf(const QByteArray &query)
{
    if (!m_looking)
        m_looking.reset(PQconnectdb(url.toUtf8().constData()));
    PGresult *result = PQexec(m_looking.get(), query.constData());
    EXPECT_EQ(PQresultStatus(result), PGRES_TUPLES_OK) << PQerrorMessage(m_looking.get());
    const QByteArray text = PQntuples(result) > 0 ? QByteArray(PQgetvalue(result, 0, 0)) : "-1";
    PQclear(result);
    return text;
}

std::int64_t CompanyTest::countOf(const QByteArray &query)
{
    return textOf(query).toLongLong();
}

} // namespace crema::testing
