// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desktop/window_fixture.h"

#include "ui/desktop/till/tile_view.h"
#include "ui/desktop/window/area_page.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>

namespace crema::testing {

namespace {

const QString flatWhite = QStringLiteral("4006381333931");

} // namespace

TEST_F(WindowTest, AWholeSaleByMouse)
{
    auto *tiles = find<desktop::TileView>("tileGrid");
    QTest::mouseClick(tiles->viewport(), Qt::LeftButton, Qt::NoModifier,
                      tiles->visualRect(tiles->model()->index(0, 0)).center());
    EXPECT_EQ(find<QListView>("cartList")->model()->rowCount(), 1);
    click("payButton");
    ASSERT_EQ(till.presenter.mode(), TillMode::Paying);
    EXPECT_TRUE(find("cartList")->isVisible());
    click("payKey5");
    click("payKey00");
    EXPECT_EQ(find<QLabel>("receivedAmount")->text(), QStringLiteral("€5.00"));
    till.clock.advance(1000);
    click("payButton");
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(find<QLabel>("changeAmount")->text(), QStringLiteral("€1.20"));
    EXPECT_EQ(till.desk.soldHere().size(), 1);
    till.clock.advance(1000);
    click("payButton");
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    EXPECT_EQ(find<QListView>("cartList")->model()->rowCount(), 0);
}

TEST_F(WindowTest, AWholeSaleByKeyboard)
{
    press(Qt::Key_F2);
    ASSERT_TRUE(find("searchField")->hasFocus());
    type(QStringLiteral("flat"));
    till.clock.advance(200);
    press(Qt::Key_Return);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_TRUE(find<QLineEdit>("searchField")->text().isEmpty());
    press(Qt::Key_Escape);
    EXPECT_FALSE(find("searchField")->hasFocus());
    type(QStringLiteral("3"));
    press(Qt::Key_Return);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("3"));
    type(QStringLiteral("+"));
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("4"));
    type(QStringLiteral("-"));
    press(Qt::Key_F12);
    ASSERT_EQ(till.presenter.mode(), TillMode::Paying);
    type(QStringLiteral("2000"));
    press(Qt::Key_Return);
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(find<QLabel>("changeAmount")->text(), QStringLiteral("€8.60"));
    till.clock.advance(1000);
    press(Qt::Key_Return);
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
}

TEST_F(WindowTest, EscapeLeavesThePaymentAndKeepsTheCart)
{
    scan(flatWhite);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(till.presenter.mode(), TillMode::Paying);
    press(Qt::Key_Escape);
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    EXPECT_EQ(till.presenter.lines().size(), 1);
}

TEST_F(WindowTest, AScanWithFocusInTheSearchFieldLeavesNoDigitBehind)
{
    press(Qt::Key_F2);
    type(QStringLiteral("oat"));
    const QString before = find<QLineEdit>("searchField")->text();
    scan(flatWhite);
    EXPECT_EQ(find<QLineEdit>("searchField")->text(), before);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Flat white"));
}

TEST_F(WindowTest, AScannerThatStuttersIsTakenBack)
{
    press(Qt::Key_F2);
    QTest::keyClick(focus(), '4');
    till.clock.advance(80); // longer than a held key waits: the field has seen the 4 by now
    EXPECT_EQ(find<QLineEdit>("searchField")->text(), QStringLiteral("4"));
    scan(flatWhite.mid(1), 8);
    EXPECT_TRUE(find<QLineEdit>("searchField")->text().isEmpty());
    ASSERT_EQ(till.presenter.lines().size(), 1);
}

TEST_F(WindowTest, AScanNeverBecomesAQuantity)
{
    scan(flatWhite);
    scan(QStringLiteral("96385074"));
    EXPECT_TRUE(till.presenter.entryText().isEmpty());
    ASSERT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.lines().at(0).quantityText, QStringLiteral("1"));
    type(QStringLiteral("3"));
    type(QStringLiteral("*"));
    scan(flatWhite);
    EXPECT_EQ(till.presenter.lines().at(0).quantityText, QStringLiteral("4"));
}

TEST_F(WindowTest, ATypedCodeAsksWhetherToLookItUp)
{
    scan(QStringLiteral("96385074"));
    type(flatWhite);
    press(Qt::Key_Return);
    EXPECT_EQ(till.presenter.lookUpQuestion(), flatWhite);
    ASSERT_TRUE(find("messageYes")->isVisible());
    click("messageYes");
    EXPECT_EQ(till.presenter.lines().size(), 2);
}

TEST_F(WindowTest, DeleteRemovesAndControlZBringsBack)
{
    scan(flatWhite);
    press(Qt::Key_Delete);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(till.presenter.lines().size(), 1);
    press(Qt::Key_F8);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
}

TEST_F(WindowTest, AnUnknownCodeShowsAStripAndKeepsTheCart)
{
    scan(flatWhite);
    scan(QStringLiteral("5012345678900"));
    EXPECT_TRUE(find("unknownCodeStrip")->isVisible());
    EXPECT_TRUE(find<QLabel>("unknownCodeTitle")->text().contains(QStringLiteral("5012345678900")));
    EXPECT_EQ(till.presenter.lines().size(), 1);
    scan(flatWhite);
    EXPECT_FALSE(find("unknownCodeStrip")->isVisible());
}

TEST_F(WindowTest, FitsThreeScreensAsSpecified)
{
    struct Screen {
        QSize size;
        int cart;
        int pay;
        int tiles;
        int lines;
    };
    for (const Screen &screen : {Screen{{1024, 768}, 384, 72, 25, 7}, Screen{{1366, 768}, 448, 72, 30, 7},
                                 Screen{{1920, 1080}, 560, 88, 49, 10}}) {
        window.resize(screen.size);
        settle();
        EXPECT_EQ(window.size(), screen.size);
        EXPECT_EQ(find("cartPanel")->width(), screen.cart);
        EXPECT_EQ(find("payButton")->height(), screen.pay);
        auto *tiles = find<desktop::TileView>("tileGrid");
        EXPECT_GE(tiles->columns() * tiles->visibleRows(), screen.tiles);
        auto *cart = find<QListView>("cartList");
        const int lineHeight = screen.size.width() == 1920 ? 64 : 56;
        EXPECT_GE(cart->viewport()->height() / lineHeight, screen.lines);
    }
}

TEST_F(WindowTest, EveryTargetIsLargeEnoughForAFinger)
{
    for (QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->testAttribute(Qt::WA_TransparentForMouseEvents))
            continue;
        EXPECT_FALSE(button->objectName().isEmpty());
        // What can be pressed while selling is for fingers; the back office is for a mouse (ux.md 2.12).
        bool sells = true;
        for (const QString &area : window.areas())
            sells = sells && (area == QLatin1String("till") || !window.page(area)->isAncestorOf(button));
        const auto *syncPanel = window.findChild<QWidget *>(QStringLiteral("syncPanel"));
        if (syncPanel && syncPanel->isAncestorOf(button))
            sells = false;
        EXPECT_GE(button->height(), sells ? 48 : 24) << qPrintable(button->objectName());
    }
}

TEST_F(WindowTest, EveryControlHasAName)
{
    scan(flatWhite);
    press(Qt::Key_F12);
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || (widget->focusPolicy() == Qt::NoFocus && !qobject_cast<QPushButton *>(widget)))
            continue;
        if (widget->objectName().startsWith(QLatin1String("qt_")) || widget->property("noRing").toBool())
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(accessible, nullptr) << qPrintable(widget->objectName());
        EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty())
            << widget->metaObject()->className() << ' ' << qPrintable(widget->objectName());
    }
}

TEST_F(WindowTest, TwoQuickTapsOnATileAreTwoItems)
{
    auto *tiles = find<desktop::TileView>("tileGrid");
    const QPointF at = tiles->visualRect(tiles->model()->index(0, 0)).center();
    const QPointF onDisplay = tiles->viewport()->mapToGlobal(at);
    // As a display sends it: the second press comes as a double click.
    for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease, QEvent::MouseButtonDblClick,
                                    QEvent::MouseButtonRelease}) {
        const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, onDisplay, Qt::LeftButton, held, Qt::NoModifier);
        QApplication::sendEvent(tiles->viewport(), &event);
    }
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("2"));
}

TEST_F(WindowTest, AScreenReaderFindsEveryTileAndWhereItIs)
{
    auto *tiles = find<desktop::TileView>("tileGrid");
    QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(tiles);
    ASSERT_EQ(grid->childCount(), tiles->model()->rowCount());
    ASSERT_GT(grid->childCount(), 1);
    const QModelIndex second = tiles->model()->index(1, 0);
    EXPECT_EQ(grid->child(1)->text(QAccessible::Name), second.data(Qt::AccessibleTextRole).toString());
    const QRect shown = tiles->visualRect(second);
    EXPECT_EQ(grid->child(1)->rect(), QRect(tiles->viewport()->mapToGlobal(shown.topLeft()), shown.size()));
}

TEST_F(WindowTest, EveryActionOfTheTillCanBeReachedFromTheWindow)
{
    for (const auto &action : till.presenter.actions().all()) {
        const auto *drawn = window.findChild<QAction *>(QStringLiteral("action.") + action->id());
        ASSERT_NE(drawn, nullptr) << qPrintable(action->id());
        EXPECT_EQ(drawn->isEnabled(), action->isEnabled());
        EXPECT_FALSE(drawn->icon().isNull());
    }
}

TEST_F(WindowTest, ThemesSwitchWithoutARestart)
{
    const QImage light = window.grab().toImage();
    theme.setName(QStringLiteral("dark"));
    settle();
    const QImage dark = window.grab().toImage();
    const QPoint page(find<QWidget>("rail")->geometry().right() + 8, 300);
    EXPECT_EQ(dark.pixelColor(page), theme.colour("bg"));
    EXPECT_NE(light.pixelColor(page), dark.pixelColor(page));
    theme.setName(QStringLiteral("light"));
    settle();
    EXPECT_EQ(window.grab().toImage().pixelColor(page), light.pixelColor(page));
}

} // namespace crema::testing
