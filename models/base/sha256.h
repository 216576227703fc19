// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace crema {

/// The 32 bytes of SHA-256 (FIPS 180-4).
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);

} // namespace crema
