// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// `crema product import`, a file of its own because of its size.
[[nodiscard]] Verb productImportVerb();

} // namespace crema::command
