// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/search_rebuild.h"

#include "models/feed/entity_codec.h"
#include "sync/store/documents.h"
#include "sync/store/search_words.h"

#include <algorithm>

namespace crema::sync {
namespace {

/// Rows of a step. With these it takes some 20 ms (sync.md rule 26).
constexpr int readRows = 10'000;
constexpr std::size_t writtenRows = 1'000;

/// FTS5 writes a part of its index at each commit, or when it holds so many bytes, and joins parts as it goes. Here it
/// writes so much at once that joining each handful of them again would double the work.
constexpr int usualMemory = 1024 * 1024;
constexpr int largeMemory = 16 * usualMemory;
constexpr int usualMerge = 4;
constexpr int noMerge = 0;

QHash<QUuid, std::int64_t> soldTimes(Database &database)
{
    QHash<QUuid, std::int64_t> result;
    Rows rows = database.query("list_sold_quantities");
    while (rows.next())
        result.insert(QUuid::fromString(rows.text(0)), rows.integer(1));
    return result;
}

/// The words of a row: its own column, or its document where an older version saved it.
QByteArray wordsOfProductRow(const Rows &rows, int words, int document)
{
    if (!rows.isNull(words))
        return rows.bytes(words);
    return productWords(entityOf(rows.bytes(document), &codec::readProduct), {}).toUtf8();
}

void addWordsOfVariantRow(QByteArray &indexed, const Rows &rows, int words, int document)
{
    if (!rows.isNull(words))
        addIndexedWords(indexed, rows.view(words));
    else
        addIndexedWords(indexed, variantWords(entityOf(rows.bytes(document), &codec::readVariant)).toUtf8());
}

} // namespace

SearchRebuild::Stage SearchRebuild::step()
{
    if (!m_hasIndices) {
        m_hasIndices = !m_indices.makeNext();
        return Stage::Indexing;
    }
    if (!m_hasProducts) {
        m_hasProducts = readProducts();
        return Stage::Reading;
    }
    if (!m_hasVariants) {
        m_hasVariants = readVariants();
        if (m_hasVariants)
            begin();
        return Stage::Reading;
    }
    if (!write())
        return Stage::Writing;
    end();
    return Stage::Done;
}

// Two walks through whole tables: asking for each product's variants would jump about in the file.
bool SearchRebuild::readProducts()
{
    int seen = 0;
    Rows rows = m_database.query("list_products_for_search", {m_number, readRows});
    while (rows.next()) {
        ++seen;
        m_number = rows.integer(0);
        const QUuid id = rows.uuid(1);
        Product product{id, rows.bytes(2), wordsOfProductRow(rows, 3, 4), 0};
        // One that went and came again between two steps is read twice.
        if (const auto place = m_places.constFind(id); place != m_places.constEnd()) {
            m_products[*place] = std::move(product);
            continue;
        }
        m_places.insert(id, m_products.size());
        m_products.push_back(std::move(product));
    }
    if (seen == readRows)
        return false;
    m_number = 0;
    return true;
}

bool SearchRebuild::readVariants()
{
    int seen = 0;
    Rows rows = m_database.query("list_variants_for_search", {m_number, readRows});
    while (rows.next()) {
        ++seen;
        m_number = rows.integer(0);
        if (const auto place = m_places.constFind(rows.uuid(1)); place != m_places.constEnd())
            addWordsOfVariantRow(m_products[*place].words, rows, 2, 3);
    }
    return seen < readRows;
}

void SearchRebuild::putInUsefulOrder()
{
    const QHash<QUuid, std::int64_t> sold = soldTimes(m_database);
    for (auto it = sold.constBegin(); it != sold.constEnd(); ++it) {
        if (const auto place = m_places.constFind(it.key()); place != m_places.constEnd())
            m_products[*place].sold = *it;
    }
    m_places.clear();
    std::stable_sort(m_products.begin(), m_products.end(), [](const Product &a, const Product &b) {
        return a.sold != b.sold ? a.sold > b.sold : a.nameKey < b.nameKey;
    });
}

void SearchRebuild::begin()
{
    putInUsefulOrder();
    m_database.run("set_search_merge", {noMerge});
    m_database.run("set_search_memory", {largeMemory});
    m_database.run("clear_search_index");
    m_database.run("drop_search_entry_by_product");
    m_database.run("delete_search_entries");
}

bool SearchRebuild::write()
{
    const std::size_t until = std::min(m_written + writtenRows, m_products.size());
    for (; m_written < until; ++m_written) {
        const Product &product = m_products[m_written];
        const std::int64_t position = searchPositionStep * static_cast<std::int64_t>(m_written + 1);
        m_database.run("add_search_entry", {position, product.id, Utf8Text{product.words}});
        m_database.run("add_to_search_index", {position, Utf8Text{product.words}});
    }
    return m_written == m_products.size();
}

void SearchRebuild::end()
{
    m_database.run("create_search_entry_by_product");
    m_database.run("set_search_merge", {usualMerge});
    m_database.run("set_search_memory", {usualMemory});
    m_products.clear();
}

} // namespace crema::sync
