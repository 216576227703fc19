// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards at the terminal: sold by digits, loaded and looked at by a scan, and paid with.
#include "models/giftcards/gift_code.h"
#include "tests/ui/terminal/till_screen_fixture.h"

namespace crema::terminal {

using namespace testing;

namespace {

using namespace Qt::StringLiterals;

const QString code = u"CG123456789012345678901234567890123436"_s;

class GiftCardScreenTest : public TillScreenTest
{
protected:
    void addCard(std::int64_t minor)
    {
        GiftCard card;
        card.id = GiftCardId(QUuid::createUuidV5(QUuid(), code));
        card.codeHash = giftCodeHash(code);
        card.lastDigits = lastDigitsOf(code);
        card.balance = Money(minor, desk.state().currency());
        desk.addGiftCard(card);
    }

    [[nodiscard]] QString title() const { return terminal.canvas().rowText(0); }
    [[nodiscard]] std::int64_t onIt() const { return desk.giftCardsHere().first().balance.minor(); }
};

} // namespace

TEST_F(GiftCardScreenTest, ANewCardIsSoldAndItsCodeShown)
{
    start();
    press(Key::F10);
    type(u"839");
    ASSERT_TRUE(title().startsWith(u"GIFT CARD"_s)) << pane().toStdString();
    type(u"\n");
    EXPECT_TRUE(pane().contains(u"How much is on the"_s)) << pane().toStdString();
    type(u"2500\n");
    type(u"3\n");
    EXPECT_TRUE(pane().contains(u"1 Cash"_s)) << "there is no such way\n" << pane().toStdString();
    type(u"1\n");
    ASSERT_EQ(desk.giftCardsHere().size(), 1);
    EXPECT_EQ(onIt(), 2'500);
    EXPECT_TRUE(pane().contains(u"CG"_s)) << pane().toStdString();
    type(u"\n");
    EXPECT_TRUE(title().startsWith(u"SHIFT"_s)) << pane().toStdString();
}

TEST_F(GiftCardScreenTest, AScannedCardIsLookedAtAndLoaded)
{
    addCard(700);
    start();
    scan(code);
    ASSERT_TRUE(title().startsWith(u"GIFT CARD"_s)) << pane().toStdString();
    EXPECT_TRUE(pane().contains(u"€7.00"_s)) << pane().toStdString();
    type(u"500\n2\n");
    EXPECT_EQ(onIt(), 1'200);
    EXPECT_TRUE(pane().contains(u"loaded"_s)) << pane().toStdString();
}

TEST_F(GiftCardScreenTest, AScannedCardPaysItsPartAndCashTheRest)
{
    addCard(200);
    start();
    scan(u"4006381333931"_s);
    press(Key::F4);
    scan(code);
    EXPECT_TRUE(pane().contains(u"2.00"_s)) << pane().toStdString();
    press(Key::F6);
    EXPECT_EQ(onIt(), 200) << "nothing is recorded yet";
    type(u"1\n");
    type(u"\n");
    EXPECT_EQ(onIt(), 0) << pane().toStdString();
}

} // namespace crema::terminal
