// SPDX-License-Identifier: GPL-3.0-or-later
// The catalog in the real window: by keyboard, and what is said when something cannot be done.
#include "tests/ui/desktop/window_fixture.h"
#include "ui/desktop/widgets/data_table.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace crema::testing {

namespace {

class CatalogWindowTest : public WindowTest
{
protected:
    CatalogWindowTest()
    {
        press(Qt::Key_3, Qt::AltModifier);
        settle();
        till.clock.advance(1000);
    }

    [[nodiscard]] desktop::DataTable *table() { return find<desktop::DataTable>("catalogTable"); }
    [[nodiscard]] CatalogTableModel &model() { return till.shop.catalog.table(); }

    void select(const QString &sku, CatalogColumn column)
    {
        for (int row = 0; row < model().rowCount(); ++row) {
            if (model().rows().at(row).sku == sku)
                table()->setCurrentIndex(model().index(row, model().placeOf(column)));
        }
        table()->setFocus();
        settle();
    }

    [[nodiscard]] QString cell(const QString &sku, CatalogColumn column)
    {
        for (int row = 0; row < model().rowCount(); ++row) {
            if (model().rows().at(row).sku == sku)
                return model().index(row, model().placeOf(column)).data().toString();
        }
        return {};
    }

    void typeCell(const QString &text)
    {
        press(Qt::Key_F2);
        type(text);
        press(Qt::Key_Return);
        settle();
    }
};

} // namespace

TEST_F(CatalogWindowTest, APriceIsEditedByKeyboardAndTakenBack)
{
    ASSERT_TRUE(table()->hasFocus());
    select(QStringLiteral("FW"), CatalogColumn::Price);
    typeCell(QStringLiteral("3*1,30"));
    EXPECT_EQ(cell(QStringLiteral("FW"), CatalogColumn::Price), u"3.90");
    EXPECT_TRUE(table()->hasFocus());
    EXPECT_EQ(table()->currentIndex().row(), 1) << "Enter moves down";
    EXPECT_EQ(till.shop.notices.undoText(), u"Price of Flat white is now €3.90");
    press(Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_EQ(cell(QStringLiteral("FW"), CatalogColumn::Price), u"3.80");
}

TEST_F(CatalogWindowTest, AWrongBarcodeStaysWithTheRightDigitBelowIt)
{
    select(QStringLiteral("FW"), CatalogColumn::Barcode);
    typeCell(QStringLiteral("4006381333932"));
    auto *editor = find<QLineEdit>("cellEditor");
    ASSERT_NE(editor, nullptr);
    EXPECT_EQ(editor->text(), u"4006381333932");
    EXPECT_TRUE(editor->hasFocus());
    auto *sentence = find<QLabel>("cellProblemText");
    EXPECT_TRUE(sentence->isVisible());
    EXPECT_TRUE(sentence->text().contains(u"should be 1")) << sentence->text().toStdString();
    press(Qt::Key_Escape);
    EXPECT_FALSE(table()->isEditing());
    EXPECT_EQ(cell(QStringLiteral("FW"), CatalogColumn::Barcode), u"4006381333931");
}

TEST_F(CatalogWindowTest, ATakenBarcodeLeadsToItsOwner)
{
    select(QStringLiteral("CC"), CatalogColumn::Barcode);
    typeCell(QStringLiteral("4006381333931"));
    EXPECT_EQ(find<QPushButton>("cellProblemLink")->text(), u"Open Flat white");
    click("cellProblemLink");
    settle();
    EXPECT_EQ(find<QLabel>("productHeaderTitle")->text(), u"Flat white");
    EXPECT_FALSE(till.shop.catalog.place().isEmpty());
}

TEST_F(CatalogWindowTest, AFilterThatFindsNothingIsClearedByItsButton)
{
    press(Qt::Key_Slash);
    ASSERT_TRUE(find<QLineEdit>("catalogFilter")->hasFocus());
    type(QStringLiteral("category:bakery"));
    settle();
    EXPECT_TRUE(find("catalogEmpty")->isVisible());
    EXPECT_EQ(find<QLabel>("catalogEmptyTitle")->text(), u"There is no category “bakery”");
    click("catalogEmptyAction");
    settle();
    EXPECT_TRUE(find<QLineEdit>("catalogFilter")->text().isEmpty());
    EXPECT_TRUE(table()->isVisible());
    EXPECT_EQ(model().rowCount(), 5);
}

TEST_F(CatalogWindowTest, AChipSaysWhatTheFieldSaysAndTakesItOff)
{
    press(Qt::Key_Slash);
    type(QStringLiteral("category:beans guji"));
    settle();
    EXPECT_EQ(model().rowCount(), 1);
    click("chip.category:Beans");
    settle();
    EXPECT_EQ(find<QLineEdit>("catalogFilter")->text(), u"guji");
}

TEST_F(CatalogWindowTest, EnterOpensTheProductEscLeadsBackAndTheHistoryKnowsBoth)
{
    select(QStringLiteral("GUJI-250"), CatalogColumn::Name);
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(find("productPanel")->isVisible());
    EXPECT_FALSE(table()->isVisible()) << "there is no room for both";
    EXPECT_EQ(till.shop.shell.address().place, till.shop.catalog.place());
    press(Qt::Key_Escape);
    settle();
    EXPECT_TRUE(table()->hasFocus());
    EXPECT_TRUE(till.shop.shell.address().place.isEmpty());
    press(Qt::Key_Left, Qt::AltModifier);
    settle();
    EXPECT_EQ(find<QLabel>("productHeaderTitle")->text(), u"Guji Natural 250 g");
}

TEST_F(CatalogWindowTest, AWideWindowShowsTheListBesideTheProduct)
{
    window.resize(1920, 1080);
    settle();
    select(QStringLiteral("GUJI-250"), CatalogColumn::Name);
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(find("productPanel")->isVisible());
    EXPECT_TRUE(table()->isVisible());
    EXPECT_GE(find("catalogList")->width(), 360);
    EXPECT_LE(find("catalogList")->width(), 560);
}

TEST_F(CatalogWindowTest, ColumnsAreRememberedByTheNextWindow)
{
    table()->setColumnWanted(model().placeOf(CatalogColumn::Sku), false);
    desktop::MainWindow next(theme, till.shop, till.clock, QLocale::c());
    const auto *other = next.findChild<desktop::DataTable *>(QStringLiteral("catalogTable"));
    EXPECT_FALSE(other->isColumnWanted(model().placeOf(CatalogColumn::Sku)));
    EXPECT_TRUE(other->isColumnWanted(model().placeOf(CatalogColumn::Barcode)));
}

TEST_F(CatalogWindowTest, AScanIntoABarcodeCellIsItsText)
{
    select(QStringLiteral("JAR"), CatalogColumn::Barcode);
    press(Qt::Key_F2);
    scan(QStringLiteral("5901234123464"));
    EXPECT_TRUE(till.shop.catalog.place().isEmpty()) << "it is not looked up";
    EXPECT_EQ(find<QLineEdit>("cellEditor")->text(), u"5901234123464");
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(cell(QStringLiteral("JAR"), CatalogColumn::Barcode), u"5901234123464");
}

TEST_F(CatalogWindowTest, AScanOpensTheProductWhateverHasTheFocus)
{
    press(Qt::Key_Slash);
    scan(QStringLiteral("5901234123457"));
    EXPECT_EQ(find<QLabel>("productHeaderTitle")->text(), u"Guji Natural 250 g");
    EXPECT_TRUE(find<QLineEdit>("catalogFilter")->text().isEmpty());
}

TEST_F(CatalogWindowTest, WhoMayNotSeeItIsToldWhoCanHelp)
{
    till.desk.changeState().person->permissions = {Permission::SalesCreate};
    Q_EMIT till.desk.changed();
    settle();
    EXPECT_TRUE(find("catalogEmpty")->isVisible());
    EXPECT_FALSE(find("catalogFilter")->isVisible());
    EXPECT_FALSE(table()->isVisible());
}

} // namespace crema::testing
