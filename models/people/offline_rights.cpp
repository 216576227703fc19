// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/offline_rights.h"

namespace crema {

std::int64_t rightsHoldMsBy(const SettingValues &settings)
{
    return settings.number(shop_setting::rightsHoldHours) * 60 * 60 * 1000;
}

bool holdsWithoutNews(Permission permission)
{
    switch (permission) {
    case Permission::CatalogRead:
    case Permission::CatalogCosts:
    case Permission::CustomersRead:
    case Permission::CustomersEdit:
    case Permission::SalesRead:
    case Permission::SalesCreate:
    case Permission::SalesReturn:
    case Permission::SalesReturnWithoutReceipt:
    case Permission::SalesOffCatalog:
    case Permission::ShiftsManage:
    case Permission::ShiftsCloseBeyond:
    case Permission::CashPayOut:
    case Permission::CashNoSale:
    case Permission::TillTrain:
    case Permission::StockRead:
    case Permission::StockAdjust: return true;
    case Permission::CatalogEdit:
    case Permission::PricesEdit:
    case Permission::PeopleManage:
    case Permission::DevicesManage:
    case Permission::SettingsManage:
    case Permission::ReviewsResolve:
    case Permission::GiftCardsManage: return false;
    }
    Q_UNREACHABLE();
}

Person withRightsThatHold(Person person, const std::optional<UtcTime> &heardAt, UtcTime now, std::int64_t holdMs)
{
    if (heardAt && now.msSinceEpoch() - heardAt->msSinceEpoch() > holdMs)
        person.permissions.removeIf([](Permission permission) { return !holdsWithoutNews(permission); });
    return person;
}

} // namespace crema
