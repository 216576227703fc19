// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/attention_card.h"
#include "sync/store/database.h"

namespace crema::sync {

/// Takes the name of a person who was erased out of the conflicts here, in answers and cards, whose other values stay
/// (ADR 044). Answers whether it stood in any. Throws StorageFailure.
bool eraseNames(Database &database, PersonId person);
/// Whether some answer or card says that the person was erased: a device of another place is told so by nothing else.
[[nodiscard]] bool isNamedErased(Database &database, PersonId person);

} // namespace crema::sync
