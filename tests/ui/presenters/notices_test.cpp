// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/shell/notices.h"

#include "tests/testing/fixed_clock.h"

#include <gtest/gtest.h>

namespace crema::testing {

namespace {

struct Shown {
    FixedClock clock;
    Notices notices{clock};
    QStringList undone;

    void post(const QString &text)
    {
        notices.post(text, [this, text] { undone.append(text); });
    }
};

const QString removed = QStringLiteral("Cortado removed");
const QString priced = QStringLiteral("Price changed");

} // namespace

TEST(Notices, TheLatestIsShownWithHowManyAreBehindIt)
{
    Shown shown;
    shown.post(removed);
    shown.post(priced);
    ASSERT_TRUE(shown.notices.shown());
    EXPECT_EQ(shown.notices.shown()->text, priced);
    EXPECT_EQ(shown.notices.shown()->earlier, 1);
}

TEST(Notices, ItGoesByItselfAndCanStillBeUndone)
{
    Shown shown;
    shown.post(removed);
    shown.clock.advance(Notices::shownMs - 1);
    EXPECT_TRUE(shown.notices.shown());
    shown.clock.advance(1);
    EXPECT_FALSE(shown.notices.shown());
    EXPECT_TRUE(shown.notices.canUndo());
    shown.notices.undo();
    EXPECT_EQ(shown.undone, QStringList{removed});
    EXPECT_FALSE(shown.notices.canUndo());
}

TEST(Notices, ItStaysWhileThePointerIsOnIt)
{
    Shown shown;
    shown.post(removed);
    shown.notices.hold();
    shown.clock.advance(10 * Notices::shownMs);
    EXPECT_TRUE(shown.notices.shown());
    shown.notices.release();
    shown.clock.advance(Notices::shownMs);
    EXPECT_FALSE(shown.notices.shown());
}

TEST(Notices, StepsAreUndoneFromTheLatestOnAndEachOnce)
{
    Shown shown;
    shown.post(removed);
    shown.post(priced);
    shown.notices.undo();
    shown.notices.undo();
    shown.notices.undo();
    EXPECT_EQ(shown.undone, (QStringList{priced, removed}));
}

TEST(Notices, OldStepsAreForgotten)
{
    Shown shown;
    for (std::size_t i = 0; i < Notices::maxSteps + 5; ++i)
        shown.post(QString::number(i));
    for (std::size_t i = 0; i < Notices::maxSteps + 5; ++i)
        shown.notices.undo();
    EXPECT_EQ(shown.undone.size(), static_cast<qsizetype>(Notices::maxSteps));
    EXPECT_EQ(shown.undone.last(), QStringLiteral("5"));
}

TEST(Notices, UndoingMayPostTheNextNotice)
{
    Shown shown;
    shown.notices.post(removed, [&shown] { shown.post(priced); });
    shown.notices.undo();
    EXPECT_TRUE(shown.notices.canUndo());
    EXPECT_EQ(shown.notices.undoText(), priced);
}

} // namespace crema::testing
