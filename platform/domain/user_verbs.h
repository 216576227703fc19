// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// `user create --email E --role R [--name N] [--password-file F]`: makes a person and prints the id. An address that
/// somebody has is a conflict and changes nothing.
int createUser(const VerbOptions &options, const PlatformParts &parts);

/// `user set-password --email E [--password-file F]`
int setUserPassword(const VerbOptions &options, const PlatformParts &parts);

/// `user set-role --email E --role R`
int setUserRole(const VerbOptions &options, const PlatformParts &parts);

/// `user disable --email E` and `user enable --email E`
int disableUser(const VerbOptions &options, const PlatformParts &parts);
int enableUser(const VerbOptions &options, const PlatformParts &parts);

/// `user remove-totp --email E`: for somebody who lost their authenticator and the recovery codes.
int removeUserTotp(const VerbOptions &options, const PlatformParts &parts);

/// `user list [--json]`
int listUsers(const VerbOptions &options, const PlatformParts &parts);

} // namespace crema::platform
