// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards in the real window: sold by the dialog, loaded by a scan, and paid with.
#include "models/giftcards/gift_code.h"
#include "tests/ui/desktop/window_fixture.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>

namespace crema::testing {

namespace {

using namespace Qt::StringLiterals;

const QString code = u"CG123456789012345678901234567890123436"_s;

class GiftCardWindowTest : public WindowTest
{
protected:
    [[nodiscard]] bool isOpen()
    {
        const QList<QDialog *> all = window.findChildren<QDialog *>(u"giftCardDialog"_s);
        return std::any_of(all.begin(), all.end(), [](const QDialog *each) { return each->isVisible(); });
    }

    void addCard(std::int64_t minor)
    {
        GiftCard card;
        card.id = GiftCardId(QUuid::createUuidV5(QUuid(), code));
        card.codeHash = giftCodeHash(code);
        card.lastDigits = lastDigitsOf(code);
        card.balance = Money(minor, till.desk.state().currency());
        till.desk.addGiftCard(card);
    }
};

} // namespace

TEST_F(GiftCardWindowTest, ANewCardIsSoldAndItsCodeStaysUntilItIsClosed)
{
    press(Qt::Key_G, Qt::AltModifier);
    settle();
    ASSERT_TRUE(isOpen());
    find<QLineEdit>("giftCardAmount")->setText(u"twenty"_s);
    click("giftCardInCash");
    settle();
    EXPECT_TRUE(find<QLabel>("giftCardAmount_problem")->isVisible());
    find<QLineEdit>("giftCardAmount")->setText(u"20"_s);
    click("giftCardInCash");
    settle();
    ASSERT_TRUE(isOpen()) << "nobody has the code otherwise";
    EXPECT_TRUE(giftCodeIn(find<QLabel>("giftCardCode")->text()));
    EXPECT_FALSE(find("giftCardInCash")->isVisible());
    click("giftCardBack");
    settle();
    EXPECT_FALSE(isOpen());
    ASSERT_EQ(till.desk.giftCardsHere().size(), 1);
    EXPECT_EQ(till.desk.giftCardsHere().first().balance.minor(), 2'000);
}

TEST_F(GiftCardWindowTest, AScannedCardIsShownWithWhatIsOnItAndIsLoaded)
{
    addCard(700);
    till.presenter.enterCode(code);
    settle();
    ASSERT_TRUE(isOpen());
    EXPECT_TRUE(find<QLabel>("giftCardText")->text().contains(u"7"_s));
    find<QLineEdit>("giftCardAmount")->setText(u"5"_s);
    click("giftCardByCard");
    settle();
    EXPECT_FALSE(isOpen());
    EXPECT_EQ(till.desk.giftCardsHere().first().balance.minor(), 1'200);
}

} // namespace crema::testing
