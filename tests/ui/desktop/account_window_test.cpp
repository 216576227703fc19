// SPDX-License-Identifier: GPL-3.0-or-later
// One's own account in the real window, by its objects' names.
#include "tests/ui/desktop/window_fixture.h"
#include "tests/ui/testing/account_desk.h"
#include "ui/desktop/account/qr_code_view.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>

namespace crema {

using namespace testing;
using namespace desktop;

class AccountWindow : public WindowTest
{
protected:
    void SetUp() override { signAdaIn(till.desk); }

    void goToAccount()
    {
        press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
    }

    [[nodiscard]] bool isSeen(const char *name) { return find(name)->isVisible(); }

    void fill(const char *field, const QString &text)
    {
        find(field)->setFocus();
        type(text);
    }

    void showCodes()
    {
        goToAccount();
        click("authenticatorBegin");
        type(QStringLiteral("right password"));
        press(Qt::Key_Return);
        settle();
        type(QStringLiteral("123456"));
        press(Qt::Key_Return);
        settle();
        ASSERT_TRUE(isSeen("recoveryCode0"));
    }
};

TEST_F(AccountWindow, StandsInTheMenuOfThePersonAndNotInTheRail)
{
    EXPECT_EQ(window.findChild<QWidget *>(QStringLiteral("rail.account")), nullptr);
    auto *menu = window.findChild<QMenu *>(QStringLiteral("accountMenu"));
    Q_EMIT menu->aboutToShow();
    ASSERT_FALSE(menu->actions().isEmpty());
    menu->actions().first()->trigger();
    settle();
    EXPECT_TRUE(isSeen("accountPage"));
    EXPECT_EQ(find<QLabel>("session0.device")->text(), QStringLiteral("Counter"));
    EXPECT_TRUE(isSeen("session0.here"));
    EXPECT_EQ(find<QLabel>("session1.device")->text(), QStringLiteral("Office laptop"));
}

TEST_F(AccountWindow, AnotherSessionEndsOnceThatIsAnsweredAndEnterEndsNothing)
{
    goToAccount();
    click("session1.end");
    settle();
    EXPECT_TRUE(find("messageNo")->hasFocus()) << "the safe answer";
    press(Qt::Key_Space);
    settle();
    EXPECT_TRUE(isSeen("session1"));
    click("session1.end");
    click("messageYes");
    settle();
    EXPECT_EQ(window.findChild<QWidget *>(QStringLiteral("session1")), nullptr);
    EXPECT_FALSE(isSeen("accountEndOthers"));
}

TEST_F(AccountWindow, WhoSwitchedByPinSignsInWithPasswordAndCode)
{
    till.desk.failAccount = nobodyThere();
    till.desk.loginCode = QStringLiteral("123456");
    goToAccount();
    EXPECT_EQ(find<QLineEdit>("accountEmail")->text(), QStringLiteral("ada@larkmoor.example"));
    auto *password = find<QLineEdit>("accountPassword");
    EXPECT_TRUE(password->hasFocus()) << "the only thing to type";
    EXPECT_EQ(password->echoMode(), QLineEdit::Password);
    type(QStringLiteral("right password"));
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(password->text().isEmpty());
    EXPECT_TRUE(find("accountCode")->hasFocus());
    type(QStringLiteral("123456"));
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(isSeen("session0"));
    EXPECT_FALSE(isSeen("accountSignInCard"));
}

TEST_F(AccountWindow, ANewPasswordIsAskedTwiceAndItsFieldsAreClearedOnceItCounts)
{
    goToAccount();
    fill("passwordPresent", QStringLiteral("right password"));
    press(Qt::Key_Return);
    EXPECT_TRUE(find("passwordNew")->hasFocus());
    type(QStringLiteral("short"));
    click("passwordChange");
    EXPECT_TRUE(isSeen("passwordNew_problem"));
    find<QLineEdit>("passwordNew")->clear();
    fill("passwordNew", QStringLiteral("nine blue kettles"));
    press(Qt::Key_Return);
    type(QStringLiteral("nine blue kettles"));
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(isSeen("passwordNew_problem"));
    EXPECT_TRUE(till.shop.password.isKept());
    for (const char *field : {"passwordPresent", "passwordNew", "passwordAgain"}) {
        EXPECT_TRUE(find<QLineEdit>(field)->text().isEmpty()) << field;
        EXPECT_EQ(find<QLineEdit>(field)->echoMode(), QLineEdit::Password) << field;
    }
}

TEST_F(AccountWindow, NothingTypedIsThereAfterTheLock)
{
    goToAccount();
    fill("passwordPresent", QStringLiteral("right password"));
    till.shop.lock.switchPerson();
    settle();
    EXPECT_TRUE(window.findChild<QLineEdit *>(QStringLiteral("passwordPresent"))->text().isEmpty());
    till.shop.lock.cancel();
    settle();
    EXPECT_TRUE(isSeen("session0"));
    fill("passwordPresent", QStringLiteral("right password"));
    becomePerson(till.desk, QStringLiteral("Bea Brandt"));
    settle();
    EXPECT_TRUE(window.findChild<QLineEdit *>(QStringLiteral("passwordPresent"))->text().isEmpty());
}

TEST_F(AccountWindow, TheQrCodeIsDarkOnLightWithItsQuietZone)
{
    theme.setName(QStringLiteral("dark"));
    goToAccount();
    click("authenticatorBegin");
    type(QStringLiteral("right password"));
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(find<QLabel>("authenticatorSecret")->text(), QStringLiteral("JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"));
    auto *view = find<QrCodeView>("authenticatorQr");
    const QImage image = view->grab().toImage();
    const QrMatrix code = QrMatrix::of(till.shop.authenticator.uri());
    const int module = image.width() / (code.width() + 2 * QrMatrix::quietZone);
    ASSERT_GE(module, 3);
    for (int row = -QrMatrix::quietZone; row < code.width() + QrMatrix::quietZone; ++row) {
        for (int column = -QrMatrix::quietZone; column < code.width() + QrMatrix::quietZone; ++column) {
            const QPoint middle((column + QrMatrix::quietZone) * module + module / 2,
                                (row + QrMatrix::quietZone) * module + module / 2);
            ASSERT_EQ(qGray(image.pixel(middle)), code.isDark(row, column) ? 0 : 255) << row << ' ' << column;
        }
    }
}

TEST_F(AccountWindow, AQrCodeIsDrawnSmallerRatherThanCutOff)
{
    const QString text = QStringLiteral("https://pay.example/c/1");
    QrCodeView view(theme, QStringLiteral("narrowCode"));
    view.setText(text);
    const QrMatrix code = QrMatrix::of(text);
    const int side = code.width() + 2 * QrMatrix::quietZone;
    EXPECT_EQ(view.heightForWidth(2 * side + 1), 2 * side);
    EXPECT_EQ(view.heightForWidth(100 * side), view.sizeHint().height());
    view.resize(2 * side + 1, 3 * side);
    const QImage image = view.grab().toImage();
    for (int row = 0; row < code.width(); ++row) {
        for (int column = 0; column < code.width(); ++column) {
            const QPoint corner((column + QrMatrix::quietZone) * 2, (row + QrMatrix::quietZone) * 2);
            ASSERT_EQ(qGray(image.pixel(corner)), code.isDark(row, column) ? 0 : 255) << row << ' ' << column;
        }
    }
}

TEST_F(AccountWindow, CodesAreCopiedSavedAndKept)
{
    showCodes();
    EXPECT_EQ(find<QLabel>("recoveryCode9")->text(), till.shop.authenticator.recoveryCodes().last());
    click("authenticatorCopy");
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(till.shop.authenticator.recoveryCodes().first()));
    click("authenticatorSave");
    auto *dialog = window.findChild<QFileDialog *>(QStringLiteral("recoveryCodesDialog"));
    ASSERT_NE(dialog, nullptr);
    const QTemporaryDir folder;
    Q_EMIT dialog->fileSelected(folder.filePath(QStringLiteral("codes.txt")));
    dialog->reject();
    settle();
    EXPECT_TRUE(QFile::exists(folder.filePath(QStringLiteral("codes.txt"))));
    click("authenticatorKept");
    settle();
    EXPECT_TRUE(window.findChild<QLabel *>(QStringLiteral("recoveryCode0"))->text().isEmpty());
    EXPECT_TRUE(isSeen("authenticatorBegin"));
}

TEST_F(AccountWindow, LeavingCodesThatNobodyKeptAsksFirst)
{
    showCodes();
    till.shop.shell.go({QStringLiteral("till"), {}});
    settle();
    EXPECT_TRUE(isSeen("recoveryCode0")) << "still here";
    EXPECT_TRUE(find("messageNo")->hasFocus());
    window.close();
    EXPECT_TRUE(window.isVisible());
    click("messageNo");
    settle();
    EXPECT_TRUE(isSeen("recoveryCode0"));
    till.shop.shell.go({QStringLiteral("till"), {}});
    click("messageYes");
    settle();
    EXPECT_EQ(till.shop.shell.address().area, QStringLiteral("till"));
    EXPECT_TRUE(till.shop.authenticator.recoveryCodes().isEmpty());
}

TEST_F(AccountWindow, ThePaletteLeadsToWhatItNames)
{
    till.shop.shell.go({QStringLiteral("account"), {}});
    till.shop.account.actions().find(u"account.password")->trigger();
    settle();
    EXPECT_TRUE(find("passwordPresent")->hasFocus());
    till.shop.account.actions().find(u"account.authenticator")->trigger();
    settle();
    EXPECT_TRUE(find("authenticatorPassword")->hasFocus());
    click("authenticatorCancelPassword");
    settle();
    EXPECT_TRUE(isSeen("authenticatorBegin"));
}

} // namespace crema
