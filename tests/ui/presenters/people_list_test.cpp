// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/person_table_model.h"

#include "app/desktop/example/example_shop.h"
#include "models/people/badge.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::FixedClock;
using testing::MemoryDesk;

class PeopleListTest : public ::testing::Test
{
protected:
    PeopleListTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
        desk.addExamplePeople();
        presenter.arrive();
    }

    QStringList names() const
    {
        QStringList names;
        for (const PersonRow &row : presenter.rows())
            names.append(row.name);
        return names;
    }

    void open(const QString &name)
    {
        for (const PersonRow &row : presenter.rows()) {
            if (row.name == name)
                return presenter.open(row.id);
        }
        ADD_FAILURE() << qPrintable(name) << " is not in the list";
    }

    const Person &person(const QString &name)
    {
        for (const Person &known : desk.peopleHere()) {
            if (known.name == name)
                return known;
        }
        ADD_FAILURE() << qPrintable(name) << " is not known";
        return desk.peopleHere().first();
    }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    Notices notices{clock};
    PersonListPresenter presenter{desk, notices};
};

TEST_F(PeopleListTest, ListsEverybodyAndThoseWhoMayNotSignInLast)
{
    ASSERT_EQ(presenter.phase(), ListPhase::Rows);
    EXPECT_EQ(names(), (QStringList{QStringLiteral("Ada Lindqvist"), QStringLiteral("Bea Brandt"),
                                    QStringLiteral("Jonas Brandt"), QStringLiteral("Kim Sørensen"),
                                    QStringLiteral("Mina Kowalski"), QStringLiteral("Ole Marquardt"),
                                    QStringLiteral("Paula Weiß")}));
    EXPECT_EQ(presenter.rows().at(2).placeText, QStringLiteral("2 places"));
    EXPECT_EQ(presenter.rows().at(3).placeText, QStringLiteral("Garden Square"));
    EXPECT_TRUE(presenter.rows().at(4).isThis);
    EXPECT_EQ(presenter.rows().at(6).state.text, QStringLiteral("Disabled"));
    presenter.setFilterText(QStringLiteral("barista"));
    EXPECT_EQ(presenter.rows().size(), 3);
    presenter.setFilterText(QStringLiteral("brandt@"));
    EXPECT_EQ(presenter.phase(), ListPhase::FilteredEmpty);
    PersonTableModel model(presenter);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    presenter.setFilterText({});
    EXPECT_EQ(model.rowCount(), 7);
}

TEST_F(PeopleListTest, AManagerGivesOnlyRolesOfTheirOwn)
{
    open(QStringLiteral("Bea Brandt"));
    ASSERT_TRUE(presenter.detail());
    QStringList roles;
    for (const RoleChoice &choice : presenter.detail()->roles)
        roles.append(choice.name);
    EXPECT_FALSE(roles.contains(QStringLiteral("Administrator")));
    EXPECT_TRUE(roles.contains(QStringLiteral("Manager")));
    open(QStringLiteral("Ada Lindqvist"));
    EXPECT_FALSE(presenter.detail()->lockedText.isEmpty());
    EXPECT_FALSE(presenter.actions().find(u"people.disable")->isEnabled());
    EXPECT_FALSE(presenter.actions().find(u"people.save")->isEnabled());
}

TEST_F(PeopleListTest, WhoLeftIsErasedOnceSomebodyWasAsked)
{
    open(QStringLiteral("Paula Weiß"));
    const QString id = presenter.openId();
    PersonDraft draft = presenter.draft();
    draft.name = QStringLiteral("Paula Schwarz");
    presenter.setDraft(draft);
    const QSignalSpy wanted(&presenter, &PersonListPresenter::eraseWanted);
    ASSERT_TRUE(presenter.actions().find(u"people.erase")->trigger());
    EXPECT_EQ(wanted.size(), 1);
    ASSERT_TRUE(presenter.eraseQuestion());
    EXPECT_EQ(presenter.eraseQuestion()->title, QStringLiteral("Erase Paula Weiß?"));
    EXPECT_EQ(presenter.eraseQuestion()->reasons.size(), 2);
    EXPECT_FALSE(person(QStringLiteral("Paula Weiß")).isErased()) << "asking erases nobody";
    const QSignalSpy erased(&presenter, &PersonListPresenter::erased);
    presenter.erase(EraseReason::NotNeeded);
    EXPECT_EQ(erased.size(), 1);
    EXPECT_EQ(desk.lastEraseReason(), EraseReason::NotNeeded);
    EXPECT_FALSE(names().contains(QStringLiteral("Paula Weiß")));
    EXPECT_EQ(names().size(), 6) << "of whom nothing is known is not in the list";
    EXPECT_EQ(presenter.openId(), id);
    ASSERT_TRUE(presenter.detail());
    EXPECT_TRUE(presenter.detail()->isErased);
    EXPECT_EQ(presenter.detail()->row.name, QStringLiteral("Erased person"));
    EXPECT_FALSE(presenter.isDirty()) << "what was typed goes with them";
    EXPECT_FALSE(notices.canUndo());
    EXPECT_FALSE(presenter.eraseQuestion()) << "nobody is erased twice";
    for (const QStringView action : {u"people.erase", u"people.enable", u"people.disable", u"people.save"})
        EXPECT_FALSE(presenter.actions().find(action)->isEnabled());
}

TEST_F(PeopleListTest, WhoMayStillSignInOrDidMoreIsNotErased)
{
    open(QStringLiteral("Bea Brandt"));
    EXPECT_TRUE(presenter.actions().find(u"people.erase")->disabledReason().contains(QStringLiteral("Disable them")));
    EXPECT_FALSE(presenter.eraseQuestion());
    presenter.erase(EraseReason::Requested);
    EXPECT_FALSE(desk.lastEraseReason());
    open(QStringLiteral("Ada Lindqvist"));
    EXPECT_EQ(presenter.actions().find(u"people.erase")->disabledReason(), presenter.detail()->lockedText);
    presenter.open(PersonListPresenter::newId);
    EXPECT_FALSE(presenter.actions().find(u"people.erase")->isEnabled());
}

/// What else is shown of somebody, and what was typed about them, goes with them.
TEST_F(PeopleListTest, TheWayBackLeadsToAnotherPersonToo)
{
    open(QStringLiteral("Jonas Brandt"));
    const QString jonas = presenter.openId();
    open(QStringLiteral("Bea Brandt"));
    QSignalSpy changed(&presenter, &PersonListPresenter::placeChanged);
    presenter.showPlace(jonas);
    EXPECT_EQ(presenter.openId(), jonas);
    EXPECT_EQ(changed.count(), 1);
}

TEST_F(PeopleListTest, WhatIsSavedCanBeTakenBack)
{
    open(QStringLiteral("Bea Brandt"));
    PersonDraft draft = presenter.draft();
    draft.role = Role::Warehouse;
    presenter.setDraft(draft);
    EXPECT_TRUE(presenter.isDirty());
    presenter.save();
    EXPECT_FALSE(presenter.isDirty());
    EXPECT_EQ(person(QStringLiteral("Bea Brandt")).role, Role::Warehouse);
    EXPECT_EQ(notices.shown()->text, QStringLiteral("Bea Brandt changed"));
    notices.undo();
    EXPECT_EQ(person(QStringLiteral("Bea Brandt")).role, Role::Barista);
}

TEST_F(PeopleListTest, WhatIsTypedStaysWhileOthersChangeTheList)
{
    open(QStringLiteral("Bea Brandt"));
    PersonDraft draft = presenter.draft();
    draft.name = QStringLiteral("Bea B.");
    presenter.setDraft(draft);
    Q_EMIT desk.dataChanged();
    EXPECT_EQ(presenter.draft().name, QStringLiteral("Bea B."));
    presenter.setActive(false);
    EXPECT_FALSE(person(QStringLiteral("Bea Brandt")).active);
    EXPECT_EQ(presenter.draft().name, QStringLiteral("Bea B."));
    presenter.drop();
    EXPECT_EQ(presenter.draft().name, QStringLiteral("Bea Brandt"));
}

TEST_F(PeopleListTest, WhatWasBegunForOneIsLaidOnNobodyElse)
{
    open(QStringLiteral("Bea Brandt"));
    desk.holdAnswers(true);
    presenter.setActive(false);
    open(QStringLiteral("Jonas Brandt"));
    PersonDraft draft = presenter.draft();
    draft.name = QStringLiteral("Jonas B.");
    presenter.setDraft(draft);
    desk.holdAnswers(false);
    EXPECT_FALSE(person(QStringLiteral("Bea Brandt")).active);
    presenter.save();
    EXPECT_EQ(person(QStringLiteral("Jonas B.")).email, QStringLiteral("jonas@larkmoor.example"));
    EXPECT_EQ(person(QStringLiteral("Bea Brandt")).email, QStringLiteral("bea@larkmoor.example"));
}

TEST_F(PeopleListTest, ANewPersonIsAddedWithAPin)
{
    presenter.actions().find(u"people.new")->trigger();
    ASSERT_TRUE(presenter.detail());
    EXPECT_TRUE(presenter.detail()->isNew);
    PersonDraft draft = presenter.draft();
    draft.name = QStringLiteral("Jo Marsh");
    draft.email = QStringLiteral("jo at larkmoor");
    presenter.setDraft(draft);
    presenter.setTypedPin(QStringLiteral("4711"));
    presenter.save();
    EXPECT_FALSE(presenter.fieldProblem(QStringLiteral("email")).isEmpty());
    EXPECT_TRUE(presenter.detail()->isNew) << "nothing typed is lost";
    draft.email.clear();
    presenter.setDraft(draft);
    presenter.save();
    EXPECT_EQ(person(QStringLiteral("Jo Marsh")).pinHash, QStringLiteral("4711"));
    EXPECT_EQ(presenter.detail()->row.name, QStringLiteral("Jo Marsh"));
    presenter.setPin(QStringLiteral("12"));
    EXPECT_FALSE(presenter.fieldProblem(QStringLiteral("pin")).isEmpty());
    presenter.setPin(QStringLiteral("271828"));
    EXPECT_EQ(person(QStringLiteral("Jo Marsh")).pinHash, QStringLiteral("271828"));
}

TEST_F(PeopleListTest, ABadgeIsShownOnceAndWrittenToAPictureToPrint)
{
    open(QStringLiteral("Bea Brandt"));
    ASSERT_FALSE(presenter.detail()->hasBadge);
    presenter.makeBadge();
    ASSERT_TRUE(presenter.madeBadge());
    EXPECT_EQ(presenter.madeBadge()->name, QStringLiteral("Bea Brandt"));
    EXPECT_TRUE(presenter.detail()->hasBadge);
    const QString code = presenter.madeBadge()->code;
    EXPECT_EQ(person(QStringLiteral("Bea Brandt")).badgeHash, badgeHash(code));

    const QTemporaryDir folder;
    QSignalSpy saved(&presenter, &PersonListPresenter::badgeSaved);
    EXPECT_EQ(presenter.badgeFileName(), QStringLiteral("crema-badge-bea-brandt.svg"));
    presenter.saveBadge(folder.filePath(QStringLiteral("no/such/folder.svg")));
    EXPECT_TRUE(presenter.problem());
    presenter.saveBadge(folder.filePath(presenter.badgeFileName()));
    EXPECT_FALSE(presenter.problem());
    ASSERT_EQ(saved.size(), 1);
    QFile picture(folder.filePath(presenter.badgeFileName()));
    ASSERT_TRUE(picture.open(QIODevice::ReadOnly));
    EXPECT_TRUE(picture.readAll().contains("Bea Brandt</text>"));

    open(QStringLiteral("Jonas Brandt"));
    EXPECT_FALSE(presenter.madeBadge()) << "nobody sees it again";
    open(QStringLiteral("Bea Brandt"));
    EXPECT_FALSE(presenter.madeBadge());
    presenter.makeBadge();
    EXPECT_NE(person(QStringLiteral("Bea Brandt")).badgeHash, badgeHash(code)) << "the one before counts no more";
    presenter.takeBadge();
    EXPECT_FALSE(presenter.madeBadge());
    EXPECT_FALSE(presenter.detail()->hasBadge);
}

TEST_F(PeopleListTest, WhoHasAnAddressIsInvited)
{
    open(QStringLiteral("Bea Brandt"));
    QSignalSpy invited(&presenter, &PersonListPresenter::invited);
    ASSERT_TRUE(presenter.actions().find(u"people.invite")->isEnabled());
    EXPECT_TRUE(presenter.actions().find(u"people.invite")->trigger());
    EXPECT_EQ(desk.lastInvited(), person(QStringLiteral("Bea Brandt")).id);
    ASSERT_EQ(invited.size(), 1);
    EXPECT_EQ(invited.first().at(0).toString(), person(QStringLiteral("Bea Brandt")).id.toString());
    EXPECT_EQ(invited.first().at(1).toString(), QStringLiteral("bea@larkmoor.example"));
    PersonDraft draft = presenter.draft();
    draft.email = QStringLiteral("other@larkmoor.example");
    presenter.setDraft(draft);
    EXPECT_FALSE(presenter.actions().find(u"people.invite")->isEnabled()) << "to which address?";
    open(QStringLiteral("Paula Weiß"));
    EXPECT_FALSE(presenter.actions().find(u"people.invite")->isEnabled()) << "she may not sign in";
    open(QStringLiteral("Bea Brandt"));
    desk.failAccount = Problem{ProblemKind::Unavailable,
                               QStringLiteral("network.offline"),
                               QStringLiteral("The platform cannot be reached."),
                               {},
                               {}};
    presenter.invite();
    ASSERT_TRUE(presenter.problem());
    EXPECT_EQ(presenter.problem()->code, QStringLiteral("network.offline"));
}

TEST_F(PeopleListTest, WhoMayNotSeesNobody)
{
    desk.changeState().person = person(QStringLiteral("Bea Brandt"));
    Q_EMIT desk.changed();
    EXPECT_TRUE(presenter.isDenied());
    EXPECT_TRUE(presenter.rows().isEmpty());
    EXPECT_FALSE(presenter.actions().find(u"people.new")->isEnabled());
    presenter.open(PersonListPresenter::newId);
    EXPECT_FALSE(presenter.detail());
}

TEST_F(PeopleListTest, WhereSomebodyIsSignedInIsAskedForWithANetwork)
{
    Action &sessions = *presenter.actions().find(u"people.sessions");
    EXPECT_FALSE(sessions.isEnabled()) << "nobody is open";
    open(QStringLiteral("Jonas Brandt"));
    QString asked;
    QObject::connect(&presenter, &PersonListPresenter::sessionsWanted, &presenter,
                     [&](PersonId, const QString &name) { asked = name; });
    ASSERT_TRUE(sessions.trigger());
    EXPECT_EQ(asked, QStringLiteral("Jonas Brandt"));
    desk.changeState().link = sync::Link::Offline;
    Q_EMIT desk.changed();
    EXPECT_FALSE(sessions.isEnabled());
    desk.changeState().link = sync::Link::Online;
    desk.changeState().person->permissions = permissionsOf(Role::Barista);
    Q_EMIT desk.changed();
    EXPECT_FALSE(sessions.isEnabled());
}

} // namespace
} // namespace crema
