// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/visit.h"
#include "ui/presenters/services.h"

#include <QCoroTask>

#include <memory>

namespace crema::handover {

/// Runs a verb that came from another program over the services of this one, as it would have run there; answers the
/// exit code. `keepsAlive` is whatever the services stand on.
[[nodiscard]] QCoro::Task<int> runHere(std::shared_ptr<Visit> visit, std::shared_ptr<presenters::Services> services,
                                       std::shared_ptr<void> keepsAlive, Clock &clock, QString logFolder);

} // namespace crema::handover
