// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/product.h"
#include "models/catalog/variant.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace crema::sync {

/// Room between two positions of the useful order of search.
inline constexpr std::int64_t searchPositionStep = 16;

/// The words of a text as the index has them: searchWords(), and of a text without letters and digits its signs.
[[nodiscard]] QStringList indexWords(QStringView text);

/// What the search index holds of a text, which may be nothing, but never NULL: two blanks before each word. The index
/// is one of trigrams, so two blanks and a letter find the words that begin with that letter, one blank and two letters
/// those that begin with these, and three letters or more are found inside words: one index answers all of them.
[[nodiscard]] QString indexedWords(const QStringList &words);

/// Adds those of `words` to `indexed` that it does not hold yet, in the same form.
void addIndexedWords(QString &indexed, const QStringList &words);
/// The same for words that are in that form already, both in UTF-8.
void addIndexedWords(QByteArray &indexed, QByteArrayView words);

/// The words of a product itself, and those that one of its variants brings.
[[nodiscard]] QStringList wordsOfProduct(const QString &name, const QString &brand);
[[nodiscard]] QStringList wordsOfVariant(const QStringList &optionValues, const QString &sku,
                                         const QStringList &barcodes);

/// What a variant brings, in the form of the index.
[[nodiscard]] QString variantWords(const Variant &variant);

/// The words under which a product is found: name, brand, options, SKUs and barcodes.
[[nodiscard]] QString productWords(const Product &product, const QList<Variant> &variants);

/// The first 12 words of `text` in the form in which they stand in the index: blanks before those of one or two
/// letters.
[[nodiscard]] QStringList wordsToFind(QStringView text);

/// The FTS5 expression that finds every word of `text` in any order; empty when the text has no word.
/// At most 12 words are looked at.
[[nodiscard]] QString matchExpression(QStringView text);

} // namespace crema::sync
