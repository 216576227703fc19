// SPDX-License-Identifier: GPL-3.0-or-later
// The palette's rows that the store has to be asked for.
#include "ui/presenters/shell/palette_presenter.h"

#include "sync/client/reading_right.h"
#include "ui/presenters/selling/sale_texts.h"
#include "ui/presenters/till/till_texts.h"

#include <algorithm>

namespace crema {

namespace {

constexpr int productLimit = 6;
constexpr int saleLimit = 3;
constexpr int onlySalesLimit = 30;

bool isDigit(QChar letter)
{
    return letter.isDigit();
}

} // namespace

QCoro::Task<> PalettePresenter::search(Self self, std::stop_token stop, QString text)
{
    const bool onlySales = text.startsWith(u'#');
    const QString words = onlySales ? text.mid(1).trimmed() : text;
    QList<PaletteRow> records;
    const sync::ClientState &state = self->m_desk.state();
    if (!onlySales && self->m_shell.area(QStringLiteral("catalog")) && sync::mayRead(state, Reading::Catalog)) {
        records = co_await productsFor(self, words, productLimit);
        if (stop.stop_requested() || !self)
            co_return;
    }
    // Only receipt numbers name a sale, and they hold digits.
    if (self->m_shell.area(QStringLiteral("orders")) && sync::maySeeSales(state) &&
        (onlySales || std::any_of(words.cbegin(), words.cend(), isDigit))) {
        records += co_await salesFor(self, words, onlySales ? onlySalesLimit : saleLimit);
        if (stop.stop_requested() || !self)
            co_return;
    }
    self->m_searching = false;
    self->show(records);
}

QCoro::Task<QList<PaletteRow>> PalettePresenter::productsFor(Self self, QString text, int limit)
{
    const Result<QList<sync::ProductView>> found = co_await self->m_desk.findProducts(text, limit);
    QList<PaletteRow> rows;
    if (!self || !found)
        co_return rows;
    const TillTexts texts(self->m_locale);
    for (const sync::ProductView &product : *found) {
        if (product.variants.isEmpty())
            continue;
        const Variant &variant = product.variants.first().variant;
        const QString price = texts.price(variant.price, variant.unit);
        PaletteRow row;
        row.group = PaletteGroup::Records;
        row.iconName = QStringLiteral("catalog");
        row.title = product.product.name;
        row.matches = matchRanges(row.title, text);
        row.context =
            price.isEmpty() ? variant.sku : tr("%1, %2", "SKU and price of a product").arg(variant.sku, price);
        row.verb = PaletteVerb::GoTo;
        row.address = {QStringLiteral("catalog"), product.product.id.toString()};
        rows.append(row);
    }
    co_return rows;
}

QCoro::Task<QList<PaletteRow>> PalettePresenter::salesFor(Self self, QString text, int limit)
{
    sync::SaleFilter filter;
    filter.number = text;
    filter.limit = limit;
    const Result<QList<sync::SaleView>> found = co_await self->m_desk.sales(filter);
    QList<PaletteRow> rows;
    if (!self || !found)
        co_return rows;
    const TillTexts texts(self->m_locale);
    for (const sync::SaleView &sale : *found) {
        PaletteRow row;
        row.group = PaletteGroup::Records;
        row.iconName = QStringLiteral("orders");
        row.title = sale.sale.number;
        row.matches = matchRanges(row.title, text);
        row.context =
            sale.customerName.isEmpty()
                ? texts.amount(sale.sale.total)
                : tr("%1, %2", "customer and total of a sale").arg(sale.customerName, texts.amount(sale.sale.total));
        row.verb = PaletteVerb::GoTo;
        row.address = {QStringLiteral("orders"), saleKey(sale)};
        rows.append(row);
    }
    co_return rows;
}

} // namespace crema
