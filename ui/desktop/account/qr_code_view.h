// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/qr_matrix.h"

#include <QWidget>

namespace crema::desktop {

class Theme;

/// A QR code with its quiet zone, dark on light in every theme: apps do not read the other way round. Where there is
/// less room its modules are smaller, so that it is never cut off.
class QrCodeView final : public QWidget
{
    Q_OBJECT

public:
    QrCodeView(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// An empty text shows none.
    void setText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Modules on each side, with the quiet zone; 0 without a code.
    [[nodiscard]] int sideModules() const;
    /// As large as it looks best.
    [[nodiscard]] int modulePx() const;

    const Theme &m_theme;
    QrMatrix m_matrix;
};

} // namespace crema::desktop
