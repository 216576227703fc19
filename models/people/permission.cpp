// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/permission.h"

namespace crema {
namespace {

template<class Value>
struct Name {
    Value value;
    QStringView text;
};

constexpr std::array permissionNames{
    Name{Permission::CatalogRead, QStringView(u"catalog.read")},
    Name{Permission::CatalogEdit, QStringView(u"catalog.edit")},
    Name{Permission::PricesEdit, QStringView(u"prices.edit")},
    Name{Permission::CustomersRead, QStringView(u"customers.read")},
    Name{Permission::CustomersEdit, QStringView(u"customers.edit")},
    Name{Permission::SalesRead, QStringView(u"sales.read")},
    Name{Permission::SalesCreate, QStringView(u"sales.create")},
    Name{Permission::ShiftsManage, QStringView(u"shifts.manage")},
    Name{Permission::StockRead, QStringView(u"stock.read")},
    Name{Permission::StockAdjust, QStringView(u"stock.adjust")},
    Name{Permission::PeopleManage, QStringView(u"people.manage")},
    Name{Permission::DevicesManage, QStringView(u"devices.manage")},
    Name{Permission::SettingsManage, QStringView(u"settings.manage")},
    Name{Permission::ReviewsResolve, QStringView(u"reviews.resolve")},
};

constexpr std::array roleNames{
    Name{Role::Admin, QStringView(u"admin")},     Name{Role::Manager, QStringView(u"manager")},
    Name{Role::Barista, QStringView(u"barista")}, Name{Role::Warehouse, QStringView(u"warehouse")},
    Name{Role::Office, QStringView(u"office")},
};

struct OperationRight {
    QStringView type;
    Permission permission;
};

constexpr std::array operationRights{
    OperationRight{u"shift.open", Permission::ShiftsManage},
    OperationRight{u"shift.close", Permission::ShiftsManage},
    OperationRight{u"sale.complete", Permission::SalesCreate},
    OperationRight{u"stock.adjust", Permission::StockAdjust},
    OperationRight{u"product.create", Permission::CatalogEdit},
    OperationRight{u"product.edit", Permission::CatalogEdit},
    OperationRight{u"variant.create", Permission::CatalogEdit},
    OperationRight{u"variant.edit", Permission::CatalogEdit},
    OperationRight{u"customer.create", Permission::CustomersEdit},
    OperationRight{u"customer.edit", Permission::CustomersEdit},
};

template<class Names, class Value>
QString textOf(const Names &names, Value value)
{
    for (const auto &name : names) {
        if (name.value == value)
            return name.text.toString();
    }
    Q_UNREACHABLE();
}

template<class Value, class Names>
std::optional<Value> valueOf(const Names &names, QStringView text)
{
    for (const auto &name : names) {
        if (name.text == text)
            return name.value;
    }
    return std::nullopt;
}

} // namespace

QString permissionText(Permission permission)
{
    return textOf(permissionNames, permission);
}

std::optional<Permission> permissionFromText(QStringView text)
{
    return valueOf<Permission>(permissionNames, text);
}

QString roleText(Role role)
{
    return textOf(roleNames, role);
}

std::optional<Role> roleFromText(QStringView text)
{
    return valueOf<Role>(roleNames, text);
}

QList<Permission> permissionsOf(Role role)
{
    using enum Permission;
    switch (role) {
    case Role::Admin: return {allPermissions.begin(), allPermissions.end()};
    case Role::Manager:
        return {CatalogRead, CatalogEdit,  PricesEdit, CustomersRead, CustomersEdit, SalesRead,
                SalesCreate, ShiftsManage, StockRead,  StockAdjust,   DevicesManage, ReviewsResolve};
    case Role::Barista:
        return {CatalogRead, CustomersRead, CustomersEdit, SalesRead, SalesCreate, ShiftsManage, StockRead};
    case Role::Warehouse: return {CatalogRead, StockRead, StockAdjust};
    case Role::Office:
        return {CatalogRead, CatalogEdit, PricesEdit, CustomersRead, CustomersEdit, SalesRead, StockRead};
    }
    Q_UNREACHABLE();
}

std::optional<Permission> permissionForOperation(QStringView operationType)
{
    for (const OperationRight &right : operationRights) {
        if (right.type == operationType)
            return right.permission;
    }
    return std::nullopt;
}

} // namespace crema
