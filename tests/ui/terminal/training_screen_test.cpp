// SPDX-License-Identifier: GPL-3.0-or-later
// Training and favourites at the till of the terminal.
#include "tests/ui/terminal/till_screen_fixture.h"

namespace crema::terminal {

using namespace testing;

namespace {

class TrainingScreenTest : public TillScreenTest
{
protected:
    void choose(QStringView digit)
    {
        press(Key::F8);
        type(digit);
        settle();
    }

    [[nodiscard]] QString title() const { return terminal.canvas().rowText(0); }
};

} // namespace

TEST_F(TrainingScreenTest, ItIsWrittenAboveEverything)
{
    start();
    choose(u"8");
    ASSERT_TRUE(presenter.isTraining()) << pane().toStdString();
    EXPECT_TRUE(title().startsWith(QStringLiteral("TRAINING"))) << pane().toStdString();
    EXPECT_TRUE(terminal.canvas().rowText(1).startsWith(QStringLiteral("TRAINING"))) << pane().toStdString();
    scan(u"4006381333931");
    EXPECT_TRUE(terminal.canvas().rowText(1).startsWith(QStringLiteral("TRAINING"))) << pane().toStdString();
    EXPECT_EQ(desk.state().queue.queued, 0);
    choose(u"8");
    EXPECT_FALSE(presenter.isTraining());
    EXPECT_TRUE(title().startsWith(QStringLiteral("TILL"))) << pane().toStdString();
    EXPECT_TRUE(presenter.lines().isEmpty());
}

TEST_F(TrainingScreenTest, FavouritesAreSoldAndArrangedByKeys)
{
    start();
    scan(u"4006381333931");
    choose(u"9");
    ASSERT_TRUE(title().startsWith(QStringLiteral("FAVOURITES"))) << pane().toStdString();
    press(Key::F4);
    settle();
    EXPECT_TRUE(pane().contains(QStringLiteral("Flat white"))) << pane().toStdString();
    type(u"1");
    settle();
    EXPECT_TRUE(title().startsWith(QStringLiteral("TILL"))) << pane().toStdString();
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_EQ(presenter.lines().first().quantityText, QStringLiteral("2"));
    choose(u"9");
    press(Key::F7);
    settle();
    EXPECT_TRUE(pane().contains(QStringLiteral("No favourites yet"))) << pane().toStdString();
}

} // namespace crema::terminal
