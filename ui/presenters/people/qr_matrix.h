// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBitArray>
#include <QString>

namespace crema {

/// The modules of a QR code (ISO/IEC 18004), without a quiet zone.
class QrMatrix
{
public:
    /// What the standard asks for on all sides, in modules.
    static constexpr int quietZone = 4;

    /// Of error correction level M. Empty when the text is too long for a code, or empty itself.
    [[nodiscard]] static QrMatrix of(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_width == 0; }
    /// Modules on each side.
    [[nodiscard]] int width() const { return m_width; }
    /// Light everywhere outside of the code, so that a quiet zone needs no rule of its own.
    [[nodiscard]] bool isDark(int row, int column) const;

private:
    int m_width = 0;
    QBitArray m_dark; ///< row by row
};

} // namespace crema
