// SPDX-License-Identifier: GPL-3.0-or-later
// The sales and the sync panel in the real window, by their objects' names.
#include "app/desktop/example/example_sales.h"
#include "app/desktop/example/example_shop.h"
#include "tests/ui/desktop/window_fixture.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/desktop/widgets/filter_chip.h"
#include "ui/presenters/selling/sale_table_model.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QTimeZone>

#include <algorithm>

namespace crema {

using namespace testing;
using namespace desktop;

class SalesWindow : public WindowTest
{
protected:
    void goToSales()
    {
        fillExampleShop(till.desk);
        addExampleSales(till.desk, till.clock.now());
        showPage();
    }

    void showPage()
    {
        press(Qt::Key_2, Qt::AltModifier);
        settle();
    }

    [[nodiscard]] QString shownIn(const char *stack)
    {
        return find<QStackedWidget>(stack)->currentWidget()->objectName();
    }
    [[nodiscard]] QString textOf(const char *label) { return find<QLabel>(label)->text(); }
};

TEST_F(SalesWindow, ACopyOfTheReceiptIsPrintedFromTheSale)
{
    goToSales();
    till.shop.sales.openSale(till.desk.soldHere().first().sale.number);
    settle();
    EXPECT_FALSE(find("sales.print.button")->isEnabled());
    ASSERT_TRUE(till.shop.printer.set(QStringLiteral("192.168.1.50"), QStringLiteral("epson-tm-t88"), {}));
    settle();
    click("sales.print.button");
    settle();
    ASSERT_EQ(till.printer.orders.size(), 1);
    EXPECT_TRUE(till.printer.orders.first().bytes.contains("*** COPY ***"));
}

TEST_F(SalesWindow, AltTwoShowsTheSalesAndTheKeysOpenOne)
{
    goToSales();
    EXPECT_EQ(shownIn("salesStack"), QStringLiteral("salesTable"));
    auto *table = find<QTableView>("salesTable");
    EXPECT_EQ(table->model()->rowCount(), 54);
    table->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(till.shop.sales.openNumber().isEmpty());
    EXPECT_EQ(textOf("saleHeaderTitle"), till.shop.sales.openNumber());
    EXPECT_TRUE(find<QPlainTextEdit>("salePreview")->toPlainText().contains(till.shop.sales.openNumber()));
    EXPECT_FALSE(find("salesList")->isVisible()) << "one pane below 1600 px";
    press(Qt::Key_Escape);
    settle();
    EXPECT_TRUE(find("salesList")->isVisible());
    EXPECT_TRUE(find("salesTable")->hasFocus());
}

TEST_F(SalesWindow, TheFocusWaitsForTheRowsAndNotInTheFilter)
{
    till.desk.holdAnswers(true);
    goToSales();
    EXPECT_FALSE(find("salesFilter")->hasFocus());
    till.clock.advance(400);
    settle();
    ASSERT_EQ(shownIn("salesStack"), QStringLiteral("salesSkeleton"));
    EXPECT_FALSE(find("salesFilter")->hasFocus());
    till.desk.holdAnswers(false);
    settle();
    ASSERT_EQ(shownIn("salesStack"), QStringLiteral("salesTable"));
    EXPECT_TRUE(find("salesTable")->hasFocus());
    EXPECT_EQ(find<QTableView>("salesTable")->currentIndex().row(), 0);
}

TEST_F(SalesWindow, AClickOnAHeaderSortsAndTheNextOneTurnsRound)
{
    goToSales();
    auto *table = find<QTableView>("salesTable");
    const auto clickOn = [&](int column) {
        QHeaderView *header = table->horizontalHeader();
        const QPoint place(header->sectionViewportPosition(column) + 8, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, place);
        settle();
    };
    const auto totalAt = [this](qsizetype row) { return till.shop.sales.rows().at(row).total.minor(); };
    clickOn(SaleTableModel::Total);
    EXPECT_EQ(till.shop.sales.sort(), sync::SaleSort::Total);
    EXPECT_LE(totalAt(0), totalAt(1));
    clickOn(SaleTableModel::Total);
    EXPECT_GE(totalAt(0), totalAt(1));
    clickOn(SaleTableModel::Payment);
    EXPECT_EQ(till.shop.sales.sort(), sync::SaleSort::Total) << "there is no order by payment";
}

TEST_F(SalesWindow, ListAndSaleStandSideBySideInAWideWindow)
{
    window.resize(1920, 1080);
    goToSales();
    EXPECT_EQ(shownIn("salesStack"), QStringLiteral("salesRows"));
    auto *rows = find<QListView>("salesRows");
    const QRect second = rows->visualRect(rows->model()->index(1, 0));
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, Qt::NoModifier, second.center());
    settle();
    EXPECT_EQ(till.shop.sales.openNumber(), till.shop.sales.rows().at(1).number);
    EXPECT_TRUE(find("salesList")->isVisible());
    EXPECT_TRUE(find("saleDetail")->isVisible());
}

TEST_F(SalesWindow, SlashFiltersAndChipsAreTheSameFilter)
{
    goToSales();
    find("salesTable")->setFocus();
    press(Qt::Key_Slash);
    auto *field = find<QLineEdit>("salesFilter");
    ASSERT_TRUE(field->hasFocus());
    type(QStringLiteral("day:today"));
    till.clock.advance(100);
    settle();
    const auto dayOf = [](UtcTime time) {
        return QDateTime::fromMSecsSinceEpoch(time.msSinceEpoch(), QTimeZone("Europe/Berlin")).date();
    };
    const QList<sync::SaleView> &sold = till.desk.soldHere();
    const auto today = std::count_if(sold.begin(), sold.end(), [&](const sync::SaleView &sale) {
        return dayOf(sale.sale.completedAt) == dayOf(till.clock.now());
    });
    ASSERT_GT(today, 0);
    ASSERT_LT(today, sold.size());
    EXPECT_EQ(till.shop.sales.rows().size(), today);
    auto *chip = find<FilterChipButton>("salesChip0");
    ASSERT_TRUE(chip->isVisible());
    QTest::mouseClick(chip, Qt::LeftButton);
    settle();
    EXPECT_TRUE(field->text().isEmpty());
    EXPECT_FALSE(chip->isVisible());
    EXPECT_EQ(find<QTableView>("salesTable")->model()->rowCount(), 54);
    EXPECT_EQ(field->text(), QString()) << "no slash is left in the field";
}

TEST_F(SalesWindow, NoMatchOffersToClearTheFilters)
{
    goToSales();
    till.shop.sales.setQuery({.number = QStringLiteral("9999"), .state = RecordState::NeedsAttention});
    settle();
    EXPECT_EQ(shownIn("salesStack"), QStringLiteral("salesEmpty"));
    EXPECT_TRUE(textOf("salesEmptyTitle").contains(QStringLiteral("2")));
    click("salesEmptyAction");
    settle();
    EXPECT_EQ(shownIn("salesStack"), QStringLiteral("salesTable"));
}

TEST_F(SalesWindow, TheFirstUseLeadsToTheTill)
{
    showPage();
    EXPECT_EQ(shownIn("salesStack"), QStringLiteral("salesEmpty"));
    click("salesEmptyAction");
    EXPECT_EQ(till.shop.shell.address().area, QStringLiteral("till"));
}

TEST_F(SalesWindow, AFailureOffersToTryAgain)
{
    till.desk.failSales(Problem{
        ProblemKind::Device, QStringLiteral("store.damaged"), QStringLiteral("The store did not answer."), {}, {}});
    goToSales();
    EXPECT_EQ(shownIn("salesStack"), QStringLiteral("salesEmpty"));
    EXPECT_EQ(textOf("salesEmptySentence"), QStringLiteral("The store did not answer."));
    till.desk.failSales({});
    click("salesEmptyAction");
    settle();
    EXPECT_EQ(shownIn("salesStack"), QStringLiteral("salesTable"));
}

TEST_F(SalesWindow, AScannedReceiptOpensItsSaleAndALinkIsCopied)
{
    goToSales();
    scan(QStringLiteral("HARBOUR-1-000007"));
    EXPECT_EQ(till.shop.sales.openNumber(), QStringLiteral("HARBOUR-1-000007"));
    click("sales.copy-link.button");
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("crema://orders/HARBOUR-1-000007"));
}

TEST_F(SalesWindow, MarkedRowsAreSummedInTheFooter)
{
    goToSales();
    auto *table = find<QTableView>("salesTable");
    table->setFocus();
    table->selectRow(0);
    table->selectionModel()->select(table->model()->index(1, 0),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
    settle();
    EXPECT_EQ(till.shop.sales.summary().countText, QStringLiteral("2 selected"));
}

TEST_F(SalesWindow, TheSyncPanelShowsTheQueueAndClosesWithEscape)
{
    goToSales();
    EXPECT_EQ(window.findChild<QWidget *>(QStringLiteral("syncPanel")), nullptr) << "nobody has asked for it";
    press(Qt::Key_J, Qt::ControlModifier);
    settle();
    ASSERT_TRUE(find("syncPanel")->isVisible());
    auto *list = find<QListView>("queueList");
    EXPECT_TRUE(list->isVisible());
    EXPECT_EQ(list->model()->rowCount(), 9);
    EXPECT_EQ(find<Badge>("syncState")->look().text, till.shop.syncPanel.status().pill.text);
    press(Qt::Key_Escape);
    EXPECT_FALSE(find("syncPanel")->isVisible());
    EXPECT_TRUE(find("salesTable")->hasFocus()) << "the focus goes back to the page";

    press(Qt::Key_J, Qt::ControlModifier);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    press(Qt::Key_Return);
    settle();
    ASSERT_TRUE(find("attentionCard")->isVisible());
    EXPECT_FALSE(list->isVisible());
    EXPECT_TRUE(find("attention.aside")->hasFocus());
    EXPECT_TRUE(find("cardExport")->isVisible()) << "a letter can be exported";
    click("cardSubject");
    settle();
    EXPECT_EQ(till.shop.sales.openNumber(), QStringLiteral("HARBOUR-1-000051"));
    EXPECT_FALSE(find("syncPanel")->isVisible()) << "what is opened is not covered";
}

/// ux.md 2.9: yours, the server's and the result side by side, each field for itself, by keyboard alone.
TEST_F(SalesWindow, AConflictIsDecidedInThePanelByKeyboard)
{
    goToSales();
    press(Qt::Key_J, Qt::ControlModifier);
    settle();
    auto *list = find<QListView>("queueList");
    list->setFocus();
    list->setCurrentIndex(list->model()->index(3, 0));
    press(Qt::Key_Return);
    settle();
    ASSERT_TRUE(find("attentionCard")->isVisible());
    EXPECT_TRUE(find("attention.save")->hasFocus()) << "everything as it is proposed keeps theirs";
    EXPECT_GE(find("syncPanel")->width(), 640);
    EXPECT_TRUE(find<QAbstractButton>("cardTheirs.price")->isChecked());
    find("cardMine.price")->setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(find<QAbstractButton>("cardMine.price")->isChecked());
    EXPECT_FALSE(find<QAbstractButton>("cardTheirs.price")->isChecked());
    find("cardValue.sku")->setFocus();
    type(QStringLiteral("THIRD"));
    EXPECT_TRUE(find("cardValue.sku")->hasFocus()) << "typing is not interrupted";
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
    ASSERT_TRUE(till.desk.lastAnswer());
    const sync::CardAnswer answer = till.desk.lastAnswer()->second;
    EXPECT_EQ(answer.fields.value(QStringLiteral("price")).keep, Keep::Mine);
    EXPECT_EQ(answer.fields.value(QStringLiteral("sku")).typed, FieldValue(QStringLiteral("THIRD")));
    EXPECT_TRUE(find("attentionCard")->isVisible()) << "the next one";
    press(Qt::Key_Escape);
    EXPECT_TRUE(list->isVisible());
    EXPECT_TRUE(find("syncPanel")->isVisible());
    EXPECT_EQ(find("syncPanel")->width(), 400);
    EXPECT_TRUE(list->hasFocus());
}

TEST_F(SalesWindow, WhatCannotStandIsSaidBesideItsField)
{
    goToSales();
    press(Qt::Key_J, Qt::ControlModifier);
    settle();
    till.shop.syncPanel.open(3);
    settle();
    auto *value = find<QLineEdit>("cardValue.price");
    value->setFocus();
    type(QStringLiteral("13,x"));
    EXPECT_TRUE(find("cardError.price")->isVisible());
    EXPECT_EQ(value->text(), QStringLiteral("13,x"));
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
    EXPECT_FALSE(till.desk.lastAnswer());
}

TEST_F(SalesWindow, TheOfflineBannerComesOnceAndLeadsToTheQueue)
{
    EXPECT_FALSE(find("offlineBanner")->isVisible());
    till.desk.changeState().link = sync::Link::Offline;
    till.desk.changeState().queue.queued = 14;
    Q_EMIT till.desk.changed();
    ASSERT_TRUE(find("offlineBanner")->isVisible());
    EXPECT_EQ(find("offlineBanner")->height(), 48);
    click("offlineQueue");
    EXPECT_TRUE(find("syncPanel")->isVisible());
    press(Qt::Key_J, Qt::ControlModifier);
    EXPECT_FALSE(find("syncPanel")->isVisible());
    click("offlineClose");
    EXPECT_FALSE(find("offlineBanner")->isVisible());
    Q_EMIT till.desk.changed();
    EXPECT_FALSE(find("offlineBanner")->isVisible());
}

TEST_F(SalesWindow, NothingOfThePageKeepsTheColoursOfTheOldTheme)
{
    goToSales();
    till.shop.sales.openSale(QStringLiteral("HARBOUR-1-000051"));
    settle();
    theme.setName(QStringLiteral("dark"));
    settle();
    const QImage image = find("saleDetail")->grab().toImage();
    const QColor ground = theme.colour("bg");
    EXPECT_EQ(image.pixelColor(2, image.height() - 2), ground);
    EXPECT_EQ(find<QLabel>("saleHeaderTitle")->palette().color(QPalette::WindowText), theme.colour("text"));
    theme.setName(QStringLiteral("light"));
}

TEST_F(SalesWindow, WhoMayNotSeeSalesIsToldWhoCanHelp)
{
    till.desk.changeState().person->permissions = permissionsOf(Role::Warehouse);
    goToSales();
    EXPECT_EQ(shownIn("salesStack"), QStringLiteral("salesEmpty"));
    EXPECT_FALSE(find("salesFilter")->isVisible());
}

} // namespace crema
