// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/qr_text.h"

#include <qrencode.h>

#include <memory>

namespace crema::command {
namespace {

/// What the standard asks for on all sides, in modules.
constexpr int quietZone = 4;

} // namespace

QString qrText(const QString &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return {};
    const int width = code->width;
    const auto isDark = [&](int row, int column) {
        const bool isInside = row >= 0 && row < width && column >= 0 && column < width;
        return isInside && (code->data[row * width + column] & 1) != 0;
    };
    QString lines;
    for (int row = -quietZone; row < width + quietZone; row += 2) {
        // Black on white, said to the terminal: a code that is light on dark is not read by every app.
        lines += QStringLiteral("\x1b[30;107m");
        for (int column = -quietZone; column < width + quietZone; ++column) {
            const bool upper = isDark(row, column);
            const bool lower = isDark(row + 1, column);
            lines += upper && lower ? QChar(0x2588) : upper ? QChar(0x2580) : lower ? QChar(0x2584) : QChar(u' ');
        }
        lines += QStringLiteral("\x1b[0m\n");
    }
    return lines;
}

} // namespace crema::command
