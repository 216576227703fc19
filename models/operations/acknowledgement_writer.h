// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/acknowledgement.h"

#include <QByteArray>

namespace crema {

/// As json::writeCanonical(acknowledgementToJson(acknowledgement)): there is one for each operation.
[[nodiscard]] QByteArray canonicalBytes(const Acknowledgement &acknowledgement);

} // namespace crema
