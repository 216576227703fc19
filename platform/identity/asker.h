// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/people/person.h"
#include "platform/domain/domain_core.h"
#include "platform/http/request.h"

namespace crema::platform {

/// The person as they are by now; nothing: nobody has this id, or their device has not sent them yet.
[[nodiscard]] std::optional<Person> personNow(const DomainCore &core, PersonId id);

/// Who asks, as they are by now: whom the device says stands before it (`?person=`), who typed their PIN there after
/// whoever signed in by password, else whom the token names.
[[nodiscard]] std::optional<Person> askerOf(const DomainCore &core, const http::Request &request,
                                            const http::Context &context);

} // namespace crema::platform
