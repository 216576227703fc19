// SPDX-License-Identifier: GPL-3.0-or-later
// Training, parked sales of other tills, the customer's window and favourites, by mouse and keys.
#include "tests/ui/desktop/window_fixture.h"

#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>

namespace crema {

namespace {

using TrainingWindow = testing::WindowTest;

const QString flatWhite = QStringLiteral("4006381333931");

} // namespace

TEST_F(TrainingWindow, ABannerStandsAboveEveryPageUntilItEnds)
{
    EXPECT_FALSE(find("trainingBanner")->isVisible());
    press(Qt::Key_T, Qt::AltModifier);
    settle();
    ASSERT_TRUE(find("trainingBanner")->isVisible());
    EXPECT_EQ(find<QLabel>("trainingMark")->text(), QStringLiteral("TRAINING"));
    EXPECT_EQ(find<QLabel>("cartTitle")->text(), QStringLiteral("Practice sale"));
    till.shop.shell.go({QStringLiteral("settings"), {}});
    settle();
    EXPECT_TRUE(find("trainingBanner")->isVisible()) << "on every page";
    click("trainingEnd");
    settle();
    EXPECT_FALSE(find("trainingBanner")->isVisible());
    EXPECT_FALSE(till.presenter.isTraining());
}

TEST_F(TrainingWindow, TheCustomersWindowShowsTheirSaleAndTakesNoKeys)
{
    EXPECT_EQ(window.findChild<QWidget *>(QStringLiteral("displayWindow")), nullptr) << "most tills have none";
    till.shop.display.setPlace(DisplayPlace::Window);
    settle();
    ASSERT_TRUE(find("displayWindow")->isVisible());
    EXPECT_TRUE(find("displayWindow")->isWindow());
    scan(flatWhite);
    EXPECT_EQ(till.presenter.lines().size(), 1) << "the keys stay with the till";
    EXPECT_EQ(find<QLabel>("displayTotal")->text(), QStringLiteral("€3.80"));
    EXPECT_EQ(find<QLabel>("displayLine0")->text(), QStringLiteral("Flat white"));
    till.shop.display.setPlace(DisplayPlace::Off);
    settle();
    EXPECT_FALSE(find("displayWindow")->isVisible());
}

/// A label goes by its own text otherwise: a Latin name would stand beside the amount, at the end of its line.
TEST_F(TrainingWindow, NamesBeginAtTheRightInALanguageThatDoes)
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    till.shop.display.setPlace(DisplayPlace::Window);
    settle();
    scan(flatWhite);
    settle();
    const QLabel *name = find<QLabel>("displayLine0");
    ASSERT_NE(name, nullptr);
    EXPECT_TRUE((name->alignment() & Qt::AlignHorizontal_Mask) == (Qt::AlignRight | Qt::AlignAbsolute));
}

TEST_F(TrainingWindow, FavouritesAreArrangedByButtons)
{
    press(Qt::Key_F, Qt::AltModifier);
    settle();
    auto *search = find<QLineEdit>("favouritesSearch");
    ASSERT_NE(search, nullptr);
    const auto typed = [&](const QString &text) {
        for (const QChar letter : text) {
            QTest::keyClick(search, letter.toLatin1());
            till.clock.advance(120);
        }
        settle();
    };
    typed(QStringLiteral("flat"));
    click("favouriteHit0");
    settle();
    search->clear();
    typed(QStringLiteral("house"));
    QTest::keyClick(search, Qt::Key_Return);
    settle();
    EXPECT_TRUE(find("favouritesDialog")->isVisible()) << "one can be added after the other";
    ASSERT_EQ(till.shop.favourites.rows().size(), 2);
    click("favouriteUp1");
    settle();
    EXPECT_EQ(till.shop.favourites.rows().first().name, QStringLiteral("House blend 1 kg"));
    click("favouriteAway0");
    settle();
    EXPECT_EQ(till.shop.favourites.rows().size(), 1);
    EXPECT_EQ(find<QPushButton>("category0")->text(), QStringLiteral("Favourites"));
}

} // namespace crema
