// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/qr_matrix.h"

#include <QWidget>

namespace crema::desktop {

class Theme;

/// A QR code with its quiet zone, dark on light in every theme: apps do not read the other way round.
class QrCodeView final : public QWidget
{
    Q_OBJECT

public:
    QrCodeView(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// An empty text shows none.
    void setText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int modulePx() const;

    const Theme &m_theme;
    QrMatrix m_matrix;
};

} // namespace crema::desktop
