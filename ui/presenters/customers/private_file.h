// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>

namespace crema {

/// Writes a file for its owner alone, until they hand it on. One that is there is replaced. Errors: `file.unwritable`.
[[nodiscard]] Result<void> writePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace crema
