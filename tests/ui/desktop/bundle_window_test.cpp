// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle in the real window: put together from the catalog by typing and by scanning.
#include "tests/ui/desktop/window_fixture.h"
#include "ui/desktop/widgets/data_table.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace crema::testing {

namespace {

class BundleWindow : public WindowTest
{
protected:
    /// The product with this SKU, as somebody opens it from the list.
    void open(const QString &sku)
    {
        press(Qt::Key_3, Qt::AltModifier);
        settle();
        till.clock.advance(1000);
        CatalogTableModel &model = till.shop.catalog.table();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.rows().at(row).sku == sku)
                till.shop.catalog.openRow(row);
        }
        settle();
        ASSERT_TRUE(find("productPanel")->isVisible());
    }

    void typeInto(QLineEdit *field, const QString &text)
    {
        for (const QChar letter : text) {
            QTest::keyClick(field, letter.toLatin1());
            till.clock.advance(120);
        }
        settle();
    }
};

} // namespace

TEST_F(BundleWindow, IsPutTogetherFromTheCatalog)
{
    open(QStringLiteral("HOUSE-1000"));
    EXPECT_EQ(find<QLabel>("productParts")->text(), QStringLiteral("–"));
    click("productEditParts");
    settle();
    auto *search = find<QLineEdit>("bundleSearch");
    ASSERT_NE(search, nullptr);
    EXPECT_TRUE(find("bundleNone")->isVisible());
    EXPECT_FALSE(find("bundleSave")->isEnabled());
    typeInto(search, QStringLiteral("guji"));
    click("bundleHit0");
    settle();
    search->clear();
    typeInto(search, QStringLiteral("FW"));
    QTest::keyClick(search, Qt::Key_Return);
    settle();
    EXPECT_TRUE(search->text().isEmpty()) << "the next one is typed at once";
    EXPECT_EQ(find<QLabel>("bundleName0")->text(), QStringLiteral("Guji Natural 250 g"));
    find<QSpinBox>("bundleQuantity1")->setValue(4);
    settle();
    EXPECT_TRUE(find<QLabel>("bundleSum")->text().contains(QStringLiteral("29.70"))) << "14.50 and four of 3.80";
    click("bundleSave");
    settle();
    EXPECT_EQ(find<QLabel>("productParts")->text(), QStringLiteral("1 × Guji Natural 250 g, 4 × Flat white"));
    EXPECT_EQ(find<QPushButton>("productEditParts")->text(), QStringLiteral("Change the parts…"));
}

TEST_F(BundleWindow, TakesAScanAndIsRefusedWithWords)
{
    open(QStringLiteral("HOUSE-1000"));
    click("productEditParts");
    settle();
    ASSERT_TRUE(find("bundleDialog")->isVisible());
    scan(QStringLiteral("4006381333931"));
    EXPECT_EQ(find<QLabel>("bundleName0")->text(), QStringLiteral("Flat white"));
    click("bundleSave");
    settle();
    EXPECT_TRUE(find("bundleDialog")->isVisible());
    EXPECT_TRUE(find<QLabel>("bundleProblem")->text().contains(QStringLiteral("costs at most")))
        << "24.90 for one coffee";
    click("bundleAway0");
    settle();
    EXPECT_TRUE(find("bundleNone")->isVisible());
    EXPECT_TRUE(find("bundleSearch")->hasFocus()) << "the button is gone with its row";
    click("bundleBack");
    settle();
    EXPECT_FALSE(till.shop.notices.canUndo()) << "nothing was saved";
}

} // namespace crema::testing
