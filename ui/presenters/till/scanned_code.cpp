// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/scanned_code.h"

#include "models/text/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace crema {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScannedCode)
};

/// The price of an element string in minor units of the currency; nothing when it has digits below one.
std::optional<std::int64_t> minorOf(const ElementString &read, Currency currency)
{
    std::int64_t minor = *read.priceDigits;
    for (int i = read.priceDecimals; i < currency.exponent(); ++i)
        minor *= 10;
    for (int i = currency.exponent(); i < read.priceDecimals; ++i) {
        if (minor % 10 != 0)
            return std::nullopt;
        minor /= 10;
    }
    return minor;
}

std::optional<InStoreCode> labelOf(const ElementString &read, Currency currency)
{
    if (read.priceDigits) {
        if (const std::optional<std::int64_t> minor = minorOf(read, currency))
            return InStoreCode{read.gtin, InStoreValue::Price, *minor};
    }
    if (read.weightGrams)
        return InStoreCode{read.gtin, InStoreValue::Weight, *read.weightGrams};
    if (read.count)
        return InStoreCode{read.gtin, InStoreValue::Count, *read.count};
    return std::nullopt;
}

} // namespace

QString pieceNote(const ElementString &elements)
{
    QStringList parts;
    if (!elements.lot.isEmpty())
        parts.append(Texts::tr("lot %1").arg(elements.lot));
    if (elements.bestBefore)
        parts.append(Texts::tr("best before %1").arg(elements.bestBefore->toString(Qt::ISODate)));
    if (!elements.serial.isEmpty())
        parts.append(Texts::tr("serial %1").arg(elements.serial));
    return madePlain(parts.join(QStringLiteral(", ")));
}

ScannedCode readScan(const QString &text, const QList<InStoreLayout> &layouts, Currency currency)
{
    if (const std::optional<ElementString> elements = readElementString(text))
        return {elements->gtin, labelOf(*elements, currency), pieceNote(*elements)};
    if (const std::optional<Result<InStoreCode>> label = readInStoreCode(text, layouts); label && *label)
        return {text, **label, {}};
    return {text, std::nullopt, {}};
}

} // namespace crema
