// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/search_rank.h"

#include "sync/store/search_words.h"

#include <algorithm>
#include <vector>

namespace crema::sync {

namespace {

QStringList notIn(const QString &indexed, const QStringList &words)
{
    QStringList missing;
    for (const QString &word : words) {
        if (!indexed.contains(word))
            missing.append(word);
    }
    return missing;
}

template<class Value>
struct Ranked {
    qsizetype rank;
    Value value;
};

template<class Value>
QList<Value> inOrder(std::vector<Ranked<Value>> ranked)
{
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked<Value> &a, const Ranked<Value> &b) { return a.rank < b.rank; });
    QList<Value> values;
    for (Ranked<Value> &each : ranked)
        values.append(std::move(each.value));
    return values;
}

} // namespace

SearchRank::SearchRank(QStringView text) : m_words(wordsToFind(text)) {}

QList<qsizetype> SearchRank::missing(const ProductView &product) const
{
    const QStringList open = notIn(indexedWords(wordsOfProduct(product.product.name, product.product.brand)), m_words);
    QList<qsizetype> counts;
    for (const VariantView &view : product.variants)
        counts.append(open.isEmpty() ? 0 : notIn(variantWords(view.variant), open).size());
    return counts;
}

void SearchRank::apply(QList<ProductView> &found) const
{
    std::vector<Ranked<ProductView>> products;
    for (const ProductView &product : std::as_const(found)) {
        const QList<qsizetype> counts = missing(product);
        qsizetype best = m_words.size();
        std::vector<Ranked<VariantView>> variants;
        for (qsizetype row = 0; row < counts.size(); ++row) {
            const VariantView &view = product.variants.at(row);
            if (!view.variant.archived)
                best = std::min(best, counts.at(row));
            // Nothing that is archived comes before what is sold.
            variants.push_back({counts.at(row) + (view.variant.archived ? m_words.size() + 1 : 0), view});
        }
        ProductView ranked = product;
        ranked.variants = inOrder(std::move(variants));
        products.push_back({best, std::move(ranked)});
    }
    found = inOrder(std::move(products));
}

} // namespace crema::sync
