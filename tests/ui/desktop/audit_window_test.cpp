// SPDX-License-Identifier: GPL-3.0-or-later
// The audit trail in the real window, by its objects' names.
#include "app/desktop/example/example_shop.h"
#include "tests/ui/desktop/window_fixture.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/presenters/people/audit_table_model.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace crema {

using namespace testing;
using namespace desktop;

class AuditWindow : public WindowTest
{
protected:
    void SetUp() override
    {
        till.desk.addExamplePeople();
        till.desk.addExampleAccount();
        // The example's entries are of the days before.
        till.shop.audit.clearFilters();
    }

    void goToTrail()
    {
        press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
    }

    [[nodiscard]] QString shown() { return find<QStackedWidget>("auditStack")->currentWidget()->objectName(); }
    [[nodiscard]] int rows() { return find<QTableView>("auditTable")->model()->rowCount(); }
    [[nodiscard]] QString label(const char *name) { return find<QLabel>(name)->text(); }
};

TEST_F(AuditWindow, KeysLeadToAnEntryAndBack)
{
    goToTrail();
    ASSERT_EQ(shown(), QStringLiteral("auditTable"));
    EXPECT_TRUE(find<QPushButton>("rail.people")->isChecked()) << "it has no place of its own in the rail";
    auto *table = find<QTableView>("auditTable");
    EXPECT_TRUE(table->hasFocus());
    EXPECT_EQ(table->model()->rowCount(), 7);
    EXPECT_EQ(table->model()->index(0, AuditTableModel::Outcome).data().toString(), QStringLiteral("Refused"));
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(label("entryHeaderTitle"), QStringLiteral("Role of Bea Brandt and more changed"));
    EXPECT_EQ(label("entryWho"), QStringLiteral("Ada Lindqvist"));
    EXPECT_EQ(label("entryChange0.0"), QStringLiteral("Role"));
    EXPECT_EQ(label("entryChange0.1"), QStringLiteral("Barista"));
    EXPECT_EQ(label("entryChange0.3"), QStringLiteral("Manager"));
    EXPECT_EQ(label("entryNumber"), QStringLiteral("4"));
    EXPECT_FALSE(QUuid::fromString(label("entryRequest")).isNull()) << "what the log is searched for";
    EXPECT_EQ(find<Badge>("entryBadge")->look().tone, BadgeTone::Ok);
    EXPECT_FALSE(find("auditList")->isVisible()) << "one pane below 1600 px";
    press(Qt::Key_Escape);
    settle();
    EXPECT_TRUE(find("auditTable")->hasFocus());
}

TEST_F(AuditWindow, TheFiltersAreReachedByKeysAndLeftByEscape)
{
    goToTrail();
    press(Qt::Key_F, Qt::ControlModifier);
    auto *person = find<QComboBox>("auditPerson");
    ASSERT_TRUE(person->hasFocus());
    type(QStringLiteral("Ada"));
    settle();
    EXPECT_EQ(person->currentText(), QStringLiteral("Ada Lindqvist"));
    EXPECT_EQ(rows(), 4);
    press(Qt::Key_Escape);
    EXPECT_TRUE(find("auditTable")->hasFocus());
    auto *kind = find<QComboBox>("auditKind");
    kind->setFocus();
    type(QStringLiteral("Stock"));
    settle();
    EXPECT_EQ(shown(), QStringLiteral("auditEmpty"));
    EXPECT_EQ(label("auditEmptyTitle"), QStringLiteral("No entry fits these filters"));
    till.shop.audit.actions().find(u"audit.clear")->trigger();
    settle();
    EXPECT_EQ(rows(), 7);
    EXPECT_EQ(kind->currentIndex(), 0);
}

TEST_F(AuditWindow, APersonLeadsToWhatWasDoneToThem)
{
    press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    EXPECT_TRUE(find("people.trail.button")->isVisible());
    for (const PersonRow &row : till.shop.people.rows()) {
        if (row.name == QStringLiteral("Bea Brandt"))
            till.shop.people.open(row.id);
    }
    settle();
    click("people.done.button");
    settle();
    EXPECT_EQ(till.shop.shell.address().area, QStringLiteral("audit"));
    EXPECT_EQ(rows(), 2);
    EXPECT_TRUE(find("auditSubject")->isVisible());
    EXPECT_TRUE(find<QPushButton>("rail.people")->isChecked()) << "the trail belongs to the people";
    till.shop.shell.actions().find(u"program.back")->trigger();
    settle();
    EXPECT_EQ(label("personHeaderTitle"), QStringLiteral("Bea Brandt"));
    till.shop.shell.actions().find(u"program.forward")->trigger();
    settle();
    EXPECT_EQ(rows(), 2) << "the history knows whose entries they were";
    click("auditSubject");
    settle();
    EXPECT_EQ(rows(), 7);
    EXPECT_FALSE(find("auditSubject")->isVisible());
}

TEST_F(AuditWindow, AWideWindowShowsListAndEntrySideBySide)
{
    window.resize(1920, 1080);
    goToTrail();
    till.shop.audit.open(till.shop.audit.rows().first().id);
    settle();
    EXPECT_TRUE(find("auditList")->isVisible());
    EXPECT_TRUE(find("entryFacts")->isVisible());
    EXPECT_EQ(find<Badge>("entryBadge")->look().tone, BadgeTone::Error);
}

TEST_F(AuditWindow, TheCursorStaysOnItsEntryWhenNewerOnesCome)
{
    goToTrail();
    press(Qt::Key_Down);
    auto *table = find<QTableView>("auditTable");
    const auto what = [table] {
        return table->model()->index(table->currentIndex().row(), AuditTableModel::What).data().toString();
    };
    const QString before = what();
    QList<AuditRecord> records{AuditRecord()};
    records.first().number = 99;
    records.first().at = till.clock.now();
    records.first().action = QStringLiteral("person.sign_in");
    AuditFilter all;
    till.desk.auditTrail(all).then([&](const Result<AuditPage> &page) { records += page->records; });
    till.desk.setAudit(records);
    press(Qt::Key_F5);
    settle();
    EXPECT_EQ(rows(), 8);
    EXPECT_EQ(what(), before);
}

TEST_F(AuditWindow, WhatWasReadStaysWithoutThePlatformAndSaysSo)
{
    goToTrail();
    till.desk.failAccount = Problem{
        ProblemKind::Unavailable, QStringLiteral("network.unreachable"), QStringLiteral("Nobody answers."), {}, {}};
    press(Qt::Key_F5);
    settle();
    EXPECT_EQ(shown(), QStringLiteral("auditTable"));
    EXPECT_TRUE(till.shop.audit.problem());
    press(Qt::Key_F5);
    settle();
    EXPECT_FALSE(till.shop.audit.problem());
}

TEST_F(AuditWindow, WhoDoesNotManagePeopleIsNotOfferedIt)
{
    goToTrail();
    till.desk.changeState().person->permissions = permissionsOf(Role::Barista);
    Q_EMIT till.desk.changed();
    settle();
    EXPECT_EQ(shown(), QStringLiteral("auditEmpty"));
    EXPECT_FALSE(find("auditFilterBar")->isVisible());
    EXPECT_FALSE(till.shop.shell.actions().find(u"go.audit")->isEnabled());
    press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    EXPECT_FALSE(find("people.trail.button")->isVisible());
}

} // namespace crema
