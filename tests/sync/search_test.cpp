// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/text/fold.h"
#include "sync/store/catalog_reader.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/search_words.h"
#include "tests/sync/shop.h"

#include <QRegularExpression>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema::sync::testing {
namespace {

QStringList found(LocalStore &store, const QString &text)
{
    ProductFilter filter;
    filter.text = text;
    QStringList names;
    const QList<ProductView> hits = CatalogReader(store).find(filter);
    for (const ProductView &hit : hits)
        names.append(hit.product.name);
    return names;
}

class Search : public ::testing::Test
{
protected:
    void SetUp() override
    {
        addProduct(*store, QStringLiteral("Café Crème"), QStringLiteral("CC-1"), 500, {QStringLiteral("036000291452")});
        addProduct(*store, QStringLiteral("Кофе молотый"), QStringLiteral("K-77"), 600);
        addProduct(*store, QStringLiteral("Espresso House Blend"), QStringLiteral("EHB"), 700);
        addProduct(*store, QStringLiteral("Blend of the month"), QStringLiteral("BM"), 800);
    }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store = folder.openEnrolled();
};

TEST_F(Search, FindsWordsInAnyOrderInsideWordsAndWithoutAccents)
{
    EXPECT_EQ(found(*store, QStringLiteral("creme cafe")), QStringList{QStringLiteral("Café Crème")});
    EXPECT_EQ(found(*store, QStringLiteral("ПРЕ")).size(), 0);
    EXPECT_EQ(found(*store, QStringLiteral("МОЛОТ")), QStringList{QStringLiteral("Кофе молотый")});
    EXPECT_EQ(found(*store, QStringLiteral("press")), QStringList{QStringLiteral("Espresso House Blend")});
    EXPECT_EQ(found(*store, QStringLiteral("blend house")), QStringList{QStringLiteral("Espresso House Blend")});
    EXPECT_EQ(found(*store, QStringLiteral("blend")).size(), 2);
}

TEST_F(Search, KeepsAndFindsNamesOfSignsAlone)
{
    addProduct(*store, QStringLiteral("☕"), QStringLiteral("#-"), 300);
    addProduct(*store, QStringLiteral("🍵🍵 \"!\""), QStringLiteral("🍵"), 310);
    EXPECT_EQ(found(*store, QStringLiteral("☕")), QStringList{QStringLiteral("☕")});
    EXPECT_EQ(found(*store, QStringLiteral("☕️")), QStringList{QStringLiteral("☕")}) << "as a picture in colour";
    EXPECT_EQ(found(*store, QStringLiteral("🍵")).size(), 1);
    EXPECT_EQ(found(*store, QStringLiteral("\"!\"")).size(), 1);
    EXPECT_TRUE(CatalogReader(*store).byCode(QStringLiteral("🍵")));
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));

    Customer customer;
    customer.id = makeId<CustomerId>(folder.clock.now(), folder.randomness);
    customer.name = QStringLiteral("★");
    ASSERT_TRUE(store->write([&]() -> Result<void> {
        store->rows().put({entity::customer.toString(), customer.id.value()}, codec::toJson(customer));
        return {};
    }));
    EXPECT_EQ(store->rows().customers().find(QStringLiteral("★"), 10).size(), 1);
}

TEST_F(Search, CustomersOfTheArchiveComeLastAndAlsoWithinTheLimit)
{
    const auto add = [this](const char *name, bool archived) {
        Customer customer;
        customer.id = makeId<CustomerId>(folder.clock.now(), folder.randomness);
        customer.name = QString::fromLatin1(name);
        customer.archived = archived;
        ASSERT_TRUE(store->write([&]() -> Result<void> {
            store->rows().put({entity::customer.toString(), customer.id.value()}, codec::toJson(customer));
            return {};
        }));
    };
    add("Ada", true);
    add("Bea", false);
    add("Cora", false);
    const auto names = [this](int limit) {
        QStringList found;
        const QList<Customer> customers = store->rows().customers().find(QString(), limit);
        for (const Customer &customer : customers)
            found.append(customer.name);
        return found;
    };
    EXPECT_EQ(names(10), (QStringList{QStringLiteral("Bea"), QStringLiteral("Cora"), QStringLiteral("Ada")}));
    EXPECT_EQ(names(2), (QStringList{QStringLiteral("Bea"), QStringLiteral("Cora")}));
}

TEST_F(Search, PutsWhatCarriesATypedOptionFirst)
{
    const auto addLatte = [this](const QString &name, const QStringList &milks) {
        Product product;
        product.name = name;
        QList<Variant> variants;
        for (const QString &milk : milks) {
            Variant variant;
            variant.sku = name.left(3) + name.right(1) + milk.left(3);
            variant.options = {{QStringLiteral("Milk"), milk}};
            variant.price = Price{euro(420), 1};
            variants.append(variant);
        }
        ASSERT_TRUE(store->write([&] { return recordNewProduct(*store, product, variants); }));
    };
    const QString whole = QStringLiteral("A whole milk");
    const QString oat = QStringLiteral("Oat milk");
    addLatte(QStringLiteral("Latte"), {whole, QStringLiteral("Soy milk")});
    addLatte(QStringLiteral("Latte macchiato"), {whole, oat});
    addLatte(QStringLiteral("Flat latte"), {oat, whole});
    ProductFilter filter;
    filter.text = QStringLiteral("oat latte");
    const QList<ProductView> hits = CatalogReader(*store).find(filter);
    ASSERT_EQ(hits.size(), 2);
    for (const ProductView &hit : hits)
        EXPECT_EQ(hit.variants.first().variant.optionText(), oat) << hit.product.name.toStdString();
    filter.text = QStringLiteral("latte a milk");
    for (const ProductView &hit : CatalogReader(*store).find(filter))
        EXPECT_EQ(hit.variants.first().variant.optionText(), whole) << hit.product.name.toStdString();
    // A product that has both words in different variants comes after one that has them in one.
    addLatte(QStringLiteral("Chai"), {QStringLiteral("Soy"), QStringLiteral("Vanilla")});
    addLatte(QStringLiteral("Chai tea"), {QStringLiteral("Vanilla soy")});
    EXPECT_EQ(found(*store, QStringLiteral("chai soy vanilla")),
              (QStringList{QStringLiteral("Chai tea"), QStringLiteral("Chai")}));
}

TEST_F(Search, FindsShortWordsAtTheBeginningOfWordsOnly)
{
    EXPECT_EQ(found(*store, QStringLiteral("h")), QStringList{QStringLiteral("Espresso House Blend")});
    EXPECT_EQ(found(*store, QStringLiteral("мо")), QStringList{QStringLiteral("Кофе молотый")});
    EXPECT_EQ(found(*store, QStringLiteral("ou")).size(), 0);
    EXPECT_EQ(found(*store, QStringLiteral("blend m")), QStringList{QStringLiteral("Blend of the month")});
}

TEST_F(Search, PutsTheExactCodeFirstInEveryBarcodeForm)
{
    EXPECT_EQ(found(*store, QStringLiteral("bm")).first(), QStringLiteral("Blend of the month"));
    for (const char *form : {"036000291452", "0036000291452", "00036000291452"})
        EXPECT_EQ(found(*store, QString::fromLatin1(form)), QStringList{QStringLiteral("Café Crème")}) << form;
    EXPECT_TRUE(CatalogReader(*store).byCode(QStringLiteral("cc-1")));
    EXPECT_EQ(CatalogReader(*store).byCode(QStringLiteral("nothing")).error().code,
              QStringLiteral("product.unknown_code"));
}

TEST_F(Search, ListsVariantsByCodeInWhicheverOrderTheyCame)
{
    Product product;
    product.name = QStringLiteral("Cappuccino");
    QList<Variant> variants;
    for (const char *sku : {"CAP-S", "cap-l", "CAP-M"}) {
        Variant variant;
        variant.sku = QString::fromLatin1(sku);
        variant.price = Price{euro(340), 1};
        variants.append(variant);
    }
    ASSERT_TRUE(store->write([&] { return recordNewProduct(*store, product, variants); }));
    ProductFilter filter;
    filter.text = QStringLiteral("cappu");
    const QList<ProductView> hits = CatalogReader(*store).find(filter);
    ASSERT_EQ(hits.size(), 1);
    QStringList skus;
    for (const VariantView &view : hits.first().variants)
        skus.append(view.variant.sku);
    EXPECT_EQ(skus, (QStringList{QStringLiteral("cap-l"), QStringLiteral("CAP-M"), QStringLiteral("CAP-S")}));
}

TEST_F(Search, TakesQuotesAndOperatorsAsText)
{
    EXPECT_EQ(found(*store, QStringLiteral("\"café\" AND*")).size(), 0);
    EXPECT_EQ(found(*store, QStringLiteral("\"café\"")).size(), 1);
    EXPECT_EQ(found(*store, QStringLiteral("***")).size(), 0);
}

TEST_F(Search, AnswersTheSameAfterARebuild)
{
    const QStringList before = found(*store, QStringLiteral("blend"));
    ASSERT_TRUE(store->endBulk());
    QStringList after = found(*store, QStringLiteral("blend"));
    EXPECT_EQ(QSet<QString>(before.begin(), before.end()), QSet<QString>(after.begin(), after.end()));
    EXPECT_EQ(after.first(), QStringLiteral("Blend of the month")); // by name
    EXPECT_TRUE(store->check().isSound());
}

/// Somebody works between the steps of a rebuild: what they do is found, before its end where it is a sale's search and
/// at the end where the catalog changed.
TEST_F(Search, IsRebuiltInStepsWithWorkBetweenThem)
{
    using Stage = SearchRebuild::Stage;
    ASSERT_TRUE(store->beginBulk());
    QList<Stage> stages;
    bool isChanged = false;
    do {
        const auto stage = store->stepEndBulk();
        ASSERT_TRUE(stage);
        stages.append(*stage);
        if (*stage == Stage::Reading && !isChanged) {
            isChanged = true;
            addProduct(*store, QStringLiteral("Ristretto"), QStringLiteral("RI"), 300);
            // An operation that is refused undoes its transaction; the rebuild goes on.
            EXPECT_FALSE(store->write([&]() -> Result<void> { return failure(Problem()); }));
        }
    } while (stages.last() != Stage::Done);
    EXPECT_EQ(stages,
              (QList{Stage::Indexing, Stage::Indexing, Stage::Indexing, Stage::Reading, Stage::Reading, Stage::Done}));
    EXPECT_EQ(found(*store, QStringLiteral("ristretto")), QStringList{QStringLiteral("Ristretto")});
    EXPECT_EQ(found(*store, QStringLiteral("blend")).size(), 2);
    EXPECT_EQ(found(*store, QString()).size(), 5);
    addProduct(*store, QStringLiteral("Lungo"), QStringLiteral("LU"), 300);
    EXPECT_EQ(found(*store, QStringLiteral("lungo")).size(), 1) << "afterwards it is kept up to date again";
    EXPECT_TRUE(store->check().isSound());
}

/// The program ended between two steps: whoever opens the store knows, and need not wait for it.
TEST_F(Search, IsKnownToBeHalfDoneByWhoeverOpensTheStore)
{
    ASSERT_TRUE(store->beginBulk());
    for (int step = 0; step < 5; ++step)
        ASSERT_TRUE(store->stepEndBulk());
    EXPECT_EQ(found(*store, QStringLiteral("blend")).size(), 0) << "it was begun";
    store.reset();
    store = folder.open();
    EXPECT_TRUE(store->isSearchStale());
    ASSERT_TRUE(store->endBulk());
    EXPECT_FALSE(store->isSearchStale());
    EXPECT_EQ(found(*store, QStringLiteral("blend")).size(), 2);
    EXPECT_TRUE(store->check().isSound());
}

/// A repair opens the store anew while search is made in steps, and whoever takes them does not know.
TEST_F(Search, IsMadeGoodByStepsThatGoOnInAStoreThatWasOpenedAnew)
{
    ASSERT_TRUE(store->beginBulk());
    for (int step = 0; step < 5; ++step)
        ASSERT_TRUE(store->stepEndBulk());
    store.reset();
    store = folder.open();
    Result<SearchRebuild::Stage> stage = store->stepEndBulk();
    EXPECT_TRUE(store->isSearchStale()) << "one step is not all of it";
    while (stage && *stage != SearchRebuild::Stage::Done)
        stage = store->stepEndBulk();
    ASSERT_TRUE(stage);
    EXPECT_FALSE(store->isSearchStale());
    EXPECT_EQ(found(*store, QStringLiteral("blend")).size(), 2);
    EXPECT_TRUE(store->check().isSound());
}

/// Somebody looks things up while what a long absence brought is taken in: nothing is missing meanwhile.
TEST_F(Search, StaysWholeWhileABulkOfChangesIsEndedInSteps)
{
    constexpr int added = 120; // more than two steps
    ASSERT_TRUE(store->beginBulk());
    for (int i = 0; i < added; ++i)
        addProduct(*store, QStringLiteral("Roast %1").arg(i), QStringLiteral("RO-%1").arg(i), 300);
    EXPECT_EQ(found(*store, QStringLiteral("roast 119")).size(), 0) << "its turn comes at the end";
    int steps = 0;
    for (bool isOver = false; !isOver; ++steps) {
        EXPECT_TRUE(store->isSearchStale());
        const Result<bool> ended = store->stepEndChanges();
        ASSERT_TRUE(ended);
        isOver = *ended;
        EXPECT_EQ(found(*store, QStringLiteral("blend")).size(), 2);
        if (steps == 0)
            addProduct(*store, QStringLiteral("Ristretto"), QStringLiteral("RI"), 300);
    }
    EXPECT_GT(steps, 2);
    EXPECT_FALSE(store->isSearchStale());
    EXPECT_EQ(found(*store, QStringLiteral("roast 0")), QStringList{QStringLiteral("Roast 0")});
    EXPECT_EQ(found(*store, QStringLiteral("roast 119")), QStringList{QStringLiteral("Roast 119")});
    EXPECT_EQ(found(*store, QStringLiteral("ristretto")).size(), 1) << "it was made between two steps";
    addProduct(*store, QStringLiteral("Lungo"), QStringLiteral("LU"), 300);
    EXPECT_EQ(found(*store, QStringLiteral("lungo")).size(), 1) << "afterwards it is kept up to date again";
    EXPECT_TRUE(store->check().isSound());
}

/// The program ended in between: what had changed was known to it only, so all of search is written anew.
TEST_F(Search, IsMadeGoodWhenTheStepsOfABulkOfChangesWereNotAllTaken)
{
    ASSERT_TRUE(store->beginBulk());
    for (int i = 0; i < 120; ++i)
        addProduct(*store, QStringLiteral("Roast %1").arg(i), QStringLiteral("RO-%1").arg(i), 300);
    const Result<bool> first = store->stepEndChanges();
    ASSERT_TRUE(first);
    EXPECT_FALSE(*first);
    store.reset();
    store = folder.open();
    EXPECT_TRUE(store->isSearchStale());
    Result<bool> isOver = store->stepEndChanges();
    EXPECT_TRUE(store->isSearchStale()) << "one step is not all of it";
    while (isOver && !*isOver)
        isOver = store->stepEndChanges();
    ASSERT_TRUE(isOver);
    EXPECT_FALSE(store->isSearchStale());
    EXPECT_EQ(found(*store, QStringLiteral("roast 0")).size(), 1);
    EXPECT_EQ(found(*store, QStringLiteral("roast 119")).size(), 1);
    EXPECT_EQ(found(*store, QStringLiteral("blend")).size(), 2);
    EXPECT_TRUE(store->check().isSound());
}

/// sync.md rule 15: a first load makes the indices of the catalog anew, also after an end in between.
TEST(FirstLoad, LeavesEveryIndexOfTheCatalogBehind)
{
    StoreFolder folder;
    std::unique_ptr<LocalStore> store = folder.openEnrolled();
    const auto indices = [&store] {
        QStringList names;
        Rows rows = store->database().query("list_schema");
        while (rows.next())
            names.append(rows.text(0).simplified().remove(u' '));
        return names.filter(QRegularExpression(QStringLiteral("INDEX(variant|barcode|search_entry)_by_")));
    };
    const QStringList all = indices();
    ASSERT_GE(all.size(), 4);
    ASSERT_TRUE(store->beginBulk(LocalStore::Bulk::FirstLoad));
    EXPECT_LT(indices().size(), all.size()) << "its rows come in another order";
    store.reset();
    store = folder.open();
    ASSERT_TRUE(store->isSearchStale());
    ASSERT_TRUE(store->endBulk());
    EXPECT_EQ(indices().join(u'\n').toStdString(), all.join(u'\n').toStdString());
}

QString wordsOf(LocalStore &store, ProductId product)
{
    Rows rows = store.database().query("read_search_entry", {product});
    return rows.next() ? rows.text(1) : QString();
}

/// A bulk that brings one variant twice leaves the words and the barcode of its last form, and the rebuild writes the
/// words that saving one by one would.
TEST_F(Search, HoldsTheLastFormAfterABulk)
{
    crema::testing::SeededRandomness random;
    Product product;
    product.id = makeId<ProductId>(UtcTime(1), random);
    product.name = QStringLiteral("Été Roast roast");
    product.brand = QStringLiteral("House");
    Variant variant;
    variant.id = makeId<VariantId>(UtcTime(1), random);
    variant.product = product.id;
    variant.sku = QStringLiteral("OLD-1");
    variant.barcodes = {QStringLiteral("00000000000017")};
    FeedPage page;
    const auto add = [&](QStringView type, const QUuid &id, const QJsonObject &entity) {
        page.next.position += 1;
        page.rows.append({page.next, type.toString(), id, QStringLiteral("company"), false, entity});
    };
    page.next = Cursor{1, 1, 0};
    add(entity::product, product.id.value(), codec::toJson(product));
    add(entity::variant, variant.id.value(), codec::toJson(variant));
    variant.sku = QStringLiteral("NEW-1");
    variant.barcodes = {QStringLiteral("00000000000024")};
    variant.options = {{QStringLiteral("Size"), QStringLiteral("250 g · whole")}};
    add(entity::variant, variant.id.value(), codec::toJson(variant));
    ASSERT_TRUE(store->beginBulk());
    ASSERT_TRUE(store->applyPage(page));
    ASSERT_TRUE(store->endBulk());
    EXPECT_EQ(wordsOf(*store, product.id),
              QStringLiteral("  ete  roast  house  250  g  whole  new  1  00000000000024"));
    EXPECT_EQ(wordsOf(*store, product.id), productWords(product, {variant}));
    CatalogRows &catalog = store->rows().catalog();
    EXPECT_FALSE(catalog.variantWithBarcode(QStringLiteral("00000000000017")));
    EXPECT_EQ(catalog.variantWithBarcode(QStringLiteral("00000000000024")), variant.id);
    EXPECT_TRUE(store->check().isSound());
}

/// The index answers what a plain look at every word would.
RC_GTEST_PROP(SearchWords, MatchWhatAPlainLookFinds, ())
{
    static StoreFolder folder;
    static const std::unique_ptr<LocalStore> store = [] {
        auto opened = folder.openEnrolled();
        const QStringList names{QStringLiteral("aba cab"), QStringLiteral("abc bca"),  QStringLiteral("cc ab abcab"),
                                QStringLiteral("b"),       QStringLiteral("bab abba"), QStringLiteral("acb caab bcc")};
        for (qsizetype i = 0; i < names.size(); ++i)
            addProduct(*opened, names[i], QStringLiteral("9%1").arg(i), 1);
        return opened;
    }();
    const auto word = rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc"))));
    const auto count = *rc::gen::inRange<std::size_t>(1, 4);
    const auto words = *rc::gen::container<std::vector<std::string>>(count, word);
    QStringList query;
    for (const std::string &one : words)
        query.append(QString::fromStdString(one));
    ProductFilter everything;
    QSet<QString> expected;
    for (const ProductView &view : CatalogReader(*store).find(everything)) {
        const QStringList have = searchWords(view.product.name);
        const bool all = std::all_of(query.begin(), query.end(), [&](const QString &wanted) {
            return std::any_of(have.begin(), have.end(), [&](const QString &one) {
                return wanted.size() < 3 ? one.startsWith(wanted) : one.contains(wanted);
            });
        });
        if (all)
            expected.insert(view.product.name);
    }
    const QStringList got = found(*store, query.join(u' '));
    RC_ASSERT(QSet<QString>(got.begin(), got.end()) == expected);
}

} // namespace
} // namespace crema::sync::testing
