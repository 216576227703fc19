// SPDX-License-Identifier: GPL-3.0-or-later
// The lock in front of the window: nothing behind it can be seen, pressed, scanned or read out (ux.md 2.2).
#include "tests/ui/desktop/window_fixture.h"

#include <QAccessible>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

namespace crema::testing {

namespace {

const QString flatWhite = QStringLiteral("4006381333931");

/// The names of everything visible that a screen reader finds from here on.
void collectVisible(QAccessibleInterface *node, QStringList &names)
{
    if (!node || node->state().invisible)
        return;
    names.append(node->text(QAccessible::Name));
    for (int child = 0; child < node->childCount(); ++child)
        collectVisible(node->child(child), names);
}

} // namespace

class LockTest : public WindowTest
{
protected:
    LockTest() { till.desk.addPerson(QStringLiteral("Jonas Brandt"), Role::Barista); }

    /// What Jonas scans.
    QString badge()
    {
        const PersonId jonas = till.desk.peopleHere().last().id;
        const auto code = std::make_shared<QString>();
        till.desk.makeBadge(jonas).then([code](const Result<IssuedBadge> &made) { *code = made->code; });
        settle();
        return *code;
    }

    void lockByKey()
    {
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
    }
};

TEST_F(LockTest, CoversEverythingAndOpensByKeys)
{
    scan(flatWhite);
    lockByKey();
    auto *overlay = find("lockOverlay");
    ASSERT_TRUE(overlay->isVisible());
    EXPECT_EQ(overlay->geometry(), window.rect());
    for (const char *name : {"cartList", "payButton", "searchField", "tileGrid", "header"})
        EXPECT_FALSE(find(name)->isVisible()) << name;
    EXPECT_EQ(focus(), overlay) << "digits go to the PIN";
    type(QStringLiteral("1234"));
    EXPECT_EQ(find<QLabel>("pinDots")->text().size(), 4);
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(overlay->isVisible());
    EXPECT_TRUE(find("cartList")->isVisible());
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_TRUE(till.presenter.entryText().isEmpty()) << "no digit of the PIN is a quantity";
}

TEST_F(LockTest, ABadgeUnlocksAndSwitchesInTheMiddleOfASale)
{
    const QString jonas = badge();
    scan(flatWhite);
    scan(jonas);
    EXPECT_EQ(till.desk.state().person->name, QStringLiteral("Jonas Brandt"));
    EXPECT_FALSE(find("lockOverlay")->isVisible());
    EXPECT_TRUE(till.presenter.lines().isEmpty()) << "the cart waits for Mina";
    lockByKey();
    EXPECT_EQ(find<QLabel>("lockHint")->text(), QStringLiteral("Or scan your badge."));
    scan(jonas);
    EXPECT_FALSE(find("lockOverlay")->isVisible());
    scan(QStringLiteral("CB") + QString(34, u'0'));
    EXPECT_TRUE(find("lockOverlay")->isVisible());
    EXPECT_TRUE(find<QLabel>("lockMessage")->text().contains(QStringLiteral("nobody")));
}

TEST_F(LockTest, ABadgeIsNeitherTakenNorShownWhileADialogWaits)
{
    const QString jonas = badge();
    QDialog dialog(&window);
    dialog.open();
    settle();
    scan(jonas);
    EXPECT_EQ(till.desk.state().person->name, QStringLiteral("Mina Kowalski"));
    ASSERT_TRUE(till.presenter.message());
    EXPECT_FALSE(till.presenter.message()->text.contains(jonas));
}

TEST_F(LockTest, AsksForTheCodeOfAnAuthenticatorAfterThePassword)
{
    till.desk.loginCode = QStringLiteral("123456");
    lockByKey();
    click("lockToPassword");
    type(QStringLiteral("mina@larkmoor.example"));
    press(Qt::Key_Return);
    EXPECT_FALSE(find("lockCode")->isVisible());
    type(QStringLiteral("right password"));
    press(Qt::Key_Return);
    settle();
    ASSERT_TRUE(find("lockCode")->isVisible());
    EXPECT_EQ(focus(), find("lockCode"));
    EXPECT_TRUE(find<QLineEdit>("lockPassword")->text().isEmpty());
    EXPECT_FALSE(find("lockPassword")->isEnabled());
    type(QStringLiteral("123456"));
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(find("lockOverlay")->isVisible());
}

TEST_F(LockTest, TheAuthenticatorThatTheShopAsksForIsSetUpInFrontOfTheWindow)
{
    // The page of the account has a card of the same names.
    const auto inLock = [this](const char *name) {
        return find("lockCard")->findChild<QWidget *>(QString::fromLatin1(name));
    };
    till.desk.addExampleAccount();
    till.desk.asksForAuthenticator = true;
    lockByKey();
    click("lockToPassword");
    type(QStringLiteral("mina@larkmoor.example"));
    press(Qt::Key_Return);
    type(QStringLiteral("right password"));
    press(Qt::Key_Return);
    settle();
    ASSERT_TRUE(inLock("authenticatorQr"));
    EXPECT_TRUE(inLock("authenticatorQr")->isVisible());
    EXPECT_FALSE(find("lockMail")->isVisible());
    EXPECT_EQ(focus(), inLock("authenticatorCode"));
    type(QStringLiteral("123456"));
    press(Qt::Key_Return);
    settle();
    auto *kept = qobject_cast<QPushButton *>(inLock("authenticatorKept"));
    ASSERT_TRUE(kept && kept->isVisible());
    EXPECT_TRUE(find("lockOverlay")->isVisible());
    kept->click();
    settle();
    ASSERT_TRUE(find("lockCode")->isVisible()) << "another code of it lets in";
    type(QStringLiteral("654321"));
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(find("lockOverlay")->isVisible());
}

TEST_F(LockTest, APasswordIsSetWithACodeThatWasMailed)
{
    lockByKey();
    click("lockToPassword");
    type(QStringLiteral("mina@larkmoor.example"));
    click("lockToPasswordCode");
    settle();
    EXPECT_EQ(find<QLineEdit>("passwordCodeMail")->text(), QStringLiteral("mina@larkmoor.example"));
    click("passwordCodeAsk");
    settle();
    EXPECT_EQ(focus(), find("passwordCodeCode")) << "what comes next";
    EXPECT_FALSE(find<QLabel>("passwordCodeMessage")->text().isEmpty());
    type(QStringLiteral("K7QP-3M2X-9TRA"));
    press(Qt::Key_Return);
    EXPECT_EQ(focus(), find("passwordCodePassword"));
    EXPECT_EQ(find<QLineEdit>("passwordCodePassword")->echoMode(), QLineEdit::Password);
    type(QStringLiteral("short"));
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(find("lockOverlay")->isVisible());
    EXPECT_TRUE(find<QLineEdit>("passwordCodePassword")->text().isEmpty());
    EXPECT_FALSE(find<QLineEdit>("passwordCodeCode")->text().isEmpty()) << "the code is still good";
    type(QStringLiteral("right password"));
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(find("lockOverlay")->isVisible());
    EXPECT_TRUE(find<QLineEdit>("passwordCodeCode")->text().isEmpty());
}

TEST_F(LockTest, EscapeLeadsFromTheMailedCodeToThePin)
{
    lockByKey();
    click("lockToPassword");
    click("lockToPasswordCode");
    settle();
    press(Qt::Key_Escape);
    settle();
    EXPECT_EQ(focus(), find("lockOverlay"));
    type(QStringLiteral("1234"));
    EXPECT_EQ(find<QLabel>("pinDots")->text().size(), 4);
}

/// As after the first start, whose last page goes when the lock is there already.
TEST_F(LockTest, DigitsGoToThePinAlsoWhenWhatHadTheFocusGoes)
{
    lockByKey();
    auto *overlay = find("lockOverlay");
    focus()->clearFocus();
    find("lockToPassword")->setFocus(Qt::OtherFocusReason);
    EXPECT_EQ(focus(), overlay);
    find("lockToPassword")->setFocus(Qt::TabFocusReason);
    EXPECT_EQ(focus(), find("lockToPassword")) << "Tab reaches it";
}

TEST_F(LockTest, OpensByTouchAlone)
{
    lockByKey();
    for (const char *key : {"pinKey1", "pinKey2", "pinKey3", "pinKey4"}) {
        EXPECT_GE(find(key)->height(), 72);
        click(key);
    }
    click("unlockButton");
    settle();
    EXPECT_FALSE(find("lockOverlay")->isVisible());
}

TEST_F(LockTest, EnterOnAPersonIsThatPerson)
{
    lockByKey();
    const LockPresenter &lock = till.shop.lock;
    ASSERT_EQ(lock.people().at(lock.selected()).name, QStringLiteral("Mina Kowalski"));
    auto *jonas = find<QPushButton>("person0");
    ASSERT_TRUE(jonas->accessibleName().contains(QStringLiteral("Jonas")));
    type(QStringLiteral("1234"));
    jonas->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(lock.mode(), LockMode::Locked) << "the digits were meant for Mina, the button is of Jonas";
    EXPECT_EQ(lock.selected(), 0);
    EXPECT_EQ(lock.pinLength(), 0);
    type(QStringLiteral("1234"));
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(till.desk.state().person->name, QStringLiteral("Jonas Brandt"));
}

TEST_F(LockTest, DigitsOnAPersonAreThatPersonsPin)
{
    lockByKey();
    find<QPushButton>("person0")->setFocus(Qt::TabFocusReason);
    type(QStringLiteral("1234"));
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(till.desk.state().person->name, QStringLiteral("Jonas Brandt"));
}

TEST_F(LockTest, EnterPressesTheButtonThatHasTheFocus)
{
    lockByKey();
    find<QPushButton>("lockToPassword")->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Return);
    EXPECT_TRUE(find("lockMail")->hasFocus());
}

TEST_F(LockTest, NoKeyReachesWhatLiesBehind)
{
    scan(flatWhite);
    lockByKey();
    press(Qt::Key_F12);
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Delete);
    EXPECT_EQ(till.presenter.lines().size(), 1);
    for (int tab = 0; tab < 20; ++tab) {
        press(Qt::Key_Tab);
        ASSERT_TRUE(find("lockOverlay")->isAncestorOf(focus()) || focus() == find("lockOverlay"))
            << qPrintable(focus()->objectName());
    }
    press(Qt::Key_Escape);
    EXPECT_TRUE(find("lockOverlay")->isVisible());
}

TEST_F(LockTest, AScanIsRefusedAndNeverAPin)
{
    lockByKey();
    scan(flatWhite);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_TRUE(find<QLabel>("pinDots")->text().isEmpty());
    EXPECT_TRUE(find<QLabel>("lockMessage")->text().contains(QStringLiteral("locked")));
    type(QStringLiteral("1234"));
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(till.presenter.lines().isEmpty()) << "refused is forgotten, never queued";
}

TEST_F(LockTest, AScreenReaderFindsOnlyTheLock)
{
    scan(flatWhite);
    lockByKey();
    QStringList names;
    collectVisible(QAccessible::queryAccessibleInterface(&window), names);
    EXPECT_TRUE(names.contains(QStringLiteral("Mina Kowalski")));
    for (const QString &name : std::as_const(names)) {
        EXPECT_FALSE(name.contains(QStringLiteral("Flat white"))) << qPrintable(name);
        EXPECT_FALSE(name.contains(QStringLiteral("Pay"))) << qPrintable(name);
    }
}

TEST_F(LockTest, WhatOpensLaterWaitsBehindIt)
{
    scan(flatWhite);
    till.presenter.removeLine(0);
    settle();
    lockByKey();
    QWidget toast(&window);
    toast.show();
    settle();
    EXPECT_FALSE(toast.isVisible());
    type(QStringLiteral("1234"));
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(toast.isVisible());
}

TEST_F(LockTest, AnOpenDialogIsClosed)
{
    QDialog dialog(&window);
    dialog.open();
    settle();
    till.shop.lock.lock();
    settle();
    EXPECT_FALSE(dialog.isVisible());
    EXPECT_TRUE(find("lockOverlay")->isVisible());
}

TEST_F(LockTest, IdlingLocksAndAnyPressCounts)
{
    till.clock.advance(LockPresenter::defaultIdleMs - 10'000);
    QTest::mouseClick(find("cartList"), Qt::LeftButton);
    till.clock.advance(LockPresenter::defaultIdleMs - 1000);
    EXPECT_FALSE(find("lockOverlay")->isVisible());
    till.clock.advance(2000);
    EXPECT_TRUE(find("lockOverlay")->isVisible());
}

TEST_F(LockTest, SwitchingShowsTheOtherPersonsCart)
{
    scan(flatWhite);
    till.shop.lock.switchPerson();
    settle();
    EXPECT_TRUE(find("lockCancel")->isVisible());
    click("person0");
    type(QStringLiteral("1234"));
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(till.presenter.header().personName, QStringLiteral("Jonas Brandt"));
    EXPECT_EQ(find<QListView>("cartList")->model()->rowCount(), 0);
}

} // namespace crema::testing
