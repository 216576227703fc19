// SPDX-License-Identifier: GPL-3.0-or-later
// What holds in every state of the till: targets for fingers, names for screen readers, a way round by keys.
#include "app/desktop/example/memory_preferences.h"
#include "tests/ui/desktop/window_fixture.h"
#include "ui/desktop/till/cart_view.h"
#include "ui/desktop/till/tile_view.h"
#include "ui/presenters/till/cart_list_model.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>

namespace crema::testing {

namespace {

const QString flatWhite = QStringLiteral("4006381333931");

} // namespace

class TillStates : public WindowTest
{
protected:
    TillStates()
    {
        till.desk.addVariant(QStringLiteral("Harbour Espresso"), QStringLiteral("250 g"), QStringLiteral("HE-250"),
                             QStringLiteral("4012345000016"), 1150, 1);
        till.desk.addVariant(QStringLiteral("Harbour Espresso"), QStringLiteral("1 kg"), QStringLiteral("HE-1000"),
                             QStringLiteral("4012345000023"), 3990, 1);
        Q_EMIT till.desk.dataChanged();
        settle();
    }

    [[nodiscard]] int lastTile() { return static_cast<int>(till.presenter.tiles().size()) - 1; }

    /// Brings the till to each of its states in turn.
    void forEachState(const std::function<void(const char *)> &check)
    {
        check("empty");
        scan(flatWhite);
        check("selling");
        till.presenter.addTile(lastTile());
        settle();
        check("options");
        till.presenter.closeOptions();
        till.presenter.setSearchText(QStringLiteral("harbour"));
        till.clock.advance(200);
        settle();
        check("search");
        till.presenter.setSearchText({});
        scan(QStringLiteral("5012345678900"));
        check("unknown code");
        till.shop.unknownCode.create();
        settle();
        check("new product");
        till.shop.unknownCode.ignore();
        till.presenter.startPaying();
        settle();
        check("paying");
        till.clock.advance(1000);
        till.presenter.completeCash();
        settle();
        check("change");
        click("receiptButton");
        settle();
        check("receipt");
        till.presenter.newSale();
        till.shop.lock.lock();
        settle();
        check("locked");
    }
};

TEST_F(TillStates, EveryTargetIsLargeEnoughAndApart)
{
    for (const QSize &size : {QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)}) {
        window.resize(size);
        settle();
        auto *tiles = find<desktop::TileView>("tileGrid");
        const QRect first = tiles->visualRect(tiles->model()->index(0, 0));
        const QRect second = tiles->visualRect(tiles->model()->index(1, 0));
        EXPECT_GE(first.height(), 96);
        EXPECT_GE(second.left() - first.right() - 1, 8);
    }
    window.resize(1024, 768);
    settle();
    forEachState([this](const char *state) {
        QList<QAbstractButton *> seen;
        for (QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
            const bool target = button->isVisible() && !button->testAttribute(Qt::WA_TransparentForMouseEvents) &&
                                !qobject_cast<QLineEdit *>(button->parentWidget());
            if (!target || !(find("pageArea")->isAncestorOf(button) || find("lockOverlay")->isAncestorOf(button)))
                continue;
            EXPECT_GE(button->height(), 48) << state << ' ' << qPrintable(button->objectName());
            EXPECT_GE(button->width(), 48) << state << ' ' << qPrintable(button->objectName());
            for (const QAbstractButton *other : std::as_const(seen)) {
                const QRect near = button->rect().translated(button->mapTo(&window, QPoint())).adjusted(-7, -7, 7, 7);
                EXPECT_FALSE(near.intersects(other->rect().translated(other->mapTo(&window, QPoint()))))
                    << state << ' ' << qPrintable(button->objectName()) << " and " << qPrintable(other->objectName());
            }
            seen.append(button);
        }
        if (find("payButton")->isVisible()) {
            EXPECT_GE(find("payButton")->height(), 72) << state;
        }
    });
}

TEST_F(TillStates, EverythingThatTakesTheFocusHasAName)
{
    forEachState([this](const char *state) {
        for (QWidget *widget : window.findChildren<QWidget *>()) {
            const bool reachable = widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(widget);
            if (!widget->isVisible() || !reachable || widget->objectName().startsWith(QLatin1String("qt_")) ||
                qobject_cast<QLineEdit *>(widget->parentWidget()))
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            ASSERT_NE(accessible, nullptr) << state << ' ' << qPrintable(widget->objectName());
            EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty() && widget->objectName() != u"tillPage")
                << state << ' ' << widget->metaObject()->className() << ' ' << qPrintable(widget->objectName());
        }
    });
}

TEST_F(TillStates, TheLinesAndTilesAreReadOutWhole)
{
    scan(flatWhite);
    const auto *cart = find<QListView>("cartList");
    EXPECT_EQ(cart->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("1 × Flat white, €3.80, line 1 of 1"));
    EXPECT_EQ(cart->accessibleDescription(), QStringLiteral("1 × Flat white, €3.80, line 1 of 1; total €3.80"));
    const auto *tiles = find<desktop::TileView>("tileGrid");
    EXPECT_TRUE(tiles->model()
                    ->index(lastTile(), 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("asks for the variant")));
}

TEST_F(TillStates, AVariantIsChosenByItsNumber)
{
    auto *tiles = find<desktop::TileView>("tileGrid");
    QTest::mouseClick(tiles->viewport(), Qt::LeftButton, Qt::NoModifier,
                      tiles->visualRect(tiles->model()->index(lastTile(), 0)).center());
    settle();
    ASSERT_TRUE(find("optionsPanel")->isVisible());
    EXPECT_TRUE(find("option0")->hasFocus());
    type(QStringLiteral("2"));
    settle();
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Harbour Espresso 1 kg"));
    EXPECT_FALSE(find("optionsPanel")->isVisible());
    till.presenter.addTile(lastTile());
    settle();
    press(Qt::Key_Escape);
    EXPECT_FALSE(find("optionsPanel")->isVisible());
    EXPECT_EQ(till.presenter.lines().size(), 1);
}

TEST_F(TillStates, AVariantIsChosenByTouch)
{
    till.presenter.addTile(lastTile());
    settle();
    click("option0");
    settle();
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().detail, QStringLiteral("250 g"));
}

TEST_F(TillStates, SwipingALineRemovesIt)
{
    scan(flatWhite);
    auto *cart = find<desktop::CartView>("cartList");
    const QPoint start = cart->visualRect(cart->model()->index(0, 0)).center();
    const auto drag = [&](int far) {
        QTest::mousePress(cart->viewport(), Qt::LeftButton, {}, start);
        QMouseEvent move(QEvent::MouseMove, start - QPoint(far, 0),
                         cart->viewport()->mapToGlobal(start - QPoint(far, 0)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(cart->viewport(), &move);
        QTest::mouseRelease(cart->viewport(), Qt::LeftButton, {}, start - QPoint(far, 0));
        settle();
    };
    drag(60);
    EXPECT_EQ(till.presenter.lines().size(), 1) << "half a swipe springs back";
    drag(160);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    till.shop.notices.undo();
    EXPECT_EQ(till.presenter.lines().size(), 1);
}

TEST_F(TillStates, TheReceiptIsTheOneThatPrints)
{
    scan(flatWhite);
    till.presenter.startPaying();
    till.presenter.completeCash();
    settle();
    ASSERT_TRUE(find("changePanel")->isVisible());
    EXPECT_GE(find<QLabel>("changeAmount")->font().pixelSize(), 56);
    EXPECT_FALSE(find("receiptText")->isVisible());
    till.clock.advance(1000);
    type(QStringLiteral("r"));
    ASSERT_TRUE(find("receiptText")->isVisible());
    const QString printed = till.presenter.receiptText(42).replace(QChar::Nbsp, u' '); // as plain text edits give it
    EXPECT_EQ(find<QPlainTextEdit>("receiptText")->toPlainText(), printed);
    EXPECT_EQ(find("receiptButton")->height(), 64);
    EXPECT_EQ(find("noReceiptButton")->height(), 64);
    click("noReceiptButton");
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
}

TEST_F(TillStates, AWholeSaleByScannerAlone)
{
    scan(flatWhite);
    scan(QStringLiteral("4012345000016"));
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€15.30"));
    press(Qt::Key_F12);
    till.clock.advance(1000);
    press(Qt::Key_F12);
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    till.clock.advance(1000);
    scan(flatWhite);
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling) << "the next scan begins the next sale";
    EXPECT_EQ(till.presenter.lines().size(), 1);
}

TEST_F(TillStates, ASaleThatWasOpenWhenTheProgramEndedGoesOn)
{
    scan(flatWhite);
    QLocale locale(QLocale::English, QLocale::Ireland);
    desktop::MemoryPreferences preferences;
    ShopPresenters again(till.desk, till.clock, preferences, locale); // the program starts anew on the same store
    desktop::MainWindow second(theme, again, till.clock, locale);
    second.show();
    again.start();
    settle();
    auto *strip = second.findChild<QWidget *>(QStringLiteral("openCartStrip"));
    ASSERT_TRUE(strip->isVisible());
    QTest::mouseClick(second.findChild<QWidget *>(QStringLiteral("openCartYes")), Qt::LeftButton);
    settle();
    EXPECT_FALSE(strip->isVisible());
    ASSERT_EQ(again.till.lines().size(), 1);
    EXPECT_EQ(again.till.lines().first().name, QStringLiteral("Flat white"));
}

TEST_F(TillStates, ASaleThatWasLeftIsFoundAgain)
{
    scan(flatWhite);
    QLocale locale(QLocale::English, QLocale::Ireland);
    desktop::MemoryPreferences preferences;
    ShopPresenters again(till.desk, till.clock, preferences, locale);
    desktop::MainWindow second(theme, again, till.clock, locale);
    second.show();
    again.start();
    settle();
    const auto part = [&second](const char *name) { return second.findChild<QWidget *>(QString::fromLatin1(name)); };
    EXPECT_FALSE(part("parkedSales")->isVisible());
    QTest::mouseClick(part("openCartNo"), Qt::LeftButton);
    settle();
    EXPECT_FALSE(part("openCartStrip")->isVisible());
    ASSERT_TRUE(part("parkedSales")->isVisible()) << "the way back is in sight";
    QTest::mouseClick(part("parkedSales"), Qt::LeftButton);
    settle();
    ASSERT_TRUE(part("parkedPanel")->isVisible());
    QTest::mouseClick(part("parked0"), Qt::LeftButton);
    settle();
    EXPECT_EQ(again.till.lines().size(), 1);
    EXPECT_FALSE(part("parkedSales")->isVisible());
    EXPECT_TRUE(part("tileGrid")->isVisible()) << "the products are back";
}

TEST_F(TillStates, TheShiftIsCountedAndClosedInTheWindow)
{
    Action &close = *till.shop.drawer.actions().find(u"shift.close");
    scan(flatWhite);
    ASSERT_TRUE(close.trigger());
    settle();
    EXPECT_TRUE(find<QLabel>("shiftProblem")->isVisible()) << "a sale is in the cart";
    EXPECT_FALSE(find("shiftNext")->isEnabled());
    click("shiftBack");
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    press(Qt::Key_F12);
    till.clock.advance(1000);
    press(Qt::Key_F12);
    till.clock.advance(1000);
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    ASSERT_TRUE(close.trigger());
    settle();
    ASSERT_TRUE(find("closeShiftDialog")->isVisible());
    const auto enter = [this](const char *name, const char *text) {
        auto *field = find<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        for (const char *letter = text; *letter; ++letter) {
            QTest::keyClick(field, *letter);
            till.clock.advance(120);
        }
    };
    enter("shiftPiece2", "2"); // €50
    enter("shiftPiece6", "1"); // €2
    EXPECT_EQ(find<QLineEdit>("shiftTotal")->text(), QStringLiteral("102.00"));
    enter("shiftTotal", "101.005");
    click("shiftNext");
    EXPECT_TRUE(find("shiftProblem")->isVisible()) << "more decimals than the currency has";
    EXPECT_TRUE(find<QLineEdit>("shiftPiece2")->text().isEmpty()) << "the sum is no longer that of the pieces";
    enter("shiftTotal", "101.50");
    click("shiftNext");
    settle();
    EXPECT_TRUE(find<QLabel>("shiftQuestion")->text().contains(QStringLiteral("€101.50")));
    EXPECT_EQ(find("closeShiftDialog")->focusWidget(), find("shiftCountAgain")) << "Enter closes nothing";
    ASSERT_TRUE(till.desk.state().openShift);
    till.desk.failShift =
        Problem{ProblemKind::Device, QStringLiteral("store.disk_full"), QStringLiteral("The disk is full."), {}, {}};
    click("shiftClose");
    settle();
    EXPECT_TRUE(find<QLabel>("shiftProblem")->isVisible()) << "what went wrong stays to be read";
    EXPECT_EQ(find<QLabel>("shiftProblem")->text(), QStringLiteral("The disk is full."));
    EXPECT_TRUE(find("shiftNext")->isEnabled());
    click("shiftNext");
    till.desk.holdAnswers(true);
    click("shiftClose");
    QTest::keyClick(find("closeShiftDialog"), Qt::Key_Escape);
    EXPECT_TRUE(find("closeShiftDialog")->isVisible()) << "nobody would see the answer";
    till.desk.holdAnswers(false);
    settle();
    ASSERT_TRUE(find("shiftDone")->isVisible());
    EXPECT_FALSE(till.desk.state().openShift);
    EXPECT_EQ(find<QLabel>("shiftResult0")->text(), till.shop.drawer.closed()->countedText);
    EXPECT_FALSE(find<QLabel>("shiftVerdict")->text().isEmpty());
    QTest::keyClick(find("shiftDone"), Qt::Key_Return);
    settle();
    EXPECT_FALSE(close.isEnabled());
}

TEST_F(TillStates, RegionsFollowEachOther)
{
    scan(flatWhite);
    press(Qt::Key_F2);
    ASSERT_TRUE(find("searchField")->hasFocus());
    press(Qt::Key_F6, Qt::ControlModifier);
    EXPECT_TRUE(find("cartPanel")->isAncestorOf(focus())) << qPrintable(focus()->objectName());
    press(Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(find("searchField")->hasFocus()) << "back where it was";
}

TEST_F(TillStates, TheListOfKeysNamesWhatWorksHere)
{
    scan(flatWhite);
    press(Qt::Key_F1);
    auto *list = find("keyList");
    ASSERT_TRUE(list->isVisible());
    QStringList texts;
    for (const QLabel *label : list->findChildren<QLabel *>())
        texts.append(label->text());
    for (const char *text : {"F12", "Ctrl+F", "Ctrl+Shift+L", "Ctrl+F6", "0–9"})
        EXPECT_TRUE(texts.contains(QString::fromUtf8(text))) << text;
    press(Qt::Key_F12);
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling) << "reading is not pressing";
    press(Qt::Key_Escape);
    EXPECT_FALSE(list->isVisible());
    press(Qt::Key_Slash, Qt::ControlModifier);
    EXPECT_TRUE(list->isVisible()) << "each F-key has a twin";
}

} // namespace crema::testing
