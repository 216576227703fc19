// SPDX-License-Identifier: GPL-3.0-or-later
// Another password and an authenticator for whoever is signed in at the platform.
#include "app/desktop/example/example_shop.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/account_desk.h"
#include "ui/presenters/people/authenticator_presenter.h"
#include "ui/presenters/people/password_presenter.h"
#include "ui/presenters/people/qr_matrix.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace testing;

const QString rightPassword = QStringLiteral("right password");
const QString goodPassword = QStringLiteral("nine blue kettles");

class AccountSecretsTest : public ::testing::Test
{
protected:
    AccountSecretsTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
        signAdaIn(desk);
    }

    void showCodes()
    {
        authenticator.begin();
        authenticator.submitPassword(rightPassword);
        authenticator.submitCode(QStringLiteral("123 456"));
        ASSERT_EQ(authenticator.step(), AuthenticatorStep::Codes);
    }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    PasswordPresenter password{desk};
    AuthenticatorPresenter authenticator{desk, clock, QLocale(QLocale::English, QLocale::Ireland)};
};

TEST_F(AccountSecretsTest, ANewPasswordIsCheckedBeforeItIsSent)
{
    password.change({}, QStringLiteral("short"), QStringLiteral("short"));
    EXPECT_FALSE(password.fieldProblem(QStringLiteral("present")).isEmpty());
    EXPECT_TRUE(password.fieldProblem(QStringLiteral("new")).contains(QStringLiteral("12")));
    password.change(rightPassword, QStringLiteral("ada lindqvist 1"), QStringLiteral("ada lindqvist 1"));
    EXPECT_FALSE(password.fieldProblem(QStringLiteral("new")).isEmpty()) << "their own name";
    EXPECT_TRUE(password.fieldProblem(QStringLiteral("present")).isEmpty());
    password.change(rightPassword, goodPassword, goodPassword + u's');
    EXPECT_FALSE(password.fieldProblem(QStringLiteral("again")).isEmpty());
    EXPECT_FALSE(password.isKept());
}

TEST_F(AccountSecretsTest, AnotherPasswordCountsForWhoKnowsThePresentOne)
{
    QSignalSpy kept(&password, &PasswordPresenter::kept);
    password.change(QStringLiteral("wrong"), goodPassword, goodPassword);
    EXPECT_FALSE(password.fieldProblem(QStringLiteral("present")).isEmpty());
    EXPECT_EQ(kept.count(), 0);
    password.change(rightPassword, goodPassword, goodPassword);
    EXPECT_EQ(kept.count(), 1);
    EXPECT_TRUE(password.isKept());
    EXPECT_TRUE(password.fieldProblem(QStringLiteral("present")).isEmpty());
    password.forget();
    EXPECT_FALSE(password.isKept());
}

TEST_F(AccountSecretsTest, ASessionThatEndedIsTold)
{
    QSignalSpy ended(&password, &PasswordPresenter::sessionEnded);
    desk.failAccount = nobodyThere();
    password.change(rightPassword, goodPassword, goodPassword);
    EXPECT_EQ(ended.count(), 1);
    QSignalSpy endedToo(&authenticator, &AuthenticatorPresenter::sessionEnded);
    authenticator.begin();
    desk.failAccount = nobodyThere();
    authenticator.submitPassword(rightPassword);
    EXPECT_EQ(endedToo.count(), 1);
    EXPECT_EQ(authenticator.step(), AuthenticatorStep::Start);
}

TEST_F(AccountSecretsTest, AnAuthenticatorIsSetUpStepByStep)
{
    authenticator.begin();
    EXPECT_EQ(authenticator.step(), AuthenticatorStep::Password);
    authenticator.submitPassword(QStringLiteral("wrong"));
    ASSERT_TRUE(authenticator.problem());
    EXPECT_EQ(authenticator.step(), AuthenticatorStep::Password);
    authenticator.submitPassword(rightPassword);
    ASSERT_EQ(authenticator.step(), AuthenticatorStep::Code);
    EXPECT_FALSE(authenticator.problem());
    EXPECT_TRUE(authenticator.uri().startsWith(QStringLiteral("otpauth://")));
    EXPECT_EQ(authenticator.secretText(), QStringLiteral("JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"));
    authenticator.submitCode(QStringLiteral("000000"));
    EXPECT_TRUE(authenticator.problem());
    authenticator.submitCode(QStringLiteral("123 456"));
    ASSERT_EQ(authenticator.step(), AuthenticatorStep::Codes);
    EXPECT_EQ(authenticator.recoveryCodes().size(), 10);
    EXPECT_TRUE(authenticator.uri().isEmpty()) << "the secret is kept no longer";
    EXPECT_TRUE(authenticator.secretText().isEmpty());
    authenticator.confirmKept();
    EXPECT_TRUE(authenticator.isDone());
    EXPECT_TRUE(authenticator.recoveryCodes().isEmpty());
    EXPECT_TRUE(authenticator.recoveryText().isEmpty());
    authenticator.begin();
    authenticator.submitPassword(rightPassword);
    ASSERT_TRUE(authenticator.problem());
    EXPECT_EQ(authenticator.problem()->code, QStringLiteral("totp.enrolled"));
}

TEST_F(AccountSecretsTest, CodesThatNobodyKeptAreNotLeftWithoutAQuestion)
{
    bool left = false;
    EXPECT_TRUE(authenticator.mayLeave([] {})) << "nothing was begun";
    showCodes();
    EXPECT_FALSE(authenticator.mayLeave([&left] { left = true; }));
    EXPECT_TRUE(authenticator.isAskingToLeave());
    authenticator.answerLeaving(false);
    EXPECT_FALSE(left);
    EXPECT_EQ(authenticator.recoveryCodes().size(), 10);
    authenticator.leave();
    EXPECT_EQ(authenticator.recoveryCodes().size(), 10) << "a screen that is covered loses none";
    EXPECT_FALSE(authenticator.mayLeave([&left] { left = true; }));
    authenticator.answerLeaving(true);
    EXPECT_TRUE(left);
    EXPECT_TRUE(authenticator.recoveryCodes().isEmpty());
}

TEST_F(AccountSecretsTest, CodesAreSavedForTheirOwnerOnly)
{
    const QTemporaryDir folder;
    showCodes();
    EXPECT_EQ(authenticator.proposedName(), QStringLiteral("crema-recovery-codes-2026-11-20.txt"));
    authenticator.saveTo(folder.filePath(QStringLiteral("none/codes.txt")));
    ASSERT_TRUE(authenticator.problem());
    EXPECT_TRUE(authenticator.savedFile().isEmpty());
    const QString path = folder.filePath(authenticator.proposedName());
    authenticator.saveTo(path);
    EXPECT_FALSE(authenticator.problem());
    EXPECT_EQ(authenticator.savedFile(), authenticator.proposedName());
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const QString &code : authenticator.recoveryCodes())
        EXPECT_TRUE(text.contains(code + u'\n'));
    EXPECT_FALSE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther));
}

TEST_F(AccountSecretsTest, AnotherPersonFindsNothingOfTheOneBefore)
{
    showCodes();
    EXPECT_FALSE(authenticator.mayLeave([] {}));
    becomePerson(desk, QStringLiteral("Bea Brandt"));
    EXPECT_EQ(authenticator.step(), AuthenticatorStep::Start);
    EXPECT_TRUE(authenticator.recoveryCodes().isEmpty());
    EXPECT_FALSE(authenticator.isAskingToLeave());
    authenticator.begin();
    desk.holdAnswers(true);
    authenticator.submitPassword(rightPassword);
    becomePerson(desk, QStringLiteral("Ada Lindqvist"));
    desk.holdAnswers(false);
    EXPECT_EQ(authenticator.step(), AuthenticatorStep::Start) << "the answer was for somebody else";
    EXPECT_TRUE(authenticator.uri().isEmpty());
}

TEST(QrMatrix, HasTheThreeFindersAndALightSurrounding)
{
    EXPECT_TRUE(QrMatrix::of({}).isEmpty());
    EXPECT_TRUE(QrMatrix::of(QString(5'000, u'x')).isEmpty()) << "too long for any code";
    const QrMatrix code = QrMatrix::of(QStringLiteral("otpauth://totp/Larkmoor?secret=JBSWY3DPEHPK3PXP"));
    const int last = code.width() - 1;
    ASSERT_GT(last, 20);
    for (int step = 0; step < 7; ++step) {
        EXPECT_TRUE(code.isDark(0, step));
        EXPECT_TRUE(code.isDark(step, 0));
        EXPECT_TRUE(code.isDark(0, last - step));
        EXPECT_TRUE(code.isDark(last - step, 0));
    }
    EXPECT_FALSE(code.isDark(7, 7)) << "between a finder and the data";
    EXPECT_FALSE(code.isDark(-1, 0));
    EXPECT_FALSE(code.isDark(0, code.width()));
}

} // namespace
} // namespace crema
