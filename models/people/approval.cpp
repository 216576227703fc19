// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/approval.h"

#include "models/base/planted.h"
#include "models/money/checked.h"

#include <algorithm>

namespace crema {
namespace {

/// The approver whose word counts at all.
const Person *approverOf(const Answerable &people)
{
    if (!people.approver || !people.actor || !people.actor->active)
        return nullptr;
    const Person &approver = *people.approver;
    const bool counts = approver.active && approver.id != people.actor->id && worksAt(approver, people.place);
    return counts ? &approver : nullptr;
}

/// Rights hold where somebody works. What a device did before it belonged to a place is of the whole company.
bool holdsAt(const Person &actor, const std::optional<LocationId> &place)
{
    return !place || worksAt(actor, place);
}

bool isPermitted(Permission permission, const Answerable &people)
{
    if (people.actor && people.actor->may(permission) && holdsAt(*people.actor, people.place))
        return true;
    const Person *approver = approverOf(people);
    if (CREMA_PLANTED(TakesAnyApproval) && people.approver)
        return true;
    return approver && mayBeApproved(permission) && entitlementOf(*people.actor, permission) != Entitlement::Denied &&
           approver->may(permission);
}

bool isWithinLimit(std::int32_t discount, const Answerable &people)
{
    if (discount <= 0 ||
        (people.actor && people.actor->active && discount <= discountLimit(*people.actor, people.settings)))
        return true;
    const Person *approver = approverOf(people);
    return approver && discount <= discountLimit(*approver, people.settings);
}

bool isWithinDifference(std::int64_t difference, const Answerable &people)
{
    return difference <= differenceLimit(people.settings) || isPermitted(Permission::ShiftsCloseBeyond, people);
}

bool isWithinRefund(const std::optional<Money> &refund, const Answerable &people)
{
    if (!refund || refund->minor() <= 0)
        return true;
    const auto covers = [&](const Person &person) {
        return refund->minor() <= refundLimit(person, refund->currency(), people.settings);
    };
    if (people.actor && people.actor->active && covers(*people.actor))
        return true;
    const Person *approver = approverOf(people);
    return approver && covers(*approver);
}

/// Of whole units, as settings say it.
std::int64_t minorOf(std::int64_t units, Currency currency)
{
    std::int64_t minor = units;
    for (int i = 0; i < currency.exponent(); ++i)
        minor *= 10;
    return minor;
}

} // namespace

bool mayBeApproved(Permission permission)
{
    switch (permission) {
    case Permission::CatalogRead:
    case Permission::CatalogEdit:
    case Permission::PricesEdit:
    case Permission::CustomersRead:
    case Permission::CustomersEdit:
    case Permission::SalesRead:
    case Permission::SalesCreate:
    case Permission::SalesReturn:
    case Permission::SalesReturnWithoutReceipt:
    case Permission::SalesOffCatalog:
    case Permission::GiftCardsManage:
    case Permission::ShiftsManage:
    case Permission::ShiftsCloseBeyond:
    case Permission::CashPayOut:
    case Permission::CashNoSale:
    case Permission::TillTrain:
    case Permission::StockRead:
    case Permission::StockAdjust:
    case Permission::ReviewsResolve: return true;
    case Permission::CatalogCosts:
    case Permission::PeopleManage:
    case Permission::DevicesManage:
    case Permission::SettingsManage: return false;
    }
    Q_UNREACHABLE();
}

Entitlement entitlementOf(const Person &person, Permission permission)
{
    if (person.may(permission))
        return Entitlement::Allowed;
    const bool asks = !person.limits || person.limits->withApproval.contains(permission);
    return person.active && asks && mayBeApproved(permission) ? Entitlement::WithApproval : Entitlement::Denied;
}

std::int32_t discountLimit(Role role, const SettingValues &settings)
{
    constexpr std::int32_t everything = 10'000;
    constexpr std::int32_t perPercent = 100;
    const auto limit = [&](QStringView key) { return perPercent * static_cast<std::int32_t>(settings.number(key)); };
    switch (role) {
    case Role::Admin: return everything;
    case Role::Manager: return limit(shop_setting::discountManagerPercent);
    case Role::Barista: return limit(shop_setting::discountBaristaPercent);
    case Role::Warehouse: return limit(shop_setting::discountWarehousePercent);
    case Role::Office: return limit(shop_setting::discountOfficePercent);
    }
    Q_UNREACHABLE();
}

std::int32_t discountLimit(const Person &person, const SettingValues &settings)
{
    // Nobody gets around what the shop lets its managers take off by making a role for it.
    if (person.limits)
        return std::min(person.limits->discountLimit, discountLimit(Role::Manager, settings));
    const auto builtIn = person.role.builtIn();
    return builtIn ? discountLimit(*builtIn, settings) : 0;
}

std::int64_t differenceLimit(const SettingValues &settings)
{
    return settings.number(shop_setting::cashDifferenceLimit);
}

std::int64_t refundLimit(Role role, Currency currency, const SettingValues &settings)
{
    switch (role) {
    case Role::Admin: return maxMinor;
    case Role::Manager: return minorOf(settings.number(shop_setting::refundManagerLimit), currency);
    case Role::Barista: return minorOf(settings.number(shop_setting::refundBaristaLimit), currency);
    case Role::Warehouse:
    case Role::Office: return 0;
    }
    Q_UNREACHABLE();
}

std::int64_t refundLimit(const Person &person, Currency currency, const SettingValues &settings)
{
    // As with discounts, nobody gets around what the shop lets its managers pay back by making a role for it.
    const std::int64_t ofManagers = refundLimit(Role::Manager, currency, settings);
    if (person.limits && person.limits->refundLimit)
        return std::min(minorOf(*person.limits->refundLimit, currency), ofManagers);
    const auto builtIn = person.role.builtIn();
    return builtIn ? refundLimit(*builtIn, currency, settings) : ofManagers;
}

bool worksAt(const Person &person, const std::optional<LocationId> &place)
{
    return person.locations.isEmpty() || (place && person.locations.contains(*place));
}

Lack lackOf(const Demand &demand, const Answerable &people)
{
    if (demand.permission && !isPermitted(*demand.permission, people))
        return Lack::Permission;
    if (!std::ranges::all_of(demand.ofFields, [&](Permission each) { return isPermitted(each, people); }))
        return Lack::Permission;
    if (!isWithinLimit(demand.discount, people))
        return Lack::Discount;
    if (!isWithinRefund(demand.refund, people))
        return Lack::Refund;
    return isWithinDifference(demand.difference, people) ? Lack::Nothing : Lack::Difference;
}

} // namespace crema
