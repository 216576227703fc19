// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/authenticator_rule.h"

#include <QCoreApplication>

namespace crema {
namespace {

bool isManager(const Person &person)
{
    if (const std::optional<Role> role = person.role.builtIn())
        return role == Role::Admin || role == Role::Manager;
    return person.permissions.contains(Permission::PeopleManage);
}

bool isAdministrator(const Person &person)
{
    if (const std::optional<Role> role = person.role.builtIn())
        return role == Role::Admin;
    return isManager(person) && person.permissions.contains(Permission::SettingsManage);
}

} // namespace

bool needsAuthenticator(const Person &person, const SettingValues &settings)
{
    const QString asked = settings.text(shop_setting::requireAuthenticator);
    return (asked == shop_setting::managers && isManager(person)) ||
           (asked == shop_setting::administrators && isAdministrator(person));
}

Problem authenticatorNeeded()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("auth.authenticator_needed"),
            QCoreApplication::translate("crema::AuthenticatorRule", "The shop asks you for an authenticator."),
            QCoreApplication::translate("crema::AuthenticatorRule",
                                        "Set it up on the page of your account, or run: crema user authenticator "
                                        "EMAIL"),
            {}};
}

} // namespace crema
