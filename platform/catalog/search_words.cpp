// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/catalog/search_words.h"

#include "models/catalog/barcode.h"
#include "models/text/fold.h"

namespace crema::platform {
namespace {

constexpr qsizetype maxWords = 12;

QString joined(QStringList words)
{
    words.removeDuplicates();
    return words.join(QLatin1Char(' '));
}

} // namespace

QString foldedWords(const Product &product)
{
    return joined(searchWords(product.name) + searchWords(product.brand));
}

QString foldedWords(const Variant &variant)
{
    QStringList words = searchWords(variant.sku);
    // A SKU is also typed without its dashes.
    words.append(words.join(QString()));
    for (const VariantOption &option : variant.options)
        words += searchWords(option.value);
    for (const QString &barcode : variant.barcodes) {
        words += searchWords(barcode);
        // People type what stands under the bars, without the zeros that we pad with.
        if (const auto parsed = Barcode::parse(barcode))
            words += searchWords(parsed->display());
    }
    words.removeAll(QString());
    return joined(words);
}

QString prefixQuery(QStringView text)
{
    QStringList terms;
    const QStringList words = searchWords(text).mid(0, maxWords);
    // The words hold letters and digits only, so nothing in them can be an operator of the query.
    for (const QString &word : words)
        terms.append(QLatin1Char('\'') + word + QLatin1String("':*"));
    return terms.join(QLatin1String(" & "));
}

} // namespace crema::platform
