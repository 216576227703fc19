// SPDX-License-Identifier: GPL-3.0-or-later
// The till on the real client and a real SQLite store, without a network.
#include "sync/client/client.h"
#include "sync/seams/inline_executor.h"
#include "tests/sync/shop.h"
#include "ui/presenters/client_shop_desk.h"
#include "ui/presenters/people/approval_presenter.h"
#include "ui/presenters/selling/sales_presenter.h"
#include "ui/presenters/till/cart_step_presenter.h"
#include "ui/presenters/till/till_presenter.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

namespace crema {

namespace {

using sync::testing::StoreFolder;

/// A cable that is not plugged in.
class NoNetwork final : public sync::HttpTransport
{
public:
    [[nodiscard]] QCoro::Task<Result<sync::HttpAnswer>> send(sync::HttpRequest) override
    {
        co_return failure(ProblemKind::Unavailable, QStringLiteral("network.unreachable"),
                          QStringLiteral("The platform does not answer."));
    }
};

class TillOnStore : public ::testing::Test
{
protected:
    void SetUp() override
    {
        {
            const auto store = folder.openEnrolled();
            sync::testing::addProduct(*store, QStringLiteral("Flat white"), QStringLiteral("FW"), 380,
                                      {QStringLiteral("4006381333931")});
            sync::testing::addProduct(*store, QStringLiteral("Guji Natural"), QStringLiteral("GUJI"), 1450);
        }
        till.start();
        bool opened = false;
        client.open(folder.request()).then([&opened](const Result<void> &result) { opened = result.has_value(); });
        ASSERT_TRUE(opened);
    }

    StoreFolder folder;
    NoNetwork network;
    sync::InlineExecutor executor;
    sync::Client client{{folder.clock, folder.randomness, executor, network, folder.disk}};
    ClientShopDesk desk{client};
    TillPresenter till{desk, folder.clock, QLocale(QLocale::English, QLocale::Ireland)};
};

} // namespace

TEST_F(TillOnStore, OpensTheShiftSellsOfflineAndShowsTheReceipt)
{
    ASSERT_EQ(till.mode(), TillMode::NoShift);
    till.openShift(10000);
    ASSERT_EQ(till.mode(), TillMode::Selling);
    EXPECT_EQ(till.tiles().size(), 2);
    till.enterCode(QStringLiteral("4006381333931"));
    till.enterCode(QStringLiteral("2*GUJI"));
    ASSERT_EQ(till.lines().size(), 2);
    EXPECT_EQ(till.totals().totalText, QStringLiteral("€32.80"));
    till.startPaying();
    till.setReceived(5000);
    till.completeCash();
    till.completeCash();
    ASSERT_EQ(till.mode(), TillMode::ChangeDue);
    EXPECT_EQ(till.change().changeText, QStringLiteral("€17.20"));
    EXPECT_FALSE(till.change().receiptNumber.isEmpty());
    EXPECT_TRUE(till.receiptText(42).contains(till.change().receiptNumber));
    EXPECT_GT(till.header().sync.waiting, 0);
    EXPECT_EQ(client.state().openShift->saleCount, 1);
    EXPECT_EQ(client.state().openShift->cashTotal.minor(), 3280);
}

TEST_F(TillOnStore, NobodyIsAskedToPayOnlineWithoutThePlatform)
{
    till.openShift(10000);
    till.enterCode(QStringLiteral("4006381333931"));
    till.startPaying();
    till.chooseOnline(IntentChannel::Link);
    if (till.payment().method == PaymentMethod::Online)
        till.takeTender();
    EXPECT_FALSE(till.payment().online);
    EXPECT_FALSE(till.awaitedPayment());
    ASSERT_TRUE(till.message()) << "it says why not";
    qsizetype stored = -1;
    const sync::PaymentFilter all;
    client.paymentIntents(all).then(
        [&stored](const Result<QList<PaymentIntent>> &intents) { stored = intents ? intents->size() : -1; });
    EXPECT_EQ(stored, 0) << "nothing waits that nobody was asked for";
    till.completeCash();
    EXPECT_EQ(till.mode(), TillMode::ChangeDue);
}

namespace {

/// The shop stands where the smallest coin is one of five cents.
class TillWithoutCents : public TillOnStore
{
protected:
    TillWithoutCents() { folder.shop.location.country = QStringLiteral("NL"); }

    void pay(std::int64_t minor)
    {
        const Currency currency = client.state().currency();
        Product product;
        product.name = QStringLiteral("Beans");
        Variant variant;
        variant.sku = QStringLiteral("BEANS-%1").arg(minor);
        variant.price = Price{Money(minor, currency), 1};
        client.createProduct(product, {variant}).then([](const Result<sync::ProductView> &made) { ASSERT_TRUE(made); });
        till.enterCode(variant.sku);
        till.startPaying();
    }
};

} // namespace

TEST_F(TillWithoutCents, WhatIsShownInCashIsWhatIsTaken)
{
    till.openShift(0);
    for (const auto &[price, due] : {std::pair(1002, 1000), std::pair(1003, 1005)}) {
        pay(price);
        EXPECT_EQ(till.payment().receivedMinor, due);
        till.chooseQuickAmount(0);
        till.takeTender();
        ASSERT_EQ(till.mode(), TillMode::ChangeDue) << price;
        EXPECT_FALSE(till.change().hasChange);
        till.newSale();
    }
    EXPECT_EQ(client.state().openShift->cashTotal.minor(), 2005);
    EXPECT_EQ(client.state().openShift->salesTotal.minor(), 2005);
}

/// The same at the command line: `sale create --dry-run` and `--tender`.
TEST_F(TillWithoutCents, WordsSellForWhatTheyAreToldIsDueInCash)
{
    till.openShift(0);
    pay(1003);
    till.backToSale();
    const presenters::SalesPresenter sales(client);
    presenters::SaleWords words;
    words.lines = {QStringLiteral("BEANS-1003")};
    const auto cashDue = [&] {
        std::int64_t due = -1;
        sales.quote(words).then(
            [&due](const Result<presenters::QuotedSale> &quoted) { due = quoted->cashDue.minor(); });
        return due;
    };
    const auto create = [&](const QStringList &tenders) {
        words.tenders = tenders;
        Result<sync::SaleView> made = failure(ProblemKind::Failed, QStringLiteral("test.silent"), QString());
        sales.create(words).then([&made](const Result<sync::SaleView> &sale) { made = sale; });
        return made;
    };
    words.customerNote = QStringLiteral(" Rest the beans for ten days. ");
    EXPECT_EQ(cashDue(), 1005);
    words.note = QString(1'001, u'x');
    EXPECT_EQ(create({QStringLiteral("cash:1005")}).error().code, QStringLiteral("sale.note"));
    words.note = QStringLiteral("Bell\a");
    EXPECT_EQ(create({QStringLiteral("cash:1005")}).error().code, QStringLiteral("sale.note"));
    words.note = QStringLiteral("Two lines\nof it");
    EXPECT_EQ(create({QStringLiteral("cash:1003")}).error().code, QStringLiteral("payment.short"));
    EXPECT_EQ(create({QStringLiteral("card:1005")}).error().code, QStringLiteral("payment.too_much"));
    words.tenders = {QStringLiteral("card:501")};
    EXPECT_EQ(cashDue(), 500);
    const auto sale = create({QStringLiteral("card:501"), QStringLiteral("cash:500")});
    ASSERT_TRUE(sale);
    EXPECT_EQ(sale->sale.rounding.minor(), -2);
    EXPECT_EQ(sale->sale.payments.size(), 2);
    EXPECT_EQ(sale->sale.customerNote, QStringLiteral("Rest the beans for ten days."));
}

TEST_F(TillWithoutCents, ACardPaysToTheCentAndCashTheRest)
{
    till.openShift(0);
    pay(1003);
    till.chooseTender(PaymentMethod::Card);
    till.setReceived(501);
    till.takePart();
    till.chooseTender(PaymentMethod::Cash);
    EXPECT_EQ(till.payment().receivedMinor, 500);
    folder.clock.advance(1000);
    till.takeTender();
    ASSERT_EQ(till.mode(), TillMode::ChangeDue);
    EXPECT_EQ(client.state().openShift->cashTotal.minor(), 500);
    const QString receipt = till.receiptText(42);
    EXPECT_TRUE(receipt.contains(QStringLiteral("Card"))) << receipt.toStdString();
    EXPECT_TRUE(receipt.contains(QStringLiteral("Rounding"))) << receipt.toStdString();
}

TEST_F(TillOnStore, APaidCartIsNotKeptAndKeepingOneChangesNoList)
{
    till.openShift(0);
    int changes = 0;
    QObject::connect(&desk, &TillDesk::dataChanged, &till, [&changes] { ++changes; });
    const auto kept = [this] {
        QString cart;
        desk.openCart().then([&cart](const Result<QString> &answer) { cart = *answer; });
        return cart;
    };
    desk.keepOpenCart(QStringLiteral("a cart")).then([](const Result<void> &answer) { ASSERT_TRUE(answer); });
    EXPECT_EQ(kept(), QStringLiteral("a cart"));
    EXPECT_EQ(changes, 0);
    till.enterCode(QStringLiteral("GUJI"));
    till.startPaying();
    till.completeCash();
    ASSERT_EQ(till.mode(), TillMode::ChangeDue);
    EXPECT_TRUE(kept().isEmpty()) << "it goes in the step that records the sale";
}

/// A price that changes while its item lies in the cart: shown, told and charged is the same one.
TEST_F(TillOnStore, TakesAPriceThatChangesWhileTheItemLiesInTheCart)
{
    till.openShift(0);
    till.enterCode(QStringLiteral("2*GUJI"));
    ASSERT_EQ(till.totals().totalText, QStringLiteral("€29.00"));
    till.startPaying();
    till.setReceived(2900);
    ASSERT_TRUE(till.payment().enough);

    std::optional<Variant> before;
    client.findByCode(QStringLiteral("GUJI")).then([&before](const Result<sync::CodeHit> &hit) {
        before = hit->product.variants.at(0).variant;
    });
    ASSERT_TRUE(before);
    Variant after = *before;
    after.price = Price{Money(1600, client.state().currency()), 1};
    client.editVariant(*before, after).then([](const Result<sync::ProductView> &answer) { ASSERT_TRUE(answer); });

    EXPECT_EQ(till.lines().at(0).unitPriceText, QStringLiteral("€16.00 each"));
    EXPECT_EQ(till.totals().totalText, QStringLiteral("€32.00"));
    EXPECT_EQ(till.payment().dueText, QStringLiteral("€32.00"));
    EXPECT_FALSE(till.payment().enough);
    ASSERT_TRUE(till.message());
    EXPECT_EQ(till.message()->text, QStringLiteral("The price of Guji Natural has changed to €16.00."));
    till.setReceived(3200);
    till.completeCash();
    EXPECT_EQ(client.state().openShift->cashTotal.minor(), 3200);
}

/// Bea is a barista; what she gives beyond her limit waits for Mina's PIN when it is paid.
TEST_F(TillOnStore, ADiscountBeyondTheLimitIsApprovedInPlaceAndTheCartStaysWhenItIsNot)
{
    const QLocale irish(QLocale::English, QLocale::Ireland);
    OpenCartPresenter openCart(desk, till, folder.clock, irish);
    CartStepPresenter steps(desk, till, openCart, irish);
    ApprovalPresenter approval(desk);
    approval.start();
    openCart.start();
    steps.start();
    till.openShift(0);
    const auto add = [this](const char *name, Role role, const char *pin) {
        Person person;
        person.name = QString::fromLatin1(name);
        person.role = role;
        std::optional<PersonId> id;
        desk.createPerson(person, QString::fromLatin1(pin)).then([&id](const Result<Person> &made) {
            ASSERT_TRUE(made) << qPrintable(made.error().message);
            id = made->id;
        });
        return *id;
    };
    const PersonId manager = add("Mina", Role::Manager, "4711");
    const PersonId barista = add("Bea", Role::Barista, "1111");
    desk.switchByPin(barista, QStringLiteral("1111")).then([](const Result<Person> &now) { ASSERT_TRUE(now); });
    const auto settle = [] {
        for (int turn = 0; turn < 10; ++turn)
            QCoreApplication::processEvents();
    };
    till.enterCode(QStringLiteral("2*GUJI"));
    steps.open(CartStep::Discount);
    ASSERT_TRUE(steps.giveDiscount(QStringLiteral("30%"), QStringLiteral("Damaged")));
    ASSERT_TRUE(till.message());
    EXPECT_EQ(till.message()->tone, Tone::Warning) << "she knows before the guest pays";
    EXPECT_EQ(till.totals().totalText, QStringLiteral("€20.30"));
    const auto pay = [&] {
        till.startPaying();
        till.completeCash();
        settle();
    };
    pay();
    ASSERT_TRUE(approval.isAsking());
    approval.cancel();
    settle();
    EXPECT_EQ(till.mode(), TillMode::Paying);
    ASSERT_EQ(till.lines().size(), 1) << "the cart stays";
    EXPECT_EQ(till.totals().totalText, QStringLiteral("€20.30"));
    till.backToSale();
    pay();
    ASSERT_TRUE(approval.isAsking());
    ASSERT_EQ(approval.approvers().first().id, manager);
    approval.select(0);
    for (const int digit : {4, 7, 1, 1})
        approval.typeDigit(digit);
    approval.submit();
    settle();
    EXPECT_EQ(till.mode(), TillMode::ChangeDue);
    EXPECT_EQ(client.state().openShift->cashTotal.minor(), 2030);
    EXPECT_TRUE(till.receiptText(42).contains(QStringLiteral("Damaged")));
}

TEST_F(TillOnStore, SearchesTheStore)
{
    till.openShift(0);
    till.setSearchText(QStringLiteral("guj"));
    folder.clock.advance(TillPresenter::searchDelayMs);
    ASSERT_EQ(till.hits().size(), 1);
    EXPECT_EQ(till.hits().first().nameMatches, (QList<MatchRange>{{0, 3}}));
    till.acceptSearch();
    EXPECT_EQ(till.lines().first().name, QStringLiteral("Guji Natural"));
}

TEST_F(TillOnStore, AnUnknownCodeIsExplained)
{
    till.openShift(0);
    till.enterCode(QStringLiteral("9999999999994"));
    ASSERT_TRUE(till.message());
    EXPECT_EQ(till.message()->tone, Tone::Error);
    EXPECT_TRUE(till.lines().isEmpty());
}

} // namespace crema
