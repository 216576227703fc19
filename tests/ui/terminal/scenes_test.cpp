// SPDX-License-Identifier: GPL-3.0-or-later
// Every screen and state of the terminal app on the example shop, as golden panes in three sizes and by rules that hold
// for all of them (ux.md 5, 73-86).
#include "app/terminal/shots/terminal_stage.h"
#include "tests/ui/terminal/pane_check.h"
#include "ui/terminal/cells/cell_width.h"

using namespace crema::terminal;
using namespace crema::terminal::testing;

namespace {

class SceneTest : public ::testing::TestWithParam<QString>
{};

std::string sceneName(const ::testing::TestParamInfo<QString> &info)
{
    return QString(info.param).replace(QLatin1Char('-'), QLatin1Char('_')).toStdString();
}

int rowsOf(const Canvas &canvas, RowRole role)
{
    int rows = 0;
    for (int row = 0; row < canvas.height(); ++row)
        rows += canvas.role(row) == role ? 1 : 0;
    return rows;
}

} // namespace

TEST_P(SceneTest, LooksAsItDid)
{
    for (const Size size : shotSizes) {
        TerminalStage stage(size);
        stage.play(GetParam());
        expectPane(stage.canvas(), QStringLiteral("scene-") + GetParam());
    }
}

TEST_P(SceneTest, HasTitlePromptMessageAndHintRowsWithTheCursorInTheField)
{
    for (const Size size : shotSizes) {
        TerminalStage stage(size);
        stage.play(GetParam());
        const Canvas &canvas = stage.canvas();
        EXPECT_FALSE(canvas.rowText(0).isEmpty());
        EXPECT_EQ(canvas.role(0), RowRole::Title);
        EXPECT_EQ(canvas.role(size.height - 1), RowRole::Hint);
        EXPECT_FALSE(canvas.rowText(size.height - 1).isEmpty());
        EXPECT_EQ(canvas.role(size.height - 2), RowRole::Message);
        EXPECT_GE(rowsOf(canvas, RowRole::Prompt), 1);
        ASSERT_TRUE(canvas.cursor().has_value());
        EXPECT_EQ(canvas.role(canvas.cursor()->row), RowRole::Prompt);
    }
}

TEST_P(SceneTest, FitsTheTerminal)
{
    for (const Size size : {Layout::minimum, Size{20, 16}, Size{40, 12}, Size{80, 24}, Size{132, 43}}) {
        TerminalStage stage(size);
        stage.play(GetParam());
        for (int row = 0; row < size.height; ++row)
            EXPECT_LE(textWidth(stage.canvas().rowText(row)), size.width) << row;
        // A character in the last column of the last row would scroll some terminals.
        EXPECT_LT(textWidth(stage.canvas().rowText(size.height - 1)), size.width);
    }
}

TEST_P(SceneTest, IsPlainAsciiWhereTheTerminalIs)
{
    TerminalStage stage({80, 24}, Charset::Ascii);
    stage.play(GetParam());
    for (int row = 0; row < 24; ++row) {
        const QString text = stage.canvas().rowText(row);
        for (const QChar character : text)
            EXPECT_LT(character.unicode(), 0x80) << text.toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(All, SceneTest, ::testing::ValuesIn(TerminalStage::sceneNames()), sceneName);
