// SPDX-License-Identifier: GPL-3.0-or-later
// The audit trail through the keys of a terminal.
#include "app/desktop/example/example_shop.h"
#include "tests/ui/terminal/pane_check.h"
#include "tests/ui/terminal/till_screen_fixture.h"

using namespace crema::terminal;
using namespace crema::terminal::testing;

namespace {

class AuditScreenTest : public TillScreenTest
{
protected:
    void openTrail()
    {
        start();
        desk.addExamplePeople();
        desk.addExampleAccount();
        shop.audit.clearFilters();
        press(Key::F3);
        type(u"85");
        press(Key::F9);
    }

    [[nodiscard]] bool shows(const char *text) const
    {
        return paneText(terminal.canvas()).contains(QString::fromUtf8(text));
    }
    [[nodiscard]] std::string pane() const { return paneText(terminal.canvas()).toStdString(); }
};

TEST_F(AuditScreenTest, ADigitOpensAnEntryAndEnterGoesBack)
{
    terminal.resize({80, 24});
    openTrail();
    EXPECT_TRUE(shows("AUDIT TRAIL")) << pane();
    EXPECT_TRUE(shows("! Bea Brandt changed")) << pane();
    EXPECT_TRUE(shows("7 entries")) << pane();
    type(u"4");
    EXPECT_TRUE(shows("Role of Bea Brandt and more changed")) << pane();
    EXPECT_TRUE(shows("Barista > Manager")) << pane();
    EXPECT_TRUE(shows("Request  ")) << pane();
    press(Key::Enter);
    EXPECT_TRUE(shows("AUDIT TRAIL")) << pane();
}

TEST_F(AuditScreenTest, FiltersAreChosenByDigits)
{
    terminal.resize({80, 24});
    openTrail();
    press(Key::F2);
    EXPECT_TRUE(shows("Everybody")) << pane();
    type(u"2");
    type(u"5");
    EXPECT_TRUE(shows("Devices")) << pane();
    press(Key::F4);
    EXPECT_TRUE(shows("Device Counter enrolled")) << pane();
    EXPECT_FALSE(shows("Price of")) << pane();
    press(Key::F2);
    type(u"2");
    press(Key::F3);
    EXPECT_TRUE(shows("FILTER")) << "one step back, not out of it";
}

TEST_F(AuditScreenTest, APersonLeadsToWhatWasDoneToThem)
{
    terminal.resize({80, 24});
    openTrail();
    press(Key::F3);
    for (qsizetype row = 0; row < shop.people.rows().size(); ++row) {
        if (shop.people.rows().at(row).name == QStringLiteral("Bea Brandt"))
            type(QString::number(row + 1));
    }
    press(Key::F9);
    EXPECT_TRUE(shows("AUDIT TRAIL")) << pane();
    EXPECT_TRUE(shows("2 entries")) << pane();
    EXPECT_FALSE(shows("Jonas")) << pane();
}

TEST_F(AuditScreenTest, OlderEntriesFollowBehindTheLastPage)
{
    terminal.resize({80, 24});
    openTrail();
    QList<crema::AuditRecord> records;
    for (int i = 0; i < 150; ++i) {
        crema::AuditRecord record;
        record.number = 1'000 - i;
        record.at = clock.now().plusMs(-60'000ll * (i + 1));
        record.action = QStringLiteral("entry.%1").arg(i);
        records.append(record);
    }
    desk.setAudit(records);
    press(Key::F4);
    EXPECT_TRUE(shows("The newest 100 entries")) << pane();
    for (int pages = 0; pages < 12 && !shows("entry.100 "); ++pages)
        press(Key::F8);
    EXPECT_TRUE(shows("entry.100 ")) << pane();
    EXPECT_TRUE(shows("150 entries")) << pane();
}

TEST_F(AuditScreenTest, WhoDoesNotManagePeopleIsNotOfferedIt)
{
    start();
    desk.changeState().person->permissions = crema::permissionsOf(crema::Role::Barista);
    Q_EMIT desk.changed();
    press(Key::F3);
    type(u"85");
    press(Key::F9);
    EXPECT_TRUE(shows("PEOPLE")) << pane();
}

} // namespace
