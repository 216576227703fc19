// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace crema {

/// A badge to print: the QR code of `code` and the name on a card of 85.6 mm × 54 mm (ISO/IEC 7810 ID-1), as SVG, which
/// every browser prints at this size.
[[nodiscard]] QByteArray badgeSvg(const QString &name, const QString &code);

/// "crema-badge-bea-brandt.svg"; a name without any letter or digit is left out.
[[nodiscard]] QString badgeFileNameOf(const QString &name);

} // namespace crema
