// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/asker.h"

#include "platform/sync/sync_storage.h"

namespace crema::platform {

std::optional<Person> askerOf(const DomainCore &core, const http::Request &request, const http::Context &context)
{
    const std::optional<QString> here = request.queryValue(u"person");
    const std::optional<PersonId> id = here ? PersonId::fromString(*here) : context.caller.personId;
    return id ? personNow(core, *id) : std::nullopt;
}

std::optional<Sight> sightOf(const Person &asker, const http::Context &context)
{
    const http::Caller &caller = context.caller;
    if (caller.sessionId && caller.personId == asker.id)
        return Sight{asker.locations, false};
    if (caller.locations.size() != 1)
        return std::nullopt;
    if (!asker.locations.isEmpty() && !asker.locations.contains(caller.locations.first()))
        return std::nullopt;
    return Sight{caller.locations, asker.locations != caller.locations};
}

std::optional<Person> personNow(const DomainCore &core, PersonId id)
{
    const auto stored = core.sync.begin()->person(id);
    return stored ? std::optional(stored->value) : std::nullopt;
}

} // namespace crema::platform
