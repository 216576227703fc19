// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/qr_matrix.h"

#include <qrencode.h>

#include <memory>

namespace crema {

QrMatrix QrMatrix::of(const QString &text)
{
    QrMatrix matrix;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return matrix;
    matrix.m_width = code->width;
    matrix.m_dark.resize(code->width * code->width);
    for (int module = 0; module < matrix.m_dark.size(); ++module)
        matrix.m_dark.setBit(module, (code->data[module] & 1) != 0);
    return matrix;
}

bool QrMatrix::isDark(int row, int column) const
{
    const bool isInside = row >= 0 && row < m_width && column >= 0 && column < m_width;
    return isInside && m_dark.testBit(row * m_width + column);
}

} // namespace crema
