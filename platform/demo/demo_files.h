// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace crema::platform {

/// One of the files of resources/demo, compiled in: "company", "products", "customers" or "promotions".
[[nodiscard]] QJsonObject demoFile(const QString &name);

} // namespace crema::platform
