// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// `crema sale refund`: takes back what a receipt shows and pays it back.
[[nodiscard]] Verb refundVerb();

} // namespace crema::command
