// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testing/till_fixture.h"
#include "ui/presenters/shell/palette_match.h"

#include <QCoreApplication>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema::testing {

namespace {

std::optional<MatchRank> rankOf(const char *typed, const char *title, const QStringList &others = {})
{
    const auto match = matchPalette(QString::fromUtf8(typed), QString::fromUtf8(title), others);
    return match ? std::optional(match->rank) : std::nullopt;
}

struct Palette : Till {
    Palette()
    {
        shop.shell.addArea({QStringLiteral("till"), QStringLiteral("Till"), QStringLiteral("till"), {}});
        shop.shell.addArea({QStringLiteral("catalog"), QStringLiteral("Catalog"), QStringLiteral("catalog"), {}});
        shop.palette.addActions({}, shop.shell.actions());
        shop.palette.addActions(QStringLiteral("till"), presenter.actions());
        shop.palette.open();
    }

    void type(const char *text)
    {
        shop.palette.setText(QString::fromUtf8(text));
        clock.advance(1000);
        for (int turns = 0; turns < 8; ++turns)
            QCoreApplication::processEvents();
    }
    [[nodiscard]] int rowOf(const QString &actionId) const
    {
        for (int row = 0; row < shop.palette.rows().size(); ++row) {
            if (shop.palette.rows().at(row).actionId == actionId)
                return row;
        }
        return -1;
    }
};

} // namespace

TEST(PaletteMatch, RanksAliasBeforeWordStartsBeforeSubstringBeforeLetters)
{
    EXPECT_EQ(rankOf("pay", "Pay"), MatchRank::ExactAlias);
    EXPECT_EQ(rankOf("new sale", "Neuer Verkauf", {QStringLiteral("new sale")}), MatchRank::ExactAlias);
    EXPECT_EQ(rankOf("sa ne", "New sale"), MatchRank::WordStarts);
    EXPECT_EQ(rankOf("ns", "New sale"), MatchRank::WordStarts);
    EXPECT_EQ(rankOf("nesa", "New sale"), MatchRank::WordStarts);
    EXPECT_EQ(rankOf("ale", "New sale"), MatchRank::Substring);
    EXPECT_EQ(rankOf("wle", "New sale"), MatchRank::Subsequence);
    EXPECT_EQ(rankOf("xyz", "New sale"), std::nullopt);
    EXPECT_EQ(rankOf("cafe", "Café crème"), MatchRank::WordStarts);
    EXPECT_EQ(rankOf("", "Anything"), MatchRank::Substring);
}

TEST(PaletteMatch, SaysWhichLettersMatched)
{
    const auto match = matchPalette(QStringLiteral("nesa"), QStringLiteral("New sale"), {});
    ASSERT_TRUE(match);
    EXPECT_EQ(match->ranges, (QList<MatchRange>{{0, 2}, {4, 2}}));
}

TEST(Palette, FindsEveryActionByItsTextAndByItsEnglishName)
{
    Palette palette;
    for (ActionList *list : {&palette.shop.shell.actions(), &palette.presenter.actions()}) {
        for (const auto &action : list->all()) {
            if (action->id() == QLatin1String("program.palette"))
                continue;
            palette.type(qPrintable(action->text()));
            EXPECT_GE(palette.rowOf(action->id()), 0) << qPrintable(action->id());
            palette.type(qPrintable(action->id().section(u'.', -1).replace(u'-', u' ')));
            EXPECT_GE(palette.rowOf(action->id()), 0) << qPrintable(action->id());
            EXPECT_FALSE(action->iconName().isEmpty()) << qPrintable(action->id());
        }
    }
}

TEST(Palette, DisabledActionsStayWithTheirReason)
{
    Palette palette;
    palette.type("remove");
    const int row = palette.rowOf(QStringLiteral("till.remove"));
    ASSERT_GE(row, 0);
    EXPECT_FALSE(palette.shop.palette.rows().at(row).enabled);
    EXPECT_FALSE(palette.shop.palette.rows().at(row).context.isEmpty());
    EXPECT_FALSE(palette.shop.palette.choose(row));
}

TEST(Palette, RecordsComeBelowAndNeverMoveTheFirstRow)
{
    Palette palette;
    palette.shop.palette.setText(QStringLiteral("mo"));
    ASSERT_FALSE(palette.shop.palette.rows().isEmpty());
    const QList<PaletteRow> before = palette.shop.palette.rows();
    palette.type("mo");
    palette.clock.advance(1000);
    for (int turns = 0; turns < 8; ++turns)
        QCoreApplication::processEvents();
    EXPECT_EQ(palette.shop.palette.rows().mid(0, before.size()), before);

    palette.type("guji");
    ASSERT_FALSE(palette.shop.palette.rows().isEmpty());
    EXPECT_EQ(palette.shop.palette.rows().last().group, PaletteGroup::Records);
    EXPECT_TRUE(palette.shop.palette.choose(static_cast<int>(palette.shop.palette.rows().size()) - 1));
    EXPECT_EQ(palette.shop.shell.address().area, QStringLiteral("catalog"));
}

TEST(Palette, ChoosingRunsTheActionAndIsCounted)
{
    Palette palette;
    QSignalSpy asked(&palette.shop.shell, &ShellPresenter::keysWanted);
    palette.type("keys");
    ASSERT_TRUE(palette.shop.palette.choose(palette.rowOf(QStringLiteral("program.keys"))));
    EXPECT_EQ(asked.count(), 1);
    EXPECT_EQ(palette.preferences.value(QStringLiteral("palette.uses_program_keys")), QStringLiteral("1"));
}

TEST(Palette, WorksOutASum)
{
    Palette palette;
    QSignalSpy copied(&palette.shop.palette, &PalettePresenter::copyWanted);
    palette.type("=3*12.50");
    ASSERT_EQ(palette.shop.palette.rows().size(), 1);
    EXPECT_EQ(palette.shop.palette.rows().first().title, QStringLiteral("= €37.50"));
    EXPECT_TRUE(palette.shop.palette.choose(0));
    ASSERT_EQ(copied.count(), 1);
    EXPECT_EQ(copied.first().first().toString(), QStringLiteral("€37.50"));
    palette.type("=abc");
    EXPECT_FALSE(palette.shop.palette.rows().first().enabled);
}

TEST(Palette, AnAddressOpensItsPageAndNothingOffersASearch)
{
    Palette palette;
    palette.type("crema://catalog/xyz");
    ASSERT_EQ(palette.shop.palette.rows().size(), 1);
    EXPECT_TRUE(palette.shop.palette.choose(0));
    EXPECT_EQ(palette.shop.shell.address(), (PageAddress{QStringLiteral("catalog"), QStringLiteral("xyz")}));
    palette.type("qqqq");
    ASSERT_EQ(palette.shop.palette.rows().size(), 1);
    EXPECT_EQ(palette.shop.palette.rows().first().group, PaletteGroup::Nothing);
    EXPECT_TRUE(palette.shop.palette.rows().first().title.contains(QStringLiteral("qqqq")));
}

} // namespace crema::testing
