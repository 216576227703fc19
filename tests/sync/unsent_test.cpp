// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 30: what one register has not sent goes out from another.
#include "models/operations/operation_codec.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

class UnsentTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        ASSERT_TRUE(sync().complete());
        path = folder.folder.filePath(QStringLiteral("till-1.crema"));
    }

    QString path;
    QString passphrase = QStringLiteral("wet paper crane");
};

TEST_F(UnsentTest, AnotherRegisterSendsTheSameBytesOnce)
{
    EXPECT_EQ(now(client.exportUnsent(path, passphrase)).error().code, QStringLiteral("export.empty"));
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    EXPECT_EQ(now(client.exportUnsent(path, QStringLiteral("short"))).error().code,
              QStringLiteral("passphrase.too_short"));
    EXPECT_FALSE(folder.disk.exists(path));
    ASSERT_TRUE(now(client.exportUnsent(path, passphrase)));
    make(QStringLiteral("Filter"), QStringLiteral("B"));
    const Result<UnsentSummary> written = now(client.exportUnsent(path, passphrase));
    ASSERT_TRUE(written) << "in place of the first";
    EXPECT_EQ(written->operations, 4);
    EXPECT_EQ(written->sales, 0);
    EXPECT_EQ(client.state().queue.unsent(), 4) << "it stays here too";

    StoreFolder elsewhere(2);
    FakePlatform other(elsewhere.shop);
    Client second({elsewhere.clock, elsewhere.randomness, executor, other, folder.disk});
    ASSERT_TRUE(now(second.open(elsewhere.request())));
    EXPECT_EQ(now(second.importUnsent(path, passphrase)).error().code, QStringLiteral("device.not_enrolled"));
    ASSERT_TRUE(now(second.enroll(QUrl(QStringLiteral("http://127.0.0.1:1")), QStringLiteral("K7QP-3M2X"),
                                  QStringLiteral("Till 2"))));
    EXPECT_EQ(now(second.importUnsent(path, QStringLiteral("wet paper crate"))).error().code,
              QStringLiteral("sealed.wrong_passphrase"));
    const Result<UnsentSummary> taken = now(second.importUnsent(path, passphrase));
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->operations, 4);
    EXPECT_EQ(taken->known, 0);
    const Result<UnsentSummary> again = now(second.importUnsent(path, passphrase));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->known, 4);
    EXPECT_EQ(second.state().queue.unsent(), 4);
    EXPECT_EQ(now(second.products({}))->size(), 2) << "they are seen here at once";

    ASSERT_TRUE(now(second.syncOnce())->complete());
    ASSERT_TRUE(sync().complete());
    ASSERT_EQ(other.operations.size(), 4);
    ASSERT_EQ(platform.operations.size(), 4);
    for (qsizetype i = 0; i < 4; ++i)
        EXPECT_EQ(canonicalBytes(other.operations[i]), canonicalBytes(platform.operations[i]));
    EXPECT_TRUE(now(second.checkDatabase())->isSound());
}

} // namespace
} // namespace crema::sync::testing
