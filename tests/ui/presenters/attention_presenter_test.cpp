// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/attention_presenter.h"

#include "app/desktop/example/example_sales.h"
#include "app/desktop/example/example_shop.h"
#include "models/operations/operation_types.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

/// Deciding about what needs attention (ux.md 2.9), without a toolkit.
class AttentionPresenterTest : public ::testing::Test
{
protected:
    AttentionPresenterTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
        desktop::addExampleSales(desk, clock.now());
        presenter.open(conflict().id.toString());
    }

    sync::AttentionItem conflict()
    {
        sync::AttentionItem item;
        (void)desk.attention(100).then([&](const Result<sync::AttentionList> &list) {
            for (const sync::AttentionItem &one : list->items) {
                if (one.outcome == Outcome::Conflict)
                    item = one;
            }
        });
        return item;
    }

    void addRefused()
    {
        sync::AttentionItem item;
        item.id = CardId(QUuid::createUuid());
        item.outcome = Outcome::Refused;
        item.operationType = operation::variantCreate.toString();
        item.subjectName = QStringLiteral("Guji");
        item.at = clock.now();
        item.problem = Problem{ProblemKind::Conflict,
                               QStringLiteral("variant.sku_taken"),
                               QStringLiteral("LC-030 belongs to another variant."),
                               QStringLiteral("Use another one."),
                               {}};
        item.canRetry = true;
        item.retryFields = {{QStringLiteral("sku"), {}, QStringLiteral("LC-030"), {}, {}, {}}};
        item.mayDecide = true;
        desk.addAttention(item);
        presenter.open(item.id.toString());
    }

    const CardFieldView &field(int index) { return presenter.card()->fields.at(index); }
    sync::CardAnswer answer() { return desk.lastAnswer()->second; }

    testing::MemoryDesk desk;
    testing::FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    Notices notices{clock};
    AttentionPresenter presenter{desk, clock, notices, QLocale(QLocale::English, QLocale::Ireland)};
};

} // namespace

TEST_F(AttentionPresenterTest, SaysOfACostThatItIsNotShown)
{
    sync::AttentionItem item = conflict();
    item.id = CardId(QUuid::createUuid());
    item.fields.first() = {QStringLiteral("cost"), {}, {}, {}, {}, {}, true};
    item.mayDecide = false;
    desk.addAttention(item);
    presenter.open(item.id.toString());
    ASSERT_TRUE(presenter.card());
    EXPECT_EQ(field(0).label, QStringLiteral("Cost"));
    for (const QString &text : {field(0).baseText, field(0).mineText, field(0).theirsText, field(0).resultText})
        EXPECT_EQ(text, QStringLiteral("not for you to see"));
    EXPECT_FALSE(field(0).mayType);
    EXPECT_FALSE(presenter.card()->disabledReason.isEmpty());
}

TEST_F(AttentionPresenterTest, ShowsBaseMineTheirsAndWhoMadeThemAndProposesTheirs)
{
    ASSERT_TRUE(presenter.card());
    EXPECT_EQ(presenter.card()->title, QStringLiteral("Price of Guji Natural 250 g and more changed"));
    EXPECT_EQ(presenter.card()->mineBy, QStringLiteral("Mina K. · this device · 26 min ago"));
    ASSERT_EQ(presenter.card()->fields.size(), 2);
    EXPECT_EQ(field(0).label, QStringLiteral("Price"));
    EXPECT_EQ(field(0).baseText, QStringLiteral("€12.90"));
    EXPECT_EQ(field(0).mineText, QStringLiteral("€13.90"));
    EXPECT_EQ(field(0).theirsText, QStringLiteral("€13.50"));
    EXPECT_EQ(field(0).theirsBy, QStringLiteral("Tom O. · Office · 33 min ago"));
    EXPECT_EQ(field(0).keep, Keep::Theirs);
    EXPECT_EQ(field(0).resultText, QStringLiteral("€13.50"));
}

TEST_F(AttentionPresenterTest, EachFieldIsChosenForItself)
{
    presenter.choose(0, Keep::Mine);
    EXPECT_EQ(field(0).resultText, QStringLiteral("€13.90"));
    presenter.type(1, QStringLiteral("THIRD"));
    EXPECT_EQ(field(1).keep, Keep::Typed);
    EXPECT_TRUE(presenter.actions().find(u"attention.save")->trigger());
    EXPECT_EQ(answer().decision, Decision::Fields);
    EXPECT_EQ(answer().fields.value(QStringLiteral("price")).keep, Keep::Mine);
    EXPECT_EQ(answer().fields.value(QStringLiteral("sku")),
              (sync::FieldChoice{Keep::Typed, FieldValue(QStringLiteral("THIRD"))}));
}

TEST_F(AttentionPresenterTest, WhatIsTypedIsReadAsInItsOwnFieldAndKeptWhenItCannotStand)
{
    presenter.type(0, QStringLiteral("12,x"));
    EXPECT_FALSE(field(0).errorText.isEmpty());
    EXPECT_FALSE(presenter.actions().find(u"attention.save")->isEnabled());
    EXPECT_TRUE(presenter.actions().find(u"attention.theirs")->isEnabled());
    presenter.save();
    EXPECT_FALSE(desk.lastAnswer()) << "nothing is recorded while it cannot stand";
    EXPECT_EQ(field(0).typedText, QStringLiteral("12,x"));
    presenter.type(0, QStringLiteral("2*6,80"));
    EXPECT_TRUE(field(0).errorText.isEmpty());
    EXPECT_EQ(field(0).resultText, QStringLiteral("€13.60"));
    presenter.save();
    const FieldValue typed = answer().fields.value(QStringLiteral("price")).typed;
    EXPECT_EQ(std::get<Price>(typed).amount.minor(), 1360);
}

TEST_F(AttentionPresenterTest, ARuleThatATypedValueBreaksStandsBesideItsField)
{
    presenter.type(1, QStringLiteral("LC-001"));
    const QString taken = QStringLiteral("LC-001 belongs to another variant.");
    desk.failResolve = Problem{
        ProblemKind::Conflict, QStringLiteral("variant.sku_taken"), taken, {}, {{QStringLiteral("sku"), taken}}};
    presenter.save();
    ASSERT_TRUE(presenter.problem());
    EXPECT_EQ(field(1).errorText, taken);
    EXPECT_EQ(field(1).typedText, QStringLiteral("LC-001"));
}

TEST_F(AttentionPresenterTest, AfterADecisionTheNextCardComesAndUndoBringsItBack)
{
    const CardId decided = conflict().id;
    EXPECT_EQ(desk.state().queue.needsAttention, 2);
    EXPECT_TRUE(presenter.actions().find(u"attention.theirs")->trigger());
    EXPECT_EQ(answer().fields.value(QStringLiteral("price")).keep, Keep::Theirs);
    ASSERT_TRUE(presenter.card()) << "the next one";
    EXPECT_FALSE(presenter.card()->isConflict);
    EXPECT_EQ(desk.state().queue.needsAttention, 1);
    ASSERT_TRUE(notices.canUndo());
    notices.undo();
    EXPECT_EQ(answer().decision, Decision::Reopen);
    EXPECT_EQ(desk.lastAnswer()->first, decided);
    EXPECT_EQ(desk.state().queue.needsAttention, 2);
}

TEST_F(AttentionPresenterTest, ARefusalIsDoneAgainWithAnotherValueAndNotUndone)
{
    addRefused();
    ASSERT_TRUE(presenter.card());
    EXPECT_EQ(presenter.card()->sentence, QStringLiteral("LC-030 belongs to another variant."));
    EXPECT_FALSE(presenter.actions().find(u"attention.mine")->isEnabled());
    EXPECT_EQ(field(0).typedText, QStringLiteral("LC-030"));
    presenter.type(0, QStringLiteral("LC-031"));
    EXPECT_TRUE(presenter.actions().find(u"attention.retry")->trigger());
    EXPECT_EQ(answer().decision, Decision::Retry);
    EXPECT_EQ(answer().fields.value(QStringLiteral("sku")).typed, FieldValue(QStringLiteral("LC-031")));
    EXPECT_FALSE(notices.canUndo());
}

TEST_F(AttentionPresenterTest, WhoMayNotEditSeesWhyNothingCanBeDecided)
{
    sync::AttentionItem item = conflict();
    item.id = CardId(QUuid::createUuid());
    item.mayDecide = false;
    desk.addAttention(item);
    presenter.open(item.id.toString());
    EXPECT_FALSE(presenter.card()->disabledReason.isEmpty());
    for (const auto &action : presenter.actions().all())
        EXPECT_FALSE(action->isEnabled()) << qPrintable(action->id());
    presenter.save();
    EXPECT_FALSE(desk.lastAnswer());
}

TEST_F(AttentionPresenterTest, WhoMayNotAloneDecidesAndSomebodyElseApproves)
{
    sync::AttentionItem item = conflict();
    item.id = CardId(QUuid::createUuid());
    item.mayDecide = false;
    item.mayBeApproved = true;
    desk.addAttention(item);
    presenter.open(item.id.toString());
    EXPECT_TRUE(presenter.card()->disabledReason.isEmpty());
}

TEST_F(AttentionPresenterTest, WhatWasSettledElsewhereGivesWayToTheNext)
{
    presenter.choose(0, Keep::Mine);
    const CardId id = conflict().id;
    (void)desk.resolve(id, {Decision::SetAside, {}});
    ASSERT_TRUE(presenter.card());
    EXPECT_NE(presenter.card()->id, id.toString());
    presenter.close();
    EXPECT_FALSE(presenter.card());
    presenter.open(id.toString());
    EXPECT_FALSE(presenter.card()) << "one that is gone opens no other";
}

} // namespace crema
