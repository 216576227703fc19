// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "platform/company/reference_writer.h"
#include "platform/identity/sessions.h"
#include "tests/platform/domain/services_fixture.h"

namespace crema::testing {

/// A company of two places and people with every role, for the walks through routes and operations.
class AuthorizationTest : public ServicesTest
{
protected:
    AuthorizationTest()
    {
        admin = addPerson(Role::Admin, QStringLiteral("admin@walk.example"));
        visitor = addPerson(Role::Admin, QStringLiteral("visitor@walk.example"));
        visitor.locations.clear();
        garden = shop;
        garden.id = newId<LocationId>();
        garden.code = QStringLiteral("GARDEN");
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        platform::ReferenceWriter writer(transaction);
        writer.save(garden);
        writer.save(visitor, std::nullopt, clock.now());
        writer.finish();
        transaction.commit();
        till = enrolTill();
        elsewhere = enrolTill();
        connection->runScript("update devices.device set location = '" + garden.id.toString().toLatin1() +
                              "' where id = '" + elsewhere.device.toString().toLatin1() + '\'');
        elsewhere.location = garden.id;
    }

    /// A token of the platform; with a session as somebody has who signed in by password.
    QByteArray tokenOf(const std::optional<Person> &person, const Till &on, bool isSignedIn = true)
    {
        platform::AccessClaims claims;
        claims.device = on.device;
        claims.location = on.location;
        claims.expiresAt = clock.now().plusMs(60'000);
        if (person) {
            claims.person = person->id;
            for (const Permission permission : person->permissions)
                claims.permissions.append(permissionText(permission));
        }
        if (person && isSignedIn) {
            const auto connection = pool.borrow();
            platform::Transaction transaction(*connection);
            claims.session =
                platform::beginSession(transaction, person->id, on.device, clock.now(), randomness).session;
            transaction.commit();
        }
        return platformTokens()->issue(claims, clock.now());
    }

    /// Somebody for each permission, whose own role gives it and nothing else; made as everybody is, by operations.
    QList<Person> peopleWithOneRightEach()
    {
        QList<Envelope> envelopes;
        QList<Person> made;
        for (const Permission permission : allPermissions) {
            OwnRole role;
            role.id = newId<RoleId>();
            role.name = QStringLiteral("Only ") + permissionText(permission);
            role.rights.allowed = {permission};
            Person person;
            person.id = newId<PersonId>();
            person.name = role.name;
            person.role = role.id;
            person.locations = {shop.id};
            Operation makeRole = operationOf(till, operation::roleCreate, {entity::role.toString(), role.id.value()},
                                             body::toJson(role));
            Operation makePerson = operationOf(till, operation::personCreate,
                                               {entity::person.toString(), person.id.value()}, body::toJson(person));
            makeRole.actor = admin.id;
            makePerson.actor = admin.id;
            envelopes += {envelopeOf(till, makeRole), envelopeOf(till, makePerson)};
            made.append(person);
        }
        EXPECT_TRUE(push(till, envelopes));
        const auto unit = storage.begin();
        for (qsizetype i = 0; i < made.size(); ++i) {
            made[i] = unit->person(made.at(i).id)->value;
            EXPECT_EQ(made.at(i).permissions, QList{allPermissions.at(i)});
        }
        return made;
    }

    /// Each built-in role, and an own one for each permission; all of them work in the shop.
    QList<Person> people()
    {
        QList<Person> all;
        for (const Role role : allRoles)
            all.append(addPerson(role, roleText(role) + QStringLiteral(".role@walk.example")));
        return all + peopleWithOneRightEach();
    }

    Person admin;
    Person visitor; ///< works everywhere
    Location garden;
    Till till;
    Till elsewhere; ///< one of the garden
};

} // namespace crema::testing
