// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/worker_pool.h"
#include "platform/domain/domain_core.h"
#include "platform/identity/mail_outbox.h"
#include "platform/identity/sign_in.h"

namespace crema::platform {

/// `POST /api/v1/auth/password/code`: mails a code to whoever has this address; the answer tells nobody whether
/// somebody does. `POST /api/v1/auth/password/reset`: sets the password with it. `POST /api/v1/people/invite`: mails
/// one to a colleague, for who manages people. `outbox` outlives the tasks of `background`, which looks the address up.
void addPasswordCodeRoutes(http::Router &router, DomainCore &core, SignIn &signIn, MailOutbox &outbox,
                           WorkerPool &background, const MakeAttemptBackoff &makeBackoff);

} // namespace crema::platform
