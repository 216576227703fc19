// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_builder.h"
#include "platform/demo/demo_company.h"
#include "platform/demo/demo_products.h"
#include "platform/domain/bootstrap.h"
#include "tests/platform/database/test_cluster.h"
#include "tests/platform/domain/company_fixture.h"

#include <libpq-fe.h>

namespace crema::testing {
namespace {

/// The demo company on a database of its own; made once, since every test only reads.
class DemoTest : public ::testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_url = TestCluster::instance().makeDatabase();
        platform::Connection connection(s_url);
        const Result<void> filled = platform::fillDemoCompany(connection, UtcTime(1'790'000'000'000));
        ASSERT_TRUE(filled) << qPrintable(filled.error().message);
    }

    static void expectNothing(const QByteArray &query)
    {
        platform::Connection connection(s_url);
        EXPECT_NO_THROW(connection.runScript("do $$ begin assert not exists (" + query + "); end $$"))
            << query.constData();
    }

    static void expectTrue(const QByteArray &condition)
    {
        platform::Connection connection(s_url);
        EXPECT_NO_THROW(connection.runScript("do $$ begin assert (" + condition + "); end $$"))
            << condition.constData();
    }

    static QByteArray textOf(const QString &url, const QByteArray &query)
    {
        PGconn *connection = PQconnectdb(url.toUtf8().constData());
        PGresult *result = PQexec(connection, query.constData());
        EXPECT_EQ(PQresultStatus(result), PGRES_TUPLES_OK) << PQerrorMessage(connection);
        const QByteArray text(PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "");
        PQclear(result);
        PQfinish(connection);
        return text;
    }

    static inline QString s_url;
};

TEST_F(DemoTest, HasPlacesPeopleCatalogAndAMonthOfSales)
{
    expectTrue("select count(*) = 3 from company.location");
    expectTrue("select count(distinct role) = 5 from identity.person");
    expectTrue("select count(*) = 62 from catalog.product");
    expectTrue("select count(*) = 2 from catalog.variant where jsonb_array_length(document -> 'components') > 1");
    expectTrue("select count(*) between 150 and 250 from catalog.variant");
    expectTrue("select count(*) = 40 from customers.customer");
    expectTrue("select count(*) = 6 from catalog.promotion");
    expectTrue("select count(*) = 1 from catalog.price_list");
    expectNothing("select 1 from catalog.promotion where document::text ~ '(category|product|variant):'");
    expectTrue("select count(*) > 1500 from sales.sale");
    expectTrue("select count(distinct document ->> 'business_day') = 30 from sales.shift");
    expectTrue("select lower(document ->> 'code') = 'main' from company.location where code = 'MAIN'");
}

TEST_F(DemoTest, AddsUp)
{
    expectNothing("select from sync.review");
    expectNothing("select from sync.operation where outcome <> 'applied'");
    expectNothing("select from sales.shift where state <> 'closed'");
    expectNothing("select from sales.shift s where (s.document ->> 'sale_count')::int <> "
                  "(select count(*) from sales.sale where shift = s.id)");
    expectNothing("select from sales.shift s where (s.document -> 'sales_total' ->> 'minor')::bigint <> "
                  "(select coalesce(sum(total_minor), 0) from sales.sale where shift = s.id)");
    expectNothing("select from stock.level l where on_hand <> "
                  "(select sum(delta) from stock.movement m where m.variant = l.variant and m.location = l.location)");
    expectNothing("select from stock.level where on_hand < 0");
    expectTrue("select count(*) = 1 from sales.gift_card where balance between 1 and 4999");
    expectNothing("select from sales.gift_card g where balance <> "
                  "(select sum(amount) from sales.gift_entry e where e.card = g.id)");
    expectTrue("select count(*) > 10 from sales.loyalty_account where points > 0");
    expectNothing("select from sales.loyalty_account a where points <> "
                  "(select sum(points) from sales.points_entry e where e.customer = a.id)");
}

TEST_F(DemoTest, NumbersTheReceiptsOfEachRegisterWithoutAGap)
{
    expectNothing("select register from sales.sale group by register having count(*) <> "
                  "max(split_part(number, '-', 3)::int) or count(distinct number) <> count(*)");
}

TEST_F(DemoTest, LetsNobodyInWithTheDemosOwnRegisters)
{
    expectNothing("select from devices.device where revoked_at is null");
}

TEST_F(DemoTest, FinishesWhatAKilledStartLeftHalfDone)
{
    const QString url = TestCluster::instance().makeDatabase();
    const UtcTime begun(1'790'000'000'000);
    {
        platform::Connection killed(url);
        platform::DemoBuilder builder(killed, begun);
        builder.addReferences();
        ASSERT_TRUE(builder.addCatalog());
        ASSERT_TRUE(builder.addCustomers());
    }
    platform::Connection connection(url);
    EXPECT_TRUE(platform::isDemoBegun(connection));
    // A later moment would make other ids and a second catalog.
    ASSERT_TRUE(platform::fillDemoCompany(connection, begun.plusMs(90'000)));
    EXPECT_FALSE(platform::isDemoBegun(connection));

    for (const char *table :
         {"company.location", "identity.person", "devices.register", "catalog.product", "catalog.variant",
          "customers.customer", "stock.movement", "sales.sale", "sales.shift", "sync.operation"}) {
        const QByteArray query = "select md5(string_agg(id::text, ',' order by id)) from " + QByteArray(table);
        EXPECT_EQ(textOf(url, query), textOf(s_url, query)) << table;
    }
}

TEST(DemoProducts, AddsOnlyWhatIsMissing)
{
    const QString url = TestCluster::instance().makeDatabase();
    platform::Connection connection(url);
    SeededRandomness randomness;
    platform::setUpCompany(connection, UtcTime(1'790'000'000'000), randomness);
    platform::addDemoProducts(connection, 1'200);
    platform::addDemoProducts(connection, 1'500);
    platform::addDemoProducts(connection, 1'500);
    connection.runScript(
        "do $$ begin assert (select count(*) from catalog.product) = 1500; "
        "assert (select count(*) from catalog.variant) = 1500; "
        "assert (select count(*) from catalog.barcode) = 3750; "
        "assert (select max(n) from (select count(*) n from sync.feed group by xid) t) <= 2000; end $$");
}

} // namespace
} // namespace crema::testing
