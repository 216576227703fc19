// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/account/qr_code_view.h"

#include "ui/desktop/theme/camera_colours.h"
#include "ui/desktop/theme/theme.h"

#include <QPainter>

namespace crema::desktop {
namespace {

/// Of one module: a telephone at arm's length tells them apart.
constexpr int moduleAtScale1 = 4;
constexpr int largestModule = 6;
/// A telephone that comes near still reads it.
constexpr int smallestModule = 2;
/// There is room for a code of this side everywhere: what stands beside it makes room first.
constexpr int roomySide = 240;

} // namespace

QrCodeView::QrCodeView(const Theme &theme, const QString &objectName, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(objectName);
    QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("QR code for the authenticator"));
    setAccessibleDescription(tr("It holds the secret that stands beside it."));
}

void QrCodeView::setText(const QString &text)
{
    m_matrix = text.isEmpty() ? QrMatrix() : QrMatrix::of(text);
    updateGeometry();
    update();
}

int QrCodeView::modulePx() const
{
    return qMin(largestModule, m_theme.scaled(moduleAtScale1));
}

int QrCodeView::sideModules() const
{
    return m_matrix.isEmpty() ? 0 : m_matrix.width() + 2 * QrMatrix::quietZone;
}

QSize QrCodeView::sizeHint() const
{
    const int side = sideModules() * modulePx();
    return {side, side};
}

QSize QrCodeView::minimumSizeHint() const
{
    const int smallest = sideModules() * qMin(smallestModule, modulePx());
    const int side = qMax(smallest, qMin(roomySide, sizeHint().width()));
    return {side, side};
}

int QrCodeView::heightForWidth(int width) const
{
    if (m_matrix.isEmpty())
        return 0;
    return sideModules() * qBound(qMin(smallestModule, modulePx()), width / sideModules(), modulePx());
}

void QrCodeView::paintEvent(QPaintEvent *)
{
    if (m_matrix.isEmpty())
        return;
    QPainter painter(this);
    const int module = qMax(1, qMin(modulePx(), qMin(width(), height()) / sideModules()));
    painter.fillRect(0, 0, sideModules() * module, sideModules() * module, cameraPaper);
    for (int row = 0; row < m_matrix.width(); ++row) {
        for (int column = 0; column < m_matrix.width(); ++column) {
            if (m_matrix.isDark(row, column))
                painter.fillRect((column + QrMatrix::quietZone) * module, (row + QrMatrix::quietZone) * module, module,
                                 module, cameraInk);
        }
    }
}

} // namespace crema::desktop
