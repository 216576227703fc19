// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/unsent_presenter.h"

#include "app/desktop/example/example_shop.h"
#include "app/desktop/example/example_unsent.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::FixedClock;
using testing::MemoryDesk;

class UnsentPresenterTest : public ::testing::Test
{
protected:
    UnsentPresenterTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
    }

    [[nodiscard]] const Action &action(QStringView id) { return *presenter.actions().find(id); }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    UnsentPresenter presenter{desk, clock, QLocale(QLocale::English, QLocale::Ireland)};
};

/// sync.md rule 30: a person sees how much would be lost with this device, and what of it is in a file.
TEST_F(UnsentPresenterTest, SaysHowMuchIsOnlyHere)
{
    EXPECT_EQ(presenter.sentence(), QStringLiteral("Everything that was made here is sent."));
    EXPECT_FALSE(action(u"unsent.export").isEnabled());
    desktop::addExampleUnsent(desk, 14, 0);
    EXPECT_EQ(presenter.sentence(), QStringLiteral("14 changes are not sent yet. They are only on this device."));
    EXPECT_TRUE(action(u"unsent.export").isEnabled());
    desktop::addExampleUnsent(desk, 14, 12);
    EXPECT_EQ(presenter.sentence(),
              QStringLiteral("14 changes are not sent yet. Of these, 2 are only on this device."));
    desktop::addExampleUnsent(desk, 14, 14);
    EXPECT_EQ(presenter.sentence(), QStringLiteral("14 changes are not sent yet. They are in a file as well."));
}

TEST_F(UnsentPresenterTest, WritesTheFileAndSaysWhatIsInIt)
{
    desktop::addExampleUnsent(desk, 14, 0);
    presenter.exportTo(QStringLiteral("/media/till.crema"), QStringLiteral("wet paper crane"));
    EXPECT_EQ(desk.lastUnsent(), QStringLiteral("export /media/till.crema with wet paper crane"));
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->tone, Tone::Ok);
    EXPECT_EQ(presenter.message()->text, QStringLiteral("14 changes are in till.crema, sales of €4.10 among them."));
    EXPECT_EQ(presenter.sentence(), QStringLiteral("14 changes are not sent yet. They are in a file as well."));
    EXPECT_EQ(presenter.proposedName(), QStringLiteral("crema-unsent-2026-11-20.crema"));
}

TEST_F(UnsentPresenterTest, TakesAFileOverAndSaysWhatWasNew)
{
    presenter.importFrom(QStringLiteral("/media/till.crema"), QStringLiteral("wet paper crane"));
    EXPECT_EQ(desk.lastUnsent(), QStringLiteral("import /media/till.crema with wet paper crane"));
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->text, QStringLiteral("2 changes are taken over; the others were here already."));
}

TEST_F(UnsentPresenterTest, SaysWhatWentWrongAndGoesOn)
{
    desk.failUnsent = Problem{ProblemKind::Invalid,
                              QStringLiteral("sealed.wrong_passphrase"),
                              QStringLiteral("This passphrase does not open the file."),
                              QStringLiteral("Type it again."),
                              {}};
    presenter.importFrom(QStringLiteral("/media/till.crema"), QStringLiteral("dry paper crane"));
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->tone, Tone::Error);
    EXPECT_EQ(presenter.message()->hint, QStringLiteral("Type it again."));
    EXPECT_TRUE(action(u"unsent.import").isEnabled());
}

TEST_F(UnsentPresenterTest, AsksForAPassphraseThatIsLongEnoughTwice)
{
    EXPECT_FALSE(UnsentPresenter::passphraseProblem(QStringLiteral("crane")).isEmpty());
    EXPECT_TRUE(UnsentPresenter::passphraseProblem(QStringLiteral("wet paper crane")).isEmpty());
    EXPECT_FALSE(UnsentPresenter::repetitionProblem(QStringLiteral("wet"), QStringLiteral("dry")).isEmpty());
    EXPECT_TRUE(UnsentPresenter::repetitionProblem(QStringLiteral("wet"), QStringLiteral("wet")).isEmpty());
}

TEST_F(UnsentPresenterTest, ADeviceThatIsNotEnrolledSendsForNobody)
{
    desk.openStore(false, false);
    EXPECT_FALSE(action(u"unsent.import").isEnabled());
    QSignalSpy wanted(&presenter, &UnsentPresenter::importWanted);
    EXPECT_FALSE(presenter.actions().find(u"unsent.import")->trigger());
    EXPECT_EQ(wanted.count(), 0);
}

} // namespace
} // namespace crema
