// SPDX-License-Identifier: GPL-3.0-or-later
// The auditor's journal of a register (sync.md rule 34): what is in it, and that nothing in it can be changed unseen.
#include "models/auditing/chain_documents.h"
#include "models/base/json.h"
#include "sync/store/auditors_check.h"
#include "sync/store/auditors_outbox.h"
#include "sync/store/cash_recording.h"
#include "sync/store/sale_recording.h"
#include "sync/store/setting_names.h"
#include "tests/sync/shop.h"

#include <gtest/gtest.h>

namespace crema::sync::testing {
namespace {

using auditing::ChainBegin;
using auditing::ChainClosing;
using auditing::ChainVerifier;
using auditing::Countersignature;

constexpr int day = 24 * 3'600 * 1'000;

/// Begins a chain with a shift and three sales: entry 1 is its beginning, 2 the shift, 3 to 5 the sales.
class JournalTest : public ::testing::Test
{
protected:
    JournalTest() : store(folder.openEnrolled())
    {
        espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
        EXPECT_TRUE(openShift(*store));
        for (int i = 0; i < 3; ++i)
            EXPECT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    }

    [[nodiscard]] std::vector<AuditorRow> rows() { return store->auditors().rows(0, 1'000); }

    [[nodiscard]] QString findings()
    {
        QStringList found;
        checkAuditorsJournal(*store, found);
        return found.join(u'\n');
    }

    void change(const char *sql) { store->database().runText(QString::fromLatin1(sql)); }

    Result<Shift> closeShift()
    {
        return store->write([&] { return recordShiftClose(*store, euro(10'000)); });
    }

    /// What a platform of this key says of the last entry.
    [[nodiscard]] Countersignature countersigned(const SigningKey &key)
    {
        const AuditorRow last = rows().back();
        Countersignature signature{
            {last.chain, last.entry.number, last.entry.hash}, folder.clock.now(), key.publicKey(), {}};
        signature.signature = key.sign(auditing::countersignatureMessage(signature.head, signature.at));
        return signature;
    }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store;
    VariantId espresso;
};

TEST_F(JournalTest, HoldsEachDocumentOfTheRegisterInOneGaplessSignedChain)
{
    ASSERT_TRUE(closeShift());
    ChainVerifier verifier;
    for (const AuditorRow &row : rows())
        EXPECT_FALSE(verifier.take(row.entry)) << row.entry.number;
    EXPECT_EQ(verifier.begin().reason, ChainBegin::Reason::First);
    EXPECT_EQ(verifier.begin().registerId, folder.shop.registerInfo.id);
    EXPECT_EQ(verifier.state().head.number, 7); // its beginning, shift, three sales, end of the shift, closing
    ASSERT_TRUE(verifier.closing());
    EXPECT_EQ(verifier.closing()->from, 2);
    EXPECT_EQ(verifier.closing()->to, 6);
    EXPECT_EQ(verifier.closing()->totals.sales, 3);
    EXPECT_EQ(verifier.closing()->perpetual.amounts.value(QStringLiteral("EUR")), 3 * 1'290);
    EXPECT_EQ(store->check().journalEntries, 7);
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST_F(JournalTest, ThePerpetualTotalNeverResets)
{
    ASSERT_TRUE(closeShift());
    ASSERT_TRUE(openShift(*store));
    ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    ASSERT_TRUE(closeShift());
    store = nullptr;
    store = folder.open();
    const Result<QJsonObject> last = json::readStrict(rows().back().entry.document);
    ASSERT_TRUE(last);
    const Result<ChainClosing> closing = auditing::readChainClosing(*last);
    ASSERT_TRUE(closing);
    EXPECT_EQ(closing->number, 2);
    EXPECT_EQ(closing->totals.sales, 1);
    EXPECT_EQ(closing->perpetual.sales, 4);
    EXPECT_EQ(closing->perpetual.amounts.value(QStringLiteral("EUR")), 4 * 1'290);
    EXPECT_EQ(findings(), QString());
}

TEST_F(JournalTest, ClosesADayBeforeTheFirstDocumentOfTheNext)
{
    folder.clock.advance(day);
    ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    const std::vector<AuditorRow> all = rows();
    const Result<ChainClosing> closing = auditing::readChainClosing(*json::readStrict(all[5].entry.document));
    ASSERT_TRUE(closing);
    EXPECT_EQ(closing->reason, ChainClosing::Reason::Day);
    EXPECT_EQ(closing->totals.sales, 3);
    EXPECT_EQ(all.size(), 7U);
    EXPECT_EQ(findings(), QString());
}

TEST_F(JournalTest, ARefusedSaleLeavesNoEntryAndNoGap)
{
    ASSERT_FALSE(sell(*store, cashSale({espresso}, 100)));
    ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    EXPECT_EQ(rows().back().entry.number, 6);
    EXPECT_EQ(findings(), QString());
}

TEST_F(JournalTest, AChangedDocumentIsFound)
{
    change("UPDATE operation SET bytes = CAST(replace(CAST(bytes AS TEXT), '1290', '0290') AS BLOB) WHERE number = "
           "(SELECT operation FROM auditor_entry WHERE number = 4)");
    EXPECT_TRUE(findings().contains(QStringLiteral("Entry 4 of the auditor's journal was changed")))
        << qPrintable(findings());
}

TEST_F(JournalTest, ADocumentWithItsHashMadeNewIsFoundByTheSignature)
{
    const std::vector<AuditorRow> all = rows();
    QByteArray forged = all[3].entry.document;
    forged.replace("1290", "9290");
    store->database().run("save_setting", {QStringLiteral("forged"), QString::fromUtf8(forged)});
    change(
        "UPDATE operation SET bytes = CAST((SELECT value FROM setting WHERE name = 'forged') AS BLOB) WHERE number = "
        "(SELECT operation FROM auditor_entry WHERE number = 4)");
    const QByteArray hash = auditing::chainHash(all[2].entry.hash, forged);
    change(("UPDATE auditor_entry SET hash = x'" + hash.toHex() + "' WHERE number = 4").constData());
    EXPECT_TRUE(findings().contains(QStringLiteral("Entry 4 of the auditor's journal is not signed")))
        << qPrintable(findings());
}

TEST_F(JournalTest, ADeletedEntryIsFound)
{
    change("DELETE FROM auditor_entry WHERE number = 3");
    EXPECT_TRUE(findings().contains(QStringLiteral("Entry 3 of the auditor's journal is missing")))
        << qPrintable(findings());
}

TEST_F(JournalTest, AnInsertedEntryIsFound)
{
    change("UPDATE auditor_entry SET position = position + 100, number = number + 1 WHERE number > 3");
    change("UPDATE auditor_entry SET position = position - 99 WHERE position > 100");
    change(
        "INSERT INTO auditor_entry SELECT 4, chain, 4, operation, document, hash, signature, state FROM auditor_entry "
        "WHERE number = 3");
    EXPECT_TRUE(findings().contains(QStringLiteral("Entry 4 of the auditor's journal was changed or moved")))
        << qPrintable(findings());
}

TEST_F(JournalTest, EntriesThatChangedPlacesAreFound)
{
    change("UPDATE auditor_entry SET position = 100, number = 100 WHERE number = 3");
    change("UPDATE auditor_entry SET position = 3, number = 3 WHERE number = 4");
    change("UPDATE auditor_entry SET position = 4, number = 4 WHERE number = 100");
    EXPECT_TRUE(findings().contains(QStringLiteral("Entry 3 of the auditor's journal was changed or moved")))
        << qPrintable(findings());
}

TEST_F(JournalTest, ASwappedSignatureIsFound)
{
    change(
        "UPDATE auditor_entry SET signature = (SELECT signature FROM auditor_entry WHERE number = 2) WHERE number = 5");
    EXPECT_TRUE(findings().contains(QStringLiteral("Entry 5 of the auditor's journal is not signed")))
        << qPrintable(findings());
}

TEST_F(JournalTest, AChangedSaleIsFound)
{
    change("UPDATE sale SET operation = (SELECT max(operation) FROM sale) WHERE number = 'MAIN-1-000002'");
    EXPECT_TRUE(findings().contains(QStringLiteral("entry 4 of the auditor's journal"))) << qPrintable(findings());
}

TEST_F(JournalTest, ADocumentThatHasNoEntryIsFound)
{
    change("DELETE FROM auditor_entry WHERE number = 5");
    EXPECT_TRUE(findings().contains(QStringLiteral("has no entry in the auditor's journal"))) << qPrintable(findings());
}

TEST_F(JournalTest, ATailThatIsCutOffWithAllOfItsSalesIsFoundByThePlatformsSignature)
{
    const SigningKey platform = SigningKey::generate(folder.randomness);
    const Countersignature signature = countersigned(platform);
    ASSERT_TRUE(store->write([&]() -> Result<void> { return keepCountersignature(*store, signature); }));
    EXPECT_EQ(findings(), QString());
    change("DELETE FROM sale WHERE number = 'MAIN-1-000003'");
    change("DELETE FROM operation WHERE number = (SELECT operation FROM auditor_entry WHERE number = 5)");
    change("DELETE FROM auditor_entry WHERE number = 5");
    EXPECT_TRUE(findings().contains(QStringLiteral("Entry 5 of the auditor's journal is missing")))
        << qPrintable(findings());
}

TEST_F(JournalTest, AFalseSignatureOfThePlatformIsFound)
{
    const SigningKey platform = SigningKey::generate(folder.randomness);
    Countersignature signature = countersigned(platform);
    const auto keep = [&]() -> Result<void> { return keepCountersignature(*store, signature); };
    ASSERT_TRUE(store->write(keep));
    change("UPDATE auditor_head SET signed_at = signed_at + 1");
    EXPECT_TRUE(findings().contains(QStringLiteral("The platform's signature on entry 5"))) << qPrintable(findings());
    // And one that is false from the beginning is not kept.
    signature.head.number = 4;
    EXPECT_FALSE(store->write(keep));
}

TEST_F(JournalTest, WhatWasSoldBeforeThereWasAJournalIsNotInIt)
{
    // As the migration leaves a store of an earlier version.
    change("DELETE FROM auditor_entry");
    change("INSERT INTO setting (name, value) SELECT 'auditor.from', CAST(max(number) + 1 AS TEXT) FROM operation");
    store->auditors().forget();
    EXPECT_EQ(findings(), QString());
    ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    const Result<ChainBegin> begin = auditing::readChainBegin(*json::readStrict(rows().front().entry.document));
    ASSERT_TRUE(begin);
    EXPECT_EQ(begin->reason, ChainBegin::Reason::Upgrade);
    EXPECT_EQ(begin->salesBefore, 3);
    EXPECT_EQ(findings(), QString());
}

TEST_F(JournalTest, ALostEndIsMadeAgainAsItWas)
{
    const std::vector<AuditorRow> before = rows();
    change("DELETE FROM auditor_entry WHERE number > 3");
    store->device().setSetting(setting::staleJournal, QStringLiteral("1"));
    store = nullptr;
    store = folder.open();
    const std::vector<AuditorRow> after = rows();
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_EQ(after[i].entry, before[i].entry);
    EXPECT_EQ(findings(), QString());
}

TEST_F(JournalTest, AStoreThatLostADocumentGoesOnInANewChainThatSaysSo)
{
    change("DELETE FROM operation WHERE number = (SELECT operation FROM auditor_entry WHERE number = 4)");
    change("DELETE FROM sale WHERE number = 'MAIN-1-000002'");
    store->device().setSetting(setting::staleJournal, QStringLiteral("1"));
    store = nullptr;
    store = folder.open();
    const std::vector<AuditorRow> all = rows();
    ASSERT_EQ(all.size(), 5U); // three of the first chain, then a beginning and the sale that is left
    const Result<ChainBegin> begin = auditing::readChainBegin(*json::readStrict(all[3].entry.document));
    ASSERT_TRUE(begin);
    EXPECT_EQ(begin->reason, ChainBegin::Reason::Recovery);
    EXPECT_EQ(begin->previous->number, 3);
    EXPECT_EQ(begin->perpetual.sales, 1);
    EXPECT_EQ(findings(), QString());
}

TEST_F(JournalTest, AnotherRegisterOfTheSameStoreBeginsAChainThatNamesTheOneBefore)
{
    const auditing::ChainEntry last = rows().back().entry;
    Register other = folder.shop.registerInfo;
    other.id = RegisterId(QUuid::createUuid());
    other.code = QStringLiteral("9");
    ASSERT_TRUE(closeShift());
    folder.shop.registerInfo = other;
    folder.shop.enroll(*store);
    ASSERT_TRUE(openShift(*store));
    const std::vector<AuditorRow> all = rows();
    const Result<ChainBegin> begin = auditing::readChainBegin(*json::readStrict(all[all.size() - 2].entry.document));
    ASSERT_TRUE(begin);
    EXPECT_EQ(begin->reason, ChainBegin::Reason::Register);
    EXPECT_EQ(begin->previous->hash, all[all.size() - 3].entry.hash);
    EXPECT_NE(begin->previous->hash, last.hash);
    EXPECT_EQ(begin->perpetual, auditing::ChainTotals());
    EXPECT_EQ(findings(), QString());
}

TEST_F(JournalTest, ARegisterThatLostItsKeySellsOnAndItShows)
{
    store = nullptr;
    QFile::remove(folder.path() + QStringLiteral(".key"));
    store = folder.open();
    ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    EXPECT_TRUE(findings().contains(QStringLiteral("Entry 6 of the auditor's journal has no signature")))
        << qPrintable(findings());
}

} // namespace
} // namespace crema::sync::testing
