// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/widgets/qr_block.h"

namespace crema::terminal {
namespace {

Size sizeOf(const QrMatrix &code)
{
    const int side = code.width() + 2 * QrMatrix::quietZone;
    return {side, (side + 1) / 2};
}

} // namespace

std::optional<Size> qrBlockSize(const QrMatrix &code, Charset charset)
{
    if (code.isEmpty() || charset != Charset::Utf8)
        return std::nullopt;
    return sizeOf(code);
}

Canvas qrBlock(const QrMatrix &code)
{
    Canvas canvas(sizeOf(code));
    const Style paper{.tone = Tone::Paper};
    for (int row = 0; row < canvas.height(); ++row) {
        QString line;
        for (int column = 0; column < canvas.width(); ++column) {
            const bool upper = code.isDark(2 * row - QrMatrix::quietZone, column - QrMatrix::quietZone);
            const bool lower = code.isDark(2 * row + 1 - QrMatrix::quietZone, column - QrMatrix::quietZone);
            line += upper && lower ? QChar(0x2588) : upper ? QChar(0x2580) : lower ? QChar(0x2584) : QChar(u' ');
        }
        canvas.put({row, 0}, line, paper);
    }
    return canvas;
}

} // namespace crema::terminal
