// SPDX-License-Identifier: GPL-3.0-or-later
// What whoever is signed in at a device sees of it.
#include "models/people/reading.h"
#include "sync/client/hidden_costs.h"
#include "sync/client/reading_right.h"
#include "tests/sync/client_fixture.h"

#include <algorithm>
#include <functional>

namespace crema::sync::testing {
namespace {

const QString pin = QStringLiteral("4711");

template<class Value>
QString codeOf(const Result<Value> &result)
{
    return result ? QString() : result.error().code;
}

/// One way to see something, as pages and verbs do.
struct Reader {
    const char *name;
    Reading reading;
    std::function<QString()> code; ///< why it is refused; empty when it is not
};

class ReadingTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        const ProductView made = make(QStringLiteral("Espresso"), QStringLiteral("ESP"));
        product = made.product.id;
        variant = made.variants.first().variant.id;
        Customer lena;
        lena.name = QStringLiteral("Lena Vogt");
        customer = now(client.createCustomer(lena))->id;
        Variant costing = made.variants.first().variant;
        costing.cost = euro(230);
        ASSERT_TRUE(now(client.editVariant(made.variants.first().variant, costing)));
        earlier = sellInNewShift();
        ASSERT_TRUE(now(client.closeShift(euro(10'000))));
        latest = sellInNewShift();
    }

    QString sellInNewShift()
    {
        EXPECT_TRUE(now(client.openShift(euro(10'000))));
        const Result<SaleView> sale = now(client.completeSale(cashSale({variant}, 500)));
        EXPECT_TRUE(sale);
        return sale ? sale->sale.number : QString();
    }

    PersonId add(const QString &name, const RoleRef &role)
    {
        Person person;
        person.name = name;
        person.role = role;
        const Result<Person> made = now(client.createPerson(person, pin));
        EXPECT_TRUE(made) << qPrintable(codeOf(made));
        return made ? made->id : PersonId();
    }

    [[nodiscard]] QList<Reader> readers()
    {
        ProductFilter everything;
        const QString file = folder.folder.filePath(QStringLiteral("journal.jsonl"));
        return {
            {"products", Reading::Products, [=, this] { return codeOf(now(client.products(everything))); }},
            {"findProducts", Reading::Products,
             [this] { return codeOf(now(client.findProducts(QStringLiteral("esp"), 10))); }},
            {"findByCode", Reading::Products, [this] { return codeOf(now(client.findByCode(QStringLiteral("ESP")))); }},
            {"product", Reading::Products, [this] { return codeOf(now(client.product(product))); }},
            {"categories", Reading::Products, [this] { return codeOf(now(client.categories())); }},
            {"productCount", Reading::Catalog, [this] { return codeOf(now(client.productCount())); }},
            {"stock", Reading::Stock, [this] { return codeOf(now(client.stock(variant))); }},
            {"movements", Reading::Stock, [this] { return codeOf(now(client.movements(variant, 10))); }},
            {"sales", Reading::ShiftSales, [this] { return codeOf(now(client.sales({}))); }},
            {"sale of the open shift", Reading::ShiftSales, [this] { return codeOf(now(client.sale(latest))); }},
            {"sale of an earlier shift", Reading::Sales, [this] { return codeOf(now(client.sale(earlier))); }},
            {"shifts", Reading::Shifts, [this] { return codeOf(now(client.shifts(10))); }},
            {"auditorsJournal", Reading::Journal, [this] { return codeOf(now(client.auditorsJournal({}))); }},
            {"exportAuditorsJournal", Reading::Journal,
             [=, this] { return codeOf(now(client.exportAuditorsJournal(file))); }},
            {"findCustomers", Reading::Customers, [this] { return codeOf(now(client.findCustomers({}, 10))); }},
            {"exportQueue", Reading::Costs,
             [=, this] {
                 return codeOf(now(client.exportQueue(folder.folder.filePath(QStringLiteral("queue.json")))));
             }},
            {"verbs of people and roles", Reading::People,
             [this] { return codeOf(mayRead(client.state(), Reading::People)); }},
            {"customer", Reading::Customers, [this] { return codeOf(now(client.customer(customer))); }},
        };
    }

    ProductId product;
    VariantId variant;
    CustomerId customer;
    QString earlier; ///< the sale of a shift that is closed
    QString latest;
};

TEST_F(ReadingTest, EveryReaderAsksTheTableOfPermissions)
{
    const QList<Reader> all = readers();
    for (const Reading reading : allReadings) {
        EXPECT_TRUE(std::ranges::any_of(all, [&](const Reader &reader) { return reader.reading == reading; }))
            << "nothing here reads " << static_cast<int>(reading);
    }
    for (const Reader &reader : all)
        EXPECT_EQ(reader.code(), QString()) << "the owner does not see " << reader.name;
    QHash<Role, PersonId> people;
    for (const Role role : allRoles)
        people.insert(role, add(roleText(role), role));
    for (const Role role : allRoles) {
        ASSERT_TRUE(now(client.switchByPin(people.value(role), pin)));
        const QList<Permission> held = permissionsOf(role);
        for (const Reader &reader : all) {
            const QList<Permission> enough = permissionsFor(reader.reading);
            const bool may = std::ranges::any_of(enough, [&](Permission one) { return held.contains(one); });
            EXPECT_EQ(reader.code(), may ? QString() : QStringLiteral("auth.not_allowed"))
                << qPrintable(roleText(role)) << ", " << reader.name;
        }
    }
}

TEST_F(ReadingTest, WhoOnlySellsSeesTheSalesOfTheOpenShift)
{
    OwnRole trainee{{}, QStringLiteral("Trainee"), Role::Barista, {}, false};
    trainee.rights.allowed = {Permission::SalesCreate};
    const OwnRole made = *now(client.createRole(trainee));
    const PersonId kim = add(QStringLiteral("Kim"), made.id);
    const PersonId owner = client.state().person->id;
    ASSERT_TRUE(now(client.setPin(owner, pin)));
    ASSERT_TRUE(now(client.switchByPin(kim, pin)));
    const Result<QList<SaleView>> seen = now(client.sales({}));
    ASSERT_TRUE(seen) << qPrintable(codeOf(seen));
    ASSERT_EQ(seen->size(), 1);
    EXPECT_EQ(seen->first().sale.number, latest);
    EXPECT_TRUE(now(client.sale(latest)));
    EXPECT_EQ(codeOf(now(client.sale(earlier))), QStringLiteral("auth.not_allowed"));
    EXPECT_EQ(codeOf(now(client.sale(QStringLiteral("X-1-000001")))), QStringLiteral("auth.not_allowed"))
        << "it is not told which sales there are";
    SaleFilter other;
    other.shift = ShiftId(QUuid(QStringLiteral("01902e00-0000-7000-8000-0000000000aa")));
    EXPECT_EQ(codeOf(now(client.sales(other))), QStringLiteral("auth.not_allowed"));
    // And what is found to be sold tells nothing of the stock.
    const Result<CodeHit> hit = now(client.findByCode(QStringLiteral("ESP")));
    ASSERT_TRUE(hit);
    EXPECT_TRUE(hit->hit().isStockHidden);
    EXPECT_EQ(hit->hit().onHand, Quantity());
    EXPECT_TRUE(now(client.products({}))->first().variants.first().isStockHidden);
    ASSERT_TRUE(now(client.switchByPin(owner, pin)));
    EXPECT_FALSE(now(client.findByCode(QStringLiteral("ESP")))->hit().isStockHidden);
    EXPECT_EQ(now(client.sales({}))->size(), 2);
    ASSERT_TRUE(now(client.closeShift(euro(10'500))));
    ASSERT_TRUE(now(client.switchByPin(kim, pin)));
    EXPECT_EQ(codeOf(now(client.sales({}))), QStringLiteral("auth.not_allowed")) << "no shift is open";
}

/// Wherever an article is shown, and wherever it says what was done to it.
TEST_F(ReadingTest, WhatProductsCostIsToldToWhoMaySeeIt)
{
    const auto costs = [this] {
        QList<std::optional<Money>> told;
        for (const ProductView &view : {now(client.products({}))->first(), now(client.product(product)).value(),
                                        now(client.findByCode(QStringLiteral("ESP")))->product}) {
            EXPECT_EQ(view.variants.first().isCostHidden, !view.variants.first().variant.cost);
            told.append(view.variants.first().variant.cost);
        }
        const QList<QueueEntry> entries = now(client.queue({})).value();
        for (const QueueEntry &entry : entries) {
            if (entry.operation.type == QStringLiteral("variant.edit"))
                told.append(tellsCosts(entry) ? std::optional(euro(230)) : std::nullopt);
        }
        return told;
    };
    EXPECT_EQ(costs(), QList<std::optional<Money>>(4, euro(230)));
    const PersonId olga = add(QStringLiteral("Olga"), Role::Office);
    ASSERT_TRUE(now(client.switchByPin(olga, pin)));
    EXPECT_EQ(costs(), QList<std::optional<Money>>(4, std::nullopt));
}

TEST_F(ReadingTest, WhoSeesNoCostsWritesNoneAndLeavesThemAlone)
{
    const PersonId owner = client.state().person->id;
    ASSERT_TRUE(now(client.setPin(owner, pin)));
    const PersonId olga = add(QStringLiteral("Olga"), Role::Office);
    ASSERT_TRUE(now(client.switchByPin(olga, pin)));
    const Variant seen = now(client.product(product))->variants.first().variant;
    Variant priced = seen;
    priced.price = Price{euro(550), 1};
    const Result<ProductView> edited = now(client.editVariant(seen, priced));
    ASSERT_TRUE(edited) << qPrintable(codeOf(edited));
    EXPECT_TRUE(edited->variants.first().isCostHidden);
    Variant costing = priced;
    costing.cost = euro(1);
    EXPECT_EQ(codeOf(now(client.editVariant(priced, costing))), QStringLiteral("auth.not_allowed"));
    Variant other = costing;
    other.id = {};
    other.sku = QStringLiteral("ESP-2");
    EXPECT_EQ(codeOf(now(client.createVariant(other))), QStringLiteral("auth.not_allowed"));
    ImportRow row{1, QStringLiteral("Espresso"), QStringLiteral("ESP"), {}, {}, euro(230), {}, {}, {}};
    EXPECT_EQ(codeOf(now(client.importProducts({row}))), QStringLiteral("auth.not_allowed"))
        << "nor is it told whether it was right";
    ASSERT_TRUE(now(client.switchByPin(owner, pin)));
    const Variant kept = now(client.product(product))->variants.first().variant;
    EXPECT_EQ(kept.cost, euro(230));
    EXPECT_EQ(kept.price, priced.price);
}

TEST_F(ReadingTest, NothingIsRefusedWhileNobodyIsSignedIn)
{
    ASSERT_TRUE(now(client.signOut()));
    for (const Reader &reader : readers())
        EXPECT_EQ(reader.code(), QString()) << reader.name;
}

TEST(ReadingBeforeEnrolment, NothingIsRefused)
{
    StoreFolder folder;
    FakePlatform platform{folder.shop};
    InlineExecutor executor;
    Client client{{folder.clock, folder.randomness, executor, platform, folder.disk}};
    ASSERT_TRUE(now(client.open(folder.request())));
    EXPECT_TRUE(now(client.products({})));
    EXPECT_TRUE(now(client.sales({})));
    EXPECT_TRUE(now(client.findCustomers({}, 10)));
    EXPECT_TRUE(now(client.auditorsJournal({})));
}

} // namespace
} // namespace crema::sync::testing
