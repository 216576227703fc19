// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::command {

/// A QR code (ISO/IEC 18004) with its quiet zone for a terminal: two rows of it in one line, by half blocks, dark on
/// light whatever the colours of the terminal are. Empty when the text is too long for one.
[[nodiscard]] QString qrText(const QString &text);

} // namespace crema::command
