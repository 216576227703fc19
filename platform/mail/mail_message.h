// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/randomness.h"
#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace crema::platform {

struct MailMessage {
    QString to;     ///< one address
    QString toName; ///< may be empty
    QString subject;
    QString text; ///< plain text, lines ended by \n
    bool hasColumns =
        false; ///< the text is aligned by blanks: it is also given as HTML that keeps them under each other
};

/// The message as it is sent (RFC 5322, RFC 2045 to 2047): UTF-8 in base64, names and subject in encoded words, so that
/// no text of a person becomes a line of the head. `id` names it, for `Message-ID`.
[[nodiscard]] QByteArray mimeBytes(const MailMessage &message, const QString &from, UtcTime at, const QUuid &id);

} // namespace crema::platform
