// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/catalog/product_pane.h"

#include "ui/terminal/cells/text_fit.h"
#include "ui/terminal/widgets/text_block.h"

#include <QCoreApplication>

namespace crema::terminal {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ProductPane", text);
}

void addValue(QList<TextLine> &lines, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        lines.append({.left = label, .right = value});
}

} // namespace

Canvas productPane(const LookupView &product, PaneDetail detail, const Layout &layout)
{
    QList<TextLine> lines{{.left = nameOrCode(product.name, product.sku, layout.charset), .style = Style::strong()}};
    if (!product.option.isEmpty())
        lines.append({.left = product.option, .maximumRows = 1});
    lines.append({.left = tr("Price"), .right = product.priceText, .style = Style::inverse()});
    addValue(lines, tr("On hand"), product.stockText);
    addValue(lines, tr("SKU"), product.sku);
    // Several codes do not fit beside their name: they follow below it.
    const bool shortCode = product.barcodes.size() + 8 <= layout.size.width;
    if (shortCode)
        addValue(lines, tr("Code"), product.barcodes);
    else
        lines.append({.left = product.barcodes, .maximumRows = 3});
    for (const QString &part : product.parts)
        lines.append({.left = part, .maximumRows = 2});
    if (detail == PaneDetail::Full) {
        addValue(lines, tr("Weight"), product.weight);
        addValue(lines, tr("Category"), product.category);
        addValue(lines, tr("Brand"), product.brand);
        for (const QString &variant : product.otherVariants)
            lines.append({.left = variant, .maximumRows = 2});
        if (!product.description.isEmpty())
            lines.append({.left = product.description, .maximumRows = 12});
    }
    return textBlock(lines, layout);
}

} // namespace crema::terminal
