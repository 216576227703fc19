// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 28: a mass delete asks before anything goes, whoever wants it.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

class DeletionTest : public ClientTest
{
protected:
    /// Products that somebody else made, each with its article.
    void fill(int count)
    {
        add(0, count);
        ASSERT_EQ(present(), count);
    }

    void add(int from, int count)
    {
        for (int i = from; i < from + count; ++i) {
            Product product;
            product.id = ProductId(QUuid::createUuidV5(QUuid(), QByteArray::number(i)));
            product.name = QStringLiteral("Coffee %1").arg(i);
            Variant variant;
            variant.id = VariantId(QUuid::createUuidV5(QUuid(), "v" + QByteArray::number(i)));
            variant.product = product.id;
            variant.sku = QStringLiteral("C%1").arg(i);
            variant.price = Price{euro(300), 1};
            platform.addToFeed(entity::product.toString(), product.id.value(), codec::toJson(product));
            platform.addToFeed(entity::variant.toString(), variant.id.value(), codec::toJson(variant));
            products.append(product.id);
            variants.append(variant.id);
        }
        ASSERT_TRUE(sync().complete());
    }

    void remove(int from, int count)
    {
        for (int i = from; i < from + count; ++i) {
            platform.addToFeed(entity::variant.toString(), variants[i].value(), {});
            platform.addToFeed(entity::product.toString(), products[i].value(), {});
        }
    }

    std::int64_t present() { return *now(client.productCount()); }

    /// The next round asks about so many products.
    void expectAsked(std::int64_t leaving, std::int64_t of)
    {
        const SyncReport report = sync();
        ASSERT_TRUE(report.stopped);
        EXPECT_EQ(report.stopped->code, QStringLiteral("sync.mass_delete"));
        ASSERT_TRUE(client.state().deletion);
        EXPECT_EQ(client.state().deletion->source, DeletionSource::Platform);
        EXPECT_EQ(client.state().deletion->entityType, entity::product);
        EXPECT_EQ(client.state().deletion->leaving, leaving);
        EXPECT_EQ(client.state().deletion->present, of);
    }

    QString archive(int product)
    {
        const Product before = now(client.product(products[product]))->product;
        Product after = before;
        after.archived = true;
        const auto edited = now(client.editProduct(before, after));
        return edited ? QString() : edited.error().code;
    }

    QList<ProductId> products;
    QList<VariantId> variants;
};

TEST_F(DeletionTest, FewGoWithoutAQuestion)
{
    fill(200);
    remove(0, 5);
    EXPECT_TRUE(sync().complete());
    EXPECT_FALSE(client.state().deletion);
    EXPECT_EQ(present(), 195);
}

TEST_F(DeletionTest, ManyStayUntilAPersonAgreesAndSellingAndSendingGoOn)
{
    fill(200);
    ASSERT_TRUE(now(client.openShift(euro(1'000))));
    remove(0, 30);
    expectAsked(30, 200);
    EXPECT_EQ(present(), 200);

    ASSERT_TRUE(now(client.completeSale(cashSale({variants[3]}, 500))));
    const qsizetype before = platform.operations.size();
    expectAsked(30, 200);
    EXPECT_EQ(platform.operations.size(), before + 1) << "what was sold goes out all the same";
    EXPECT_EQ(client.state().queue.unsent(), 0);

    // The question and its answer outlive the program.
    ASSERT_TRUE(now(client.close()));
    ASSERT_TRUE(now(client.open(folder.request())));
    ASSERT_TRUE(client.state().deletion);
    ASSERT_TRUE(now(client.allowDeletion()));
    EXPECT_FALSE(client.state().deletion);
    EXPECT_EQ(now(client.allowDeletion()).error().code, QStringLiteral("deletion.not_asked"));
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(present(), 170);
    EXPECT_FALSE(client.state().deletion);
}

TEST_F(DeletionTest, AgreeingToSomeIsNotAgreeingToMore)
{
    fill(200);
    remove(0, 30);
    expectAsked(30, 200);
    ASSERT_TRUE(now(client.allowDeletion()));
    remove(30, 20);
    expectAsked(50, 200);
    EXPECT_EQ(present(), 200);
}

TEST_F(DeletionTest, TheQuestionGoesWhenThePlatformTakesItBack)
{
    fill(200);
    remove(0, 30);
    expectAsked(30, 200);
    platform.takeBackDeletions();
    EXPECT_TRUE(sync().complete());
    EXPECT_FALSE(client.state().deletion);
    EXPECT_EQ(present(), 200);
}

TEST_F(DeletionTest, WhatGoesInSmallPartsCountsForAnHour)
{
    fill(200);
    for (int i = 0; i < 10; ++i) {
        remove(i, 1);
        ASSERT_TRUE(sync().complete());
        folder.clock.advance(60'000);
    }
    remove(10, 1);
    expectAsked(11, 200);
    folder.clock.advance(DeletionGuard::windowMs);
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(present(), 189);
}

TEST_F(DeletionTest, AnHourIsAnyHour)
{
    constexpr std::int64_t minuteMs = 60'000;
    fill(200);
    remove(0, 8);
    EXPECT_TRUE(sync().complete());
    folder.clock.advance(40 * minuteMs);
    remove(8, 2);
    EXPECT_TRUE(sync().complete());
    folder.clock.advance(25 * minuteMs);
    remove(10, 7);
    EXPECT_TRUE(sync().complete()) << "the first eight are longer ago";
    remove(17, 1);
    expectAsked(10, 192);
}

/// What a first load brings is laid at once, so it is asked about at once.
TEST_F(DeletionTest, AFirstLoadAsksToo)
{
    platform.hasSnapshots = true;
    StoreFolder elsewhere(2);
    Client fresh({elsewhere.clock, elsewhere.randomness, executor, platform, elsewhere.disk});
    ASSERT_TRUE(now(fresh.open(elsewhere.request())));
    ASSERT_TRUE(now(fresh.enroll(QUrl(QStringLiteral("http://127.0.0.1:1")), QStringLiteral("K7QP-3M2X"),
                                 QStringLiteral("Till 2"))));
    fill(40);
    // The job goes wrong between the snapshot and what came since.
    bool isWrong = false;
    platform.tamper = [&](const QString &path, const HttpAnswer &answer) {
        if (path.endsWith(QLatin1String("snapshot")) && !std::exchange(isWrong, true))
            remove(0, 40);
        return answer;
    };
    const auto report = now(fresh.syncOnce());
    ASSERT_TRUE(report && report->stopped);
    EXPECT_EQ(report->stopped->code, QStringLiteral("sync.mass_delete"));
    EXPECT_EQ(*now(fresh.productCount()), 40);
    platform.takeBackDeletions();
    ASSERT_TRUE(now(fresh.syncOnce())->complete());
    EXPECT_FALSE(fresh.state().deletion);
    EXPECT_EQ(*now(fresh.productCount()), 40);
}

TEST_F(DeletionTest, AHundredIsTheMostHoweverLargeTheShop)
{
    fill(2'500);
    remove(0, 100);
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(present(), 2'400);
    remove(100, 1);
    expectAsked(101, 2'500);
    EXPECT_EQ(present(), 2'400);
}

TEST_F(DeletionTest, PeopleWhoLostTheirRightsGoAtOnce)
{
    for (int i = 0; i < 20; ++i) {
        Person person = folder.shop.person;
        person.id = PersonId(QUuid::createUuidV5(QUuid(), QByteArray::number(i)));
        person.name = QStringLiteral("Person %1").arg(i);
        platform.addToFeed(entity::person.toString(), person.id.value(), codec::toJson(person));
    }
    ASSERT_TRUE(sync().complete());
    const qsizetype before = now(client.people())->size();
    for (int i = 0; i < 15; ++i)
        platform.addToFeed(entity::person.toString(), QUuid::createUuidV5(QUuid(), QByteArray::number(i)), {});
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(now(client.people())->size(), before - 15);
}

TEST_F(DeletionTest, OnlyWhoMayDecideAgrees)
{
    fill(200);
    remove(0, 30);
    expectAsked(30, 200);
    ASSERT_TRUE(now(client.signOut()));
    EXPECT_EQ(now(client.allowDeletion()).error().code, QStringLiteral("auth.signed_out"));
    EXPECT_TRUE(client.state().deletion);
}

TEST_F(DeletionTest, APlatformThatWasPutBackWithoutItsCatalogAsksToo)
{
    fill(40);
    platform.restore(platform.highestSequence(), 0);
    expectAsked(40, 40);
    EXPECT_EQ(present(), 40);
    expectAsked(40, 40);
    ASSERT_TRUE(now(client.allowDeletion()));
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(present(), 0);
}

TEST_F(DeletionTest, TheQuestionThatIsShownIsTheOneThatIsAgreedTo)
{
    fill(200);
    remove(0, 30);
    expectAsked(30, 200);
    for (int i = 100; i < 110; ++i)
        EXPECT_EQ(archive(i), QString()) << i;
    EXPECT_EQ(archive(110), QStringLiteral("deletion.asks_first"));
    ASSERT_TRUE(now(client.setSetting(QStringLiteral("a"), QStringLiteral("b"))));
    ASSERT_TRUE(client.state().deletion);
    EXPECT_EQ(client.state().deletion->source, DeletionSource::Platform);
    ASSERT_TRUE(now(client.allowDeletion()));
    EXPECT_EQ(archive(110), QStringLiteral("deletion.asks_first")) << "nobody agreed to that";
    EXPECT_TRUE(sync().complete());
    ASSERT_TRUE(client.state().deletion);
    EXPECT_EQ(client.state().deletion->source, DeletionSource::Here);
}

TEST_F(DeletionTest, TakingManyOutOfUseHereAsksBeforeItIsRecorded)
{
    fill(40);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(archive(i), QString());
    EXPECT_EQ(archive(5), QStringLiteral("deletion.asks_first"));
    EXPECT_EQ(present(), 35);
    ASSERT_TRUE(now(client.sales({}))); // anything that reads the state anew
    ASSERT_TRUE(now(client.setSetting(QStringLiteral("a"), QStringLiteral("b"))));
    ASSERT_TRUE(client.state().deletion);
    EXPECT_EQ(client.state().deletion->source, DeletionSource::Here);
    ASSERT_TRUE(now(client.allowDeletion()));
    for (int i = 5; i < 10; ++i)
        EXPECT_EQ(archive(i), QString()) << i;
    EXPECT_EQ(archive(10), QString()) << "five more, after the one that was asked about";
    EXPECT_EQ(archive(11), QStringLiteral("deletion.asks_first"));
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(platform.operations.size(), 11);
}

/// Whoever is refused has ended by the time a manager agrees in another program of the same store.
TEST_F(DeletionTest, WhatIsAskedHereOutlivesTheProgram)
{
    fill(40);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(archive(i), QString());
    EXPECT_EQ(archive(5), QStringLiteral("deletion.asks_first"));
    ASSERT_TRUE(client.state().deletion) << "it is shown at once";
    ASSERT_TRUE(now(client.close()));
    ASSERT_TRUE(now(client.open(folder.request())));
    ASSERT_TRUE(client.state().deletion);
    EXPECT_EQ(client.state().deletion->source, DeletionSource::Here);
    EXPECT_EQ(client.state().deletion->leaving, 6);
    ASSERT_TRUE(now(client.allowDeletion()));
    ASSERT_TRUE(now(client.close()));
    ASSERT_TRUE(now(client.open(folder.request())));
    EXPECT_FALSE(client.state().deletion);
    EXPECT_EQ(archive(5), QString());
}

TEST_F(DeletionTest, WhatIsAskedHereIsByWhatIsThereNow)
{
    fill(40);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(archive(i), QString());
    EXPECT_EQ(archive(5), QStringLiteral("deletion.asks_first"));
    const std::int64_t before = client.state().deletion->present;
    add(40, 20);
    ASSERT_TRUE(client.state().deletion);
    EXPECT_EQ(client.state().deletion->present, before + 20);
    folder.clock.advance(DeletionGuard::windowMs);
    ASSERT_TRUE(now(client.close()));
    ASSERT_TRUE(now(client.open(folder.request())));
    EXPECT_FALSE(client.state().deletion) << "nobody would be asked any more";
    EXPECT_EQ(now(client.allowDeletion()).error().code, QStringLiteral("deletion.not_asked"));
    EXPECT_EQ(archive(5), QString());
}

TEST_F(DeletionTest, BothQuestionsAreAnsweredOneAfterTheOther)
{
    fill(200);
    remove(0, 30);
    expectAsked(30, 200);
    for (int i = 100; i < 110; ++i)
        EXPECT_EQ(archive(i), QString()) << i;
    EXPECT_EQ(archive(110), QStringLiteral("deletion.asks_first"));
    ASSERT_TRUE(now(client.allowDeletion()));
    ASSERT_TRUE(client.state().deletion);
    EXPECT_EQ(client.state().deletion->source, DeletionSource::Here);
    ASSERT_TRUE(now(client.allowDeletion()));
    EXPECT_FALSE(client.state().deletion);
    EXPECT_EQ(archive(110), QString());
    EXPECT_TRUE(sync().complete()) << "neither answer took the place of the other";
    EXPECT_FALSE(client.state().deletion);
}

} // namespace
} // namespace crema::sync::testing
