// SPDX-License-Identifier: GPL-3.0-or-later
// Customers of whom nothing was heard for years are erased on a real database, and never all of them at once.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/base/ready_checks.h"
#include "platform/company/stored_reference.h"
#include "platform/domain/privacy_housekeeping.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "tests/platform/domain/audit_check.h"
#include "tests/platform/domain/company_fixture.h"
#include "tests/platform/domain/services_fixture.h"

#include <QTemporaryDir>

namespace crema::testing {
namespace {

constexpr std::int64_t dayMs = 24LL * 3'600'000;
constexpr std::int64_t yearMs = 365 * dayMs;

class CustomerRetentionTest : public CompanyTest
{
protected:
    CustomerRetentionTest()
    {
        variant = newId<VariantId>();
        const auto product = newId<ProductId>();
        pushOne(till, createProduct(till, product, QStringLiteral("Guji")));
        pushOne(till, createVariant(till, variant, product, QStringLiteral("GUJI")));
        shift = newId<ShiftId>();
        pushOne(till, openShift(till, shift));
    }

    CustomerId addCustomer(const QString &name)
    {
        Customer customer;
        customer.id = newId<CustomerId>();
        customer.name = name;
        customer.consent = Consent{ConsentState::Given, clock.now(), ConsentSource::ByPhone};
        const Operation create =
            operationOf(till, operation::customerCreate, {entity::customer.toString(), customer.id.value()},
                        body::toJson(customer));
        EXPECT_EQ(pushOne(till, create).outcome, Outcome::Applied);
        return customer.id;
    }

    void addCustomers(int count)
    {
        for (int number = 0; number < count; ++number)
            addCustomer(QStringLiteral("Customer %1").arg(number));
    }

    void sellTo(CustomerId customer)
    {
        Operation sale = completeSale(till, newId<SaleId>(), shift, variant, QStringLiteral("MAIN-1-000001"));
        sale.body.insert(QStringLiteral("customer"), customer.toString());
        ASSERT_EQ(pushOne(till, sale).outcome, Outcome::Applied);
    }

    void rename(CustomerId customer, const QString &from, const QString &to)
    {
        const Edit edit{{{QStringLiteral("name"), {from, to}}}, {}};
        const Operation operation = operationOf(till, operation::customerEdit,
                                                {entity::customer.toString(), customer.value()}, editToJson(edit));
        ASSERT_EQ(pushOne(till, operation).outcome, Outcome::Applied);
    }

    platform::RetentionOutcome run(std::int64_t years) { return retention().run(years, clock.now()); }

    platform::CustomerRetention retention()
    {
        return {pool, [this] { return std::make_unique<platform::BufferedUnitOfWork>(storage.begin()); }, randomness};
    }

    bool isErased(CustomerId id)
    {
        return countOf("select count(*) from customers.customer where id = '" + id.toString().toUtf8() +
                       "' and document ->> 'erased_at' is not null and document ->> 'name' = '' "
                       "and document -> 'consent' is null") == 1;
    }

    std::int64_t erasedInAll()
    {
        return countOf("select count(*) from customers.customer where document ->> 'erased_at' is not null");
    }

    Till till = enrolTill();
    VariantId variant;
    ShiftId shift;
};

TEST_F(CustomerRetentionTest, ErasesWhoBoughtNothingAndWasNotChanged)
{
    const CustomerId gone = addCustomer(QStringLiteral("PLANT Gone"));
    const CustomerId buyer = addCustomer(QStringLiteral("Buyer"));
    const CustomerId changed = addCustomer(QStringLiteral("Changed"));
    clock.advance(yearMs);
    sellTo(buyer);
    rename(changed, QStringLiteral("Changed"), QStringLiteral("Changed again"));
    addCustomers(6);
    EXPECT_EQ(run(2).erased, 0) << "nobody is due yet";
    clock.advance(yearMs + 2 * dayMs);
    EXPECT_EQ(run(0).erased, 0) << "nobody set it";
    const platform::RetentionOutcome outcome = run(2);
    EXPECT_EQ(outcome.erased, 1);
    EXPECT_EQ(outcome.heldBack, 0);
    EXPECT_TRUE(isErased(gone));
    EXPECT_FALSE(isErased(buyer));
    EXPECT_FALSE(isErased(changed));
    EXPECT_EQ(countOf("select count(*) from sync.operation where strpos(convert_from(payload, 'UTF8'), 'PLANT') > 0"),
              0)
        << "what was recorded about them is a mark";
    bool isTold = false;
    for (const FeedRow &row : pullAll(till)) {
        if (row.entityType == entity::customer && row.entityId == gone.value())
            isTold = codec::readCustomer(row.entity.json())->isErased();
    }
    EXPECT_TRUE(isTold) << "every device hears of it";
    EXPECT_EQ(run(2).erased, 0) << "once";
}

TEST_F(CustomerRetentionTest, StandsInTheAuditTrailLikeAnErasureByHand)
{
    const CustomerId gone = addCustomer(QStringLiteral("Gone"));
    clock.advance(2 * yearMs + dayMs);
    addCustomers(5);
    ASSERT_EQ(run(2).erased, 1);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'customer.erase' and actor is null and "
                      "subject_id = '" +
                      gone.toString().toUtf8() +
                      "' and document::jsonb #>> '{document,reason}' = 'not_needed' and "
                      "document::jsonb #>> '{document,outcome}' = 'applied'"),
              1);
    EXPECT_TRUE(auditVerifies(pool));
}

TEST_F(CustomerRetentionTest, AWrongClockTakesNobody)
{
    addCustomers(10);
    clock.advance(20 * yearMs);
    const platform::RetentionOutcome outcome = run(2);
    EXPECT_EQ(outcome.erased, 0);
    EXPECT_EQ(outcome.heldBack, 10);
    EXPECT_EQ(erasedInAll(), 0);
}

TEST_F(CustomerRetentionTest, TakesNoMoreThanFiveHundredADay)
{
    {
        const auto connection = pool.borrow();
        connection->runScript(
            "insert into customers.customer (id, folded_name, email, phone, archived, revision, document) "
            "select n.id, 'x', '', '', false, 1, jsonb_build_object('id', n.id, 'name', 'X', 'email', '', 'phone', '', "
            "'tax_id', '', 'notes', '', 'archived', false) from (select ('018bcfe5-6800-7000-8000-' || "
            "lpad(to_hex(i), 12, '0'))::uuid as id from generate_series(1, 2600) i) n");
    }
    clock.advance(3 * yearMs);
    EXPECT_EQ(run(2).erased, platform::CustomerRetention::mostADay);
    clock.advance(3'600'000);
    EXPECT_EQ(run(2).erased, 0) << "not within the same day";
    clock.advance(dayMs);
    const platform::RetentionOutcome next = run(2);
    EXPECT_EQ(next.erased, 0) << "500 are more than a fifth of those who are left";
    EXPECT_EQ(next.heldBack, platform::CustomerRetention::mostADay);
    EXPECT_EQ(erasedInAll(), platform::CustomerRetention::mostADay);
}

TEST_F(CustomerRetentionTest, TheHourlyWorkGoesByTheSettingsAndTellsLogAndMetrics)
{
    addCustomers(3);
    clock.advance(3 * yearMs);
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        const QByteArray company = platform::loadCompany(transaction).id.toString(QUuid::WithoutBraces).toLatin1();
        transaction.commit();
        connection->runScript("insert into company.shop_settings (id, revision, document) select id, 1, "
                              "jsonb_build_object('id', id, 'location', null, 'changes', '[]'::jsonb, "
                              "'privacy.customer_years', 2, 'privacy.mail_days', 5) "
                              "from (select '" +
                              company + "'::uuid as id) c");
    }
    const QTemporaryDir mail;
    const auto put = [&](const char *name, std::int64_t ageMs) {
        QFile file(mail.filePath(QString::fromLatin1(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("mail");
        file.flush();
        file.setFileTime(QDateTime::fromMSecsSinceEpoch(clock.now().msSinceEpoch() - ageMs),
                         QFile::FileModificationTime);
    };
    put("old.eml", 6 * dayMs);
    put("new.eml", 4 * dayMs);
    put("old.txt", 6 * dayMs);
    QByteArrayList logged;
    platform::Log log(clock, platform::LogLevel::Warning,
                      [&](QByteArrayView line) { logged.append(line.toByteArray()); });
    platform::Metrics metrics;
    platform::ReadyChecks checks;
    platform::ConfigService config(pool, clock, log);
    RecordingPublisher events;
    platform::WorkerPool background{"test", 1, 4};
    background.stop(); // what it does is done here
    platform::PrivacyHousekeeping housekeeping({clock, randomness, log, metrics, checks, background, events}, config,
                                               retention(), mail.path());
    housekeeping.stop();
    const auto withSettings = [&](const QByteArray &change) {
        pool.borrow()->runScript("update company.shop_settings set document = document " + change);
    };
    withSettings(R"(|| '{"changes": 1}')");
    housekeeping.work();
    EXPECT_TRUE(QFile::exists(mail.filePath(QStringLiteral("old.eml"))))
        << "nothing goes by settings nobody could read";
    ASSERT_FALSE(logged.isEmpty());
    EXPECT_TRUE(logged.last().contains("privacy.not_done")) << logged.last().constData();
    withSettings(R"(|| '{"changes": []}')");
    housekeeping.work();
    EXPECT_EQ(erasedInAll(), 0);
    ASSERT_FALSE(logged.isEmpty());
    EXPECT_TRUE(logged.last().contains("privacy.customers_held_back")) << logged.last().constData();
    EXPECT_TRUE(metrics.text().contains("crema_customers_held_back 3"));
    EXPECT_FALSE(QFile::exists(mail.filePath(QStringLiteral("old.eml"))));
    EXPECT_TRUE(QFile::exists(mail.filePath(QStringLiteral("new.eml"))));
    EXPECT_TRUE(QFile::exists(mail.filePath(QStringLiteral("old.txt")))) << "only mail";
}

} // namespace
} // namespace crema::testing
