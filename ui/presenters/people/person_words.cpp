// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/person_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PersonWords)
};

} // namespace

QString roleName(Role role)
{
    switch (role) {
    case Role::Admin: return Texts::tr("Administrator");
    case Role::Manager: return Texts::tr("Manager");
    case Role::Barista: return Texts::tr("Barista");
    case Role::Warehouse: return Texts::tr("Warehouse");
    case Role::Office: return Texts::tr("Office");
    }
    Q_UNREACHABLE();
}

QString roleName(const RoleRef &role, const QList<OwnRole> &roles)
{
    if (const auto builtIn = role.builtIn())
        return roleName(*builtIn);
    const auto known = std::ranges::find(roles, *role.own(), &OwnRole::id);
    return known == roles.end() ? Texts::tr("A role that is not known here") : known->name;
}

QString roleMeaning(const OwnRole &role)
{
    return role.rights.allowed.isEmpty() ? Texts::tr("May do nothing alone.") : permissionNames(role.rights.allowed);
}

QString entitlementName(Entitlement entitlement)
{
    switch (entitlement) {
    case Entitlement::Denied: return Texts::tr("Denied");
    case Entitlement::WithApproval: return Texts::tr("With a colleague's PIN");
    case Entitlement::Allowed: return Texts::tr("Allowed");
    }
    Q_UNREACHABLE();
}

QString shareText(std::int32_t tenThousandths, const QLocale &locale)
{
    const int decimals = tenThousandths % 100 == 0 ? 0 : 2;
    return Texts::tr("%1 %", "a share").arg(locale.toString(tenThousandths / 100.0, 'f', decimals));
}

QString permissionNames(const QList<Permission> &permissions)
{
    QStringList names;
    for (const Permission permission : permissions)
        names.append(permissionName(permission));
    return names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(", "));
}

QString roleMeaning(Role role)
{
    switch (role) {
    case Role::Admin: return Texts::tr("May do everything, settings too.");
    case Role::Manager: return Texts::tr("Runs a shop: catalog, prices, people, devices, what needs a look.");
    case Role::Barista: return Texts::tr("Sells, opens and closes shifts, keeps customers.");
    case Role::Warehouse: return Texts::tr("Looks up and changes stock.");
    case Role::Office: return Texts::tr("Keeps catalog, prices and customers; sells nothing.");
    }
    Q_UNREACHABLE();
}

QString permissionName(Permission permission)
{
    switch (permission) {
    case Permission::CatalogRead: return Texts::tr("See the catalog");
    case Permission::CatalogEdit: return Texts::tr("Change the catalog");
    case Permission::CatalogCosts: return Texts::tr("See what products cost us");
    case Permission::PricesEdit: return Texts::tr("Change prices");
    case Permission::CustomersRead: return Texts::tr("See customers");
    case Permission::CustomersEdit: return Texts::tr("Change customers");
    case Permission::SalesRead: return Texts::tr("See sales");
    case Permission::SalesCreate: return Texts::tr("Sell");
    case Permission::SalesReturn: return Texts::tr("Take back and pay back");
    case Permission::SalesOffCatalog: return Texts::tr("Sell what is no article");
    case Permission::SalesReturnWithoutReceipt: return Texts::tr("Take back without a receipt");
    case Permission::GiftCardsManage: return Texts::tr("Adjust gift cards, store credit and points");
    case Permission::ShiftsManage: return Texts::tr("Open and close shifts");
    case Permission::ShiftsCloseBeyond: return Texts::tr("Close shifts with a large difference");
    case Permission::CashPayOut: return Texts::tr("Pay cash out of the drawer");
    case Permission::CashNoSale: return Texts::tr("Open the drawer without a sale");
    case Permission::TillTrain: return Texts::tr("Practise at the till");
    case Permission::StockRead: return Texts::tr("See stock");
    case Permission::StockAdjust: return Texts::tr("Change stock");
    case Permission::PeopleManage: return Texts::tr("Manage people");
    case Permission::DevicesManage: return Texts::tr("Manage devices");
    case Permission::SettingsManage: return Texts::tr("Change settings");
    case Permission::ReviewsResolve: return Texts::tr("Decide what needs attention");
    }
    Q_UNREACHABLE();
}

} // namespace crema
