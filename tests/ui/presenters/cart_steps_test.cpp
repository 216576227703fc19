// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done about an open sale besides ringing up: discount, note, customer, price check, and why.
#include "models/pricing/quote.h"
#include "models/settings/discount_reasons.h"
#include "models/text/plain_text.h"
#include "tests/ui/testing/till_fixture.h"
#include "ui/presenters/selling/sale_words.h"
#include "ui/presenters/till/discount_words.h"
#include "ui/presenters/till/price_steps.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;

const QString flatWhite = QStringLiteral("4006381333931");
const QString guji = QStringLiteral("5901234123457");
const QLocale irish(QLocale::English, QLocale::Ireland);
const Currency euro = *Currency::fromCode(u"EUR");

/// With ordinary blanks, for easy comparison.
QString plain(QString text)
{
    return text.replace(QChar::Nbsp, QLatin1Char(' '));
}

QString plain(const QStringList &texts)
{
    return plain(texts.join(QLatin1Char('\n')));
}

/// A flat white and a bag of Guji in the cart; the bag is selected.
struct StepTill : Till {
    StepTill() : steps(shop.cartSteps)
    {
        presenter.enterCode(flatWhite);
        presenter.enterCode(guji);
    }

    CartStepPresenter &steps;
};

} // namespace

TEST(CartSteps, ADiscountOnALineIsShownWithItsReasonAndChargedAndCanBeUndone)
{
    StepTill till;
    ASSERT_TRUE(till.steps.actions().find(u"till.discount")->trigger());
    EXPECT_EQ(till.steps.step(), CartStep::Discount);
    EXPECT_EQ(till.steps.scopeText(), QStringLiteral("Guji Natural 250 g"));
    ASSERT_TRUE(till.steps.giveDiscount(QStringLiteral("10 %"), QStringLiteral(" Damaged ")));
    EXPECT_EQ(till.steps.step(), CartStep::None);
    EXPECT_EQ(till.presenter.lines().at(1).totalText, QStringLiteral("€13.05"));
    EXPECT_TRUE(plain(till.presenter.lines().at(1).detail).endsWith(QStringLiteral("10 % off: Damaged")))
        << till.presenter.lines().at(1).detail.toStdString();
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€16.85"));
    // One more of it is a line of its own: nobody decided to give it away cheaper.
    till.presenter.enterCode(guji);
    EXPECT_EQ(till.presenter.lines().size(), 3);
    till.presenter.undo();
    till.presenter.undo();
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€18.30"));
    till.presenter.startPaying();
    till.presenter.completeCash();
    ASSERT_EQ(till.desk.soldHere().size(), 1);
}

TEST(CartSteps, ADiscountOnTheSaleTakesThePlaceOfTheOneBeforeAndCanBeTakenAway)
{
    StepTill till;
    for (const char *value : {"5%", "2.50"}) {
        till.steps.open(CartStep::Discount);
        till.steps.setScope(CartScope::WholeSale);
        EXPECT_EQ(till.steps.scopeText(), QStringLiteral("The whole sale"));
        ASSERT_TRUE(till.steps.giveDiscount(QString::fromLatin1(value), QStringLiteral("Goodwill")));
    }
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€15.80"));
    EXPECT_EQ(till.presenter.totals().remarksText, QStringLiteral("€2.50 off: Goodwill"));
    till.presenter.startPaying();
    till.presenter.completeCash();
    ASSERT_EQ(till.desk.soldHere().size(), 1);
    const Sale sold = till.desk.soldHere().first().sale;
    ASSERT_EQ(sold.discounts.size(), 1);
    EXPECT_EQ(sold.discounts.first().label, QStringLiteral("Goodwill"));
    till.presenter.newSale();
    EXPECT_TRUE(till.presenter.totals().remarksText.isEmpty());
    till.presenter.enterCode(guji);
    till.steps.open(CartStep::Discount);
    ASSERT_TRUE(till.steps.giveDiscount(QStringLiteral("5%"), QStringLiteral("Staff")));
    till.steps.open(CartStep::Discount);
    EXPECT_EQ(plain(till.steps.discountNow()), QStringLiteral("5 % off: Staff"));
    till.steps.takeDiscountAway();
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€14.50"));
}

TEST(CartSteps, WithTheLastLineGoesWhatWasSaidOfTheSaleAndBothComeBackTogether)
{
    StepTill till;
    till.desk.addExampleCustomers();
    till.steps.open(CartStep::Customer);
    till.steps.customer().attach(0);
    till.steps.open(CartStep::Discount);
    till.steps.setScope(CartScope::WholeSale);
    ASSERT_TRUE(till.steps.giveDiscount(QStringLiteral("1.00"), QStringLiteral("Goodwill")));
    const TotalsView before = till.presenter.totals();
    ASSERT_FALSE(before.customerText.isEmpty());
    ASSERT_FALSE(before.remarksText.isEmpty());
    till.presenter.removeLine(1);
    EXPECT_EQ(till.presenter.totals().customerText, before.customerText);
    till.presenter.removeLine(0);
    EXPECT_TRUE(till.presenter.totals().customerText.isEmpty()) << "the next guest is somebody else";
    EXPECT_TRUE(till.presenter.totals().remarksText.isEmpty());
    till.presenter.undo();
    till.presenter.undo();
    EXPECT_EQ(till.presenter.totals().totalText, before.totalText);
    EXPECT_EQ(till.presenter.totals().customerText, before.customerText);
    EXPECT_EQ(till.presenter.totals().remarksText, before.remarksText);
    till.presenter.actions().find(u"till.clear")->trigger();
    EXPECT_TRUE(till.presenter.totals().customerText.isEmpty());
    till.shop.notices.undo();
    EXPECT_EQ(till.presenter.totals().totalText, before.totalText);
    EXPECT_EQ(till.presenter.totals().customerText, before.customerText);
    EXPECT_EQ(till.presenter.totals().remarksText, before.remarksText);
}

TEST(CartSteps, PayGivesTheDiscountThatIsTypedOrSaysWhyNotAndStays)
{
    StepTill till;
    Action &pay = *till.presenter.actions().find(u"till.pay");
    till.steps.open(CartStep::Discount);
    till.steps.draftDiscount(QStringLiteral("10%"), QString());
    pay.trigger();
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling) << "the reason is missing";
    EXPECT_EQ(till.steps.step(), CartStep::Discount);
    EXPECT_FALSE(till.steps.reasonProblem().isEmpty());
    ASSERT_TRUE(till.presenter.message());
    EXPECT_EQ(till.presenter.message()->tone, Tone::Warning);
    till.steps.draftDiscount(QStringLiteral("10%"), QStringLiteral("Damaged"));
    pay.trigger();
    ASSERT_EQ(till.presenter.mode(), TillMode::Paying);
    EXPECT_EQ(till.presenter.payment().dueText, QStringLiteral("€16.85"));
    till.presenter.backToSale();
    till.steps.open(CartStep::Discount);
    pay.trigger();
    EXPECT_EQ(till.presenter.mode(), TillMode::Paying) << "nothing is typed there";
    EXPECT_EQ(till.presenter.payment().dueText, QStringLiteral("€16.85"));
}

TEST(CartSteps, TheShopSaysWhichReasonsForADiscountAreOffered)
{
    StepTill till;
    EXPECT_EQ(till.steps.reasons().size(), 4) << "the usual ones";
    till.desk.addSetting(PlaceId(till.desk.state().company.id), {shop_setting::discountReasons.toString(),
                                                                 {},
                                                                 QStringLiteral("Neighbours\nTorn bag"),
                                                                 {},
                                                                 till.clock.now(),
                                                                 {}});
    EXPECT_EQ(till.steps.reasons(), (QStringList{QStringLiteral("Neighbours"), QStringLiteral("Torn bag")}));
    till.steps.open(CartStep::Discount);
    EXPECT_TRUE(till.steps.giveDiscount(QStringLiteral("5%"), QStringLiteral("Any other"))) << "free text too";
}

TEST(CartSteps, PayKeepsTheNoteThatIsTyped)
{
    StepTill till;
    till.steps.open(CartStep::Note);
    till.steps.draftNote(QStringLiteral("Gift wrap"));
    till.presenter.startPaying();
    ASSERT_EQ(till.presenter.mode(), TillMode::Paying);
    EXPECT_EQ(till.presenter.sale().lines().at(1).note, QStringLiteral("Gift wrap"));
}

TEST(CartSteps, ADiscountNeedsAValueAndAReason)
{
    StepTill till;
    till.steps.open(CartStep::Discount);
    EXPECT_FALSE(till.steps.giveDiscount(QStringLiteral("101%"), QString()));
    EXPECT_FALSE(till.steps.valueProblem().isEmpty());
    EXPECT_FALSE(till.steps.reasonProblem().isEmpty());
    EXPECT_EQ(till.steps.step(), CartStep::Discount) << "what was typed can be mended";
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€18.30"));
    till.steps.setScope(CartScope::WholeSale);
    EXPECT_TRUE(till.steps.valueProblem().isEmpty());
}

TEST(CartSteps, WhoGivesMoreThanTheyMayIsToldAtOnceAndTheCartStays)
{
    StepTill till;
    till.desk.changeState().person->role = Role::Barista;
    till.steps.open(CartStep::Discount);
    ASSERT_TRUE(till.steps.giveDiscount(QStringLiteral("10%"), QStringLiteral("Staff")));
    EXPECT_EQ(till.presenter.message()->tone, Tone::Ok);
    till.steps.open(CartStep::Discount);
    ASSERT_TRUE(till.steps.giveDiscount(QStringLiteral("50%"), QStringLiteral("Staff")));
    ASSERT_TRUE(till.presenter.message());
    EXPECT_EQ(till.presenter.message()->tone, Tone::Warning);
    EXPECT_EQ(till.presenter.lines().size(), 2);
}

TEST(CartSteps, TheReadersKnowWhatADiscountIs)
{
    const auto rate = [](const char *text) {
        return readDiscount(QString::fromUtf8(text), euro, irish)->tenThousandths;
    };
    EXPECT_EQ(rate("10%"), 1000);
    EXPECT_EQ(rate(" 12,5 % "), 1250);
    EXPECT_EQ(rate("0.01%"), 1);
    EXPECT_EQ(rate("100%"), 10'000);
    EXPECT_EQ(readDiscount(QStringLiteral("2,50"), euro, irish)->amount, Money(250, euro));
    EXPECT_EQ(readMinorDiscount(QStringLiteral("250"), euro)->amount, Money(250, euro));
    for (const char *text : {"", "%", "0%", "100.01%", "-5%", "0", "-1", "ten", "1.234%"})
        EXPECT_FALSE(readDiscount(QString::fromUtf8(text), euro, irish)) << text;
    for (const char *text : {"", "2.50", "0", "-1"})
        EXPECT_FALSE(readMinorDiscount(QString::fromUtf8(text), euro)) << text;
}

TEST(CartSteps, TheWordsOfTheCommandLineSayWhereAndWhy)
{
    const auto read = [](const char *text) { return presenters::readDiscountWords(QString::fromUtf8(text), euro); };
    const auto onLine = read("2:10%:Damaged: torn bag");
    ASSERT_TRUE(onLine);
    EXPECT_EQ(onLine->line, 2);
    EXPECT_EQ(onLine->discount.tenThousandths, 1000);
    EXPECT_EQ(onLine->discount.label, QStringLiteral("Damaged: torn bag"));
    const auto onSale = read("cart:250");
    ASSERT_TRUE(onSale);
    EXPECT_FALSE(onSale->line);
    EXPECT_EQ(onSale->discount.amount, Money(250, euro));
    EXPECT_TRUE(onSale->discount.label.isEmpty());
    for (const char *text : {"", "10%", "1", "0:10%", "-1:10%", "all:10%", "1:", "1:0", "cart:101%"})
        EXPECT_FALSE(read(text)) << text;
}

TEST(CartSteps, NotesOfALineAndOfTheSaleAreShownAndSold)
{
    StepTill till;
    till.steps.open(CartStep::Note);
    till.steps.giveNote(QStringLiteral("  Ground for espresso "));
    EXPECT_TRUE(till.presenter.lines().at(1).detail.endsWith(QStringLiteral("Ground for espresso")));
    till.steps.open(CartStep::Note);
    EXPECT_EQ(till.steps.noteNow(), QStringLiteral("Ground for espresso"));
    till.steps.setScope(CartScope::WholeSale);
    EXPECT_TRUE(till.steps.noteNow().isEmpty());
    till.steps.giveNote(QStringLiteral("Fetched at five"));
    EXPECT_EQ(till.presenter.totals().remarksText, QStringLiteral("Fetched at five"));
    till.presenter.startPaying();
    till.presenter.completeCash();
    ASSERT_EQ(till.desk.soldHere().size(), 1);
    EXPECT_EQ(till.desk.soldHere().first().sale.note, QStringLiteral("Fetched at five"));
    EXPECT_EQ(till.desk.soldHere().first().sale.lines.at(1).note, QStringLiteral("Ground for espresso"));
}

TEST(CartSteps, TheReceiptSaysTheNoteForTheCustomer)
{
    StepTill till;
    Action *action = till.steps.actions().find(u"till.customer-note");
    action->trigger();
    ASSERT_EQ(till.steps.step(), CartStep::CustomerNote);
    till.steps.giveCustomerNote(QStringLiteral("  Rest the beans for ten days. "));
    EXPECT_EQ(till.steps.step(), CartStep::None);
    EXPECT_TRUE(till.presenter.totals().remarksText.contains(QStringLiteral("Rest the beans")));
    action->trigger();
    EXPECT_EQ(till.steps.customerNoteNow(), QStringLiteral("Rest the beans for ten days."));
    till.steps.draftNote(QStringLiteral("Rest them for two weeks.")); // it is paid before Enter
    till.presenter.startPaying();
    till.presenter.completeCash();
    ASSERT_EQ(till.desk.soldHere().size(), 1);
    EXPECT_EQ(till.desk.soldHere().first().sale.customerNote, QStringLiteral("Rest them for two weeks."));
    EXPECT_TRUE(till.desk.soldHere().first().sale.note.isEmpty()) << "it is no business of the staff's";
    EXPECT_TRUE(till.presenter.receiptText(42).contains(QStringLiteral("Rest them for two weeks.")));
    EXPECT_FALSE(action->isEnabled());
}

TEST(CartSteps, ANoteIsWhatCanBePrintedAndSold)
{
    StepTill till;
    till.steps.open(CartStep::CustomerNote);
    till.steps.giveCustomerNote(QString(199, u'x') + QStringLiteral("\U0001F600"));
    EXPECT_TRUE(isPlainText(till.presenter.sale().cart().customerNote)) << "no half of a letter";
    till.steps.open(CartStep::Note);
    till.steps.setScope(CartScope::WholeSale);
    till.steps.giveNote(QStringLiteral("Bell\a \u202Eturned"));
    EXPECT_EQ(till.presenter.sale().cart().note, QStringLiteral("Bell turned"));
    // As an older program may have kept it.
    QString note;
    till.desk.openCart().then([&note](const Result<QString> &kept) { note = *kept; });
    till.desk.keepOpenCart(note.replace(QStringLiteral("Bell turned"), QStringLiteral("\u202ETable"))).then([](auto) {
    });
    testing::Restarted again(till);
    again.shop.openCart.resume();
    EXPECT_EQ(again.shop.till.sale().cart().note, QStringLiteral("Table"));
}

TEST(CartSteps, TheNoteForTheCustomerIsKeptAndParkedWithTheSale)
{
    StepTill till;
    till.steps.open(CartStep::CustomerNote);
    till.steps.giveCustomerNote(QStringLiteral("See you in May"));
    testing::Restarted again(till);
    again.shop.openCart.resume();
    EXPECT_EQ(again.shop.till.sale().cart().customerNote, QStringLiteral("See you in May"));
    ASSERT_TRUE(again.shop.openCart.hold(QStringLiteral("Jonas")));
    ASSERT_EQ(testing::waiting(till).size(), 1);
    EXPECT_EQ(testing::waiting(till).first().cart.customerNote, QStringLiteral("See you in May"));
    again.shop.openCart.recall(0);
    EXPECT_EQ(again.shop.till.sale().cart().customerNote, QStringLiteral("See you in May"));
    again.shop.till.changeCart([](TillSale &sale) { return sale.setCustomerNote({}); });
    EXPECT_TRUE(again.shop.till.totals().remarksText.isEmpty());
}

TEST(CartSteps, ADoublePressDiscardsOneParkedSale)
{
    Till till;
    for (const char *name : {"Table 4", "Table 5", "Table 6"}) {
        till.presenter.enterCode(flatWhite);
        ASSERT_TRUE(till.shop.openCart.hold(QString::fromLatin1(name)));
    }
    till.shop.openCart.discardParked(0);
    till.shop.openCart.discardParked(0);
    ASSERT_EQ(till.shop.openCart.parkedCount(), 2);
    EXPECT_EQ(till.shop.openCart.parkedRows().first().name, QStringLiteral("Table 5"));
    till.clock.advance(TillPresenter::doublePressMs);
    till.shop.openCart.discardParked(0);
    EXPECT_EQ(till.shop.openCart.parkedCount(), 1);
}

TEST(CartSteps, ACustomerIsFoundAttachedAndTakenOffAgain)
{
    StepTill till;
    till.desk.addExampleCustomers();
    till.steps.open(CartStep::Customer);
    CartCustomerPresenter &customer = till.steps.customer();
    EXPECT_EQ(customer.rows().size(), 5) << "archived ones buy no more";
    customer.setSearchText(QStringLiteral("morgen"));
    ASSERT_EQ(customer.rows().size(), 1);
    customer.attach(0);
    EXPECT_EQ(till.steps.step(), CartStep::None);
    EXPECT_EQ(till.presenter.totals().customerText, QStringLiteral("Café Morgen"));
    till.steps.open(CartStep::Customer);
    EXPECT_EQ(customer.attachedName(), QStringLiteral("Café Morgen"));
    customer.detach();
    EXPECT_TRUE(till.presenter.totals().customerText.isEmpty());
    till.presenter.undo();
    EXPECT_EQ(till.presenter.totals().customerText, QStringLiteral("Café Morgen"));
    till.presenter.startPaying();
    till.presenter.completeCash();
    ASSERT_EQ(till.desk.soldHere().size(), 1);
    EXPECT_TRUE(till.desk.soldHere().first().sale.customer.has_value());
}

TEST(CartSteps, ANewCustomerIsMadeOnTheSpotOrTheFieldSaysWhyNot)
{
    StepTill till;
    till.steps.open(CartStep::Customer);
    CartCustomerPresenter &customer = till.steps.customer();
    EXPECT_FALSE(customer.problemText().isEmpty()) << "there are none yet";
    customer.beginNew();
    ASSERT_TRUE(customer.isCreating());
    customer.create(QStringLiteral("  "), QString(), QString());
    EXPECT_FALSE(customer.fieldProblem(QStringLiteral("name")).isEmpty());
    EXPECT_EQ(till.steps.step(), CartStep::Customer);
    customer.create(QStringLiteral("Ines Roth"), QStringLiteral("ines@roth.example"), QString());
    EXPECT_EQ(till.presenter.totals().customerText, QStringLiteral("Ines Roth"));
    ASSERT_EQ(till.desk.customersHere().size(), 1);
    EXPECT_EQ(till.desk.customersHere().first().email, QStringLiteral("ines@roth.example"));
}

TEST(CartSteps, WhoSeesNoCustomersCannotAttachOne)
{
    StepTill till;
    till.desk.changeState().person->permissions = {Permission::SalesCreate};
    Q_EMIT till.desk.changed();
    EXPECT_FALSE(till.steps.actions().find(u"till.customer")->isEnabled());
    EXPECT_TRUE(till.steps.actions().find(u"till.discount")->isEnabled());
}

TEST(CartSteps, APriceCheckRingsNothingUp)
{
    StepTill till;
    till.steps.open(CartStep::PriceCheck);
    EXPECT_TRUE(till.steps.takeScan(flatWhite));
    EXPECT_EQ(till.steps.lookup().view().priceText, QStringLiteral("€3.80"));
    EXPECT_FALSE(till.steps.lookup().view().stockText.isEmpty());
    EXPECT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€18.30"));
}

TEST(CartSteps, AScanDuringAQuestionIsRefusedAndNotQueued)
{
    StepTill till;
    till.steps.open(CartStep::Discount);
    EXPECT_TRUE(till.steps.takeScan(flatWhite));
    EXPECT_EQ(till.presenter.message()->tone, Tone::Error);
    EXPECT_EQ(till.presenter.sale().itemCount(), 2);
    till.steps.open(CartStep::Why);
    EXPECT_FALSE(till.steps.takeScan(flatWhite)) << "nothing is asked there";
    EXPECT_EQ(till.steps.step(), CartStep::None);
}

TEST(CartSteps, AStepEndsWithTheSaleItIsAbout)
{
    StepTill till;
    till.steps.open(CartStep::Discount);
    till.presenter.startPaying();
    EXPECT_EQ(till.steps.step(), CartStep::None);
    EXPECT_FALSE(till.steps.actions().find(u"till.discount")->isEnabled());
    till.presenter.backToSale();
    till.steps.open(CartStep::Note);
    till.presenter.actions().find(u"till.clear")->trigger();
    EXPECT_EQ(till.steps.step(), CartStep::None);
    EXPECT_FALSE(till.steps.actions().find(u"till.hold")->isEnabled());
}

TEST(CartSteps, HoldingTakesTheNameOfTheCustomerAndTheCountIsAtTheWayBack)
{
    StepTill till;
    till.desk.addExampleCustomers();
    till.steps.open(CartStep::Customer);
    till.steps.customer().attach(0);
    till.steps.open(CartStep::Hold);
    till.steps.hold(till.steps.suggestedName());
    EXPECT_EQ(till.steps.step(), CartStep::None);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_EQ(till.steps.actions().find(u"till.recall")->text(), QStringLiteral("Parked sales (1)"));
    EXPECT_EQ(till.shop.openCart.parkedRows().first().name, QStringLiteral("Café Morgen"));
    till.steps.open(CartStep::Parked);
    till.shop.openCart.discardParked(0);
    EXPECT_EQ(till.steps.step(), CartStep::None) << "there is nothing left to choose from";
    till.shop.notices.undo();
    EXPECT_EQ(till.steps.parkedCount(), 1);
}

TEST(PriceSteps, SayEachStepFromPriceToTotal)
{
    CartLine bag;
    bag.name = QStringLiteral("Guji Natural");
    bag.price = Price{Money(1450, euro), 1};
    bag.taxRate = TaxRate(700);
    bag.quantity = Quantity(2);
    bag.discounts = {{QStringLiteral("Damaged"), 1000, std::nullopt}};
    Cart cart;
    cart.currency = euro;
    cart.lines = {bag};
    cart.discounts = {{QStringLiteral("Goodwill"), std::nullopt, Money(100, euro)}};
    const Quote made = *quote(cart, {PricesInclude::Tax});
    Sale sale;
    sale.lines = made.lines;
    sale.discounts = made.discounts;
    sale.taxes = made.taxes;
    sale.total = made.total;
    sale.rounding = Money(0, euro);
    EXPECT_EQ(plain(priceStepsOfLine(sale, 0, irish)),
              QStringLiteral("2 × Guji Natural at €14.50 comes to €29.00.\n"
                             "Damaged takes 10 % off: −€2.90.\n"
                             "Its share of what is taken off the whole sale is −€1.00.\n"
                             "That leaves €25.10, with 7 % tax of €1.64 in it."));
    EXPECT_EQ(plain(priceStepsOfSale(sale, irish)), QStringLiteral("All lines together come to €26.10.\n"
                                                                   "Goodwill: −€1.00.\n"
                                                                   "7 % tax in it: €1.64 of €25.10.\n"
                                                                   "To pay: €25.10."));
    EXPECT_TRUE(priceStepsOfLine(sale, 1, irish).isEmpty());
    EXPECT_TRUE(priceStepsOfLine(sale, -1, irish).isEmpty());
}

} // namespace crema
