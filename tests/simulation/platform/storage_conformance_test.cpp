// SPDX-License-Identifier: GPL-3.0-or-later
// What sync needs of its storage, asked of PostgreSQL and of the database in memory alike: the simulation is worth as
// much as these two agree.
#include "tests/simulation/platform/storage_fixture.h"

namespace crema::simulation {
namespace {

template<class Kind>
class StorageConformance : public StorageFixture<Kind>
{};

TYPED_TEST_SUITE(StorageConformance, StorageKinds);

TYPED_TEST(StorageConformance, WhatIsNotCommittedIsNotThere)
{
    const Product product = this->productNamed(QStringLiteral("Espresso"));
    {
        const auto unit = this->begin();
        unit->write(QList<Stored<Product>>{{product, 0}});
    }
    EXPECT_FALSE(this->begin()->product(product.id));
    this->commitAll(QList<Stored<Product>>{{product, 0}});
    const auto stored = this->begin()->product(product.id);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->value, product);
    EXPECT_EQ(stored->revision, 1);
}

TYPED_TEST(StorageConformance, TheSecondWriterOfARevisionIsToldToTryAgain)
{
    Product product = this->productNamed(QStringLiteral("Espresso"));
    this->commitAll(QList<Stored<Product>>{{product, 0}});
    const auto first = this->begin();
    auto second = this->begin();
    const Stored<Product> read = *first->product(product.id);
    ASSERT_EQ(second->product(product.id)->revision, read.revision);
    first->write(QList<Stored<Product>>{read});
    first->commit();
    EXPECT_EQ(this->codeOf([&] {
        second->write(QList<Stored<Product>>{read});
        second->commit();
    }),
              "40001");
    second.reset(); // what it locked is free
    EXPECT_EQ(this->codeOf([&] {
        this->commitAll(QList<Stored<Product>>{{product, 0}});
    }),
              "40001")
        << "new, but known";
    EXPECT_EQ(this->begin()->product(product.id)->revision, 2);
}

TYPED_TEST(StorageConformance, ACodeHasOneHolderAndMovesWithItsVariant)
{
    const Product product = this->productNamed(QStringLiteral("Espresso"));
    this->commitAll(QList<Stored<Product>>{{product, 0}});
    Variant holder = this->variantOf(product, QStringLiteral("Esp-250"), {QStringLiteral("4006381333931")});
    this->commitAll(QList<Stored<Variant>>{{holder, 0}});
    EXPECT_EQ(this->begin()->variantWithBarcode(QStringLiteral("4006381333931")), holder.id);
    EXPECT_EQ(this->begin()->variantWithSku(QStringLiteral("esp-250")), holder.id);
    const Variant other = this->variantOf(product, QStringLiteral("OTHER"), {QStringLiteral("4006381333931")});
    EXPECT_EQ(this->codeOf([&] { this->commitAll(QList<Stored<Variant>>{{other, 0}}); }), "23505");
    const Variant sameSku = this->variantOf(product, QStringLiteral("ESP-250"));
    EXPECT_EQ(this->codeOf([&] { this->commitAll(QList<Stored<Variant>>{{sameSku, 0}}); }), "23505");
    holder.barcodes.clear();
    holder.sku = QStringLiteral("ESP-500");
    this->commitAll(QList<Stored<Variant>>{{holder, 1}});
    EXPECT_FALSE(this->begin()->variantWithBarcode(QStringLiteral("4006381333931")));
    EXPECT_FALSE(this->begin()->variantWithSku(QStringLiteral("esp-250")));
    this->commitAll(QList<Stored<Variant>>{{other, 0}});
    EXPECT_EQ(this->begin()->variantWithBarcode(QStringLiteral("4006381333931")), other.id);
}

TYPED_TEST(StorageConformance, TellsOfAnOperationWhoeverSentIt)
{
    const StoredOperation mine = this->waitingFor({});
    StoredOperation other = this->waitingFor({});
    other.device = this->template newId<DeviceId>();
    this->commitAll(QList<Stored<StoredOperation>>{{mine, 0}, {other, 0}});
    QSet<OperationId> known;
    const auto asked = {mine.id, other.id, this->template newId<OperationId>()};
    const QList<StoredOperation> found = this->kind.storage.operationsAmong(asked);
    for (const StoredOperation &operation : found)
        known.insert(operation.id);
    EXPECT_EQ(known, (QSet<OperationId>{mine.id, other.id}));
}

TYPED_TEST(StorageConformance, ALevelIsTheSumOfItsMovements)
{
    const auto variant = this->template newId<VariantId>();
    const auto location = this->template newId<LocationId>();
    const Movement first = this->moved(variant, location, 10);
    const auto unit = this->begin();
    const QList<StockLevel> levels = unit->write(QList<Movement>{first, this->moved(variant, location, -3)});
    unit->commit();
    ASSERT_EQ(levels.size(), 1);
    EXPECT_EQ(levels.constFirst(), (StockLevel{variant, location, Quantity(7)}));
    EXPECT_EQ(this->codeOf([&] { this->commitAll(QList<Movement>{first}); }), "23505");
    const auto later = this->begin();
    EXPECT_EQ(later->write(QList<Movement>{this->moved(variant, location, -9)}).constFirst().onHand, Quantity(-2));
}

TYPED_TEST(StorageConformance, StreamsAndReceiptsAreKeptPerEpoch)
{
    {
        const auto unit = this->begin();
        EXPECT_EQ(unit->lockStream(this->device, 1).expected, 1);
        EXPECT_EQ(unit->lockStream(this->device, 1).feedEpoch, 1);
        unit->saveStream(this->device, 1, {4, 2});
        platform::Receipt receipt{this->device, 1, 3, {}, QByteArray(32, 'x'), std::nullopt};
        receipt.operation = this->template newId<OperationId>();
        unit->write(QList<platform::Receipt>{receipt});
        unit->commit();
    }
    const auto unit = this->begin();
    EXPECT_EQ(unit->lockStream(this->device, 1).expected, 4);
    EXPECT_EQ(unit->lockStream(this->device, 2).expected, 1);
    ASSERT_TRUE(unit->receipt(this->device, 1, 3));
    EXPECT_EQ(unit->receipt(this->device, 1, 3)->payloadHash, QByteArray(32, 'x'));
    EXPECT_FALSE(unit->receipt(this->device, 2, 3));
    const platform::Receipt again{this->device, 1, 3, {}, QByteArray(32, 'y'), std::nullopt};
    EXPECT_EQ(this->codeOf([&] { this->commitAll(QList<platform::Receipt>{again}); }), "23505");
}

TYPED_TEST(StorageConformance, WaitingOperationsAreFoundByWhatTheyWaitFor)
{
    const auto cause = this->template newId<OperationId>();
    const auto other = this->template newId<OperationId>();
    QList<Stored<StoredOperation>> operations;
    for (int i = 0; i < 5; ++i)
        operations.append({this->waitingFor(i == 2 ? QList{other} : QList{other, cause}), 0});
    this->commitAll(operations);
    const auto unit = this->begin();
    const auto first = unit->lockWaiting({cause}, {}, 3);
    QList<std::int64_t> sequences;
    for (const auto &stored : first)
        sequences.append(stored.value.sequence);
    EXPECT_EQ(sequences, (QList<std::int64_t>{1, 2, 4}));
    const auto rest = unit->lockWaiting({cause}, {this->device, 1, 4}, 3);
    ASSERT_EQ(rest.size(), 1);
    EXPECT_EQ(rest.constFirst().value.sequence, 5);
    EXPECT_TRUE(unit->lockWaiting({this->template newId<OperationId>()}, {}, 3).isEmpty());
    EXPECT_EQ(unit->openOperationsOn(operations[2].value.subject.id).size(), 1);
}

TYPED_TEST(StorageConformance, AnOutcomeIsGivenOnce)
{
    const auto cause = this->template newId<OperationId>();
    this->commitAll(QList<Stored<StoredOperation>>{{this->waitingFor({cause}), 0}});
    const auto early = this->begin();
    auto late = this->begin();
    Stored<StoredOperation> read = early->lockWaiting({cause}, {}, 1).constFirst();
    const Stored<StoredOperation> stale = late->operations({read.value.id}).constFirst();
    read.value.acknowledgement.outcome = Outcome::Applied;
    read.value.acknowledgement.waitingFor.clear();
    early->write(QList<Stored<StoredOperation>>{read});
    early->commit();
    EXPECT_EQ(this->codeOf([&] {
        late->write(QList<Stored<StoredOperation>>{stale});
        late->commit();
    }),
              "40001");
    late.reset(); // what it locked is free
    EXPECT_EQ(this->codeOf([&] { this->commitAll(QList<Stored<StoredOperation>>{{stale.value, 0}}); }), "40001");
    const auto now = this->begin()->operations({read.value.id});
    ASSERT_EQ(now.size(), 1);
    EXPECT_EQ(now.constFirst().value.acknowledgement.outcome, Outcome::Applied);
    EXPECT_TRUE(this->begin()->lockWaiting({cause}, {}, 1).isEmpty());
}

TYPED_TEST(StorageConformance, OverdueIsWhatTookEffectWhileOthersStillWaitForIt)
{
    StoredOperation applied = this->waitingFor({});
    applied.acknowledgement.outcome = Outcome::Applied;
    StoredOperation refused = this->waitingFor({});
    refused.acknowledgement.outcome = Outcome::Refused;
    StoredOperation settled = refused;
    settled.id = this->template newId<OperationId>();
    settled.sequence = ++this->sequence;
    settled.settled = true;
    const auto unknown = this->template newId<OperationId>();
    this->commitAll(QList<Stored<StoredOperation>>{{applied, 0}, {refused, 0}, {settled, 0}});
    this->commitAll(QList<Stored<StoredOperation>>{{this->waitingFor({applied.id, refused.id}), 0},
                                                   {this->waitingFor({settled.id, unknown}), 0}});
    QList<OperationId> expected{applied.id, settled.id};
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(this->begin()->overdueCauses(10), expected);
    EXPECT_EQ(this->begin()->overdueCauses(1).size(), 1);
}

TYPED_TEST(StorageConformance, TheFeedHandsOutNothingThatCouldStillBePreceded)
{
    const QUuid early = QUuid::fromString(u"{00000000-0000-7000-8000-000000000001}");
    const QUuid late = QUuid::fromString(u"{00000000-0000-7000-8000-000000000002}");
    const auto slow = this->begin();
    (void)slow->write({this->entryOf(early, 1)}, {});
    const auto quick = this->begin();
    const Cursor seen = quick->write({this->entryOf(late, 2)}, {platform::companyAudience()});
    quick->commit();
    EXPECT_GT(seen.xid, 0u);
    const platform::FeedRows held = this->kind.storage.feed(this->start(), {platform::companyAudience()}, 1'000);
    EXPECT_FALSE(held.horizon);
    EXPECT_GT(held.nextXid, seen.xid);
    EXPECT_TRUE(this->feedNumbers(this->start()).isEmpty());
    slow->commit();
    EXPECT_EQ(this->feedNumbers(this->start()), (QList<QByteArray>{"{\"number\":1}", "{\"number\":2}"}));
    EXPECT_TRUE(this->kind.storage.feed(this->start(), {platform::companyAudience()}, 1'000).horizon);
}

TYPED_TEST(StorageConformance, ARowThatIsWrittenAgainMovesToTheEndAndItsNumberNeverFalls)
{
    const QUuid id = QUuid::fromString(u"{00000000-0000-7000-8000-000000000001}");
    const auto first = this->begin();
    (void)first->write({this->entryOf(QUuid::fromString(u"{00000000-0000-7000-8000-000000000009}"), 0)}, {});
    const auto second = this->begin();
    const Cursor higher = second->write({this->entryOf(id, 1)}, {platform::companyAudience()});
    second->commit();
    const Cursor last = first->write({this->entryOf(id, 2)}, {platform::companyAudience()});
    first->commit();
    EXPECT_LT(last.xid, higher.xid) << "the number of the transaction, not that of the row";
    EXPECT_GT(last.position, higher.position);
    EXPECT_EQ(this->feedNumbers(this->start()), (QList<QByteArray>{"{\"number\":0}", "{\"number\":2}"}));
}

TYPED_TEST(StorageConformance, ATransactionThatWasDroppedHoldsNothingBack)
{
    {
        const auto dropped = this->begin();
        (void)dropped->write({this->entryOf(QUuid::fromString(u"{00000000-0000-7000-8000-000000000001}"), 1)}, {});
        (void)dropped->lockStream(this->device, 1);
    }
    const auto unit = this->begin();
    (void)unit->write({this->entryOf(QUuid::fromString(u"{00000000-0000-7000-8000-000000000002}"), 2)}, {});
    unit->commit();
    EXPECT_EQ(this->feedNumbers(this->start()), (QList<QByteArray>{"{\"number\":2}"}));
    EXPECT_EQ(this->begin()->lockStream(this->device, 1).expected, 1);
}

TYPED_TEST(StorageConformance, AudiencesAreKeptApartAndOneTransactionComesWhole)
{
    const auto unit = this->begin();
    QList<platform::FeedEntry> entries;
    for (int i = 0; i < 4; ++i)
        entries.append(this->entryOf(this->template newId<ProductId>().value(), i));
    entries.append(this->entryOf(this->template newId<ProductId>().value(), 9, QStringLiteral("location:elsewhere")));
    const Cursor seen = unit->write(entries, {platform::companyAudience()});
    unit->commit();
    const auto next = this->begin();
    (void)next->write({this->entryOf(this->template newId<ProductId>().value(), 5)}, {});
    next->commit();
    EXPECT_EQ(this->feedNumbers(this->start(), 2).size(), 2);
    EXPECT_EQ(this->feedNumbers(seen), (QList<QByteArray>{"{\"number\":5}"}));
    const auto whole = this->kind.storage.feedOfTransaction(this->start(), {platform::companyAudience()});
    EXPECT_EQ(whole.rows.size(), 4u);
}

TYPED_TEST(StorageConformance, TellsWhoHoldsTheFeedBackAndHowManyRows)
{
    const auto held = this->begin();
    (void)held->write({this->entryOf(this->template newId<ProductId>().value(), 1)}, {});
    const auto quick = this->begin();
    (void)quick->write({this->entryOf(this->template newId<ProductId>().value(), 2)}, {});
    quick->commit();
    const platform::FeedStall stall = this->kind.storage.stall();
    EXPECT_EQ(stall.heldRows, 1);
    EXPECT_FALSE(stall.who.isEmpty());
    held->commit();
    EXPECT_EQ(this->kind.storage.stall().heldRows, 0);
}

TYPED_TEST(StorageConformance, ACardIsWrittenByWhoReadItLast)
{
    AttentionCard card;
    card.id = this->template newId<CardId>();
    card.device = this->device;
    card.sequence = 1;
    card.subject = {QStringLiteral("product"), this->template newId<ProductId>().value()};
    this->commitAll(QList<Stored<AttentionCard>>{{card, 0}});
    const auto first = this->begin();
    const auto second = this->begin();
    const auto read = first->card(card.id);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->value, card);
    EXPECT_FALSE(first->card(this->template newId<CardId>()));
    card.settled = CardSettlement{Decision::SetAside, this->template newId<OperationId>(), {}, this->clock.now()};
    first->write(QList<Stored<AttentionCard>>{{card, read->revision}});
    first->commit();
    EXPECT_EQ(second->card(card.id)->value, card);
    EXPECT_EQ(this->codeOf([&] {
        second->write(QList<Stored<AttentionCard>>{{card, read->revision}});
        second->commit();
    }),
              "40001");
}

TYPED_TEST(StorageConformance, TheLastChangeOfAFieldIsTheOneThatIsTold)
{
    const QUuid subject = this->template newId<ProductId>().value();
    const QString name = QStringLiteral("name");
    platform::FieldChange change{subject, name, {}};
    change.origin.operation = this->template newId<OperationId>();
    change.origin.device = this->device;
    change.origin.at = this->clock.now();
    this->commitAll(QList<platform::FieldChange>{change, {subject, QStringLiteral("brand"), change.origin}});
    change.origin.operation = this->template newId<OperationId>();
    change.origin.personName = QStringLiteral("Mia");
    this->commitAll(QList<platform::FieldChange>{change});
    const auto unit = this->begin();
    ASSERT_TRUE(unit->fieldChange(subject, name));
    EXPECT_EQ(unit->fieldChange(subject, name)->origin, change.origin);
    EXPECT_FALSE(unit->fieldChange(subject, QStringLiteral("tax_class")));
}

TYPED_TEST(StorageConformance, AConflictIsFoundByWhoGaveTheOtherValue)
{
    const auto person = this->template newId<PersonId>();
    const auto lostTo = [&](const std::optional<PersonId> &whom) {
        StoredOperation operation = this->waitingFor({});
        operation.acknowledgement.outcome = Outcome::Conflict;
        FieldConflict conflict{QStringLiteral("name"), QStringLiteral("Guji"), QString(QChar(QChar::Null)),
                               QStringLiteral("Theirs"), ChangeOrigin{}};
        conflict.theirs->operation = this->template newId<OperationId>();
        conflict.theirs->person = whom;
        conflict.theirs->personName = QStringLiteral("Mia");
        conflict.theirs->device = this->device;
        conflict.theirs->at = this->clock.now();
        operation.acknowledgement.conflicts = {
            {QStringLiteral("brand"), QString(), QStringLiteral("Mine"), QStringLiteral("Made so"), std::nullopt},
            conflict};
        return operation;
    };
    const StoredOperation mine = lostTo(person);
    const StoredOperation other = lostTo(this->template newId<PersonId>());
    const StoredOperation owner = lostTo(std::nullopt);
    this->commitAll(QList<Stored<StoredOperation>>{{mine, 0}, {other, 0}, {owner, 0}});
    const QList<Stored<StoredOperation>> found = this->begin()->operationsNaming(person);
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.constFirst().value.id, mine.id);
    EXPECT_EQ(found.constFirst().value.acknowledgement.conflicts, mine.acknowledgement.conflicts);
    EXPECT_TRUE(this->begin()->operationsNaming(this->template newId<PersonId>()).isEmpty());
}

TYPED_TEST(StorageConformance, AChainHasOneNextNumber)
{
    const QUuid chain = this->device.value();
    const platform::AuditEntry entry{
        chain, this->clock.now(), {}, QStringLiteral("product.edit"), {QStringLiteral("product"), chain}, {}, {}};
    this->commitAll(QList<platform::AuditEntry>{entry, entry});
    this->commitAll(QList<platform::AuditEntry>{entry});
    if constexpr (std::is_same_v<TypeParam, Memory>) {
        EXPECT_EQ(this->kind.storage.state.chains.value(chain).number, 3);
        const auto first = this->begin();
        const auto second = this->begin();
        first->write(QList<platform::AuditEntry>{entry});
        second->write(QList<platform::AuditEntry>{entry});
        first->commit();
        EXPECT_EQ(this->codeOf([&] { second->commit(); }), "23505");
    }
}

} // namespace
} // namespace crema::simulation
