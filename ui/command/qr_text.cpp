// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/qr_text.h"

#include "ui/presenters/people/qr_matrix.h"

namespace crema::command {

QString qrText(const QString &text)
{
    const QrMatrix code = QrMatrix::of(text);
    if (code.isEmpty())
        return {};
    QString lines;
    for (int row = -QrMatrix::quietZone; row < code.width() + QrMatrix::quietZone; row += 2) {
        // Black on white, said to the terminal: a code that is light on dark is not read by every app.
        lines += QStringLiteral("\x1b[30;107m");
        for (int column = -QrMatrix::quietZone; column < code.width() + QrMatrix::quietZone; ++column) {
            const bool upper = code.isDark(row, column);
            const bool lower = code.isDark(row + 1, column);
            lines += upper && lower ? QChar(0x2588) : upper ? QChar(0x2580) : lower ? QChar(0x2584) : QChar(u' ');
        }
        lines += QStringLiteral("\x1b[0m\n");
    }
    return lines;
}

} // namespace crema::command
