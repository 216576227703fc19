// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/search_words.h"

#include "models/text/fold.h"

namespace crema::sync {
namespace {

constexpr qsizetype maxQueryWords = 12;
constexpr qsizetype trigramLength = 3;

bool isBlank(QChar unit)
{
    return unit == u' ';
}

bool isBlank(char byte)
{
    return byte == ' ';
}

/// Whether `word` stands in `indexed` as a whole; both texts, or both bytes of UTF-8.
template<class Indexed, class Word>
bool holdsWord(const Indexed &indexed, const Word &word)
{
    for (qsizetype at = indexed.indexOf(word); at >= 0; at = indexed.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        const bool begins = at == 0 || isBlank(indexed.at(at - 1));
        if (begins && (end == indexed.size() || isBlank(indexed.at(end))))
            return true;
    }
    return false;
}

} // namespace

QStringList indexWords(QStringView text)
{
    return searchKey(text).split(u' ', Qt::SkipEmptyParts);
}

QString indexedWords(const QStringList &words)
{
    QString result = QStringLiteral("");
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

void addIndexedWords(QByteArray &indexed, QByteArrayView words)
{
    for (qsizetype at = 0; at < words.size();) {
        if (words.at(at) == ' ') {
            ++at;
            continue;
        }
        const qsizetype blank = words.indexOf(' ', at);
        const QByteArrayView word = words.sliced(at, (blank < 0 ? words.size() : blank) - at);
        if (!holdsWord(indexed, word)) {
            indexed += "  ";
            indexed += word;
        }
        at += word.size();
    }
}

QStringList wordsOfProduct(const QString &name, const QString &brand)
{
    return indexWords(name) + indexWords(brand);
}

QStringList wordsOfVariant(const QStringList &optionValues, const QString &sku, const QStringList &barcodes)
{
    QStringList words;
    for (const QString &value : optionValues)
        words += indexWords(value);
    words += indexWords(sku);
    for (const QString &barcode : barcodes)
        words += indexWords(barcode);
    return words;
}

QString variantWords(const Variant &variant)
{
    QStringList values;
    for (const VariantOption &option : variant.options)
        values.append(option.value);
    QString indexed = QStringLiteral("");
    addIndexedWords(indexed, wordsOfVariant(values, variant.sku, variant.barcodes));
    return indexed;
}

QString productWords(const Product &product, const QList<Variant> &variants)
{
    QString indexed = QStringLiteral("");
    addIndexedWords(indexed, wordsOfProduct(product.name, product.brand));
    for (const Variant &variant : variants)
        addIndexedWords(indexed, variantWords(variant).split(u' ', Qt::SkipEmptyParts));
    return indexed;
}

QStringList wordsToFind(QStringView text)
{
    QStringList words = indexWords(text).mid(0, maxQueryWords);
    // A word of one or two letters is looked for at the beginning of words, where blanks stand before it.
    for (QString &word : words) {
        const qsizetype letters = word.toUcs4().size();
        word.prepend(QString(std::max<qsizetype>(trigramLength - letters, 0), u' '));
    }
    return words;
}

QString matchExpression(QStringView text)
{
    QStringList phrases;
    const QStringList words = wordsToFind(text);
    for (const QString &word : words)
        phrases.append(u'"' + QString(word).replace(u'"', QStringLiteral("\"\"")) + u'"');
    return phrases.join(QStringLiteral(" AND "));
}

} // namespace crema::sync
