// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/area_pages.h"

#include "ui/desktop/account/account_page.h"
#include "ui/desktop/catalog/catalog_page.h"
#include "ui/desktop/customers/customer_history_card.h"
#include "ui/desktop/customers/customers_page.h"
#include "ui/desktop/devices/devices_page.h"
#include "ui/desktop/keys/keys_page.h"
#include "ui/desktop/people/audit_page.h"
#include "ui/desktop/people/people_page.h"
#include "ui/desktop/people/roles_page.h"
#include "ui/desktop/sales/payments_page.h"
#include "ui/desktop/sales/sales_page.h"
#include "ui/desktop/scanner/scanner_page.h"
#include "ui/desktop/settings/settings_page.h"
#include "ui/desktop/till/drawer_strip.h"
#include "ui/desktop/till/till_page.h"
#include "ui/presenters/shop_presenters.h"

namespace crema::desktop {

QList<AreaPlan> planAreas(const Theme &theme, ShopPresenters &shop, Clock &clock, const QLocale &locale)
{
    return {
        {TillPage::area(), &shop.till.actions(),
         [&theme, &shop, &clock] {
             auto *page =
                 new TillPage(theme, shop.till, shop.unknownCode, shop.openCart, shop.cartSteps, shop.printing, clock);
             page->addStrip(new DrawerStrip(theme, shop.drawer, shop.cash));
             page->setMail(*shop.receiptMail.actions().find(u"till.mail-receipt"));
             page->addMore(shop.offCatalog.actions(), QStringLiteral("till.off-catalog"));
             page->addMore(shop.favourites.actions(), QStringLiteral("till.favourites"));
             page->addMore(shop.training.actions(), QStringLiteral("till.training"));
             return page;
         }},
        {SalesPage::area(), &shop.sales.actions(),
         [&theme, &shop] { return new SalesPage(theme, shop.sales, shop.returns, shop.printing, shop.shell); }},
        {CatalogPage::area(), &shop.catalog.actions(),
         [&theme, &shop] { return new CatalogPage(theme, shop.catalog); }},
        {CustomersPage::area(), &shop.customers.actions(),
         [&theme, &shop] {
             auto *page = new CustomersPage(theme, shop.customers);
             page->addCard(new CustomerHistoryCard(theme, shop.customerHistory, shop.customerStatement, page));
             return page;
         }},
        {DevicesPage::area(), &shop.devices.actions(),
         [&theme, &shop] { return new DevicesPage(theme, shop.devices); }},
        {PeoplePage::area(), &shop.people.actions(),
         [&theme, &shop] { return new PeoplePage(theme, shop.people, shop.personSessions); }},
        {RolesPage::area(), &shop.roles.actions(), [&theme, &shop] { return new RolesPage(theme, shop.roles); }},
        {AccountPage::area(), &shop.account.actions(), [&theme, &shop] { return new AccountPage(theme, shop); }},
        {AuditPage::area(), &shop.audit.actions(),
         [&theme, &shop] { return new AuditPage(theme, shop.audit, shop.shell); }},
        {PaymentsPage::area(), &shop.payments.actions(),
         [&theme, &shop] { return new PaymentsPage(theme, shop.payments); }},
        {KeysPage::area(), nullptr, [&theme, &shop] { return new KeysPage(theme, shop.keyEditor); }},
        {ScannerPage::area(), nullptr, [&theme, &shop, &clock] { return new ScannerPage(theme, shop.scanner, clock); }},
        {SettingsPage::area(), nullptr,
         [&theme, &shop, locale] {
             return new SettingsPage(theme, shop.appearance, shop.desk, shop.unsent, shop.journal, shop.settings,
                                     shop.printer, shop.printing, shop.shell, shop.display, locale);
         }},
    };
}

} // namespace crema::desktop
