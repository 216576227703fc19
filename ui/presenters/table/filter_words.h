// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

namespace crema::presenters {

/// `words` have a condition (`state:queued`) that the list does not know or that means nothing there; `known` says what
/// it takes. `filter.unknown`.
[[nodiscard]] Problem unknownFilter(const QString &word, const QString &known);

/// The first word that looks like a condition (`status:bogus`); empty when there is none. Such a text may also be a
/// code, so this only explains why nothing was found.
[[nodiscard]] QString conditionIn(const QString &text);

} // namespace crema::presenters
