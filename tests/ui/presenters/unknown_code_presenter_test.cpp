// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/unknown_code_presenter.h"

#include "tests/ui/testing/till_fixture.h"

#include <gtest/gtest.h>

namespace crema {

using namespace testing;
using Step = UnknownCodePresenter::Step;

namespace {

const QString unknown = QStringLiteral("5012345678900");

struct UnknownTill : Till {
    UnknownTill() : code(shop.unknownCode)
    {
        presenter.enterCode(QStringLiteral("FW"));
        presenter.enterCode(unknown);
    }

    UnknownCodePresenter &code;
};

} // namespace

TEST(UnknownCode, AsksWhatToDoAndLeavesTheCartAlone)
{
    UnknownTill till;
    EXPECT_EQ(till.code.step(), Step::Asking);
    EXPECT_EQ(till.code.code(), unknown);
    EXPECT_EQ(till.presenter.lines().size(), 1);
    till.code.ignore();
    EXPECT_EQ(till.code.step(), Step::None);
    EXPECT_FALSE(till.presenter.message());
}

TEST(UnknownCode, TheNextItemEndsTheQuestion)
{
    UnknownTill till;
    till.presenter.enterCode(QStringLiteral("CC"));
    EXPECT_EQ(till.code.step(), Step::None);
}

TEST(UnknownCode, SearchBeginsWithTheCode)
{
    UnknownTill till;
    till.code.search();
    EXPECT_EQ(till.presenter.searchText(), unknown);
    EXPECT_EQ(till.code.step(), Step::None);
}

TEST(UnknownCode, BecomesAProductThatIsSoldAtOnce)
{
    UnknownTill till;
    till.code.create();
    ASSERT_EQ(till.code.step(), Step::Creating);
    till.code.saveProduct(QStringLiteral(" Oat bar "), 250);
    EXPECT_EQ(till.code.step(), Step::None);
    ASSERT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.lines().at(1).name, QStringLiteral("Oat bar"));
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€6.30"));
    till.presenter.enterCode(unknown);
    EXPECT_EQ(till.presenter.lines().at(1).quantityText, QStringLiteral("2")) << "the code is known from now on";
    EXPECT_EQ(till.shop.notices.undoText(), QStringLiteral("Oat bar is in the catalog now"));
}

TEST(UnknownCode, CanBeGivenToAProductThatIsThere)
{
    UnknownTill till;
    till.code.link();
    ASSERT_EQ(till.code.step(), Step::Linking);
    till.presenter.setSearchText(QStringLiteral("café"));
    till.clock.advance(TillPresenter::searchDelayMs);
    ASSERT_EQ(till.presenter.hits().size(), 1);
    till.code.linkHit(0);
    EXPECT_EQ(till.code.step(), Step::None);
    ASSERT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.lines().at(1).name, QStringLiteral("Café crème"));
    till.presenter.enterCode(unknown);
    EXPECT_EQ(till.presenter.lines().at(1).quantityText, QStringLiteral("2"));
    till.shop.notices.undo();
    till.presenter.enterCode(unknown);
    EXPECT_EQ(till.code.step(), Step::Asking) << "undone: the code belongs to nobody again";
}

TEST(UnknownCode, AShopThatMakesProductsInItsOfficeIsNotOfferedIt)
{
    UnknownTill till;
    till.desk.addSetting(PlaceId(till.desk.state().company.id),
                         {shop_setting::productsAtTill.toString(), {}, false, {}, UtcTime(), {}});
    EXPECT_FALSE(till.code.mayCreate());
    EXPECT_TRUE(till.code.mayEdit());
    till.code.create();
    EXPECT_EQ(till.code.step(), Step::Asking);
}

TEST(UnknownCode, WhoMayNotEditTheCatalogIsOfferedTheRest)
{
    UnknownTill till;
    till.desk.changeState().person->permissions.clear();
    EXPECT_TRUE(till.code.mayEdit()) << "somebody else approves it when it is saved";
    till.desk.changeState().person->active = false;
    EXPECT_FALSE(till.code.mayEdit());
    till.code.create();
    EXPECT_EQ(till.code.step(), Step::Asking);
    till.code.link();
    EXPECT_EQ(till.code.step(), Step::Asking);
}

} // namespace crema
