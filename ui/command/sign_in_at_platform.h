// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/session.h"
#include "ui/presenters/services.h"

#include <QCoroTask>

namespace crema::command {

/// Signs a person in at the platform. Where that asks for a code of an authenticator, it is read from --code-file or
/// CREMA_CODE, else asked at the terminal. Errors: those of PeoplePresenter::login() and Session::secret().
[[nodiscard]] QCoro::Task<Result<Person>> signInAtPlatform(Session &session, presenters::PeoplePresenter &people,
                                                           QString email, QString password);

/// Who is signed in here, and so has an account that they may change. Errors: `auth.signed_out`, also for somebody
/// without an address.
[[nodiscard]] Result<Person> accountHere(const presenters::PeoplePresenter &people);

/// --password-file of a verb that signs in at the platform.
[[nodiscard]] Flag passwordFlag();

/// --code-file of a verb that signs in at the platform.
[[nodiscard]] Flag codeFlag();

} // namespace crema::command
