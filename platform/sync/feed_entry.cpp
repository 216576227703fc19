// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_entry.h"

namespace crema::platform {

QString companyAudience()
{
    return QStringLiteral("company");
}

QString audienceOf(LocationId location)
{
    return QStringLiteral("location:") + location.toString();
}

QString audienceOf(DeviceId device)
{
    return QStringLiteral("device:") + device.toString();
}

} // namespace crema::platform
