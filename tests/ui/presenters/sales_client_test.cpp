// SPDX-License-Identifier: GPL-3.0-or-later
// Sales and queue on the real client and a real SQLite store, with a platform that can be unplugged.
#include "sync/client/client.h"
#include "sync/seams/inline_executor.h"
#include "tests/sync/fake_platform.h"
#include "tests/sync/shop.h"
#include "ui/presenters/client_shop_desk.h"
#include "ui/presenters/selling/sale_list_presenter.h"
#include "ui/presenters/syncing/sync_panel_presenter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace crema {

namespace {

using sync::testing::FakePlatform;
using sync::testing::StoreFolder;

/// A cable in front of the platform.
class Cable final : public sync::HttpTransport
{
public:
    explicit Cable(FakePlatform &platform) : m_platform(platform) {}

    [[nodiscard]] QCoro::Task<Result<sync::HttpAnswer>> send(sync::HttpRequest request) override
    {
        if (!plugged)
            co_return failure(ProblemKind::Unavailable, QStringLiteral("network.unreachable"),
                              QStringLiteral("The platform does not answer."));
        co_return co_await m_platform.send(request);
    }

    bool plugged = false;

private:
    FakePlatform &m_platform;
};

class SalesOnStore : public ::testing::Test
{
protected:
    void SetUp() override
    {
        {
            const auto store = folder.openEnrolled();
            beans = sync::testing::addProduct(*store, QStringLiteral("Guji Natural"), QStringLiteral("GUJI"), 1450);
        }
        bool opened = false;
        client.open(folder.request()).then([&opened](const Result<void> &result) { opened = result.has_value(); });
        ASSERT_TRUE(opened);
        bool begun = false;
        client.openShift(sync::testing::euro(10000)).then([&begun](const Result<Shift> &shift) {
            begun = shift.has_value();
        });
        ASSERT_TRUE(begun);
        sales.arrive();
        panel.arrive();
    }

    void sell()
    {
        bool sold = false;
        client.completeSale(sync::testing::cashSale({beans}, 2000)).then([&sold](const Result<sync::SaleView> &sale) {
            sold = sale.has_value();
        });
        ASSERT_TRUE(sold);
    }

    StoreFolder folder;
    FakePlatform platform{folder.shop};
    Cable cable{platform};
    sync::InlineExecutor executor;
    sync::Client client{{folder.clock, folder.randomness, executor, cable, folder.disk}};
    ClientShopDesk desk{client};
    const QLocale locale{QLocale::English, QLocale::Ireland};
    SaleListPresenter sales{desk, folder.clock, locale};
    SyncPanelPresenter panel{desk, folder.clock, locale};
    VariantId beans;
};

} // namespace

TEST_F(SalesOnStore, ASaleMadeOfflineIsSavedHereAndSyncedAfterwards)
{
    EXPECT_EQ(sales.phase(), ListPhase::FirstUse);
    panel.retry();
    sell();
    ASSERT_EQ(sales.rows().size(), 1);
    const QString number = sales.rows().first().number;
    EXPECT_EQ(sales.rows().first().state, RecordState::SavedHere);
    EXPECT_EQ(sales.rows().first().totalText, QStringLiteral("€14.50"));
    EXPECT_TRUE(panel.offlineNotice());
    EXPECT_TRUE(panel.rows().last().title.contains(number));
    sales.openSale(number);
    ASSERT_TRUE(sales.detail());
    EXPECT_EQ(sales.detail()->state, RecordState::SavedHere);
    EXPECT_TRUE(sales.detail()->receiptText.contains(number));

    cable.plugged = true;
    panel.retry();
    EXPECT_EQ(sales.rows().first().state, RecordState::Synced);
    ASSERT_TRUE(sales.detail());
    EXPECT_EQ(sales.detail()->state, RecordState::Synced);
    EXPECT_FALSE(panel.offlineNotice());
    EXPECT_FALSE(platform.operations.isEmpty());
}

TEST_F(SalesOnStore, TheQueueIsExportedWholeAndTheFileMayBeWrittenOver)
{
    sell();
    sell();
    const QString path = folder.folder.filePath(QStringLiteral("queue.json"));
    panel.exportTo(path);
    panel.exportTo(path);
    ASSERT_TRUE(panel.message());
    EXPECT_EQ(panel.message()->tone, Tone::Ok) << panel.message()->text.toStdString();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    EXPECT_EQ(document.value(QStringLiteral("schema")).toString(), QStringLiteral("queue-export/1"));
    EXPECT_EQ(document.value(QStringLiteral("device")).toString(), client.state().device.toString());
    const QJsonArray operations = document.value(QStringLiteral("operations")).toArray();
    ASSERT_EQ(operations.size(), client.state().queue.unsent());
    const QJsonObject last = operations.last().toObject();
    EXPECT_EQ(last.value(QStringLiteral("state")).toString(), QStringLiteral("queued"));
    EXPECT_EQ(last.value(QStringLiteral("operation")).toObject().value(QStringLiteral("type")).toString(),
              QStringLiteral("sale.complete"));
    EXPECT_EQ(last.value(QStringLiteral("subject_name")).toString(), sales.rows().first().number);
}

TEST_F(SalesOnStore, AFolderThatIsNotThereIsToldInWords)
{
    sell();
    panel.exportTo(folder.folder.filePath(QStringLiteral("no-such-folder/queue.json")));
    ASSERT_TRUE(panel.message());
    EXPECT_EQ(panel.message()->tone, Tone::Error);
    EXPECT_FALSE(panel.message()->text.isEmpty());
}

TEST_F(SalesOnStore, TellsWhenTheBackgroundTriesNext)
{
    EXPECT_FALSE(client.nextTryAt());
    client.startBackgroundSync();
    folder.clock.advance(10);
    ASSERT_TRUE(client.nextTryAt()) << "the platform is away: it waits";
    EXPECT_GT(*client.nextTryAt(), folder.clock.now());
    client.stopBackgroundSync();
    EXPECT_FALSE(client.nextTryAt());
}

TEST_F(SalesOnStore, FindsASaleByTheDayOfTheShop)
{
    sell();
    sales.setQuery({.days = SaleDays::Today});
    EXPECT_EQ(sales.rows().size(), 1);
    sales.setQuery({.days = SaleDays::Yesterday});
    EXPECT_EQ(sales.phase(), ListPhase::FilteredEmpty);
    sales.setQuery({.thisShift = true});
    EXPECT_EQ(sales.rows().size(), 1);
}

} // namespace crema
