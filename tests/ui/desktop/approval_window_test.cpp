// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody else's PIN is asked for in front of what waits for it (ADR 033).
#include "models/operations/operation_types.h"
#include "tests/ui/desktop/window_fixture.h"
#include "ui/desktop/till/close_shift_dialog.h"

#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace crema::testing {

class ApprovalWindowTest : public WindowTest
{
protected:
    ApprovalWindowTest()
    {
        till.desk.addPerson(QStringLiteral("Ada Lindqvist"), Role::Admin);
        till.desk.addPerson(QStringLiteral("Jonas Brandt"), Role::Manager);
    }

    QDialog *ask()
    {
        till.desk.askForApproval(operation::saleComplete,
                                 {QStringLiteral("Ada Lindqvist"), QStringLiteral("Jonas Brandt")});
        settle();
        return find<QDialog>("approvalDialog");
    }

    [[nodiscard]] bool isOpen()
    {
        settle();
        const auto *dialog = window.findChild<QDialog *>(QStringLiteral("approvalDialog"));
        return dialog && dialog->isVisible();
    }
};

TEST_F(ApprovalWindowTest, TakesThePinByKeysAndLeavesTheCart)
{
    scan(QStringLiteral("4006381333931"));
    const QDialog *dialog = ask();
    ASSERT_TRUE(dialog->isVisible());
    EXPECT_EQ(find<QLabel>("approvalWanted")->text(), QStringLiteral("Mina Kowalski wants to sell."));
    press(Qt::Key_Down);
    EXPECT_TRUE(find<QPushButton>("approver1")->isChecked());
    type(QStringLiteral("1234"));
    EXPECT_EQ(find<QLabel>("approvalDots")->text().size(), 4);
    press(Qt::Key_Return);
    EXPECT_FALSE(isOpen());
    EXPECT_EQ(till.desk.lastApproval(), QStringLiteral("Jonas Brandt"));
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_TRUE(till.presenter.entryText().isEmpty()) << "no digit of the PIN is a quantity";
}

TEST_F(ApprovalWindowTest, TakesThePinByTouchAndSaysWhatWasWrong)
{
    (void)ask();
    for (int i = 0; i < 4; ++i)
        click("pinKey9");
    click("approvalApprove");
    settle();
    EXPECT_TRUE(isOpen());
    EXPECT_FALSE(find<QLabel>("approvalMessage")->text().isEmpty());
    for (const char *key : {"pinKey1", "pinKey2", "pinKey3", "pinKey4"})
        click(key);
    click("approvalApprove");
    EXPECT_FALSE(isOpen());
    EXPECT_EQ(till.desk.lastApproval(), QStringLiteral("Ada Lindqvist"));
}

TEST_F(ApprovalWindowTest, EscapeGoesBackWithoutItAndAScanIsRefused)
{
    (void)ask();
    scan(QStringLiteral("96385074"));
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_TRUE(isOpen());
    press(Qt::Key_Escape);
    EXPECT_FALSE(isOpen());
    EXPECT_EQ(till.desk.lastApproval(), QStringLiteral("declined"));
}

TEST_F(ApprovalWindowTest, StandsInFrontOfTheDialogItWasAskedFor)
{
    EXPECT_TRUE(till.shop.drawer.actions().find(u"shift.close")->trigger());
    settle();
    (void)ask();
    type(QStringLiteral("1234"));
    press(Qt::Key_Return);
    EXPECT_FALSE(isOpen());
    EXPECT_TRUE(find("closeShiftDialog")->isVisible());
}

TEST_F(ApprovalWindowTest, FitsASmallWindow)
{
    window.resize(1024, 768);
    settle();
    const QDialog *dialog = ask();
    EXPECT_LE(dialog->height(), 768 - 64);
    EXPECT_LE(dialog->width(), 1024 - 48);
}

} // namespace crema::testing
