// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace crema::json {

/// The length of the object that `bytes` begin with when it stands there as json::writeCanonical() writes it, so that
/// its bytes can be taken as they are; what stands behind it is not looked at. 0 for anything else, and also where one
/// look does not tell: at escapes, at names beyond ASCII and below `maxDepth` levels.
[[nodiscard]] qsizetype canonicalObjectAt(QByteArrayView bytes, int maxDepth = 32);

} // namespace crema::json
