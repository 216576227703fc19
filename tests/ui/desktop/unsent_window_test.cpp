// SPDX-License-Identifier: GPL-3.0-or-later
// What is not sent yet, in the settings of the real window, by its objects' names (sync.md rule 30).
#include "app/desktop/example/example_unsent.h"
#include "tests/ui/desktop/window_fixture.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>

namespace crema {

using namespace testing;
using namespace desktop;

class UnsentWindow : public WindowTest
{
protected:
    void goToSettings()
    {
        addExampleUnsent(till.desk, 14, 0);
        till.shop.shell.go({QStringLiteral("settings"), {}});
        settle();
    }

    void fill(const char *field, const QString &text)
    {
        auto *edit = find<QLineEdit>(field);
        edit->setText(text);
        Q_EMIT edit->textEdited(text);
    }

    [[nodiscard]] QString problemOf(const QString &field)
    {
        auto *label = window.findChild<QLabel *>(field + QStringLiteral("_problem"));
        return label->isVisible() ? label->text() : QString();
    }
};

TEST_F(UnsentWindow, AFileWantsAPassphraseTwiceBeforeItIsChosen)
{
    goToSettings();
    EXPECT_EQ(find<QLineEdit>("unsentPassphrase")->echoMode(), QLineEdit::Password);
    fill("unsentPassphrase", QStringLiteral("crane"));
    find<TouchButton>("unsentExport")->click();
    EXPECT_EQ(problemOf(QStringLiteral("unsentPassphrase")), QStringLiteral("At least 8 characters."));
    EXPECT_EQ(window.findChild<QFileDialog *>(QStringLiteral("unsentExportDialog")), nullptr);
    fill("unsentPassphrase", QStringLiteral("wet paper crane"));
    fill("unsentAgain", QStringLiteral("wet paper cranes"));
    find<TouchButton>("unsentExport")->click();
    EXPECT_FALSE(problemOf(QStringLiteral("unsentAgain")).isEmpty());
    EXPECT_EQ(window.findChild<QFileDialog *>(QStringLiteral("unsentExportDialog")), nullptr);
}

TEST_F(UnsentWindow, WritesTheFileThatIsChosenAndForgetsThePassphrase)
{
    goToSettings();
    fill("unsentPassphrase", QStringLiteral("wet paper crane"));
    fill("unsentAgain", QStringLiteral("wet paper crane"));
    find<TouchButton>("unsentExport")->click();
    auto *dialog = window.findChild<QFileDialog *>(QStringLiteral("unsentExportDialog"));
    ASSERT_NE(dialog, nullptr);
    Q_EMIT dialog->fileSelected(QStringLiteral("/media/till.crema"));
    settle();
    EXPECT_EQ(till.desk.lastUnsent(), QStringLiteral("export /media/till.crema with wet paper crane"));
    EXPECT_TRUE(find<QLineEdit>("unsentPassphrase")->text().isEmpty());
    EXPECT_EQ(find<QLabel>("unsentSentence")->text(),
              QStringLiteral("14 changes are not sent yet. They are in a file as well."));
}

TEST_F(UnsentWindow, TakesAFileOverWithItsPassphrase)
{
    goToSettings();
    find<TouchButton>("unsentImport")->click();
    EXPECT_FALSE(problemOf(QStringLiteral("unsentPassphrase")).isEmpty());
    fill("unsentPassphrase", QStringLiteral("wet paper crane"));
    find<TouchButton>("unsentImport")->click();
    auto *dialog = window.findChild<QFileDialog *>(QStringLiteral("unsentImportDialog"));
    ASSERT_NE(dialog, nullptr);
    Q_EMIT dialog->fileSelected(QStringLiteral("/media/till.crema"));
    settle();
    EXPECT_EQ(till.desk.lastUnsent(), QStringLiteral("import /media/till.crema with wet paper crane"));
}

/// ADR 027.
TEST_F(UnsentWindow, ADeviceThatWasShutOutComesInWhereTheSyncPanelSaysSo)
{
    addExampleUnsent(till.desk, 14, 0);
    shutExampleOut(till.desk);
    ASSERT_TRUE(till.shop.syncPanel.actions().find(u"sync.readmit")->trigger());
    settle();
    ASSERT_TRUE(find("syncPanel")->isVisible());
    auto *code = find<QLineEdit>("readmissionCode");
    EXPECT_TRUE(code->hasFocus()) << "it is what the person came for";
    code->setText(QStringLiteral("WRONG"));
    find<TouchButton>("readmitButton")->click();
    settle();
    EXPECT_TRUE(find("readmissionRow")->isVisible());
    EXPECT_EQ(code->text(), QStringLiteral("WRONG")) << "it can be mended";
    code->setText(QStringLiteral("k7qp-3m2x"));
    code->setFocus();
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(find("readmissionRow")->isVisible());
    EXPECT_TRUE(code->text().isEmpty());
    EXPECT_FALSE(till.shop.syncPanel.isShutOut());
}

} // namespace crema
