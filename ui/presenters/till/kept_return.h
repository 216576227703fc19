// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_return.h"

#include <QJsonObject>

namespace crema {

/// What comes back with a kept cart, as its note says it: what a person chose, not what the rules made of it.
[[nodiscard]] QJsonObject keptReturnObject(const TillReturn &back);

/// Reads it back; what cannot be read is left out. Empty for an empty object.
[[nodiscard]] TillReturn keptReturn(const QJsonObject &object);

} // namespace crema
