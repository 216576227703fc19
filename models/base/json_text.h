// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace crema::json {

/// Appends `text` as RFC 8785 writes it: in quotes, with the shortest escapes; lone surrogates become U+FFFD.
void appendString(QByteArray &out, const QString &text);

} // namespace crema::json
