// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/area_pages.h"

#include "ui/desktop/catalog/catalog_page.h"
#include "ui/desktop/sales/sales_page.h"
#include "ui/desktop/settings/settings_page.h"
#include "ui/desktop/till/till_page.h"
#include "ui/presenters/shop_presenters.h"

namespace crema::desktop {

QList<AreaPage *> makeAreaPages(const Theme &theme, ShopPresenters &shop, Clock &clock, const QLocale &locale)
{
    return {
        new TillPage(theme, shop.till, shop.unknownCode, shop.openCart, clock),
        new SalesPage(theme, shop.sales, shop.shell),
        new CatalogPage(theme, shop.catalog),
        new SettingsPage(theme, shop.appearance, shop.desk, locale),
    };
}

} // namespace crema::desktop
