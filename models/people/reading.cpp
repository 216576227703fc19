// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/reading.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::Reading", text);
}

QString refusal(Reading reading)
{
    switch (reading) {
    case Reading::Catalog: return tr("%1 may not see the catalog.");
    case Reading::Products: return tr("%1 may not look products up.");
    case Reading::Stock: return tr("%1 may not see what is in stock.");
    case Reading::Sales: return tr("%1 may not see sales.");
    case Reading::ShiftSales: return tr("%1 may not see the sales of this shift.");
    case Reading::Journal: return tr("%1 may not see the auditor's journal.");
    case Reading::Shifts: return tr("%1 may not see what is in the drawer.");
    case Reading::Customers: return tr("%1 may not see customers.");
    case Reading::Costs: return tr("%1 may not see what products cost the shop.");
    case Reading::People: return tr("%1 may not see who works here.");
    }
    Q_UNREACHABLE();
}

} // namespace

QList<Permission> permissionsFor(Reading reading)
{
    using enum Permission;
    switch (reading) {
    case Reading::Catalog: return {CatalogRead};
    case Reading::Products: return {CatalogRead, CatalogEdit, PricesEdit, SalesCreate, StockRead, StockAdjust};
    case Reading::Stock: return {StockRead};
    case Reading::Sales: return {SalesRead};
    // Whoever rang something up can show its receipt again while the drawer is theirs.
    case Reading::ShiftSales: return {SalesRead, SalesCreate};
    case Reading::Journal: return {SalesRead};
    case Reading::Shifts: return {ShiftsManage};
    case Reading::Customers: return {CustomersRead};
    case Reading::Costs: return {CatalogCosts};
    case Reading::People: return {PeopleManage};
    }
    Q_UNREACHABLE();
}

Result<void> mayRead(const Person &person, Reading reading)
{
    const QList<Permission> permissions = permissionsFor(reading);
    if (std::ranges::any_of(permissions, [&](Permission permission) { return person.may(permission); }))
        return {};
    return failure(ProblemKind::NotAllowed, QStringLiteral("auth.not_allowed"), refusal(reading).arg(person.name),
                   tr("Ask a manager to look, or to give you the right."));
}

} // namespace crema
