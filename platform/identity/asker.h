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

/// Of which places whoever asks is told.
struct Sight {
    QList<LocationId> places; ///< empty: of all of them, and of the platform itself
    bool isOfDevice = false;  ///< they would be told of more, were it certain that it is them
};

/// A person who signed in themselves sees what they may. A device says who stands before it, and one in wrong hands
/// says what it likes: so it is told of its own place only. Nothing: whoever is named does not work there.
[[nodiscard]] std::optional<Sight> sightOf(const Person &asker, const http::Context &context);

} // namespace crema::platform
