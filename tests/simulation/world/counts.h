// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

namespace crema::simulation {

/// How often each thing happened, by name: what people did and every kind of fault.
using Counts = QMap<QByteArray, std::int64_t>;

} // namespace crema::simulation
