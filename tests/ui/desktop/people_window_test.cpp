// SPDX-License-Identifier: GPL-3.0-or-later
// The people in the real window, by their objects' names.
#include "app/desktop/example/example_shop.h"
#include "tests/ui/desktop/window_fixture.h"
#include "tests/ui/testing/account_desk.h"
#include "ui/presenters/people/person_table_model.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace crema {

using namespace testing;
using namespace desktop;

class PeopleWindow : public WindowTest
{
protected:
    void goToPeople()
    {
        till.desk.addExamplePeople();
        press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
    }

    [[nodiscard]] QString shown() { return find<QStackedWidget>("peopleStack")->currentWidget()->objectName(); }
};

TEST_F(PeopleWindow, KeysAddAColleagueWithAPin)
{
    goToPeople();
    EXPECT_EQ(shown(), QStringLiteral("peopleTable"));
    press(Qt::Key_N, Qt::ControlModifier);
    settle();
    EXPECT_EQ(find<QLabel>("personHeaderTitle")->text(), QStringLiteral("New person"));
    auto *name = find<QLineEdit>("name");
    EXPECT_TRUE(name->hasFocus());
    type(QStringLiteral("Jo Marsh"));
    auto *role = find<QComboBox>("role");
    EXPECT_EQ(role->findText(QStringLiteral("Administrator")), -1) << "a manager makes none";
    auto *pin = find<QLineEdit>("pin");
    EXPECT_EQ(pin->echoMode(), QLineEdit::Password);
    pin->setFocus();
    type(QStringLiteral("4711"));
    press(Qt::Key_S, Qt::ControlModifier);
    settle();
    EXPECT_EQ(find<QLabel>("personHeaderTitle")->text(), QStringLiteral("Jo Marsh"));
    EXPECT_EQ(till.desk.peopleHere().last().pinHash, QStringLiteral("4711"));
    EXPECT_TRUE(pin->text().isEmpty());
    press(Qt::Key_Escape);
    settle();
    EXPECT_TRUE(find("peopleTable")->isVisible());
}

TEST_F(PeopleWindow, ABadgeIsShownUntilThePersonIsLeft)
{
    goToPeople();
    till.shop.people.open(till.shop.people.rows().at(1).id);
    settle();
    EXPECT_FALSE(find("personBadgeCode")->isVisible());
    EXPECT_FALSE(find("personTakeBadge")->isVisible());
    click("personMakeBadge");
    settle();
    EXPECT_TRUE(find("personBadgeCode")->isVisible());
    EXPECT_TRUE(find("personSaveBadge")->isVisible());
    till.shop.people.open(till.shop.people.rows().at(2).id);
    till.shop.people.open(till.shop.people.rows().at(1).id);
    settle();
    EXPECT_FALSE(find("personBadgeCode")->isVisible());
    click("personTakeBadge");
    settle();
    EXPECT_FALSE(find("personTakeBadge")->isVisible());
}

TEST_F(PeopleWindow, AWideWindowShowsListAndPersonSideBySide)
{
    window.resize(1920, 1080);
    goToPeople();
    till.shop.people.open(till.shop.people.rows().at(2).id);
    settle();
    EXPECT_TRUE(find("peopleList")->isVisible());
    EXPECT_TRUE(find<QCheckBox>("place0")->isChecked());
    EXPECT_TRUE(find<QCheckBox>("place1")->isChecked());
}

TEST_F(PeopleWindow, WhoMayNotIsToldWhoCanHelp)
{
    till.desk.changeState().person->permissions = permissionsOf(Role::Barista);
    goToPeople();
    EXPECT_EQ(shown(), QStringLiteral("peopleEmpty"));
    EXPECT_FALSE(find("peopleFilter")->isVisible());
}

TEST_F(PeopleWindow, ShowsAndEndsWhereAColleagueIsSignedIn)
{
    goToPeople();
    const auto jonas = *std::ranges::find(till.desk.peopleHere(), QStringLiteral("Jonas Brandt"), &Person::name);
    signInToo(till.desk, jonas, {QStringLiteral("Old tablet")});
    till.shop.people.open(jonas.id.toString());
    settle();
    EXPECT_FALSE(find("accountSessions")->isVisible());
    click("people.sessions.button");
    settle();
    EXPECT_TRUE(find("accountSessions")->isVisible());
    EXPECT_EQ(find<QLabel>("session0.device")->text(), QStringLiteral("Old tablet"));
    click("session0.end");
    settle();
    click("messageYes");
    settle();
    EXPECT_EQ(window.findChild<QWidget *>(QStringLiteral("session0")), nullptr);
    EXPECT_TRUE(find<QLabel>("accountSessionsNote")->isVisible());
    till.shop.people.open(till.shop.people.rows().at(0).id);
    settle();
    EXPECT_FALSE(find("accountSessions")->isVisible()) << "of the next one nothing is known yet";
}

TEST_F(PeopleWindow, WhoSwitchedByPinSignsInBeforeSessionsOfOthersAreTold)
{
    goToPeople();
    const auto jonas = *std::ranges::find(till.desk.peopleHere(), QStringLiteral("Jonas Brandt"), &Person::name);
    signInToo(till.desk, jonas, {QStringLiteral("Old tablet")});
    till.shop.people.open(jonas.id.toString());
    till.desk.failAccount = nobodyThere();
    click("people.sessions.button");
    settle();
    EXPECT_TRUE(find("accountSignInPart")->isVisible());
    EXPECT_FALSE(find("accountSessions")->isVisible());
}

TEST_F(PeopleWindow, WhoLeftIsErasedForAReasonAndNotByEnter)
{
    goToPeople();
    till.shop.people.open(till.shop.people.rows().first().id);
    settle();
    EXPECT_FALSE(find("people.erase.button")->isVisible()) << "they may sign in";
    till.shop.people.open(till.shop.people.rows().last().id);
    settle();
    click("people.erase.button");
    settle();
    EXPECT_TRUE(find("eraseCancel")->hasFocus());
    EXPECT_TRUE(find<QLabel>("eraseTitle")->text().contains(QStringLiteral("Paula Weiß")));
    EXPECT_TRUE(find<QLabel>("eraseGoes")->text().contains(QStringLiteral("audit trail")));
    EXPECT_FALSE(find("erasePerson")->isEnabled()) << "before a reason is chosen";
    find<QPushButton>("eraseReason.requested")->click();
    find("erasePerson")->setFocus();
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(find("erasePersonDialog")->isVisible()) << "Enter erases nobody";
    EXPECT_FALSE(till.desk.lastEraseReason());
    press(Qt::Key_Space);
    settle();
    EXPECT_EQ(till.desk.lastEraseReason(), EraseReason::Requested);
    EXPECT_EQ(find<QLabel>("personHeaderTitle")->text(), QStringLiteral("Erased person"));
    EXPECT_FALSE(find("people.erase.button")->isVisible());
    EXPECT_FALSE(find("personPinCard")->isVisible());
}

} // namespace crema
