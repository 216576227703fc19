// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonObject>

namespace crema::json {

/// Builds the object of a text in which scanObject() found nothing wrong; any other text is a bug of the caller.
/// Qt 6.4's own reader is used only where these two make no difference: it drops a U+FEFF at the start of a string, and
/// it orders names beyond U+FFFF differently from QJsonObject::insert(), so that equal objects compare unequal.
[[nodiscard]] QJsonObject buildObject(QByteArrayView scanned);

} // namespace crema::json
