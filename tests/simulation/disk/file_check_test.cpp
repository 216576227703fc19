// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 27: the file is looked through in the background after a clean end as well, and a damaged one is rebuilt
// at a moment that loses nothing.
#include "sync/client/client.h"
#include "sync/seams/inline_executor.h"
#include "tests/simulation/disk/ready_shop.h"

#include <gtest/gtest.h>

namespace crema::simulation {
namespace {

/// A platform that is never there.
class NoNetwork final : public sync::HttpTransport
{
public:
    [[nodiscard]] QCoro::Task<Result<sync::HttpAnswer>> send(sync::HttpRequest) override
    {
        co_return failure(ProblemKind::Unavailable, QStringLiteral("network.unreachable"), QStringLiteral("Away."));
    }
};

template<class T>
T now(QCoro::Task<T> task)
{
    std::optional<T> value;
    task.then([&](T result) { value = std::move(result); });
    if (!value)
        ADD_FAILURE() << "the task waits";
    return *value;
}

class FileCheck : public ::testing::Test
{
protected:
    void SetUp() override
    {
        const auto store = shop.open();
        for (int i = 0; i < 40; ++i)
            told.append(*shop.sell(*store));
    }

    void open()
    {
        ASSERT_TRUE(now(client.open({shop.path(), sync::OpenMode::ReadWrite, QStringLiteral("till"), {}})));
        EXPECT_EQ(warning(), QString()) << "nobody looks closely after a clean end";
    }

    /// Most pages behind the first few are wrong from now on, as a dying disk leaves them.
    void rot()
    {
        const qsizetype pages = shop.disk.size(shop.path()) / PageBytes::pageSize;
        for (qsizetype page = pages / 2; page < pages; ++page)
            shop.disk.files().rotPage(shop.path(), page);
    }

    void sell()
    {
        const auto sold = now(client.completeSale(sync::testing::cashSale({shop.espresso}, 2'000)));
        ASSERT_TRUE(sold) << qPrintable(sold.error().code);
        told.append(sold->sale.number);
    }

    void expectEverySale()
    {
        for (const QString &number : std::as_const(told))
            EXPECT_TRUE(now(client.sale(number))) << qPrintable(number);
        const auto check = now(client.checkDatabase());
        ASSERT_TRUE(check);
        EXPECT_TRUE(check->isSound()) << qPrintable(check->findings.join(u' '));
    }

    [[nodiscard]] QString warning() const { return client.state().warning.value_or(Problem()).code; }

    ReadyShop shop{1};
    NoNetwork network;
    sync::InlineExecutor executor;
    sync::InlineExecutor beside;
    sync::Client client{{shop.clock, shop.randomness, executor, network, shop.vault}};
    QStringList told;
};

TEST_F(FileCheck, ASoundFileIsReadThroughAndNothingHappens)
{
    open();
    EXPECT_TRUE(now(client.checkFile(beside)));
    shop.clock.advance(60'000);
    EXPECT_EQ(warning(), QString());
    expectEverySale();
}

TEST_F(FileCheck, ADamagedFileIsToldAndRebuiltWhenNobodyWorks)
{
    open();
    rot();
    const Result<void> checked = now(client.checkFile(beside));
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, QStringLiteral("store.damaged"));
    EXPECT_EQ(warning(), QStringLiteral("store.damaged"));
    EXPECT_FALSE(shop.disk.exists(shop.path() + QStringLiteral(".damaged-1"))) << "somebody may be selling";
    shop.clock.advance(10'000);
    EXPECT_EQ(warning(), QStringLiteral("store.recovered"));
    EXPECT_TRUE(shop.disk.exists(shop.path() + QStringLiteral(".damaged-1")));
    expectEverySale();
    // Where the till stands is kept beside the database as well. The row of its shift is not, and may be lost with its
    // page: the platform has what was taken in it, and the person opens another one.
    ASSERT_TRUE(client.state().location);
    ASSERT_TRUE(client.state().registerInfo);
    if (!client.state().openShift) {
        ASSERT_TRUE(now(client.openShift(Money(10'000, *Currency::fromCode(u"EUR")))));
    }
    sell();
    expectEverySale();
}

TEST_F(FileCheck, WhoeverGoesOnRecordingIsWaitedForAndLosesNothing)
{
    open();
    for (int i = 0; i < 3; ++i)
        sell();
    rot();
    ASSERT_FALSE(now(client.checkFile(beside)));
    for (int i = 0; i < 3; ++i) {
        shop.clock.advance(9'000);
        // What is needed to sell may be among what does not read; then it is said, and not half done.
        const auto sold = now(client.completeSale(sync::testing::cashSale({shop.espresso}, 2'000)));
        if (sold)
            told.append(sold->sale.number);
        else
            EXPECT_EQ(sold.error().code, QStringLiteral("store.damaged"));
    }
    shop.clock.advance(600'000);
    EXPECT_EQ(warning(), QStringLiteral("store.recovered"));
    expectEverySale();
}

TEST_F(FileCheck, AProgramThatEndsBeforeRebuildsAtItsNextStart)
{
    open();
    rot();
    ASSERT_FALSE(now(client.checkFile(beside)));
    ASSERT_TRUE(now(client.close()));
    ASSERT_TRUE(now(client.open({shop.path(), sync::OpenMode::ReadWrite, QStringLiteral("till"), {}})));
    EXPECT_EQ(warning(), QStringLiteral("store.recovered"));
    expectEverySale();
}

} // namespace
} // namespace crema::simulation
