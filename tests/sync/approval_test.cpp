// SPDX-License-Identifier: GPL-3.0-or-later
// What a cashier may not do, with somebody else's PIN at the same till.
#include "models/operations/operation_types.h"
#include "models/people/offline_rights.h"
#include "sync/store/people_recording.h"
#include "tests/sync/client_fixture.h"

#include <QCoreApplication>

namespace crema::sync::testing {
namespace {

const QString managersPin = QStringLiteral("4711");

/// Mina is a manager with a PIN; Bea, a barista, is signed in.
class ApprovalTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        coffee = make(QStringLiteral("Espresso"), QStringLiteral("A"));
        ASSERT_TRUE(now(client.openShift(euro(10'000))));
        manager = add(QStringLiteral("Mina"), Role::Manager, managersPin);
        barista = add(QStringLiteral("Bea"), Role::Barista, QStringLiteral("1111"));
        colleague = add(QStringLiteral("Jo"), Role::Barista, QStringLiteral("2222"));
        ASSERT_TRUE(now(client.switchByPin(barista.id, QStringLiteral("1111"))));
        QObject::connect(&client, &Client::approvalWanted, &client,
                         [this](const ApprovalRequest &request) { requests.append(request); });
    }

    Person add(const QString &name, Role role, const QString &pin)
    {
        Person person;
        person.name = name;
        person.role = role;
        return *now(client.createPerson(person, pin));
    }

    /// A task that may wait for an approval; its answer comes later.
    template<class Value>
    std::shared_ptr<std::optional<Result<Value>>> begin(QCoro::Task<Result<Value>> task)
    {
        auto answer = std::make_shared<std::optional<Result<Value>>>();
        keep(std::move(task), answer);
        return answer;
    }

    template<class Value>
    static QCoro::Task<> keep(QCoro::Task<Result<Value>> task, std::shared_ptr<std::optional<Result<Value>>> answer)
    {
        *answer = co_await task;
    }

    std::shared_ptr<std::optional<Result<ProductView>>> beginEdit(const QString &name)
    {
        Product after = coffee.product;
        after.name = name;
        const auto offer = client.offerApproval();
        return begin(client.editProduct(coffee.product, after));
    }

    /// An answered question goes on through the event loop.
    static void settle()
    {
        for (int turn = 0; turn < 10; ++turn)
            QCoreApplication::processEvents();
    }

    SaleDraft discounted(std::int32_t tenThousandths)
    {
        SaleDraft draft = cashSale({coffee.variants.first().variant.id}, 10'000);
        draft.tenders.first().isConfirmed = true;
        draft.discounts.append({QStringLiteral("Off"), tenThousandths, std::nullopt});
        return draft;
    }

    Operation lastOperation()
    {
        const SyncReport report = sync();
        EXPECT_TRUE(report.complete());
        return platform.operations.constLast();
    }

    ProductView coffee;
    Person manager;
    Person barista;
    Person colleague;
    QList<ApprovalRequest> requests;
};

TEST_F(ApprovalTest, ItGoesOnWithThePinOfWhoMayAndSaysWhoApproved)
{
    const auto answer = beginEdit(QStringLiteral("Ristretto"));
    ASSERT_EQ(requests.size(), 1);
    EXPECT_FALSE(*answer) << "it waits";
    EXPECT_EQ(requests[0].operationType, operation::productEdit);
    EXPECT_EQ(requests[0].askingName, QStringLiteral("Bea"));
    ASSERT_EQ(requests[0].approvers.size(), 1) << "who has no PIN cannot, and nobody for themselves";
    EXPECT_EQ(requests[0].approvers[0].id, manager.id);
    ASSERT_TRUE(now(client.approve(manager.id, managersPin)));
    settle();
    ASSERT_TRUE(*answer);
    ASSERT_TRUE(**answer) << qPrintable((*answer)->error().message);
    EXPECT_EQ((**answer)->product.name, QStringLiteral("Ristretto"));
    EXPECT_EQ(client.state().person->id, barista.id) << "the cashier stays signed in";
    const Operation sent = lastOperation();
    EXPECT_EQ(sent.actor, barista.id);
    EXPECT_EQ(sent.approvedBy, manager.id);
}

TEST_F(ApprovalTest, ALargeDifferenceIsAcceptedByWhoMay)
{
    const auto offer = client.offerApproval();
    const auto answer = begin(client.closeShift(euro(5'000)));
    ASSERT_EQ(requests.size(), 1);
    EXPECT_EQ(requests[0].difference, 5'000);
    ASSERT_TRUE(now(client.approve(manager.id, managersPin)));
    settle();
    ASSERT_TRUE(*answer && **answer);
    EXPECT_EQ((**answer)->z->number, 1);
    EXPECT_EQ((**answer)->difference(), euro(-5'000));
    const Operation sent = lastOperation();
    EXPECT_EQ(sent.type, operation::shiftClose);
    EXPECT_EQ(sent.approvedBy, manager.id);
}

TEST_F(ApprovalTest, CashGoesOutWithThePinOfWhoMay)
{
    const auto offer = client.offerApproval();
    const auto answer = begin(client.moveCash({CashMovementKind::PaidOut, euro(320), QStringLiteral("Milk"), {}}));
    ASSERT_EQ(requests.size(), 1);
    EXPECT_EQ(requests[0].operationType, operation::cashMove);
    ASSERT_TRUE(now(client.approve(manager.id, managersPin)));
    settle();
    ASSERT_TRUE(*answer && **answer);
    EXPECT_EQ(client.state().openShift->movedTotal, euro(-320));
    EXPECT_EQ(now(client.shiftTotals({}))->expected, euro(9'680));
    EXPECT_EQ(now(client.cashMovements({}, 10))->size(), 1);
}

TEST_F(ApprovalTest, ItCountsForOneThingAndForNothingAfterIt)
{
    const auto answer = beginEdit(QStringLiteral("Ristretto"));
    ASSERT_TRUE(now(client.approve(manager.id, managersPin)));
    settle();
    ASSERT_TRUE(*answer && **answer);
    ImportRow row;
    row.line = 1;
    row.name = QStringLiteral("Lungo");
    row.sku = QStringLiteral("L-1");
    const auto imported = now(client.importProducts({row}));
    EXPECT_TRUE(!imported || imported->created == 0) << "the manager approved one edit";
    EXPECT_FALSE(now(client.editProduct((**answer)->product, coffee.product)));
}

TEST_F(ApprovalTest, AWrongPinIsCountedAsAtTheLockAndNothingGoesOn)
{
    const auto answer = beginEdit(QStringLiteral("Ristretto"));
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(now(client.approve(manager.id, QStringLiteral("0000"))).error().code,
                  QStringLiteral("auth.wrong_pin"));
    EXPECT_EQ(now(client.approve(manager.id, managersPin)).error().code, QStringLiteral("auth.too_many_attempts"));
    EXPECT_EQ(now(client.switchByPin(manager.id, managersPin)).error().code, QStringLiteral("auth.too_many_attempts"))
        << "one count for both";
    EXPECT_FALSE(*answer);
    client.declineApproval();
    settle();
    ASSERT_TRUE(*answer);
    ASSERT_FALSE(**answer);
    EXPECT_EQ((*answer)->error().code, QStringLiteral("auth.not_allowed"));
    EXPECT_EQ(now(client.product(coffee.product.id))->product.name, QStringLiteral("Espresso"));
    EXPECT_EQ(now(client.approve(manager.id, managersPin)).error().code, QStringLiteral("approval.not_asked"));
}

TEST_F(ApprovalTest, WhoMayNotThemselvesApprovesNothing)
{
    const auto answer = beginEdit(QStringLiteral("Ristretto"));
    EXPECT_EQ(now(client.approve(colleague.id, QStringLiteral("2222"))).error().code,
              QStringLiteral("approval.not_asked"));
    EXPECT_EQ(now(client.approve(barista.id, QStringLiteral("1111"))).error().code,
              QStringLiteral("approval.not_asked"));
    EXPECT_FALSE(*answer);
    client.declineApproval();
    settle();
}

TEST_F(ApprovalTest, OneApprovalIsForOneThing)
{
    const auto first = beginEdit(QStringLiteral("Ristretto"));
    const auto second = beginEdit(QStringLiteral("Lungo"));
    ASSERT_EQ(requests.size(), 1) << "one question at a time";
    ASSERT_TRUE(*second) << "the other one is refused at once";
    EXPECT_EQ((*second)->error().code, QStringLiteral("auth.not_allowed"));
    ASSERT_TRUE(now(client.approve(manager.id, managersPin)));
    settle();
    ASSERT_TRUE(*first && **first);
    const auto third = beginEdit(QStringLiteral("Lungo"));
    EXPECT_EQ(requests.size(), 2) << "asked again";
    client.declineApproval();
    settle();
    EXPECT_FALSE(**third);
}

TEST_F(ApprovalTest, WhoCameInTheMeantimeGetsNothingThatWasApproved)
{
    const auto answer = beginEdit(QStringLiteral("Ristretto"));
    ASSERT_TRUE(now(client.signOut()));
    ASSERT_TRUE(now(client.approve(manager.id, managersPin)));
    settle();
    ASSERT_TRUE(*answer);
    EXPECT_FALSE(**answer);
}

TEST_F(ApprovalTest, WithoutSomebodyToShowItItIsRefusedAtOnceAndSaysWhoMay)
{
    Product after = coffee.product;
    after.name = QStringLiteral("Ristretto");
    const Result<ProductView> refused = now(client.editProduct(coffee.product, after));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("auth.not_allowed"));
    EXPECT_TRUE(refused.error().hint.contains(QStringLiteral("Mina"))) << qPrintable(refused.error().hint);
    EXPECT_TRUE(requests.isEmpty());
}

TEST_F(ApprovalTest, RightsOfPeopleAreNotApproved)
{
    Person raised = barista;
    raised.role = Role::Manager;
    const auto offer = client.offerApproval();
    EXPECT_EQ(now(client.editPerson(barista, raised)).error().code, QStringLiteral("auth.not_allowed"));
    EXPECT_TRUE(requests.isEmpty());
}

TEST_F(ApprovalTest, ADiscountBeyondTheLimitIsApprovedAndTheSaleSaysByWhom)
{
    ASSERT_TRUE(now(client.completeSale(discounted(1'000)))) << "ten percent are the cashier's own";
    EXPECT_FALSE(lastOperation().approvedBy);
    EXPECT_EQ(now(client.completeSale(discounted(5'000))).error().code, QStringLiteral("sale.discount_limit"));
    const auto begun = [this] {
        const auto offer = client.offerApproval();
        return begin(client.completeSale(discounted(5'000)));
    };
    const auto answer = begun();
    ASSERT_EQ(requests.size(), 1);
    EXPECT_GT(requests[0].discount, 4'900);
    ASSERT_TRUE(now(client.approve(manager.id, managersPin)));
    settle();
    ASSERT_TRUE(*answer && **answer);
    const Operation sent = lastOperation();
    EXPECT_EQ(sent.type, operation::saleComplete);
    EXPECT_EQ(sent.approvedBy, manager.id);
}

/// What a device knows of rights is of the last sync; without one they do not count for ever (ADR 034).
TEST_F(ApprovalTest, RightsOfLongAgoChangeNothingThatLasts)
{
    ASSERT_TRUE(now(client.switchByPin(manager.id, managersPin)));
    ASSERT_TRUE(sync().complete());
    Product renamed = coffee.product;
    renamed.name = QStringLiteral("Ristretto");
    folder.clock.advance(rightsHoldMs);
    ASSERT_TRUE(now(client.editProduct(coffee.product, renamed)));
    folder.clock.advance(1);
    Product again = renamed;
    again.name = QStringLiteral("Lungo");
    const auto refused = now(client.editProduct(renamed, again));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("auth.rights_old"));
    EXPECT_FALSE(now(client.setPin(colleague.id, QStringLiteral("3141")))) << "nor that of anybody else";
    EXPECT_TRUE(now(client.completeSale(discounted(1'000)))) << "selling goes on";
    ASSERT_TRUE(sync().complete());
    EXPECT_TRUE(now(client.editProduct(renamed, again)));
}

/// A device that was enrolled and kept from the network has no more time than any other.
TEST_F(ApprovalTest, RightsOfAnEnrolmentThatNeverSyncedEndAsWell)
{
    ASSERT_TRUE(now(client.switchByPin(manager.id, managersPin)));
    Product renamed = coffee.product;
    renamed.name = QStringLiteral("Ristretto");
    folder.clock.advance(rightsHoldMs);
    ASSERT_TRUE(now(client.editProduct(coffee.product, renamed)));
    folder.clock.advance(1);
    Product again = renamed;
    again.name = QStringLiteral("Lungo");
    const auto refused = now(client.editProduct(renamed, again));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("auth.rights_old"));
    EXPECT_TRUE(now(client.completeSale(discounted(1'000)))) << "selling goes on";
}

TEST_F(ApprovalTest, NobodyApprovesByRightsOfLongAgo)
{
    ASSERT_TRUE(sync().complete());
    folder.clock.advance(rightsHoldMs + 1);
    const auto answer = beginEdit(QStringLiteral("Ristretto"));
    settle();
    EXPECT_TRUE(requests.isEmpty());
    ASSERT_TRUE(*answer);
    EXPECT_FALSE(**answer);
}

} // namespace
} // namespace crema::sync::testing
