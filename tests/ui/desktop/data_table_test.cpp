// SPDX-License-Identifier: GPL-3.0-or-later
// The table of all lists: keys, cells, columns.
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"

#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <gtest/gtest.h>

namespace crema::desktop {

namespace {

class DataTableTest : public ::testing::Test
{
protected:
    DataTableTest() : model(3, 4)
    {
        theme.apply(*qApp);
        const QList<QStringList> rows{{u"Guji"_qs, u"G-250"_qs, u"14.50"_qs, u"Beans"_qs},
                                      {u"House"_qs, u"H-1000"_qs, u"24.90"_qs, u"Beans"_qs},
                                      {u"Milk \"oat\""_qs, u"OAT"_qs, u"3.20"_qs, u"Pantry"_qs}};
        for (int row = 0; row < rows.size(); ++row) {
            for (int column = 0; column < 4; ++column)
                model.setItem(row, column, new QStandardItem(rows.at(row).at(column)));
        }
        for (int row = 0; row < 3; ++row)
            model.item(row, 1)->setEditable(false);
        model.setHorizontalHeaderLabels({u"Product"_qs, u"SKU"_qs, u"Price"_qs, u"Category"_qs});
        table.setTable(&model, {{.id = u"name"_qs, .title = u"Product"_qs, .kind = ColumnKind::Name, .stretches = true},
                                {.id = u"sku"_qs, .title = u"SKU"_qs, .width = 100, .importance = 1},
                                {.id = u"price"_qs, .title = u"Price"_qs, .kind = ColumnKind::Number, .width = 100},
                                {.id = u"category"_qs, .title = u"Category"_qs, .width = 120, .importance = 2}});
        table.resize(700, 300);
        table.show();
        table.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&table));
        table.setFocus();
    }

    [[nodiscard]] QLineEdit *editor() { return table.findChild<QLineEdit *>(QStringLiteral("cellEditor")); }
    [[nodiscard]] bool problemShown()
    {
        const auto *problem = table.findChild<QFrame *>(QStringLiteral("cellProblem"));
        return problem && problem->isVisible();
    }

    Theme theme{QStringLiteral("light")};
    QStandardItemModel model;
    DataTable table{theme, QStringLiteral("table")};
};

} // namespace

TEST_F(DataTableTest, EnterSavesACellAndMovesDown)
{
    QSignalSpy submitted(&table, &DataTable::editSubmitted);
    table.setCurrentIndex(model.index(0, 2));
    QTest::keyClick(&table, Qt::Key_F2);
    ASSERT_NE(editor(), nullptr);
    EXPECT_EQ(editor()->text(), u"14.50");
    QTest::keyClicks(editor(), QStringLiteral("15"));
    QTest::keyClick(editor(), Qt::Key_Return);
    ASSERT_EQ(submitted.size(), 1);
    EXPECT_EQ(submitted.first().at(1).toString(), u"15");
    EXPECT_TRUE(table.isEditing()) << "until it is known that the text was taken";
    table.acceptEdit();
    EXPECT_FALSE(table.isEditing());
    EXPECT_EQ(table.currentIndex(), model.index(1, 2));
    EXPECT_TRUE(table.hasFocus());
}

TEST_F(DataTableTest, TabMovesToTheSideAndUnchangedTextIsNotSent)
{
    QSignalSpy submitted(&table, &DataTable::editSubmitted);
    table.editCell(model.index(0, 2));
    QTest::keyClick(editor(), Qt::Key_Tab);
    EXPECT_EQ(submitted.size(), 0);
    EXPECT_EQ(table.currentIndex(), model.index(0, 3));
}

TEST_F(DataTableTest, ARefusedTextStaysWithItsSentenceAndEscGivesTheOldOneBack)
{
    QSignalSpy link(&table, &DataTable::editLinkChosen);
    table.editCell(model.index(0, 2));
    QTest::keyClicks(editor(), QStringLiteral("abc"));
    QTest::keyClick(editor(), Qt::Key_Return);
    table.refuseEdit(QStringLiteral("“abc” cannot be read as an amount."), QStringLiteral("Open Guji"));
    ASSERT_NE(editor(), nullptr);
    EXPECT_EQ(editor()->text(), u"abc");
    EXPECT_FALSE(editor()->isReadOnly());
    EXPECT_TRUE(problemShown());
    EXPECT_EQ(editor()->accessibleDescription(), u"“abc” cannot be read as an amount.");
    QTest::mouseClick(table.findChild<QPushButton *>(QStringLiteral("cellProblemLink")), Qt::LeftButton);
    EXPECT_EQ(link.size(), 1);
    QTest::keyClick(editor(), Qt::Key_Escape);
    EXPECT_FALSE(table.isEditing());
    EXPECT_FALSE(problemShown());
    EXPECT_EQ(model.index(0, 2).data().toString(), u"14.50");
}

TEST_F(DataTableTest, ACellThatIsKeptSaysSo)
{
    QSignalSpy refused(&table, &DataTable::editRefused);
    table.setCurrentIndex(model.index(0, 1));
    QTest::keyClick(&table, Qt::Key_F2);
    EXPECT_FALSE(table.isEditing());
    EXPECT_EQ(refused.size(), 1);
}

TEST_F(DataTableTest, EnterOpensTheRow)
{
    QSignalSpy opened(&table, &DataTable::opened);
    table.setCurrentIndex(model.index(1, 0));
    QTest::keyClick(&table, Qt::Key_Return);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened.first().first().toModelIndex().row(), 1);
}

TEST_F(DataTableTest, ClicksOnTheHeaderMakeOneKeyAndWithShiftTheNext)
{
    QSignalSpy wanted(&table, &DataTable::sortWanted);
    QHeaderView *header = table.horizontalHeader();
    const auto click = [&](int column, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers,
                          {header->sectionViewportPosition(column) + 20, header->height() / 2});
        const auto keys = wanted.last().first().value<QList<SortKey>>();
        table.setSortKeys(keys);
        return keys;
    };
    EXPECT_EQ(click(3, Qt::NoModifier), (QList<SortKey>{{3, Qt::AscendingOrder}}));
    EXPECT_EQ(click(2, Qt::ShiftModifier), (QList<SortKey>{{3, Qt::AscendingOrder}, {2, Qt::AscendingOrder}}));
    EXPECT_EQ(click(2, Qt::ShiftModifier), (QList<SortKey>{{3, Qt::AscendingOrder}, {2, Qt::DescendingOrder}}));
    EXPECT_EQ(click(0, Qt::NoModifier), (QList<SortKey>{{0, Qt::AscendingOrder}}));
    EXPECT_EQ(click(0, Qt::NoModifier), (QList<SortKey>{{0, Qt::DescendingOrder}}));
}

TEST_F(DataTableTest, CopyIsTabSeparatedWithTheColumnsShown)
{
    table.setColumnWanted(1, false);
    table.selectRow(1);
    table.selectionModel()->select(model.index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(),
              u"Product\tPrice\tCategory\nHouse\t24.90\tBeans\n\"Milk \"\"oat\"\"\"\t3.20\tPantry\n");
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith(QStringLiteral("House")));
}

TEST_F(DataTableTest, WhereThereIsNoRoomTheLeastImportantColumnsGoFirst)
{
    EXPECT_EQ(table.shownColumns(), (QList<int>{0, 1, 2, 3}));
    table.resize(420, 300);
    EXPECT_EQ(table.shownColumns(), (QList<int>{0, 1, 2}));
    table.resize(300, 300);
    EXPECT_EQ(table.shownColumns(), (QList<int>{0, 2}));
    EXPECT_EQ(table.horizontalHeader()->length(), table.viewport()->width());
    table.resize(700, 300);
    EXPECT_EQ(table.shownColumns(), (QList<int>{0, 1, 2, 3}));
}

TEST_F(DataTableTest, TheLayoutIsRememberedAndForeignTextChangesNothing)
{
    table.setColumnWanted(3, false);
    table.horizontalHeader()->resizeSection(1, 200);
    const QString text = table.layoutText();
    table.resetLayout();
    EXPECT_EQ(table.shownColumns().size(), 4);
    EXPECT_EQ(table.columnWidth(1), 100);
    table.setLayoutText(QStringLiteral("of:another:version,,x"));
    EXPECT_EQ(table.shownColumns().size(), 4);
    table.setLayoutText(text);
    EXPECT_EQ(table.shownColumns(), (QList<int>{0, 1, 2}));
    EXPECT_EQ(table.columnWidth(1), 200);
    EXPECT_EQ(table.layoutText(), text);
}

TEST_F(DataTableTest, SpaceMarksRowsAndLettersAreLeftToThePage)
{
    table.setCurrentIndex(model.index(0, 0));
    QTest::keyClick(&table, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(&table, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(&table, Qt::Key_Space);
    EXPECT_EQ(table.selectedRows(), (QList<int>{0, 2}));
    QTest::keyClick(&table, Qt::Key_H);
    EXPECT_EQ(table.currentIndex().row(), 2) << "typing letters does not jump";
}

} // namespace crema::desktop
