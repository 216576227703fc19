// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace crema::platform::stripe {

/// Empty where it is missing or no text.
inline QString textIn(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString();
}

/// Empty where it is missing or no object.
inline QJsonObject objectIn(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toObject();
}

} // namespace crema::platform::stripe
