// SPDX-License-Identifier: GPL-3.0-or-later
// What verbs tell to whom, on the real client and a real SQLite store.
#include "tests/sync/client_fixture.h"
#include "ui/presenters/catalog/product_import_presenter.h"
#include "ui/presenters/catalog/products_presenter.h"
#include "ui/presenters/people/customers_presenter.h"
#include "ui/presenters/people/persons_presenter.h"
#include "ui/presenters/people/roles_presenter.h"
#include "ui/presenters/selling/auditors_journal_presenter.h"
#include "ui/presenters/selling/sales_presenter.h"
#include "ui/presenters/selling/shift_presenter.h"
#include "ui/presenters/selling/stock_presenter.h"

#include <QBuffer>

namespace crema::presenters {
namespace {

using sync::testing::ClientTest;
using sync::testing::euro;
using sync::testing::now;

const QString notAllowed = QStringLiteral("auth.not_allowed");

template<class Value>
QString codeOf(const Result<Value> &result)
{
    return result ? QString() : result.error().code;
}

class ReadingOnStore : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        make(QStringLiteral("Espresso"), QStringLiteral("ESP"));
        ASSERT_TRUE(now(client.openShift(euro(10'000))));
    }

    /// Somebody who may do this and nothing else works here from now on.
    void becomeSomebodyWho(const QList<Permission> &may)
    {
        OwnRole role{{}, QStringLiteral("Helper"), Role::Barista, {}, false};
        role.rights.allowed = may;
        Person person;
        person.name = QStringLiteral("Kim");
        person.role = now(client.createRole(role))->id;
        const Result<Person> made = now(client.createPerson(person, QStringLiteral("4711")));
        ASSERT_TRUE(made) << qPrintable(codeOf(made));
        ASSERT_TRUE(now(client.switchByPin(made->id, QStringLiteral("4711"))));
    }
};

TEST_F(ReadingOnStore, WhoOnlySellsIsToldNothingElse)
{
    becomeSomebodyWho({Permission::SalesCreate});
    EXPECT_EQ(codeOf(now(ShiftPresenter(client).current())), notAllowed) << "also not from what is at hand";
    EXPECT_EQ(codeOf(now(ShiftPresenter(client).list(10))), notAllowed);
    EXPECT_EQ(codeOf(now(ProductsPresenter(client).find({}, 10))), notAllowed);
    EXPECT_EQ(codeOf(now(ProductsPresenter(client).byCode(QStringLiteral("ESP")))), notAllowed);
    EXPECT_EQ(codeOf(now(StockPresenter(client).byCode(QStringLiteral("ESP")))), notAllowed);
    EXPECT_EQ(codeOf(now(CustomersPresenter(client).find({}, 10))), notAllowed);
    EXPECT_EQ(codeOf(now(AuditorsJournalPresenter(client).list({}))), notAllowed);
    EXPECT_EQ(codeOf(now(PersonsPresenter(client).list())), notAllowed);
    EXPECT_EQ(codeOf(now(PersonsPresenter(client).byWords(QStringLiteral("Kim")))), notAllowed);
    EXPECT_EQ(codeOf(now(RolesPresenter(client).list())), notAllowed);
    EXPECT_EQ(codeOf(now(RolesPresenter(client).byWords(QStringLiteral("Helper")))), notAllowed);
    SaleWords sale;
    sale.lines = {QStringLiteral("ESP")};
    sale.tenders = {QStringLiteral("cash:500")};
    const SalesPresenter sales(client);
    const Result<SaleView> made = now(sales.create(sale));
    ASSERT_TRUE(made) << qPrintable(codeOf(made));
    EXPECT_TRUE(now(sales.receipt(made->sale.number, QLocale(QLocale::English), {})));
    EXPECT_EQ(now(sales.list({}, 10, folder.clock.now()))->size(), 1);
}

TEST_F(ReadingOnStore, WhoSeesNoCostsIsToldSoBeforeAnythingIsDone)
{
    const ProductsPresenter products(client);
    ASSERT_TRUE(now(products.edit(QStringLiteral("ESP"), {QStringLiteral("cost=230")})));
    EXPECT_EQ(now(products.byCode(QStringLiteral("ESP")))->hit().variant.cost, euro(230));
    becomeSomebodyWho({Permission::CatalogRead, Permission::CatalogEdit, Permission::PricesEdit});
    EXPECT_TRUE(now(products.byCode(QStringLiteral("ESP")))->hit().isCostHidden);
    EXPECT_EQ(codeOf(now(products.previewEdit(QStringLiteral("ESP"), {QStringLiteral("cost=")}))), notAllowed)
        << "it is not told that it is so already";
    EXPECT_EQ(codeOf(now(products.edit(QStringLiteral("ESP"), {QStringLiteral("cost=1")}))), notAllowed);
    const Result<EditOutcome> priced = now(products.edit(QStringLiteral("ESP"), {QStringLiteral("price=550")}));
    ASSERT_TRUE(priced) << qPrintable(codeOf(priced));
    EXPECT_TRUE(priced->changed);

    QBuffer file;
    file.setData("sku,name,price,cost\nESP,Espresso,500,230\n");
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const Result<ImportOutcome> refused = now(ProductImportPresenter(client).run(file, {}));
    EXPECT_EQ(codeOf(refused), notAllowed);
    EXPECT_TRUE(refused.error().hint.contains(QStringLiteral("column")));
    QBuffer withoutCosts;
    withoutCosts.setData("sku,name,price\nESP,Espresso,560\n");
    ASSERT_TRUE(withoutCosts.open(QIODevice::ReadOnly));
    const Result<ImportOutcome> taken = now(ProductImportPresenter(client).run(withoutCosts, {}));
    ASSERT_TRUE(taken) << qPrintable(codeOf(taken));
    EXPECT_EQ(taken->changed, 1);
}

TEST_F(ReadingOnStore, WhoManagesPeopleIsToldWhoWorksHere)
{
    becomeSomebodyWho({Permission::PeopleManage});
    EXPECT_EQ(now(PersonsPresenter(client).byWords(QStringLiteral("Kim")))->name, QStringLiteral("Kim"));
    EXPECT_EQ(now(RolesPresenter(client).byWords(QStringLiteral("Helper")))->holders,
              QStringList{QStringLiteral("Kim")});
}

TEST_F(ReadingOnStore, AnAdjustmentAnswersWhatCameOfItToWhoSeesNoStock)
{
    becomeSomebodyWho({Permission::StockAdjust});
    const StockPresenter stock(client);
    EXPECT_EQ(codeOf(now(stock.byCode(QStringLiteral("ESP")))), notAllowed);
    const Result<StockView> after = now(stock.adjust(QStringLiteral("ESP"), 12, MovementReason::Found, {}));
    ASSERT_TRUE(after) << qPrintable(codeOf(after));
    EXPECT_EQ(after->product.hit().onHand, Quantity(12));
    EXPECT_FALSE(after->product.hit().isStockHidden);
    EXPECT_TRUE(after->levels.isEmpty());
}

} // namespace
} // namespace crema::presenters
