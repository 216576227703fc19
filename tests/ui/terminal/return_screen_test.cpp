// SPDX-License-Identifier: GPL-3.0-or-later
// Returns through the keys of a terminal.
#include "tests/ui/terminal/pane_check.h"
#include "tests/ui/terminal/till_screen_fixture.h"

namespace crema::terminal::testing {

class ReturnScreenTest : public TillScreenTest
{
protected:
    void SetUp() override
    {
        desk.addPastSale({.codes = {QStringLiteral("3*FW"), QStringLiteral("GUJI-250")},
                          .cashier = QStringLiteral("Mina Kowalski"),
                          .at = clock.now()});
        desk.addPastSale({.codes = {QStringLiteral("2*CC")},
                          .cashier = QStringLiteral("Mina Kowalski"),
                          .method = PaymentMethod::Card,
                          .at = clock.now()});
        start();
    }

    void openReturn(const char *receipt)
    {
        scan(QString::fromLatin1(receipt));
        press(Key::F4);
    }

    void answer(QStringView text)
    {
        type(text);
        press(Key::Enter);
    }

    /// On the smallest screen as on the largest one.
    void expectAtEverySize(const char *text)
    {
        for (const Size size : paneSizes) {
            terminal.resize(size);
            settle();
            EXPECT_TRUE(shows(text)) << pane().toStdString();
        }
        terminal.resize({20, 16});
        settle();
    }

    [[nodiscard]] bool shows(const char *text) const { return pane().contains(QString::fromUtf8(text)); }
};

TEST_F(ReturnScreenTest, AReceiptScannedAtTheTillOpensItsSale)
{
    scan(u"HARBOUR-1-000001");
    EXPECT_TRUE(shows("HARBOUR-1-000001")) << pane().toStdString();
    EXPECT_TRUE(presenter.lines().isEmpty());
    press(Key::F3);
    press(Key::F3);
    scan(u"4006381333931");
    EXPECT_EQ(presenter.lines().size(), 1) << "the till is back in front";
}

TEST_F(ReturnScreenTest, ALineComesBackByDigits)
{
    openReturn("HARBOUR-1-000001");
    expectAtEverySize("0/3");
    type(u"1");
    expectAtEverySize("Quantity");
    answer(u"4");
    EXPECT_TRUE(shows("Only 3")) << pane().toStdString();
    answer(u"2");
    expectAtEverySize("1 damaged");
    answer(u"1");
    EXPECT_TRUE(shows("2 Not into stock")) << pane().toStdString();
    press(Key::Enter);
    answer(u"60");
    EXPECT_TRUE(shows("€7.00")) << pane().toStdString();
    expectAtEverySize("€7.00");
    press(Key::F4);
    expectAtEverySize("2 Not now");
    type(u"1");
    ASSERT_TRUE(desk.lastReturn);
    const Money fee(60, desk.state().currency());
    EXPECT_EQ(desk.lastReturn->lines, (QList<ReturnPick>{{0, Quantity(2), fee, false, QStringLiteral("damaged")}}));
    expectAtEverySize("€7.00");
    press(Key::Enter);
    EXPECT_TRUE(shows("HARBOUR-1-000001")) << pane().toStdString();
    EXPECT_EQ(shop.returns.step(), ReturnStep::Closed);
}

TEST_F(ReturnScreenTest, EverythingLeftAndNotNow)
{
    openReturn("HARBOUR-1-000001");
    press(Key::F2);
    EXPECT_TRUE(shows("€25.90")) << pane().toStdString();
    press(Key::F4);
    type(u"2");
    EXPECT_FALSE(desk.lastReturn);
    press(Key::F7);
    EXPECT_FALSE(shop.returns.sums());
    press(Key::F4);
    EXPECT_TRUE(shows("Choose what")) << pane().toStdString();
}

TEST_F(ReturnScreenTest, CardOrCash)
{
    openReturn("HARBOUR-1-000002");
    press(Key::F2);
    EXPECT_TRUE(shows("Card")) << pane().toStdString();
    press(Key::F6);
    EXPECT_TRUE(shows("Cash")) << pane().toStdString();
    press(Key::F6);
    press(Key::F4);
    type(u"1");
    EXPECT_EQ(desk.lastReturn->to, RefundTo::Original);
    EXPECT_TRUE(shows("terminal")) << pane().toStdString();
}

TEST_F(ReturnScreenTest, ARefusalIsSaidAndGoodsCanBeScanned)
{
    openReturn("HARBOUR-1-000001");
    scan(u"4006381333931");
    EXPECT_EQ(shop.returns.lines().first().quantity, 1);
    EXPECT_TRUE(presenter.lines().isEmpty());
    desk.failReturn =
        Problem{ProblemKind::NotAllowed, QStringLiteral("return.beyond_limit"), QStringLiteral("Too much."), {}, {}};
    press(Key::F4);
    type(u"1");
    EXPECT_TRUE(shows("Too much.")) << pane().toStdString();
    EXPECT_EQ(shop.returns.step(), ReturnStep::Choosing);
}

TEST_F(ReturnScreenTest, AnExchangeGoesOnAtTheTill)
{
    openReturn("HARBOUR-1-000001");
    type(u"1");
    answer(u"1");
    for (int question = 0; question < 3; ++question)
        press(Key::Enter);
    press(Key::F9);
    expectAtEverySize("−€3.80");
    EXPECT_TRUE(shows("Back:")) << pane().toStdString();
    scan(u"5901234123457");
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€10.70"));
    press(Key::F4);
    type(u"1");
    press(Key::Enter);
    ASSERT_TRUE(desk.lastReturn);
    EXPECT_EQ(desk.lastReturn->bought.lines.size(), 1);
}

TEST_F(ReturnScreenTest, WithoutAReceiptItIsAskedAndPaidBack)
{
    scan(u"4006381333931");
    press(Key::F8);
    type(u"0");
    type(u"1");
    expectAtEverySize("Flat white");
    answer(u"300");
    answer(u"1");
    press(Key::Enter);
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("−€3.00"));
    press(Key::F4);
    expectAtEverySize("€3.00");
    press(Key::F3);
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    press(Key::F4);
    clock.advance(TillPresenter::doublePressMs + 1);
    press(Key::Enter);
    ASSERT_TRUE(desk.lastReturn);
    ASSERT_EQ(desk.lastReturn->withoutReceipt.size(), 1);
    EXPECT_EQ(desk.lastReturn->withoutReceipt.first().reason, QStringLiteral("damaged"));
    EXPECT_FALSE(desk.lastReturn->withoutReceipt.first().restock);
    expectAtEverySize("HAND OUT");
}

} // namespace crema::terminal::testing
