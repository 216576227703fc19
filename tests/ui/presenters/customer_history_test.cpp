// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer bought, and their statement, as every toolkit shows them.
#include "app/desktop/example/example_printing.h"
#include "app/desktop/example/example_sales.h"
#include "app/desktop/example/example_shop.h"
#include "tests/ui/testing/till_fixture.h"
#include "ui/presenters/table/table_text.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;
using testing::Till;

/// The example's shop with its sales of four days; Jonas Brandt bought some of them.
class CustomerHistoryTest : public ::testing::Test
{
protected:
    CustomerHistoryTest()
    {
        desktop::fillExampleShop(till.desk);
        till.desk.addExampleCustomers();
        desktop::addExampleSales(till.desk, till.clock.now());
        for (const sync::SaleView &view : till.desk.soldHere())
            bought += view.customerName == u"Jonas Brandt"_s ? 1 : 0;
        customers.arrive();
        settle();
    }

    static void settle()
    {
        for (int turn = 0; turn < 8; ++turn)
            QCoreApplication::processEvents();
    }

    void open(const QString &name)
    {
        for (const CustomerRow &row : customers.rows()) {
            if (row.name == name)
                customers.open(row.id);
        }
        settle();
    }

    Till till;
    CustomerListPresenter &customers = till.shop.customers;
    CustomerHistoryPresenter &history = till.shop.customerHistory;
    CustomerStatementPresenter &statement = till.shop.customerStatement;
    qsizetype bought = 0;
};

TEST_F(CustomerHistoryTest, FollowsTheCustomerWhoIsOpen)
{
    ASSERT_GT(bought, 0);
    open(u"Jonas Brandt"_s);
    EXPECT_TRUE(history.rows().isEmpty()) << "no screen shows it yet";
    history.arrive();
    settle();
    ASSERT_EQ(history.rows().size(), bought);
    EXPECT_TRUE(history.sumsText().startsWith(u"%1 visit"_s.arg(bought))) << qPrintable(history.sumsText());
    EXPECT_FALSE(history.rows().first().boughtText.isEmpty());
    EXPECT_FALSE(history.hasMore());
    const QSignalSpy wanted(&history, &CustomerHistoryPresenter::saleWanted);
    history.openSale(0);
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted.first().first().toString(), history.rows().first().key);
    open(u"Otto Altmann"_s);
    EXPECT_TRUE(history.rows().isEmpty());
    EXPECT_FALSE(history.problemText().isEmpty());
}

TEST_F(CustomerHistoryTest, IsForWhoSeesCustomersAndSales)
{
    till.desk.changeState().person->permissions = {Permission::CustomersRead};
    open(u"Jonas Brandt"_s);
    history.arrive();
    settle();
    EXPECT_TRUE(history.isDenied());
    EXPECT_TRUE(history.rows().isEmpty());
}

TEST_F(CustomerHistoryTest, TheirStatementIsReadAndSavedForItsOwnerAlone)
{
    open(u"Jonas Brandt"_s);
    statement.begin(*CustomerId::fromString(customers.openId()));
    settle();
    statement.choose(StatementSpan::ThisYear);
    settle();
    ASSERT_TRUE(statement.isThere()) << qPrintable(statement.problemText());
    EXPECT_TRUE(statement.statementText(42).contains(u"Jonas Brandt"_s));
    EXPECT_FALSE(statement.setDaysText(u"soon"_s));
    EXPECT_EQ(statement.span(), StatementSpan::ThisYear);
    const QTemporaryDir folder;
    const QString path = folder.filePath(statement.fileName(StatementFormat::Csv));
    EXPECT_FALSE(path.contains(u"Jonas"_s));
    const QSignalSpy saved(&statement, &CustomerStatementPresenter::saved);
    statement.saveTo(path, StatementFormat::Csv);
    EXPECT_EQ(saved.size(), 1) << qPrintable(statement.problemText());
    EXPECT_EQ(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), 0);
    const QSignalSpy ended(&statement, &CustomerStatementPresenter::ended);
    open(u"Lena Vogt"_s);
    EXPECT_EQ(ended.size(), 1) << "it is not shown beside another customer";
    EXPECT_FALSE(statement.isThere());
}

TEST(CommaSeparated, MakesCellsHarmless)
{
    EXPECT_EQ(commaSeparated({u"=1+1"_s, u"a,b"_s, u"say \"hi\""_s, u"-12.50"_s, u"a\tb"_s}),
              u"'=1+1,\"a,b\",\"say \"\"hi\"\"\",-12.50,a\tb\r\n"_s);
}

} // namespace
} // namespace crema
