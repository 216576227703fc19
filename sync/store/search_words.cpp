// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/search_words.h"

#include "models/text/fold.h"

namespace crema::sync {
namespace {

constexpr qsizetype maxQueryWords = 12;
constexpr qsizetype trigramLength = 3;

/// A word of one or two letters is looked for at the beginning of words, where blanks stand before it.
QString phraseOf(const QString &word)
{
    return u'"' + word.rightJustified(std::max(trigramLength, word.size()), u' ') + u'"';
}

} // namespace

QString indexedWords(const QStringList &words)
{
    QString result;
    for (const QString &word : words)
        result += QStringLiteral("  ") + word;
    return result;
}

QString productWords(const Product &product, const QList<Variant> &variants)
{
    QStringList words = searchWords(product.name) + searchWords(product.brand);
    for (const Variant &variant : variants) {
        words += searchWords(variant.optionText()) + searchWords(variant.sku);
        for (const QString &barcode : variant.barcodes)
            words += searchWords(barcode);
    }
    words.removeDuplicates();
    return indexedWords(words);
}

QString matchExpression(QStringView text)
{
    QStringList phrases;
    const QStringList words = searchWords(text).mid(0, maxQueryWords);
    for (const QString &word : words)
        phrases.append(phraseOf(word));
    return phrases.join(QStringLiteral(" AND "));
}

} // namespace crema::sync
