// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/qr_matrix.h"
#include "ui/terminal/widgets/layout.h"

namespace crema::terminal {

/// The room that a QR code takes with its quiet zone: two rows of it in one of the screen, by half blocks. Nothing
/// where the terminal has no such characters.
[[nodiscard]] std::optional<Size> qrBlockSize(const QrMatrix &code, Charset charset);

/// The code at the top left, dark on light whatever the colours of the terminal are.
[[nodiscard]] Canvas qrBlock(const QrMatrix &code);

} // namespace crema::terminal
