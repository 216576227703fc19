// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/stored_person.h"

#include "models/feed/entity_codec.h"
#include "models/operations/storage_failure.h"
#include "models/people/role_rules.h"

namespace crema::platform {
namespace {

template<class Value>
Value sound(Result<Value> value)
{
    if (!value)
        throw StorageFailure(value.error());
    return *std::move(value);
}

} // namespace

Person storedPerson(const Rows &rows, int row, int document, int role)
{
    const Person person = sound(codec::readPerson(rows.json(row, document)));
    if (!person.role.own())
        return person;
    const bool isThere = !rows.isNull(row, role);
    return withRole(person, isThere ? std::optional(sound(codec::readRole(rows.json(row, role)))) : std::nullopt);
}

} // namespace crema::platform
