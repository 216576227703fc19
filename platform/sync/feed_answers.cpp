// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_answers.h"

#include "platform/base/log.h"

namespace crema::platform {

http::Response refusedPlace(DomainCore &core, const Problem &problem, const http::Context &context)
{
    const QUuid device = context.caller.deviceId->value();
    if (problem.code == QLatin1String("sync.cursor_epoch"))
        return http::Response::problem(problem, 410);
    if (problem.code == QLatin1String("sync.cursor_too_old")) {
        core.log.write(LogLevel::Info, "sync.cursor_too_old", LogFields().add("device", device));
        return http::Response::problem(problem, 410);
    }
    core.log.write(LogLevel::Severe, "sync.cursor_ahead", LogFields().add("device", device));
    return http::Response::problem(problem);
}

} // namespace crema::platform
