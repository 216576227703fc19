// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/people/person.h"
#include "platform/database/rows.h"

namespace crema::platform {

/// The person of a row, with what their role gives now: `role` is the column of the own role's document, which is null
/// where they have a built-in one. Throws StorageFailure when the platform does not read what it wrote.
[[nodiscard]] Person storedPerson(const Rows &rows, int row, int document, int role);

} // namespace crema::platform
