// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/person_words.h"

#include <QCoreApplication>

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
    case Permission::PricesEdit: return Texts::tr("Change prices");
    case Permission::CustomersRead: return Texts::tr("See customers");
    case Permission::CustomersEdit: return Texts::tr("Change customers");
    case Permission::SalesRead: return Texts::tr("See sales");
    case Permission::SalesCreate: return Texts::tr("Sell");
    case Permission::ShiftsManage: return Texts::tr("Open and close shifts");
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
