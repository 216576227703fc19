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

/// Whether `word` stands in `indexed` as a whole.
bool holdsWord(const QString &indexed, const QString &word)
{
    for (qsizetype at = indexed.indexOf(word); at >= 0; at = indexed.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        const bool begins = at == 0 || indexed.at(at - 1) == u' ';
        if (begins && (end == indexed.size() || indexed.at(end) == u' '))
            return true;
    }
    return false;
}

} // namespace

QString indexedWords(const QStringList &words)
{
    QString result;
    for (const QString &word : words)
        result += QStringLiteral("  ") + word;
    return result;
}

void addIndexedWords(QString &indexed, const QStringList &words)
{
    for (const QString &word : words) {
        if (!holdsWord(indexed, word)) {
            indexed += u"  ";
            indexed += word;
        }
    }
}

QStringList wordsOfProduct(const QString &name, const QString &brand)
{
    return searchWords(name) + searchWords(brand);
}

QStringList wordsOfVariant(const QStringList &optionValues, const QString &sku, const QStringList &barcodes)
{
    QStringList words;
    for (const QString &value : optionValues)
        words += searchWords(value);
    words += searchWords(sku);
    for (const QString &barcode : barcodes)
        words += searchWords(barcode);
    return words;
}

QString productWords(const Product &product, const QList<Variant> &variants)
{
    QString indexed;
    addIndexedWords(indexed, wordsOfProduct(product.name, product.brand));
    for (const Variant &variant : variants) {
        QStringList values;
        for (const VariantOption &option : variant.options)
            values.append(option.value);
        addIndexedWords(indexed, wordsOfVariant(values, variant.sku, variant.barcodes));
    }
    return indexed;
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
