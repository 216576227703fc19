// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/lock_presenter.h"

#include "tests/ui/testing/till_fixture.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

using namespace testing;

namespace {

/// Mina, who is signed in, and Jonas; everybody's PIN is 1234.
struct LockTill : Till {
    LockTill() : lock(shop.lock)
    {
        desk.addPerson(QStringLiteral("Jonas Brandt"), Role::Barista);
        Q_EMIT desk.dataChanged();
    }

    void pin(const char *digits)
    {
        for (const char *digit = digits; *digit; ++digit)
            lock.typeDigit(*digit - '0');
        lock.submit();
    }

    /// What this person scans.
    [[nodiscard]] QString badgeOf(const QString &name)
    {
        for (const Person &person : desk.peopleHere()) {
            if (person.name != name)
                continue;
            const auto code = std::make_shared<QString>();
            desk.makeBadge(person.id).then([code](const Result<IssuedBadge> &made) { *code = made->code; });
            desk.holdAnswers(false);
            return *code;
        }
        return {};
    }

    [[nodiscard]] QString present() const { return desk.state().person ? desk.state().person->name : QString(); }

    LockPresenter &lock;
};

} // namespace

TEST(LockPresenter, LocksSignsOutAndOpensWithThePin)
{
    LockTill till;
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
    EXPECT_TRUE(till.lock.actions().find(u"people.lock")->trigger());
    EXPECT_EQ(till.lock.mode(), LockMode::Locked);
    EXPECT_TRUE(till.present().isEmpty()) << "a restart must not open a locked till";
    ASSERT_EQ(till.lock.people().size(), 2);
    EXPECT_EQ(till.lock.people().at(till.lock.selected()).name, QStringLiteral("Mina Kowalski"))
        << "who was there last is asked first";
    till.pin("1234");
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
    EXPECT_EQ(till.present(), QStringLiteral("Mina Kowalski"));
}

TEST(LockPresenter, ADeviceThatIsEnrolledNowBeginsLocked)
{
    LockTill till;
    till.desk.openStore(false, false);
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
    till.presenter.enrol(QStringLiteral("https://shop.example"), QStringLiteral("K7QP-3M2X"));
    till.desk.holdAnswers(false);
    EXPECT_EQ(till.lock.mode(), LockMode::Locked);
    EXPECT_TRUE(till.present().isEmpty()) << "the code names somebody, but nobody has shown to be that person";
    till.pin("1234");
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
}

/// For who was invited, or lost their password: with the new one they are signed in.
TEST(LockPresenter, APasswordThatWasSetByACodeSignsIn)
{
    LockTill till;
    till.lock.lock();
    PasswordCodePresenter &codes = till.lock.passwordCode();
    QSignalSpy asked(&codes, &PasswordCodePresenter::asked);
    codes.ask(QStringLiteral(" "));
    EXPECT_EQ(codes.message()->tone, Tone::Warning) << "without an address";
    codes.ask(QStringLiteral("mina@larkmoor.example"));
    EXPECT_EQ(asked.size(), 1);
    EXPECT_EQ(codes.message()->tone, Tone::Neutral);
    QSignalSpy refused(&codes, &PasswordCodePresenter::codeRefused);
    codes.set(QStringLiteral("mina@larkmoor.example"), QStringLiteral("AAAA"), QStringLiteral("right password"));
    EXPECT_EQ(refused.size(), 1);
    EXPECT_EQ(till.lock.mode(), LockMode::Locked);
    codes.set(QStringLiteral("mina@larkmoor.example"), QStringLiteral("K7QP-3M2X-9TRA"), QStringLiteral("short"));
    EXPECT_EQ(refused.size(), 1) << "that is no matter of the code";
    EXPECT_EQ(codes.message()->tone, Tone::Warning);
    codes.set(QStringLiteral("mina@larkmoor.example"), QStringLiteral("K7QP-3M2X-9TRA"),
              QStringLiteral("right password"));
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
    EXPECT_EQ(till.present(), QStringLiteral("Mina Kowalski"));
}

/// Whoever turned away from it is not signed in when the answer comes at last, in front of somebody else.
TEST(LockPresenter, ACodeThatIsAnsweredLateSignsNobodyIn)
{
    LockTill till;
    till.lock.lock();
    till.desk.holdAnswers(true);
    till.lock.passwordCode().set(QStringLiteral("mina@larkmoor.example"), QStringLiteral("K7QP-3M2X-9TRA"),
                                 QStringLiteral("right password"));
    EXPECT_TRUE(till.lock.passwordCode().isBusy());
    till.lock.passwordCode().clear();
    till.desk.holdAnswers(false);
    EXPECT_EQ(till.lock.mode(), LockMode::Locked);
    EXPECT_FALSE(till.lock.passwordCode().isBusy());
}

TEST(LockPresenter, AWrongPinIsSaidCalmlyAndForgotten)
{
    LockTill till;
    till.lock.lock();
    QSignalSpy refused(&till.lock, &LockPresenter::refused);
    till.pin("9999");
    EXPECT_EQ(till.lock.mode(), LockMode::Locked);
    EXPECT_EQ(refused.size(), 1);
    EXPECT_EQ(till.lock.pinLength(), 0);
    ASSERT_TRUE(till.lock.message());
    EXPECT_EQ(till.lock.message()->tone, Tone::Warning);
    EXPECT_FALSE(till.lock.message()->hint.isEmpty());
    till.lock.typeDigit(1);
    EXPECT_FALSE(till.lock.message()) << "the next try begins without the old message";
}

TEST(LockPresenter, LocksByItselfAfterTheIdleTime)
{
    LockTill till;
    till.lock.setIdleMs(LockPresenter::defaultIdleMs);
    till.clock.advance(LockPresenter::defaultIdleMs - 2000);
    till.lock.noteActivity();
    till.clock.advance(LockPresenter::defaultIdleMs - 1);
    EXPECT_EQ(till.lock.mode(), LockMode::Open) << "the time counts from the last key";
    till.clock.advance(1);
    EXPECT_EQ(till.lock.mode(), LockMode::Locked);
}

TEST(LockPresenter, LocksItselfAfterTheTimeThatTheShopSetsAlsoWhenItChanges)
{
    LockTill till;
    till.lock.lockWhenIdle();
    till.desk.addSetting(PlaceId(till.desk.state().company.id),
                         {shop_setting::tillLockMinutes.toString(), {}, 2, {}, UtcTime(), {}});
    Q_EMIT till.desk.changed();
    till.clock.advance(2 * 60'000 - 1);
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
    till.clock.advance(1);
    EXPECT_EQ(till.lock.mode(), LockMode::Locked);
}

TEST(LockPresenter, NeverLocksByItselfWhereNobodyTellsOfActivity)
{
    LockTill till;
    till.clock.advance(10 * LockPresenter::defaultIdleMs);
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
}

TEST(LockPresenter, WhoHasNoPinIsNotLockedOutBySurprise)
{
    LockTill till;
    till.lock.setIdleMs(LockPresenter::defaultIdleMs);
    till.desk.changeState().person->pinHash.clear();
    till.clock.advance(2 * LockPresenter::defaultIdleMs);
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
}

TEST(LockPresenter, SwitchingCanBeTakenBack)
{
    LockTill till;
    till.lock.actions().find(u"people.switch")->trigger();
    EXPECT_EQ(till.lock.mode(), LockMode::Switching);
    EXPECT_TRUE(till.lock.isCovering());
    EXPECT_EQ(till.lock.presentName(), QStringLiteral("Mina Kowalski"));
    till.lock.cancel();
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
    till.lock.lock();
    till.lock.cancel();
    EXPECT_EQ(till.lock.mode(), LockMode::Locked) << "a locked till opens by PIN only";
}

TEST(LockPresenter, AsksForTheCodeOfAnAuthenticatorAfterThePassword)
{
    const QString mail = QStringLiteral("mina@larkmoor.example");
    const QString password = QStringLiteral("right password");
    LockTill till;
    till.desk.loginCode = QStringLiteral("123456");
    till.lock.lock();
    till.lock.signIn(mail, QStringLiteral("wrong password"));
    EXPECT_FALSE(till.lock.isCodeNeeded());
    QSignalSpy refused(&till.lock, &LockPresenter::refused);
    till.lock.signIn(mail, password);
    EXPECT_TRUE(till.lock.isCodeNeeded());
    EXPECT_EQ(refused.size(), 0) << "to be asked is no refusal";
    EXPECT_EQ(till.lock.message()->tone, Tone::Neutral);
    till.lock.submitCode({});
    till.lock.submitCode(QStringLiteral("654321"));
    EXPECT_EQ(refused.size(), 1);
    EXPECT_TRUE(till.lock.isCodeNeeded()) << "the next one may be typed";
    till.lock.cancelCode();
    EXPECT_FALSE(till.lock.isCodeNeeded());
    till.lock.submitCode(QStringLiteral("123456"));
    EXPECT_EQ(till.lock.mode(), LockMode::Locked) << "a code alone opens nothing";
    till.lock.signIn(mail, password);
    till.lock.submitCode(QStringLiteral(" 123456 "));
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
    EXPECT_FALSE(till.lock.isCodeNeeded());
    EXPECT_EQ(till.present(), QStringLiteral("Mina Kowalski"));
}

/// The shop asks for an authenticator: the lock sets it up, and opens by another code of it.
struct SetUpAtLock : LockTill {
    SetUpAtLock()
    {
        desk.addExampleAccount();
        desk.asksForAuthenticator = true;
    }

    void signIn() { lock.signIn(QStringLiteral("mina@larkmoor.example"), QStringLiteral("right password")); }
};

TEST(LockPresenter, SetsUpTheAuthenticatorThatTheShopAsksFor)
{
    SetUpAtLock till;
    till.lock.lock();
    till.signIn();
    ASSERT_TRUE(till.lock.isSettingUp());
    EXPECT_FALSE(till.lock.isCodeNeeded());
    AuthenticatorPresenter &authenticator = till.lock.authenticator();
    ASSERT_EQ(authenticator.step(), AuthenticatorStep::Code) << "the password was typed a moment ago";
    EXPECT_FALSE(authenticator.uri().isEmpty());
    EXPECT_EQ(till.lock.mode(), LockMode::Locked);
    EXPECT_TRUE(till.present().isEmpty());
}

TEST(LockPresenter, OpensByTheNextCodeOfTheNewAuthenticator)
{
    SetUpAtLock till;
    till.lock.lock();
    till.signIn();
    AuthenticatorPresenter &authenticator = till.lock.authenticator();
    authenticator.submitCode(QStringLiteral("123456"));
    ASSERT_EQ(authenticator.step(), AuthenticatorStep::Codes);
    till.lock.cancel();
    EXPECT_TRUE(till.lock.isSettingUp()) << "nobody has kept the codes yet";
    authenticator.confirmKept();
    EXPECT_FALSE(till.lock.isSettingUp());
    EXPECT_EQ(till.lock.mode(), LockMode::Locked);
    ASSERT_TRUE(till.lock.isCodeNeeded());
    EXPECT_EQ(till.lock.message()->tone, Tone::Neutral);
    till.lock.submitCode(QStringLiteral("654321"));
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
    EXPECT_EQ(till.present(), QStringLiteral("Mina Kowalski"));
}

TEST(LockPresenter, WhoTurnsAwayFromTheAuthenticatorLeavesALockedTill)
{
    SetUpAtLock till;
    till.lock.switchPerson();
    till.signIn();
    ASSERT_TRUE(till.lock.isSettingUp());
    till.lock.cancel();
    EXPECT_FALSE(till.lock.isSettingUp());
    EXPECT_FALSE(till.lock.isCodeNeeded());
    EXPECT_EQ(till.lock.mode(), LockMode::Locked) << "the platform knows another person by now";
    EXPECT_TRUE(till.present().isEmpty());
    till.pin("1234");
    EXPECT_EQ(till.lock.mode(), LockMode::Open) << "a PIN is not concerned";
}

TEST(LockPresenter, EachCashierKeepsACart)
{
    LockTill till;
    till.presenter.enterCode(QStringLiteral("FW"));
    till.lock.switchPerson();
    till.lock.select(0); // by name: Jonas is the first
    till.pin("1234");
    ASSERT_EQ(till.present(), QStringLiteral("Jonas Brandt"));
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    till.presenter.enterCode(QStringLiteral("2*CC"));
    till.lock.lock();
    till.lock.select(1);
    till.pin("1234");
    ASSERT_EQ(till.present(), QStringLiteral("Mina Kowalski"));
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Flat white"));
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€3.80"));
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    till.lock.lock();
    till.lock.select(0);
    till.pin("1234");
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("2"));
}

TEST(LockPresenter, ASaleThatIsBeingSavedStaysItsCashiers)
{
    LockTill till;
    till.presenter.enterCode(QStringLiteral("FW"));
    till.presenter.startPaying();
    till.desk.holdAnswers(true);
    till.presenter.completeCash();
    till.lock.lock();
    till.lock.select(0);
    till.pin("1234");
    till.desk.holdAnswers(false);
    EXPECT_EQ(till.present(), QStringLiteral("Jonas Brandt"));
    EXPECT_EQ(till.desk.soldHere().size(), 1);
    EXPECT_TRUE(till.presenter.lines().isEmpty()) << "the paid cart is not the next cashier's";
}

TEST(LockPresenter, AScanMeetsALockedTillInVain)
{
    LockTill till;
    till.lock.lock();
    QSignalSpy refused(&till.lock, &LockPresenter::refused);
    till.lock.refuseScan();
    EXPECT_EQ(refused.size(), 1);
    EXPECT_TRUE(till.lock.message()->text.contains(QStringLiteral("locked")));
}

TEST(LockPresenter, ABadgeOpensALockedTillAsAPinDoes)
{
    LockTill till;
    const QString badge = till.badgeOf(QStringLiteral("Jonas Brandt"));
    till.lock.lock();
    EXPECT_TRUE(till.lock.anyBadge());
    EXPECT_TRUE(till.lock.takeBadge(badge));
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
    EXPECT_EQ(till.present(), QStringLiteral("Jonas Brandt"));
    EXPECT_FALSE(till.lock.takeBadge(QStringLiteral("4006381333931"))) << "a product is none";
}

/// The cart of each stays theirs, as after a PIN.
TEST(LockPresenter, ABadgeInTheMiddleOfASaleSwitchesAndKeepsTheCart)
{
    LockTill till;
    const QString jonas = till.badgeOf(QStringLiteral("Jonas Brandt"));
    const QString mina = till.badgeOf(QStringLiteral("Mina Kowalski"));
    till.presenter.enterCode(QStringLiteral("4006381333931"));
    till.desk.holdAnswers(false);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_TRUE(till.lock.takeBadge(jonas));
    EXPECT_EQ(till.present(), QStringLiteral("Jonas Brandt"));
    EXPECT_EQ(till.lock.mode(), LockMode::Open);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_TRUE(till.lock.takeBadge(mina));
    EXPECT_EQ(till.present(), QStringLiteral("Mina Kowalski"));
    EXPECT_EQ(till.presenter.lines().size(), 1);
}

TEST(LockPresenter, ABadgeThatIsNobodysBringsTheLockWhichSaysSo)
{
    LockTill till;
    QSignalSpy refused(&till.lock, &LockPresenter::refused);
    EXPECT_TRUE(till.lock.takeBadge(QStringLiteral("CB0000000000000000000000000000000000")));
    EXPECT_EQ(refused.size(), 1);
    EXPECT_EQ(till.lock.mode(), LockMode::Switching);
    ASSERT_TRUE(till.lock.message());
    EXPECT_TRUE(till.lock.message()->text.contains(QStringLiteral("badge")));
    EXPECT_FALSE(till.lock.message()->text.contains(QStringLiteral("0000")));
    till.lock.cancel();
    EXPECT_EQ(till.present(), QStringLiteral("Mina Kowalski"));
}

TEST(LockPresenter, AStoreWithoutAnybodySignedInOpensLocked)
{
    MemoryDesk desk;
    FixedClock clock;
    desk.openStore(true, true);
    desk.changeState().person.reset();
    LockPresenter lock(desk, clock);
    lock.start();
    EXPECT_EQ(lock.mode(), LockMode::Locked);
    EXPECT_EQ(lock.people().size(), 1);
}

TEST(LockPresenter, ADeviceThatIsNotEnrolledHasNothingToLock)
{
    MemoryDesk desk;
    FixedClock clock;
    desk.openStore(false, false);
    LockPresenter lock(desk, clock);
    lock.start();
    EXPECT_EQ(lock.mode(), LockMode::Open);
    EXPECT_FALSE(lock.actions().find(u"people.lock")->isEnabled());
    EXPECT_FALSE(lock.actions().find(u"people.lock")->disabledReason().isEmpty());
}

} // namespace crema
