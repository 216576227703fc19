// SPDX-License-Identifier: GPL-3.0-or-later
// Practising at the till leaves nothing behind, and parked sales are kept in one step with the till's note (ADR 058).
#include "models/operations/operation_types.h"
#include "models/selling/practice_sale.h"
#include "sync/client/open_cart_note.h"
#include "tests/sync/client_fixture.h"

#include <QCoreApplication>

namespace crema::sync::testing {
namespace {

using namespace Qt::StringLiterals;

class TrainingTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        coffee = make(u"Espresso"_s, u"ESP"_s);
        ASSERT_TRUE(now(client.openShift(euro(10'000))));
    }

    SaleDraft draft(bool isPractice) const
    {
        SaleDraft sale = cashSale({coffee.variants.first().variant.id}, 500);
        sale.isPractice = isPractice;
        return sale;
    }
    ParkedCart cart() const
    {
        ParkedCart parked = withContent({}, draft(false));
        parked.name = u"Table 4"_s;
        return parked;
    }
    static Person worker(const QString &name)
    {
        Person person;
        person.name = name;
        person.role = Role::Barista;
        return person;
    }
    qsizetype queued() { return now(client.queue({}))->size(); }

    ProductView coffee;
};

TEST_F(TrainingTest, WhatIsPractisedIsRecordedNowhere)
{
    ASSERT_TRUE(now(client.completeSale(draft(false))));
    const qsizetype before = queued();
    const Shift shift = *client.state().openShift;
    const Quantity stock = now(client.stock(coffee.variants.first().variant.id))->first().onHand;
    ASSERT_TRUE(now(client.beginTraining()));
    EXPECT_TRUE(client.state().training);
    const Result<SaleView> practised = now(client.completeSale(draft(true)));
    ASSERT_TRUE(practised) << qPrintable(practised.error().message);
    EXPECT_TRUE(isPractice(practised->sale));
    EXPECT_EQ(practised->sale.total, euro(500));
    EXPECT_EQ(queued(), before);
    EXPECT_EQ(*client.state().openShift, shift);
    EXPECT_EQ(now(client.stock(coffee.variants.first().variant.id))->first().onHand, stock);
    EXPECT_EQ(now(client.sales({}))->size(), 1);
    EXPECT_FALSE(now(client.sale(practised->sale.number)));
    ASSERT_TRUE(now(client.endTraining()));
    EXPECT_FALSE(client.state().training);
    const Result<SaleView> next = now(client.completeSale(draft(false)));
    ASSERT_TRUE(next);
    EXPECT_TRUE(next->sale.number.endsWith(u"000002"_s))
        << "practice takes no number: " << qPrintable(next->sale.number);
}

TEST_F(TrainingTest, NothingElseIsRecordedMeanwhile)
{
    ASSERT_TRUE(now(client.beginTraining()));
    const qsizetype before = queued();
    EXPECT_EQ(now(client.completeSale(draft(false))).error().code, u"training.not_recorded"_s)
        << "a sale that was begun before it is never taken for practice";
    EXPECT_EQ(now(client.closeShift(euro(10'000))).error().code, u"training.not_recorded"_s);
    EXPECT_EQ(now(client.moveCash({CashMovementKind::PaidIn, euro(100), {}, {}})).error().code,
              u"training.not_recorded"_s);
    EXPECT_EQ(now(client.parkCart(cart(), std::nullopt)).error().code, u"training.not_recorded"_s);
    EXPECT_EQ(queued(), before);
}

TEST_F(TrainingTest, APracticeDraftIsNeverASaleAlsoWhenTheTrainingIsOver)
{
    const qsizetype before = queued();
    const Result<SaleView> practised = now(client.completeSale(draft(true)));
    ASSERT_FALSE(practised) << "whoever is told that it was practised takes no money for what somebody pays";
    EXPECT_EQ(practised.error().code, u"training.over"_s);
    EXPECT_EQ(queued(), before);
}

TEST_F(TrainingTest, APaidSaleLeavesTheCartsOfOtherCashiers)
{
    const Person bea = *now(client.createPerson(worker(u"Bea"_s), u"1111"_s));
    const Person mina = *now(client.createPerson(worker(u"Mina"_s), u"4711"_s));
    ASSERT_TRUE(now(client.switchByPin(bea.id, u"1111"_s)));
    const QJsonObject carts{{bea.id.toString(), QJsonObject{{u"lines"_s, QJsonArray{1}}}},
                            {mina.id.toString(), QJsonObject{{u"lines"_s, QJsonArray{2}}}}};
    const QJsonObject note{{openCartsKey, carts}, {parkedSalesKey, QJsonArray{3}}};
    ASSERT_TRUE(now(client.keepOpenCart(QString::fromUtf8(QJsonDocument(note).toJson()))));
    SaleDraft paid = draft(false);
    paid.endsOpenCart = true;
    ASSERT_TRUE(now(client.completeSale(paid)));
    const QJsonObject left = QJsonDocument::fromJson(now(client.openCart())->toUtf8()).object();
    EXPECT_EQ(left.value(openCartsKey).toObject().keys(), QStringList{mina.id.toString()});
    EXPECT_EQ(left.value(parkedSalesKey).toArray().size(), 1);
}

TEST_F(TrainingTest, ItAsksForItsRightAndASomebodyElseIsAtWork)
{
    Person barista;
    barista.name = u"Bea"_s;
    barista.role = Role::Barista;
    const Person bea = *now(client.createPerson(barista, u"1111"_s));
    Person manager;
    manager.name = u"Mina"_s;
    manager.role = Role::Manager;
    const Person mina = *now(client.createPerson(manager, u"4711"_s));
    ASSERT_TRUE(now(client.switchByPin(bea.id, u"1111"_s)));
    EXPECT_EQ(now(client.beginTraining()).error().code, u"auth.not_allowed"_s);
    EXPECT_FALSE(client.state().training);
    QList<ApprovalRequest> requests;
    QObject::connect(&client, &Client::approvalWanted, &client,
                     [&](const ApprovalRequest &request) { requests.append(request); });
    std::optional<Result<void>> begun;
    {
        const auto offer = client.offerApproval();
        client.beginTraining().then([&](const Result<void> &result) { begun = result; });
    }
    ASSERT_EQ(requests.size(), 1);
    EXPECT_EQ(requests[0].operationType, trainingBegin);
    ASSERT_TRUE(now(client.approve(mina.id, u"4711"_s)));
    for (int turn = 0; turn < 10; ++turn)
        QCoreApplication::processEvents();
    ASSERT_TRUE(begun && *begun);
    EXPECT_TRUE(client.state().training);
    ASSERT_TRUE(now(client.switchByPin(mina.id, u"4711"_s)));
    EXPECT_FALSE(client.state().training);
}

TEST_F(TrainingTest, AProgramThatStartsAnewIsAtWork)
{
    ASSERT_TRUE(now(client.beginTraining()));
    ASSERT_TRUE(now(client.close()));
    ASSERT_TRUE(now(client.open(folder.request())));
    EXPECT_FALSE(client.state().training);
}

using ParkedCartTest = TrainingTest;

TEST_F(ParkedCartTest, ItIsParkedTakenAndKeptInTheNoteInOneStep)
{
    const QString withoutIt = u"{}"_s;
    const Result<ParkedCart> parked = now(client.parkCart(cart(), withoutIt));
    ASSERT_TRUE(parked) << qPrintable(parked.error().message);
    EXPECT_EQ(parked->total, euro(500));
    EXPECT_EQ(*now(client.openCart()), withoutIt);
    const auto waiting = now(client.parkedCarts());
    ASSERT_EQ(waiting->size(), 1);
    EXPECT_EQ(waiting->first().cart, *parked);
    EXPECT_EQ(waiting->first().byName, folder.shop.person.name);
    const Result<ParkedCart> taken = now(client.takeCart(parked->id, u"the cart"_s));
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->lines, parked->lines);
    EXPECT_EQ(*now(client.openCart()), u"the cart"_s);
    EXPECT_TRUE(now(client.parkedCarts())->isEmpty());
    const Result<ParkedCart> again = now(client.takeCart(parked->id, u"again"_s));
    EXPECT_EQ(again.error().code, u"cart.ended"_s);
    EXPECT_EQ(*now(client.openCart()), u"the cart"_s) << "what failed keeps nothing";
}

TEST_F(ParkedCartTest, WhatIsParkedGoesToThePlatform)
{
    const ParkedCart parked = *now(client.parkCart(cart(), std::nullopt));
    ASSERT_TRUE(now(client.discardCart(parked.id)));
    ASSERT_TRUE(sync().complete());
    QStringList types;
    for (const Operation &operation : std::as_const(platform.operations))
        types.append(operation.type);
    EXPECT_TRUE(types.contains(operation::cartPark.toString()));
    EXPECT_TRUE(types.contains(operation::cartDiscard.toString()));
}

} // namespace
} // namespace crema::sync::testing
