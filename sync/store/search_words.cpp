// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/search_words.h"

#include "models/text/fold.h"

namespace crema::sync {
namespace {

constexpr qsizetype maxQueryWords = 12;
constexpr qsizetype trigramLength = 3;

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate();
}

/// A word of one or two letters is looked for at the beginning of words, where blanks stand before it.
QString phraseOf(const QString &word)
{
    return u'"' + word.rightJustified(std::max(trigramLength, word.size()), u' ') + u'"';
}

} // namespace

QStringList searchWords(QStringView text)
{
    const QString folded = fold(text);
    QStringList words;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= folded.size(); ++i) {
        const bool inside = i < folded.size() && isWordPart(folded[i]);
        if (inside && start < 0)
            start = i;
        if (!inside && start >= 0) {
            words.append(folded.mid(start, i - start));
            start = -1;
        }
    }
    return words;
}

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
