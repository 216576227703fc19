// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/kept_cart.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace crema {

namespace {

const QLatin1String linesKey("lines");
const QLatin1String variantKey("variant");
const QLatin1String quantityKey("quantity");

} // namespace

QString keptCartText(const sync::SaleDraft &cart)
{
    if (cart.lines.isEmpty())
        return {};
    QJsonArray lines;
    for (const sync::SaleLineDraft &line : cart.lines) {
        lines.append(QJsonObject{{variantKey, line.variant.toString()},
                                 {quantityKey, static_cast<qint64>(line.quantity.units())}});
    }
    return QString::fromUtf8(QJsonDocument(QJsonObject{{linesKey, lines}}).toJson(QJsonDocument::Compact));
}

QList<sync::SaleLineDraft> keptCartLines(const QString &text)
{
    QList<sync::SaleLineDraft> lines;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).object().value(linesKey).toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const std::optional<VariantId> variant = VariantId::fromString(object.value(variantKey).toString());
        const qint64 units = object.value(quantityKey).toInteger();
        if (!variant || units <= 0 || units > Quantity::maxLine)
            continue;
        sync::SaleLineDraft line;
        line.variant = *variant;
        line.quantity = Quantity(units);
        lines.append(line);
    }
    return lines;
}

} // namespace crema
