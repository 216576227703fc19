// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace crema {

/// What a person may do. Routes and operations ask for permissions, never for roles (design.md section 5).
enum class Permission {
    CatalogRead,
    CatalogEdit,
    CatalogCosts, ///< what products cost the shop, and so what it earns (ADR 047)
    PricesEdit,
    CustomersRead,
    CustomersEdit,
    SalesRead,
    SalesCreate,
    SalesReturn,               ///< take back what a receipt shows
    SalesReturnWithoutReceipt, ///< take back what no receipt shows, beside SalesReturn
    SalesOffCatalog,           ///< sell what is no article (ADR 059)
    GiftCardsManage,           ///< adjust, block and let in again gift cards and store credit, adjust points
    ShiftsManage,
    ShiftsCloseBeyond, ///< close with a larger difference than the shop accepts (ADR 049)
    CashPayOut,        ///< pay something out of the drawer
    CashNoSale,        ///< open the drawer without a sale
    TillTrain,         ///< practise at the till, where nothing is recorded (ADR 058)
    StockRead,
    StockAdjust,
    PeopleManage,
    DevicesManage,
    SettingsManage,
    ReviewsResolve,
};

inline constexpr std::array allPermissions{
    Permission::CatalogRead,     Permission::CatalogEdit,
    Permission::CatalogCosts,    Permission::PricesEdit,
    Permission::CustomersRead,   Permission::CustomersEdit,
    Permission::SalesRead,       Permission::SalesCreate,
    Permission::SalesReturn,     Permission::SalesReturnWithoutReceipt,
    Permission::SalesOffCatalog, Permission::GiftCardsManage,
    Permission::ShiftsManage,    Permission::ShiftsCloseBeyond,
    Permission::CashPayOut,      Permission::CashNoSale,
    Permission::TillTrain,       Permission::StockRead,
    Permission::StockAdjust,     Permission::PeopleManage,
    Permission::DevicesManage,   Permission::SettingsManage,
    Permission::ReviewsResolve,
};

/// "catalog.edit"; stable, as stored and sent.
[[nodiscard]] QString permissionText(Permission permission);
[[nodiscard]] std::optional<Permission> permissionFromText(QStringView text);

/// A named set of permissions that a new person begins with.
enum class Role { Admin, Manager, Barista, Warehouse, Office };

inline constexpr std::array allRoles{Role::Admin, Role::Manager, Role::Barista, Role::Warehouse, Role::Office};

[[nodiscard]] QString roleText(Role role);
[[nodiscard]] std::optional<Role> roleFromText(QStringView text);
[[nodiscard]] QList<Permission> permissionsOf(Role role);

/// Without what was no right of its own when the first people were stored: what they were given then says nothing
/// about it.
[[nodiscard]] QList<Permission> withoutLaterRights(QList<Permission> permissions);

/// The permission that an operation of this type asks of its actor; nothing for a type this version does not know, and
/// for resolutions, where the card says it (models/operations/resolution.h).
[[nodiscard]] std::optional<Permission> permissionForOperation(QStringView operationType);

/// All that it asks besides of whoever sets this field of an entity ("variant", "price"), or a setting; none for most.
[[nodiscard]] QList<Permission> permissionsForField(QStringView entityType, QStringView field);

} // namespace crema
