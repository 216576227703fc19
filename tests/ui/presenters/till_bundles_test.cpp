// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles at the till: one line with its parts below, changed and removed as a whole; and how one is put together.
#include "tests/ui/testing/till_fixture.h"
#include "ui/presenters/till/bundle_words.h"

#include <QCoreApplication>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

using namespace testing;

namespace {

const QLocale irish(QLocale::English, QLocale::Ireland);

class TillBundles : public ::testing::Test
{
protected:
    TillBundles()
    {
        till.desk.addBundle(QStringLiteral("Gift box"), QStringLiteral("BOX"), {}, 1700,
                            {{QStringLiteral("GUJI-250"), 1}, {QStringLiteral("FW"), 2}});
    }

    /// What the catalog says of a code now.
    sync::CodeHit hit(const QString &code)
    {
        std::optional<sync::CodeHit> found;
        till.desk.findByCode(code).then([&](const Result<sync::CodeHit> &answer) { found = answer.value(); });
        QCoreApplication::processEvents();
        return found.value();
    }

    Till till;
    TillPresenter &presenter = till.presenter;
};

} // namespace

TEST_F(TillBundles, AreOneLineWithItsParts)
{
    presenter.enterCode(QStringLiteral("BOX"));
    presenter.enterCode(QStringLiteral("FW"));
    ASSERT_EQ(presenter.lines().size(), 2);
    const CartLineView &box = presenter.lines().first();
    EXPECT_EQ(box.name, QStringLiteral("Gift box"));
    EXPECT_EQ(box.totalText, QStringLiteral("€17.00"));
    EXPECT_EQ(box.parts, (QStringList{QStringLiteral("1 × Guji Natural 250 g"), QStringLiteral("2 × Flat white")}));
    EXPECT_TRUE(box.detail.contains(QStringLiteral("2 × Flat white"))) << box.detail.toStdString();
    EXPECT_TRUE(box.spoken.contains(QStringLiteral("Guji Natural 250 g")));
    EXPECT_EQ(presenter.lines().last().totalText, QStringLiteral("€3.80")) << "the one beside it is no part of it";
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€20.80"));
    EXPECT_EQ(presenter.totals().rows.first().amountText, QStringLiteral("€20.80"))
        << "its price, not that of its parts";
    ASSERT_TRUE(presenter.quotedSale());
    EXPECT_EQ(presenter.quotedSale()->lines.size(), 3);
    EXPECT_EQ(till.shop.display.view().lines.first().detail, QStringLiteral("1 × Guji Natural 250 g, 2 × Flat white"));
}

TEST_F(TillBundles, AreChangedAndRemovedAsAWhole)
{
    presenter.enterCode(QStringLiteral("BOX"));
    presenter.changeQuantity(1);
    EXPECT_EQ(presenter.lines().first().totalText, QStringLiteral("€34.00"));
    EXPECT_EQ(presenter.lines().first().parts.last(), QStringLiteral("4 × Flat white"));
    EXPECT_EQ(presenter.totals().itemCount, 2);
    presenter.removeLine(0);
    EXPECT_TRUE(presenter.lines().isEmpty());
    presenter.undo();
    EXPECT_EQ(presenter.lines().first().totalText, QStringLiteral("€34.00"));
}

TEST_F(TillBundles, SayWhyTheyCostWhatTheyCost)
{
    presenter.enterCode(QStringLiteral("BOX"));
    const QStringList steps = priceStepsOfRow(*presenter.quotedSale(), 0, irish);
    ASSERT_FALSE(steps.isEmpty());
    EXPECT_EQ(steps.first(), QStringLiteral("The parts of 1 × Gift box cost €22.10 one by one, and together €17.00."));
    EXPECT_TRUE(steps.last().contains(QStringLiteral("€17.00")));
    EXPECT_TRUE(priceStepsOfRow(*presenter.quotedSale(), 1, irish).isEmpty());
}

TEST_F(TillBundles, CostNoMoreThanTheirPartsAndThatIsSaid)
{
    till.desk.addBundle(QStringLiteral("Dear box"), QStringLiteral("DEAR"), {}, 2300,
                        {{QStringLiteral("GUJI-250"), 1}, {QStringLiteral("FW"), 2}});
    presenter.enterCode(QStringLiteral("DEAR"));
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€22.10"));
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->text,
              QStringLiteral("The parts of Dear box cost less one by one, so it costs €22.10."));
}

TEST_F(TillBundles, AreRefusedWithAPartThatIsNotSold)
{
    till.desk.addProduct(QStringLiteral("Old jar"), QStringLiteral("OLD"), {}, 500);
    till.desk.archive();
    till.desk.addBundle(QStringLiteral("Old box"), QStringLiteral("OLDBOX"), {}, 400, {{QStringLiteral("OLD"), 1}});
    till.desk.addBundle(QStringLiteral("Odd box"), QStringLiteral("ODDBOX"), {}, 400, {{QStringLiteral("JAR"), 1}});
    QSignalSpy refused(&presenter, &TillPresenter::codeRefused);
    QSignalSpy found(&presenter, &TillPresenter::codeFound);
    presenter.enterCode(QStringLiteral("OLDBOX"));
    EXPECT_EQ(presenter.message()->text, QStringLiteral("“Old jar” is archived, so “Old box” cannot be sold."));
    presenter.enterCode(QStringLiteral("ODDBOX"));
    EXPECT_EQ(presenter.message()->text, QStringLiteral("“Mystery jar” has no price, so “Odd box” cannot be sold."));
    EXPECT_EQ(refused.size(), 2);
    EXPECT_EQ(found.size(), 0);
    EXPECT_TRUE(presenter.lines().isEmpty());
}

TEST_F(TillBundles, ArePutTogetherAndTakenBackInOneStep)
{
    BundleEditor &editor = till.shop.catalog.detail().bundle();
    QSignalSpy wanted(&editor, &BundleEditor::wanted);
    QSignalSpy saved(&editor, &BundleEditor::saved);
    const sync::CodeHit box = hit(QStringLiteral("BOX"));
    editor.open(box.product.product.id, box.variant);
    ASSERT_EQ(wanted.size(), 1);
    ASSERT_EQ(editor.rows().size(), 2);
    EXPECT_EQ(editor.rows().last().priceText, QStringLiteral("€7.60"));
    EXPECT_EQ(editor.sumText(), QStringLiteral("One by one they cost €22.10. The bundle costs €17.00."));
    EXPECT_FALSE(editor.isChanged());
    editor.enter(QStringLiteral("CC"));
    editor.setSearchText(QStringLiteral("house"));
    ASSERT_EQ(editor.hits().size(), 1);
    editor.addHit(0);
    editor.enter(QStringLiteral("FW"));
    ASSERT_EQ(editor.rows().size(), 4);
    EXPECT_EQ(editor.rows().at(1).quantity, 3) << "one more of what is in it";
    editor.setQuantity(2, 5);
    editor.remove(3);
    editor.save();
    ASSERT_EQ(saved.size(), 1);
    EXPECT_EQ(hit(QStringLiteral("BOX")).hit().variant.components.size(), 3);
    EXPECT_EQ(hit(QStringLiteral("BOX")).hit().parts.last().quantity, Quantity(5));
    EXPECT_EQ(till.shop.notices.undoText(), QStringLiteral("The parts of Gift box changed"));
    till.shop.notices.undo();
    EXPECT_EQ(hit(QStringLiteral("BOX")).hit().variant.components.size(), 2);
}

TEST_F(TillBundles, WhatMayNotBeInOneIsSaid)
{
    BundleEditor &editor = till.shop.catalog.detail().bundle();
    const sync::CodeHit box = hit(QStringLiteral("BOX"));
    till.desk.addBundle(QStringLiteral("Other box"), QStringLiteral("OTHER"), {}, 100, {{QStringLiteral("FW"), 1}});
    editor.open(box.product.product.id, box.variant);
    editor.enter(QStringLiteral("BOX"));
    EXPECT_EQ(editor.problemText(), QStringLiteral("A bundle is no part of itself."));
    editor.enter(QStringLiteral("OTHER"));
    EXPECT_TRUE(editor.problemText().contains(QStringLiteral("is a bundle itself")));
    editor.enter(QStringLiteral("nothing has it"));
    EXPECT_FALSE(editor.problemText().isEmpty());
    editor.remove(0);
    EXPECT_TRUE(editor.problemText().isEmpty());
    editor.save();
    EXPECT_TRUE(editor.problemText().contains(QStringLiteral("costs at most"))) << editor.problemText().toStdString();
    editor.remove(0);
    EXPECT_TRUE(editor.sumText().isEmpty());
    editor.save();
    EXPECT_FALSE(hit(QStringLiteral("BOX")).hit().variant.isBundle()) << "an article like any other again";
}

TEST_F(TillBundles, WhoMayNotEditTheCatalogPutsNothingTogether)
{
    till.desk.changeState().person->permissions = {Permission::SalesCreate};
    BundleEditor &editor = till.shop.catalog.detail().bundle();
    QSignalSpy wanted(&editor, &BundleEditor::wanted);
    QSignalSpy explained(&editor, &BundleEditor::explained);
    const sync::CodeHit box = hit(QStringLiteral("BOX"));
    editor.open(box.product.product.id, box.variant);
    EXPECT_EQ(wanted.size(), 0);
    EXPECT_EQ(explained.size(), 1);
}

} // namespace crema
