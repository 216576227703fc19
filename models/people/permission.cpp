// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/permission.h"

#include "models/base/enum_names.h"
#include "models/settings/setting.h"

namespace crema {
namespace {

constexpr std::array permissionNames{
    EnumName<Permission>{Permission::CatalogRead, u"catalog.read"},
    EnumName<Permission>{Permission::CatalogEdit, u"catalog.edit"},
    EnumName<Permission>{Permission::CatalogCosts, u"catalog.costs"},
    EnumName<Permission>{Permission::PricesEdit, u"prices.edit"},
    EnumName<Permission>{Permission::CustomersRead, u"customers.read"},
    EnumName<Permission>{Permission::CustomersEdit, u"customers.edit"},
    EnumName<Permission>{Permission::SalesRead, u"sales.read"},
    EnumName<Permission>{Permission::SalesCreate, u"sales.create"},
    EnumName<Permission>{Permission::SalesReturn, u"sales.return"},
    EnumName<Permission>{Permission::SalesReturnWithoutReceipt, u"sales.return_without_receipt"},
    EnumName<Permission>{Permission::SalesOffCatalog, u"sales.off_catalog"},
    EnumName<Permission>{Permission::GiftCardsManage, u"gift_cards.manage"},
    EnumName<Permission>{Permission::ShiftsManage, u"shifts.manage"},
    EnumName<Permission>{Permission::ShiftsCloseBeyond, u"shifts.close_beyond"},
    EnumName<Permission>{Permission::CashPayOut, u"cash.pay_out"},
    EnumName<Permission>{Permission::CashNoSale, u"cash.no_sale"},
    EnumName<Permission>{Permission::TillTrain, u"till.train"},
    EnumName<Permission>{Permission::StockRead, u"stock.read"},
    EnumName<Permission>{Permission::StockAdjust, u"stock.adjust"},
    EnumName<Permission>{Permission::PeopleManage, u"people.manage"},
    EnumName<Permission>{Permission::DevicesManage, u"devices.manage"},
    EnumName<Permission>{Permission::SettingsManage, u"settings.manage"},
    EnumName<Permission>{Permission::ReviewsResolve, u"reviews.resolve"},
};

constexpr std::array roleNames{
    EnumName<Role>{Role::Admin, u"admin"},     EnumName<Role>{Role::Manager, u"manager"},
    EnumName<Role>{Role::Barista, u"barista"}, EnumName<Role>{Role::Warehouse, u"warehouse"},
    EnumName<Role>{Role::Office, u"office"},
};

constexpr std::array laterRights{
    Permission::CatalogCosts,      Permission::SalesReturn,     Permission::SalesReturnWithoutReceipt,
    Permission::ShiftsCloseBeyond, Permission::CashPayOut,      Permission::CashNoSale,
    Permission::TillTrain,         Permission::GiftCardsManage, Permission::SalesOffCatalog};

struct OperationRight {
    QStringView type;
    Permission permission;
};

constexpr std::array operationRights{
    OperationRight{u"shift.open", Permission::ShiftsManage},
    OperationRight{u"shift.close", Permission::ShiftsManage},
    OperationRight{u"cash.move", Permission::ShiftsManage}, // some kinds ask more: permissionForMovement()
    OperationRight{u"sale.complete", Permission::SalesCreate},
    OperationRight{u"cart.park", Permission::SalesCreate},
    OperationRight{u"cart.take", Permission::SalesCreate},
    OperationRight{u"cart.discard", Permission::SalesCreate},
    OperationRight{u"stock.adjust", Permission::StockAdjust},
    OperationRight{u"product.create", Permission::CatalogEdit},
    OperationRight{u"product.edit", Permission::CatalogEdit},
    OperationRight{u"variant.create", Permission::CatalogEdit},
    OperationRight{u"variant.edit", Permission::CatalogEdit},
    OperationRight{u"promotion.create", Permission::PricesEdit},
    OperationRight{u"promotion.edit", Permission::PricesEdit},
    OperationRight{u"price_list.create", Permission::PricesEdit},
    OperationRight{u"price_list.edit", Permission::PricesEdit},
    OperationRight{u"customer.create", Permission::CustomersEdit},
    OperationRight{u"customer.edit", Permission::CustomersEdit},
    OperationRight{u"customer.erase", Permission::PeopleManage},    // it cannot be taken back (ADR 041)
    OperationRight{u"customer.merge", Permission::GiftCardsManage}, // points and credit of one go to another (ADR 067)
    OperationRight{u"customer.unmerge", Permission::GiftCardsManage},
    OperationRight{u"gift_card.create", Permission::SalesCreate},
    OperationRight{u"gift_card.edit", Permission::GiftCardsManage},
    OperationRight{u"gift_card.adjust", Permission::GiftCardsManage},
    OperationRight{u"points.adjust", Permission::GiftCardsManage},
    OperationRight{u"payment.ask", Permission::SalesCreate},
    OperationRight{u"payment.cancel", Permission::SalesCreate},
    OperationRight{u"payment.settle", Permission::ReviewsResolve}, // it says where money is
    OperationRight{u"person.create", Permission::PeopleManage},
    OperationRight{u"person.edit", Permission::PeopleManage},
    OperationRight{u"person.set_pin", Permission::PeopleManage},
    OperationRight{u"person.set_badge", Permission::PeopleManage},
    OperationRight{u"person.erase", Permission::PeopleManage},
    OperationRight{u"role.create", Permission::PeopleManage},
    OperationRight{u"role.edit", Permission::PeopleManage},
    OperationRight{u"settings.edit", Permission::SettingsManage},
};

struct FieldRight {
    QStringView entity;
    QStringView field;
    Permission permission;
};

// What decides how much is charged, and what is earned by it.
constexpr std::array fieldRights{
    FieldRight{u"variant", u"price", Permission::PricesEdit},
    FieldRight{u"variant", u"cost", Permission::PricesEdit},
    FieldRight{u"variant", u"cost", Permission::CatalogCosts}, // nobody writes over what they may not see
    FieldRight{u"variant", u"unit", Permission::PricesEdit},   // a price is for so many of them
    FieldRight{u"product", u"tax_class", Permission::PricesEdit},
    FieldRight{u"customer", u"group", Permission::PricesEdit},
    FieldRight{u"customer", u"price_list", Permission::PricesEdit},
};

} // namespace

QString permissionText(Permission permission)
{
    return enumText(permissionNames, permission);
}

std::optional<Permission> permissionFromText(QStringView text)
{
    return enumFromText<Permission>(permissionNames, text);
}

QString roleText(Role role)
{
    return enumText(roleNames, role);
}

std::optional<Role> roleFromText(QStringView text)
{
    return enumFromText<Role>(roleNames, text);
}

QList<Permission> permissionsOf(Role role)
{
    using enum Permission;
    switch (role) {
    case Role::Admin: return {allPermissions.begin(), allPermissions.end()};
    case Role::Manager:
        return {CatalogRead,     CatalogEdit,    CatalogCosts,      PricesEdit,   CustomersRead,
                CustomersEdit,   SalesRead,      SalesCreate,       SalesReturn,  SalesReturnWithoutReceipt,
                GiftCardsManage, ShiftsManage,   ShiftsCloseBeyond, CashPayOut,   CashNoSale,
                TillTrain,       StockRead,      StockAdjust,       PeopleManage, DevicesManage,
                ReviewsResolve,  SalesOffCatalog};
    case Role::Barista:
        return {CatalogRead, CustomersRead, CustomersEdit, SalesRead,
                SalesCreate, SalesReturn,   ShiftsManage,  StockRead};
    case Role::Warehouse: return {CatalogRead, StockRead, StockAdjust};
    case Role::Office:
        return {CatalogRead, CatalogEdit, PricesEdit, CustomersRead, CustomersEdit, SalesRead, StockRead};
    }
    Q_UNREACHABLE();
}

QList<Permission> withoutLaterRights(QList<Permission> permissions)
{
    for (const Permission later : laterRights)
        permissions.removeAll(later);
    return permissions;
}

std::optional<Permission> permissionForOperation(QStringView operationType)
{
    for (const OperationRight &right : operationRights) {
        if (right.type == operationType)
            return right.permission;
    }
    return std::nullopt;
}

QList<Permission> permissionsForField(QStringView entityType, QStringView field)
{
    QList<Permission> permissions;
    for (const FieldRight &right : fieldRights) {
        if (right.entity == entityType && right.field == field)
            permissions.append(right.permission);
    }
    const Setting *setting = entityType == u"settings" ? findSetting(field) : nullptr;
    if (setting && setting->besides)
        permissions.append(*setting->besides);
    return permissions;
}

} // namespace crema
