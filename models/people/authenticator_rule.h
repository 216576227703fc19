// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/people/person.h"
#include "models/settings/shop_settings.h"

namespace crema {

/// Whether the shop asks this person for an authenticator (`people.require_authenticator`). With a role of the
/// company's own it is asked of whoever manages people, as of a manager, and of whoever manages settings too, as of an
/// administrator.
[[nodiscard]] bool needsAuthenticator(const Person &person, const SettingValues &settings);

/// The password is right, and before anything else an authenticator is set up: `auth.authenticator_needed`.
[[nodiscard]] Problem authenticatorNeeded();

} // namespace crema
