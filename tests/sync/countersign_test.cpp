// SPDX-License-Identifier: GPL-3.0-or-later
// What the client makes of the platform's answers about the auditor's journal (sync.md rule 34).
#include "models/auditing/chain_exchange.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

using auditing::ChainHead;
using auditing::ChainRequest;
using auditing::Countersignature;

class CountersignTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        variant = make(QStringLiteral("Espresso"), QStringLiteral("A")).variants.first().variant.id;
        ASSERT_TRUE(now(client.openShift(euro(10'000))));
        sell();
        // What the platform knows of documents does not matter here: the heads are read where they lie.
        platform.countersigns = [this](const QByteArray &body) { return take(*auditing::readChainRequest(body)); };
    }

    void sell()
    {
        SaleDraft draft = cashSale({variant}, 2'000);
        ASSERT_TRUE(now(client.completeSale(draft)));
    }

    [[nodiscard]] QList<AuditorEntryView> entries()
    {
        return *now(client.auditorsJournal({JournalOrder::OldestFirst, std::nullopt, 1'000}));
    }

    [[nodiscard]] HttpAnswer take(const ChainRequest &request)
    {
        requests.append(request);
        if (answer)
            return *std::exchange(answer, std::nullopt);
        ChainHead head = request.after;
        head.number += request.entries.size();
        head.hash = entries().at(head.number - 1).entry.hash;
        return jsonAnswer(auditing::writeCountersignature(signedHead(head)));
    }

    [[nodiscard]] Countersignature signedHead(const ChainHead &head) const
    {
        Countersignature signature{head, folder.clock.now(), key.publicKey(), {}};
        signature.signature = key.sign(auditing::countersignatureMessage(head, signature.at));
        return signature;
    }

    [[nodiscard]] qsizetype countersigned()
    {
        const QList<AuditorEntryView> all = entries();
        return std::count_if(all.begin(), all.end(), [](const AuditorEntryView &view) { return view.isCountersigned; });
    }

    VariantId variant;
    SigningKey key = SigningKey::generate(folder.randomness);
    QList<ChainRequest> requests;
    std::optional<HttpAnswer> answer; ///< to the next request
};

TEST_F(CountersignTest, ShowsThePlatformWhatIsNewAndKeepsItsSignature)
{
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(countersigned(), 3); // the beginning, the shift, the sale
    ASSERT_EQ(requests.size(), 1);
    EXPECT_EQ(requests.first().after.number, 0);
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(requests.size(), 1); // nothing new, nothing asked
    sell();
    EXPECT_EQ(countersigned(), 3);
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(requests.last().after.number, 3);
    EXPECT_EQ(requests.last().entries.size(), 1);
    EXPECT_EQ(countersigned(), 4);
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
}

/// Checking signatures takes the platform longer than anything else about a sale, so it does that beside the batches.
TEST_F(CountersignTest, ShowsEntriesWhileOperationsAreSent)
{
    constexpr int sales = 150; // more than two batches
    for (int sale = 0; sale < sales; ++sale)
        sell();
    QStringList order;
    platform.tamper = [&order](const QString &path, const HttpAnswer &honest) {
        order.append(path.section(u'/', -1));
        return honest;
    };
    EXPECT_TRUE(sync().complete());
    EXPECT_LT(order.indexOf(QLatin1String("entries")), order.lastIndexOf(QLatin1String("operations")));
    std::int64_t last = 0;
    for (const ChainRequest &request : requests) {
        EXPECT_EQ(request.after.number, last);
        last += request.entries.size();
    }
    EXPECT_EQ(last, 3 + sales);
    EXPECT_EQ(countersigned(), 3 + sales);
}

TEST_F(CountersignTest, SyncsWithAPlatformThatDoesNotKnowOfJournals)
{
    platform.countersigns = nullptr;
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(countersigned(), 0);
}

TEST_F(CountersignTest, SendsAgainFromTheEntryThatIsExpected)
{
    EXPECT_TRUE(sync().complete());
    sell();
    answer = gapAnswer(2);
    EXPECT_TRUE(sync().complete());
    ASSERT_EQ(requests.size(), 3);
    EXPECT_EQ(requests.last().after.number, 1);
    EXPECT_EQ(countersigned(), 4);
}

TEST_F(CountersignTest, SendsADocumentThatThePlatformDoesNotHave)
{
    answer = problemAnswer(409, QStringLiteral("journal.unknown_operation"));
    EXPECT_TRUE(sync().complete());
    ASSERT_EQ(requests.size(), 2);
    EXPECT_TRUE(std::holds_alternative<OperationId>(requests[0].entries[1].document));
    EXPECT_TRUE(std::holds_alternative<QByteArray>(requests[1].entries[1].document));
    EXPECT_EQ(countersigned(), 3);
}

TEST_F(CountersignTest, KeepsNoSignatureOnAnotherHead)
{
    answer = jsonAnswer(auditing::writeCountersignature(signedHead({entries().first().chain, 2, QByteArray(32, 'x')})));
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(countersigned(), 0);
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(countersigned(), 3);
}

TEST_F(CountersignTest, BeginsANewChainWhenThePlatformDisagrees)
{
    answer = problemAnswer(409, QStringLiteral("journal.disagrees"));
    EXPECT_TRUE(sync().complete());
    sell();
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
    const QList<AuditorEntryView> all = entries();
    ASSERT_EQ(all.size(), 5);
    EXPECT_EQ(all[3].kind, AuditorEntryView::Kind::Begin);
    EXPECT_NE(all[3].chain, all[2].chain);
    // The new one is shown from its beginning, the old one is left alone.
    platform.countersigns = [this](const QByteArray &body) {
        const ChainRequest request = *auditing::readChainRequest(body);
        requests.append(request);
        const ChainHead head{request.after.chain, request.after.number + request.entries.size(),
                             entries().last().entry.hash};
        return jsonAnswer(auditing::writeCountersignature(signedHead(head)));
    };
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(requests.last().after.chain, all[4].chain);
    EXPECT_EQ(countersigned(), 2);
}

} // namespace
} // namespace crema::sync::testing
