// SPDX-License-Identifier: GPL-3.0-or-later
// What a platform that was put back has lost lies over the rows here again (sync.md rule 12).
#include "sync/engine/reload_steps.h"
#include "tests/sync/rebase_fixture.h"

namespace crema::sync::testing {
namespace {

class RebaseAgainTest : public RebaseTest
{};

/// sync.md rule 12: what the platform refuses now stood in its rows before it was put back; these leave when it is
/// read.
TEST_F(RebaseAgainTest, WhatIsRefusedWhileItIsHeldStaysHeldUntilThePlatformIsReadAnew)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    rename(bean, QStringLiteral("Mine"));
    answer(100);
    Product moved = bean;
    moved.name = QStringLiteral("Mine");
    page({rowOf(105, moved)});
    ASSERT_EQ(counts().receipted, 0);
    const auto sendAgain = [this] {
        return store->write([this]() -> Result<void> {
            EXPECT_FALSE(store->queue().sendAgain(1));
            return {};
        });
    };
    ASSERT_TRUE(sendAgain());
    EXPECT_EQ(store->queue().heldTogether(), QList<std::int64_t>{1});
    answer(0, Outcome::Refused);
    EXPECT_EQ(store->queue().heldTogether(), QList<std::int64_t>{1});
    ASSERT_TRUE(sendAgain());
    EXPECT_EQ(store->queue().heldTogether(), QList<std::int64_t>{1});
}

/// sync.md rule 12: the answer that had another value for a field went with the past that gave it.
TEST_F(RebaseAgainTest, WhatGoesAgainLaysAlsoTheFieldThatWasLost)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    const QList<PlannedOperation> batch = loseRename(bean);
    ASSERT_EQ(nameOf(bean), QStringLiteral("Bean"));
    ASSERT_EQ(counts().receipted, 1);
    ASSERT_EQ(keepKnown(*store, {{1, batch.first().id, true}}, {}), 1);
    EXPECT_EQ(nameOf(bean), QStringLiteral("Mine")) << "until the platform answers again";
}

TEST_F(RebaseAgainTest, WhatGoesAgainIsLaidAlsoWhereNothingOfItWasTaken)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    const QList<PlannedOperation> batch = loseRename(bean);
    page({}, Cursor{1, 101, 0});
    ASSERT_EQ(counts().receipted, 0);
    ASSERT_EQ(keepKnown(*store, {{1, batch.first().id, true}}, {}), 1);
    EXPECT_EQ(nameOf(bean), QStringLiteral("Mine"));
    EXPECT_TRUE(store->queue().heldTogether().isEmpty()) << "no row holds anything of it";
}

} // namespace
} // namespace crema::sync::testing
