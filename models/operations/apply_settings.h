// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

/// The rule of settings: a request, merged by key, whose values fit the table of this version (models/settings). Who
/// works at some places only sets what those have for themselves. A place that set nothing yet has nothing to be made
/// first. Besides `subject.unknown` it is refused as `setting.value`, `setting.company_only`, `setting.other_place`,
/// `setting.needs_right`.
[[nodiscard]] Effect applySettingsEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);

/// Whether this person may set anything for the place. Errors: `setting.other_place`.
[[nodiscard]] Result<void> checkSettingPlace(const Person &person, const ShopSettings &settings);
/// Whether the place may have this value. Errors: `setting.value`, `setting.company_only`.
[[nodiscard]] Result<void> checkSettingOf(const ShopSettings &settings, const Setting &setting,
                                          const QJsonValue &value);

} // namespace crema
