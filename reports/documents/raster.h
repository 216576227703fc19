// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace crema::documents {

/// A picture of black dots, as printers take it: rows from the top, each begun on a whole byte, the leftmost dot in
/// the highest bit.
struct Raster {
    int width = 0;  ///< dots
    int height = 0; ///< dots
    QByteArray bits;

    [[nodiscard]] static int bytesOf(int width) { return (width + 7) / 8; }
    [[nodiscard]] static Raster blank(int width, int height)
    {
        return {width, height, QByteArray(qsizetype(bytesOf(width)) * height, '\0')};
    }

    [[nodiscard]] bool isEmpty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] bool isWhole() const { return bits.size() == qsizetype(bytesOf(width)) * height; }
    [[nodiscard]] bool isBlack(int x, int y) const
    {
        return (bits.at(qsizetype(y) * bytesOf(width) + x / 8) & (0x80 >> (x % 8))) != 0;
    }
    void blacken(int x, int y)
    {
        char &byte = bits[qsizetype(y) * bytesOf(width) + x / 8];
        byte = static_cast<char>(byte | (0x80 >> (x % 8)));
    }
};

} // namespace crema::documents
