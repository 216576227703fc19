// SPDX-License-Identifier: GPL-3.0-or-later
// The store of a device after a customer was erased: whoever reads its files byte for byte finds nothing (ADR 041).
#include "models/customers/erasure.h"
#include "models/feed/gift_card_codec.h"
#include "models/feed/loyalty_codec.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_types.h"
#include "models/people/person_rules.h"
#include "sync/client/receipt_mail.h"
#include "sync/engine/reload_steps.h"
#include "sync/store/attention_reader.h"
#include "sync/store/gift_recording.h"
#include "sync/store/people_recording.h"
#include "sync/store/points_recording.h"
#include "sync/store/print_rows.h"
#include "tests/sync/rebase_fixture.h"

#include <QDirIterator>
#include <QFile>

namespace crema::sync::testing {
namespace {

class ErasureStoreTest : public RebaseTest
{
protected:
    using RebaseTest::rowOf;

    /// Encrypted, no word would be found in any file at all.
    void SetUp() override
    {
        folder.isPlain = true;
        RebaseTest::SetUp();
    }

    static FeedRow rowOf(std::uint64_t xid, const Customer &customer)
    {
        return row(xid, 1, entity::customer, customer.id.value(), codec::toJson(customer));
    }

    Customer plant()
    {
        Customer customer;
        customer.name = QStringLiteral("PLANT Ada Lovelace");
        customer.email = QStringLiteral("PLANT.ada@example.org");
        customer.phone = QStringLiteral("PLANT-555");
        customer.notes = QStringLiteral("PLANT likes it dark");
        const Result<CustomerId> id = store->write([&] { return recordNewCustomer(*store, customer); });
        EXPECT_TRUE(id);
        return *store->rows().customers().customer(*id);
    }

    Customer change(const Customer &before, const QString &notes)
    {
        Customer after = before;
        after.notes = notes;
        EXPECT_TRUE(store->write([&] { return recordCustomerEdit(*store, before, after); }));
        return after;
    }

    void erase(CustomerId id)
    {
        ASSERT_TRUE(store->write([&] { return recordCustomerErasure(*store, id, EraseReason::Requested); }));
    }

    static FeedRow rowOf(std::uint64_t xid, const Person &person)
    {
        return row(xid, 1, entity::person, person.id.value(), codec::toJson(person));
    }

    Person plantPerson()
    {
        Person person;
        person.name = QStringLiteral("PLANT Bea Brandt");
        person.email = QStringLiteral("PLANT.bea@example.org");
        person.role = Role::Barista;
        const Result<PersonId> id = store->write([&] { return recordNewPerson(*store, person, {}); });
        EXPECT_TRUE(id) << qPrintable(id ? QString() : id.error().message);
        return *store->rows().person(*id);
    }

    template<class Change>
    Person changePerson(const Person &before, Change change)
    {
        Person after = before;
        change(after);
        EXPECT_TRUE(store->write([&] { return recordPersonEdit(*store, before, after); }));
        return after;
    }

    /// A name is lost to one that `whom` gave, and all of it has come; gives the answer.
    Acknowledgement loseNameTo(const Product &product, PersonId whom, const QString &called)
    {
        rename(product, QStringLiteral("Mine"));
        const QList<PlannedOperation> batch = *takeBatch(*store, {});
        Acknowledgement lost{batch.first().envelope.sequence, batch.first().id, Outcome::Conflict, {}, {}, {}, {}};
        lost.visibleAt = Cursor{1, 102, 1};
        ChangeOrigin theirs;
        theirs.operation = OperationId(QUuid::createUuidV5(QUuid(), QStringLiteral("theirs")));
        theirs.person = whom;
        theirs.personName = called;
        theirs.device = DeviceId(QUuid::createUuidV5(QUuid(), QStringLiteral("other")));
        theirs.at = folder.clock.now();
        lost.conflicts = {
            {QStringLiteral("name"), product.name, QStringLiteral("Mine"), QStringLiteral("Theirs"), theirs}};
        EXPECT_TRUE(keepAcknowledgements(*store, batch, {lost}));
        Product now = product;
        now.name = QStringLiteral("Theirs");
        page({rowOf(102, now)}, Cursor{1, 103, 0});
        EXPECT_EQ(counts().receipted, 0) << "it is over and done with";
        return lost;
    }

    QString namedOnCard()
    {
        const AttentionList list = findAttention(*store, 10);
        EXPECT_EQ(list.items.size(), 1);
        return list.items.isEmpty() ? QString() : list.items.first().fields.first().origin->personName;
    }

    /// The files of the store that have the word; in UTF-8 or UTF-16.
    QStringList filesWith(const QString &word) const
    {
        const QByteArray wide(reinterpret_cast<const char *>(word.utf16()), word.size() * 2);
        QStringList found;
        QDirIterator files(folder.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            if (bytes.contains(word.toUtf8()) || bytes.contains(wide))
                found.append(file.fileName());
        }
        return found;
    }
};

} // namespace

TEST_F(ErasureStoreTest, NoFileHasAWordOnceThePlatformErasedThem)
{
    const Customer ada = change(plant(), QStringLiteral("PLANT second"));
    answer(100);
    page({rowOf(100, ada)});
    change(ada, QStringLiteral("PLANT third"));
    answer(101, Outcome::Refused);
    page({rowOf(102, ada)}, Cursor{1, 103, 0});
    ASSERT_TRUE(store->syncJournal());
    ASSERT_FALSE(filesWith(QStringLiteral("PLANT")).isEmpty()) << "the search finds what is there";

    page({rowOf(110, erasedCustomer(ada.id, folder.clock.now()))}, Cursor{1, 111, 0});
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_TRUE(store->rows().customers().find(QStringLiteral("Ada"), 10).isEmpty());
    EXPECT_EQ(store->check().findings, QStringList());
    store.reset();
    store = folder.open();
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(store->check().findings, QStringList());
    EXPECT_EQ(store->origin(), StoreOrigin::Same) << "its journal still goes with it";
}

/// ADR 060: what was adjusted on their store credit stays in the books.
TEST_F(ErasureStoreTest, AnAdjustmentOfTheirStoreCreditSaysNoMoreWhy)
{
    const Customer ada = plant();
    GiftCard credit = emptyStoreCredit(ada.id, euro(0).currency());
    ASSERT_TRUE(store->write(
        [&] { return recordGiftCardAdjust(*store, credit, euro(700), QStringLiteral("PLANT her cup broke")); }));
    answer(100);
    credit.balance = euro(700);
    page({rowOf(100, ada), row(100, 2, entity::giftCard, credit.id.value(), codec::toJson(credit))}, Cursor{1, 101, 0});
    ASSERT_TRUE(store->syncJournal());
    ASSERT_FALSE(filesWith(QStringLiteral("PLANT her cup")).isEmpty());
    page({rowOf(110, erasedCustomer(ada.id, folder.clock.now()))}, Cursor{1, 111, 0});
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(store->rows().gifts().card(credit.id), credit);
    EXPECT_EQ(store->check().findings, QStringList());
}

/// ADR 062: their points stay as well.
TEST_F(ErasureStoreTest, AnAdjustmentOfTheirPointsSaysNoMoreWhy)
{
    const Customer ada = plant();
    const auto adjust = [&](const QString &reason) {
        return store->write([&] { return recordPointsAdjust(*store, ada.id, 70, reason); });
    };
    ASSERT_TRUE(adjust(QStringLiteral("PLANT her cup broke")));
    answer(100);
    const LoyaltyAccount account{ada.id, 70};
    page({rowOf(100, ada), row(100, 2, entity::loyaltyAccount, ada.id.value(), codec::toJson(account))},
         Cursor{1, 101, 0});
    ASSERT_TRUE(store->syncJournal());
    ASSERT_FALSE(filesWith(QStringLiteral("PLANT her cup")).isEmpty());
    page({rowOf(110, erasedCustomer(ada.id, folder.clock.now()))}, Cursor{1, 111, 0});
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(pointsOf(*store, ada.id).points, 70);
    ASSERT_TRUE(adjust(QStringLiteral("PLANT her other cup")));
    EXPECT_FALSE(filesWith(QStringLiteral("PLANT her other")).isEmpty()) << "it is sent as it was signed for";
    answer(112);
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(pointsOf(*store, ada.id).points, 140);
    EXPECT_EQ(store->check().findings, QStringList());
}

/// ADR 065: an address may be theirs and stand nowhere else.
TEST_F(ErasureStoreTest, ReceiptsThatWaitToBeMailedToThemAreForgotten)
{
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 290);
    ASSERT_TRUE(openShift(*store));
    Customer ada;
    ada.id = CustomerId(QUuid::createUuidV5(QUuid(), QStringLiteral("ada")));
    ada.name = QStringLiteral("PLANT Ada Lovelace");
    page({rowOf(50, ada)});
    SaleDraft draft = cashSale({espresso}, 500);
    const Result<Sale> somebodys = sell(*store, draft);
    draft.customer = ada.id;
    const Result<Sale> hers = sell(*store, draft);
    ASSERT_TRUE(somebodys && hers);
    const auto mailOf = [&](const Sale &sale, const QString &address) {
        return ReceiptMail{
            QUuid::createUuidV5(QUuid(), address), sale.id, sale.number, address, {}, folder.clock.now(), {}};
    };
    const QList<ReceiptMail> mails{mailOf(*hers, QStringLiteral("PLANT.ada@example.org")),
                                   mailOf(*somebodys, QStringLiteral("kept@example.org"))};
    ASSERT_TRUE(store->write([&]() -> Result<void> {
        store->device().setSetting(receiptMailSetting, writeReceiptMails(mails));
        return {};
    }));
    page({rowOf(60, erasedCustomer(ada.id, folder.clock.now()))});
    EXPECT_EQ(readReceiptMails(store->device().setting(receiptMailSetting)), QList<ReceiptMail>{mails.last()});
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
}

TEST_F(ErasureStoreTest, WhatIsUnsentGoesWithItsAnswer)
{
    const Customer ada = plant();
    answer(100);
    page({rowOf(100, ada)}, Cursor{1, 101, 0});
    change(ada, QStringLiteral("PLANT late"));
    page({rowOf(110, erasedCustomer(ada.id, folder.clock.now()))});
    EXPECT_FALSE(filesWith(QStringLiteral("PLANT late")).isEmpty()) << "it is sent as it was signed for";
    EXPECT_TRUE(store->rows().customers().customer(ada.id)->isErased()) << "and shows nothing";
    answer(112);
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(store->check().findings, QStringList());
    page({}, Cursor{1, 113, 0});
    EXPECT_EQ(counts().receipted, 0);
    EXPECT_TRUE(store->rows().customers().customer(ada.id)->isErased());
}

TEST_F(ErasureStoreTest, ErasingHereIsSeenAtOnceAndEndsWithThePlatformsWord)
{
    const Customer ada = plant();
    answer(100);
    page({rowOf(100, ada)});
    erase(ada.id);
    EXPECT_TRUE(store->rows().customers().customer(ada.id)->isErased());
    EXPECT_TRUE(store->rows().customers().find(QStringLiteral("Ada"), 10).isEmpty());
    Customer back = ada;
    back.notes = QStringLiteral("PLANT again");
    EXPECT_FALSE(store->write([&] { return recordCustomerEdit(*store, ada, back); }));
    answer(110);
    page({rowOf(110, *store->rows().customers().customer(ada.id))});
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(store->check().findings, QStringList());
    EXPECT_TRUE(store->rows().customers().customer(ada.id)->isErased());
}

TEST_F(ErasureStoreTest, ARefusedErasureBringsThemBack)
{
    const Customer ada = plant();
    answer(100);
    page({rowOf(100, ada)}, Cursor{1, 101, 0});
    erase(ada.id);
    answer(110, Outcome::Refused);
    EXPECT_EQ(store->rows().customers().customer(ada.id), ada);
    EXPECT_EQ(store->rows().customers().find(QStringLiteral("Ada"), 10).size(), 1);
}

/// Found by the simulation: whoever may not erase somebody lost what they had said of them.
TEST_F(ErasureStoreTest, ARefusedErasureLeavesWhatWasSaid)
{
    const Customer ada = plant();
    answer(100);
    page({rowOf(100, ada)}, Cursor{1, 101, 0});
    change(ada, QStringLiteral("PLANT refused as well"));
    erase(ada.id);
    answer(110, Outcome::Refused);
    page({}, Cursor{1, 112, 0});
    EXPECT_EQ(store->rows().customers().customer(ada.id), ada);
    EXPECT_FALSE(filesWith(QStringLiteral("PLANT refused as well")).isEmpty()) << "its card has to say what was lost";
    EXPECT_EQ(store->check().findings, QStringList());
}

/// Found by the simulation: what was decided here about an edit of another device was not found by its own operations.
TEST_F(ErasureStoreTest, ADecisionAboutACardOfAnotherDeviceGoesAsWell)
{
    const Customer ada = plant();
    answer(100);
    page({rowOf(100, ada)}, Cursor{1, 101, 0});
    Operation edit;
    edit.id = OperationId(QUuid::createUuidV5(QUuid(), QStringLiteral("edit")));
    edit.type = operation::customerEdit.toString();
    edit.subject = {entity::customer.toString(), ada.id.value()};
    Acknowledgement lost;
    lost.operation = edit.id;
    lost.outcome = Outcome::Conflict;
    lost.conflicts = {{QStringLiteral("phone"), QString(), QStringLiteral("PLANT-777"), ada.phone, std::nullopt}};
    const StreamPlace place{DeviceId(QUuid::createUuidV5(QUuid(), QStringLiteral("other"))), 1, 1};
    const AttentionCard card = makeCard(place, edit, lost, nullptr);
    page({row(110, 1, entity::attention, card.id.value(), codec::toJson(card))}, Cursor{1, 111, 0});
    const CardAnswer mine{Decision::Fields, {{QStringLiteral("phone"), {Keep::Mine}}}};
    ASSERT_TRUE(store->write([&] { return recordResolution(*store, card.id, mine); }));
    answer(112);
    const UtcTime now = folder.clock.now();
    const AttentionCard mark = erasedMark(card, {Decision::SetAside, edit.id, std::nullopt, now});
    page(
        {rowOf(120, erasedCustomer(ada.id, now)), row(120, 2, entity::attention, card.id.value(), codec::toJson(mark))},
        Cursor{1, 121, 0});
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(store->check().findings, QStringList());
}

/// Found by the simulation: the mark came with a snapshot, and what was answered before kept its words.
TEST_F(ErasureStoreTest, WhatComesWithASnapshotErasesAsWell)
{
    const Customer ada = plant();
    erase(ada.id);
    answer(100);
    const Customer mark = *store->rows().customers().customer(ada.id);
    ASSERT_TRUE(startLoad(*store, ReloadState::Reason::TooOld));
    SnapshotChunk chunk;
    chunk.rows = {rowOf(100, mark)};
    chunk.cut = Cursor{1, 101, 0};
    chunk.total = 1;
    ASSERT_TRUE(keepChunk(*store, chunk));
    ASSERT_TRUE(stagePage(*store, {{}, chunk.cut, false, chunk.cut, Cursor{1, 102, 0}}));
    for (bool more = true; more;) {
        const Result<bool> step = stepReload(*store);
        ASSERT_TRUE(step);
        more = *step;
    }
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_TRUE(store->rows().customers().customer(ada.id)->isErased());
    EXPECT_EQ(store->check().findings, QStringList());
}

TEST_F(ErasureStoreTest, AJournalThatWasNotWrittenYetIsWrittenWithTheNextStart)
{
    const Customer ada = plant();
    answer(100);
    page({rowOf(100, ada)}, Cursor{1, 101, 0});
    const QByteArray journal = *folder.system.read(folder.path() + QStringLiteral(".journal"));
    page({rowOf(110, erasedCustomer(ada.id, folder.clock.now()))}, Cursor{1, 111, 0});
    // As if the program had ended between the commit and the journal.
    ASSERT_TRUE(store->write([&]() -> Result<void> {
        store->device().setSetting(QStringLiteral("erasure.files"), QStringLiteral("1"));
        return {};
    }));
    store.reset();
    ASSERT_TRUE(folder.system.replacePrivate(folder.path() + QStringLiteral(".journal"), journal));
    ASSERT_FALSE(filesWith(QStringLiteral("PLANT")).isEmpty());
    store = folder.open();
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(store->origin(), StoreOrigin::Same);
}

/// ADR 044.
TEST_F(ErasureStoreTest, NoFileHasAWordOfAPersonOnceThePlatformErasedThem)
{
    const Person bea = plantPerson();
    answer(100);
    page({rowOf(100, bea)}, Cursor{1, 101, 0});
    const Person left = changePerson(bea, [](Person &person) { person.active = false; });
    answer(101);
    page({rowOf(101, left)}, Cursor{1, 102, 0});
    changePerson(left, [](Person &person) { person.name = QStringLiteral("PLANT Bea Refused"); });
    ASSERT_TRUE(store->write([&]() -> Result<void> {
        PrintRows(store->database()).add({.title = QStringLiteral("B1-1"), .bytes = "Served by PLANT Bea Brandt"});
        return {};
    }));
    answer(103, Outcome::Refused);
    page({rowOf(103, left)}, Cursor{1, 104, 0});
    ASSERT_TRUE(store->syncJournal());
    ASSERT_FALSE(filesWith(QStringLiteral("PLANT")).isEmpty()) << "the search finds what is there";

    page({rowOf(110, erasedPerson(left, folder.clock.now()))}, Cursor{1, 111, 0});
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_TRUE(store->rows().person(bea.id)->isErased());
    EXPECT_EQ(store->check().findings, QStringList());
    store.reset();
    store = folder.open();
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(store->check().findings, QStringList());
    EXPECT_EQ(store->origin(), StoreOrigin::Same) << "its journal still goes with it";
}

/// ADR 044: what was lost to them stays, and does not say to whom by name.
TEST_F(ErasureStoreTest, AConflictNamesNobodyOnceThePlatformErasedThem)
{
    const Product product = addServerProduct(QStringLiteral("Guji"));
    const Person bea = plantPerson();
    answer(100);
    page({rowOf(100, bea)}, Cursor{1, 101, 0});
    loseNameTo(product, bea.id, bea.name);
    EXPECT_EQ(namedOnCard(), bea.name);
    const Person left = changePerson(bea, [](Person &person) { person.active = false; });
    ASSERT_TRUE(store->write([&] { return recordPersonErasure(*store, bea.id, EraseReason::Requested); }));
    EXPECT_EQ(namedOnCard(), QStringLiteral("Erased person")) << "here at once";
    answer(110);
    page({rowOf(110, *store->rows().person(bea.id))}, Cursor{1, 111, 0});
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(namedOnCard(), QStringLiteral("Erased person"));
    EXPECT_EQ(store->check().findings, QStringList());
    EXPECT_TRUE(store->rows().person(left.id)->isErased());
}

/// Who works elsewhere is known here by what was lost to them alone, and their erasure by what the platform says of
/// that.
TEST_F(ErasureStoreTest, AConflictWithSomebodyOfAnotherPlaceNamesNobodyOnceThePlatformSaysSo)
{
    const Product product = addServerProduct(QStringLiteral("Guji"));
    const PersonId far(QUuid::createUuidV5(QUuid(), QStringLiteral("far")));
    Acknowledgement told = loseNameTo(product, far, QStringLiteral("PLANT Far Away"));
    AttentionCard card = *store->rows().attention().card(CardId(told.operation.value()));
    ASSERT_TRUE(store->syncJournal());
    ASSERT_FALSE(filesWith(QStringLiteral("PLANT")).isEmpty()) << "the search finds what is there";
    ASSERT_TRUE(eraseName(told, far));
    page({row(110, 1, entity::acknowledgement, told.operation.value(), acknowledgementToJson(told))},
         Cursor{1, 111, 0});
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList()) << "with the answer";
    EXPECT_EQ(namedOnCard(), QStringLiteral("Erased person"));
    ASSERT_TRUE(eraseName(card, far));
    page({row(112, 1, entity::attention, card.id.value(), codec::toJson(card))}, Cursor{1, 113, 0});
    EXPECT_EQ(store->rows().attention().card(card.id), card) << "all but the name is as it was";
    EXPECT_EQ(store->check().findings, QStringList());
}

/// A device that made none of it has the card alone.
TEST_F(ErasureStoreTest, ACardOfAnotherDeviceNamesNobodyOnceThePlatformSaysSo)
{
    const PersonId far(QUuid::createUuidV5(QUuid(), QStringLiteral("far")));
    Operation edit;
    edit.id = OperationId(QUuid::createUuidV5(QUuid(), QStringLiteral("edit")));
    edit.type = operation::productEdit.toString();
    edit.subject = {entity::product.toString(), QUuid::createUuidV5(QUuid(), QStringLiteral("product"))};
    Acknowledgement lost;
    lost.operation = edit.id;
    lost.outcome = Outcome::Conflict;
    ChangeOrigin theirs;
    theirs.operation = edit.id;
    theirs.person = far;
    theirs.personName = QStringLiteral("PLANT Far Away");
    theirs.device = DeviceId(QUuid::createUuidV5(QUuid(), QStringLiteral("other")));
    theirs.at = folder.clock.now();
    lost.conflicts = {{QStringLiteral("name"), QString(), QStringLiteral("Mine"), QStringLiteral("Theirs"), theirs}};
    AttentionCard card = makeCard({theirs.device, 1, 1}, edit, lost, nullptr);
    page({row(110, 1, entity::attention, card.id.value(), codec::toJson(card))}, Cursor{1, 111, 0});
    ASSERT_FALSE(filesWith(QStringLiteral("PLANT")).isEmpty());
    ASSERT_TRUE(eraseName(card, far));
    page({row(112, 1, entity::attention, card.id.value(), codec::toJson(card))}, Cursor{1, 113, 0});
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(store->rows().attention().card(card.id), card);
}

TEST_F(ErasureStoreTest, WhatIsUnsentOfAPersonGoesWithItsAnswer)
{
    const Person bea = plantPerson();
    answer(100);
    page({rowOf(100, bea)}, Cursor{1, 101, 0});
    changePerson(bea, [](Person &person) { person.name = QStringLiteral("PLANT Bea Late"); });
    page({rowOf(110, erasedPerson(bea, folder.clock.now()))});
    EXPECT_FALSE(filesWith(QStringLiteral("PLANT Bea Late")).isEmpty()) << "it is sent as it was signed for";
    EXPECT_TRUE(store->rows().person(bea.id)->isErased()) << "and shows nothing";
    answer(112);
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(store->check().findings, QStringList());
}

TEST_F(ErasureStoreTest, ErasingAPersonHereIsSeenAtOnceAndEndsWithThePlatformsWord)
{
    const Person bea = plantPerson();
    answer(100);
    page({rowOf(100, bea)}, Cursor{1, 101, 0});
    const Person left = changePerson(bea, [](Person &person) { person.active = false; });
    ASSERT_TRUE(store->write([&] { return recordPersonErasure(*store, bea.id, EraseReason::Requested); }));
    EXPECT_TRUE(store->rows().person(bea.id)->isErased());
    answer(110);
    page({rowOf(110, *store->rows().person(bea.id))}, Cursor{1, 111, 0});
    EXPECT_EQ(filesWith(QStringLiteral("PLANT")), QStringList());
    EXPECT_EQ(store->check().findings, QStringList());
    EXPECT_TRUE(store->rows().person(left.id)->isErased());
}

} // namespace crema::sync::testing
