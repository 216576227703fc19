// SPDX-License-Identifier: GPL-3.0-or-later
// What a body may set and what it may not: each member of each entity has a row that says by what it is given its
// value, held against the lists of what is editable and against the rules. A new member without a row is an error.
#include "models/feed/entity_types.h"
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/settings/scale_codes.h"
#include "tests/models/operations/entity_members.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;
using testing::Kind;
using testing::Member;

/// Names that a careless program would take over, from whatever stands in a request.
QStringList plantedNames()
{
    return {u"created_at"_s,  u"updated_at"_s, u"erased_at"_s,     u"is_admin"_s, u"owner"_s,     u"location"_s,
            u"register"_s,    u"actor"_s,      u"approved_by"_s,   u"cashier"_s,  u"__proto__"_s, u"constructor"_s,
            u"permissions"_s, u"pin_hash"_s,   u"password_hash"_s, u"totp"_s,     u"session"_s,   u"id"_s,
            u"Name"_s,        u"name "_s,      u"fields.name"_s,   u""_s};
}

class MassAssignment : public testing::EntityMembers, public ::testing::Test
{
protected:
    MassAssignment()
    {
        admin.id = newId<PersonId>();
        admin.name = u"Ada"_s;
        admin.role = Role::Admin;
        admin.permissions = permissionsOf(Role::Admin);
        world.save(admin);
        Person second = admin; // so that the one who is edited is not the last
        second.id = newId<PersonId>();
        world.save(second);
    }

    Effect apply(const Kind &kind, const QString &verb, const QUuid &subject, const QJsonObject &body)
    {
        Operation operation;
        operation.id = newId<OperationId>();
        operation.actor = admin.id;
        operation.type = kind.entity + verb;
        operation.subject = {kind.entity, subject};
        operation.body = body;
        return applyOperation(operation, world, MergeMode::Judge);
    }

    /// What stands there; nothing where there is none.
    std::optional<QJsonObject> stored(const Kind &kind, const QUuid &id)
    {
        const auto json = [](const auto &value) { return value ? std::optional(codec::toJson(*value)) : std::nullopt; };
        if (kind.entity == entity::product)
            return json(world.product(ProductId(id)));
        if (kind.entity == entity::variant)
            return json(world.variant(VariantId(id)));
        if (kind.entity == entity::customer)
            return json(world.customer(CustomerId(id)));
        if (kind.entity == entity::person)
            return json(world.person(PersonId(id)));
        if (kind.entity == entity::promotion)
            return json(world.promotion(PromotionId(id)));
        if (kind.entity == entity::priceList)
            return json(world.priceList(PriceListId(id)));
        return json(world.role(RoleId(id)));
    }

    /// The sample as it was told, without any operation.
    QUuid put(const Kind &kind)
    {
        const auto save = [this](const auto &entity) { world.save(*entity); };
        if (kind.entity == entity::product)
            save(codec::readProduct(kind.sample));
        else if (kind.entity == entity::variant)
            save(codec::readVariant(kind.sample));
        else if (kind.entity == entity::customer)
            save(codec::readCustomer(kind.sample));
        else if (kind.entity == entity::person)
            save(codec::readPerson(kind.sample));
        else if (kind.entity == entity::promotion)
            save(codec::readPromotion(kind.sample));
        else if (kind.entity == entity::priceList)
            save(codec::readPriceList(kind.sample));
        else
            save(codec::readRole(kind.sample));
        return QUuid::fromString(kind.sample.value(u"id").toString());
    }

    /// So that the next one may have the same names.
    void forget(const Kind &kind, const QUuid &id)
    {
        if (kind.entity == entity::variant)
            world.variants.remove(VariantId(id));
        if (kind.entity == entity::person)
            world.persons.remove(PersonId(id));
        if (kind.entity == entity::role)
            world.roles.remove(RoleId(id));
    }

    static QJsonObject edit(const QString &name, const QJsonValue &from, const QJsonValue &to)
    {
        return {{u"fields"_s, QJsonObject{{name, QJsonObject{{u"from"_s, from}, {u"to"_s, to}}}}}};
    }

    static QJsonObject setEdit(const QString &name, const QJsonArray &add)
    {
        return {{u"sets"_s, QJsonObject{{name, QJsonObject{{u"add"_s, add}, {u"remove"_s, QJsonArray()}}}}}};
    }

    static QStringList differing(const QJsonObject &before, const QJsonObject &after)
    {
        QSet<QString> names;
        for (const QJsonObject *object : {&before, &after}) {
            for (auto it = object->begin(); it != object->end(); ++it) {
                if (before.value(it.key()) != after.value(it.key()))
                    names.insert(it.key());
            }
        }
        QStringList sorted(names.begin(), names.end());
        sorted.sort();
        return sorted;
    }

    /// What an editor saw: null where nothing is written.
    static QJsonValue seen(const QJsonObject &entity, const QString &member)
    {
        return entity.contains(member) ? entity.value(member) : QJsonValue(QJsonValue::Null);
    }

    /// It is refused, and says where.
    static void expectRefusedAt(const Effect &effect, const QString &field)
    {
        EXPECT_TRUE(effect.outcome == Outcome::DeadLetter || effect.outcome == Outcome::Refused);
        ASSERT_TRUE(effect.problem);
        const QList<FieldProblem> &fields = effect.problem->fields;
        EXPECT_TRUE(std::ranges::any_of(fields, [&](const FieldProblem &each) { return each.field == field; }))
            << qPrintable(effect.problem->code);
    }

    Person admin;
};

TEST_F(MassAssignment, EveryMemberHasARowAndEveryEditableFieldIsOne)
{
    for (const Kind &kind : kinds()) {
        QStringList named;
        for (const Member &member : kind.members) {
            named.append(member.name);
            EXPECT_EQ(isEdited(member), (kind.editable.fields + kind.editable.sets).contains(member.name))
                << qPrintable(kind.entity + u'.' + member.name);
            EXPECT_NE(member.other, kind.sample.value(member.name)) << qPrintable(member.name);
        }
        const QStringList known = kind.sample.keys() + kind.editable.fields + kind.editable.sets;
        for (const QString &name : known)
            EXPECT_TRUE(named.contains(name))
                << "what gives " << qPrintable(kind.entity + u'.' + name) << " its value?";
        EXPECT_EQ(QSet<QString>(named.begin(), named.end()).size(), named.size()) << "each once";
    }
}

TEST_F(MassAssignment, AnEditChangesTheFieldThatItNamesAndNoOther)
{
    for (const Kind &kind : kinds()) {
        for (const Member &member : kind.members) {
            if (!isEdited(member))
                continue;
            SCOPED_TRACE(qPrintable(kind.entity + u'.' + member.name));
            const QUuid id = put(kind);
            const QJsonObject before = *stored(kind, id);
            const bool isSet = kind.editable.sets.contains(member.name);
            const QJsonObject body = isSet ? setEdit(member.name, member.other.toArray())
                                           : edit(member.name, seen(before, member.name), member.other);
            EXPECT_EQ(apply(kind, u".edit"_s, id, body).outcome, Outcome::Applied);
            QStringList expected = member.brings + QStringList{member.name};
            expected.sort();
            EXPECT_EQ(differing(before, *stored(kind, id)), expected);
        }
    }
}

/// Beside a change that is allowed, so that it is not the emptiness that is refused.
TEST_F(MassAssignment, AnEditOfWhatIsNotEditableIsRefusedWhole)
{
    for (const Kind &kind : kinds()) {
        const QUuid id = put(kind);
        const QJsonObject before = *stored(kind, id);
        QMap<QString, QJsonValue> planted;
        for (const QString &name : plantedNames())
            planted.insert(name, true);
        for (const Member &member : kind.members)
            planted.insert(member.name, member.other);
        for (auto it = planted.begin(); it != planted.end(); ++it) {
            SCOPED_TRACE(qPrintable(kind.entity + u'.' + it.key()));
            const QString good = kind.editable.fields.first();
            const QJsonObject allowed{{u"from"_s, before.value(good)}, {u"to"_s, u"Taken over"_s}};
            if (!kind.editable.fields.contains(it.key())) {
                const QJsonObject change{{u"from"_s, before.value(it.key())}, {u"to"_s, *it}};
                const QJsonObject body{{u"fields"_s, QJsonObject{{good, allowed}, {it.key(), change}}}};
                expectRefusedAt(apply(kind, u".edit"_s, id, body), u"fields."_s + it.key());
            }
            if (!kind.editable.sets.contains(it.key())) {
                QJsonObject body = setEdit(it.key(), {someId()});
                body.insert(u"fields"_s, QJsonObject{{good, allowed}});
                expectRefusedAt(apply(kind, u".edit"_s, id, body), u"sets."_s + it.key());
            }
            EXPECT_EQ(*stored(kind, id), before);
        }
    }
}

/// A whole entity in the place of an edit, as other interfaces take it.
TEST_F(MassAssignment, AWholeEntityIsNoEdit)
{
    for (const Kind &kind : kinds()) {
        const QUuid id = put(kind);
        const QJsonObject before = *stored(kind, id);
        QJsonObject whole;
        for (const Member &member : kind.members)
            whole.insert(member.name, member.other);
        const Effect effect = apply(kind, u".edit"_s, id, whole);
        EXPECT_NE(effect.outcome, Outcome::Applied) << qPrintable(kind.entity);
        // And beside a real one it is nothing.
        QJsonObject both = whole;
        const Member &member = kind.members.at(1);
        const QJsonObject real = edit(member.name, before.value(member.name), member.other);
        both.insert(u"fields"_s, real.value(u"fields"));
        (void)apply(kind, u".edit"_s, id, both);
        for (const QString &name : differing(before, *stored(kind, id)))
            EXPECT_EQ(name, member.name) << qPrintable(kind.entity);
    }
}

TEST_F(MassAssignment, ACreationTakesWhatItsRowsSayAndNothingElse)
{
    for (const Kind &kind : kinds()) {
        QJsonObject plain = kind.sample;
        for (const Member &member : kind.members) {
            if (!isMade(member))
                plain.remove(member.name);
        }
        const QUuid plainId = newId<ProductId>().value();
        ASSERT_EQ(apply(kind, u".create"_s, plainId, plain).outcome, Outcome::Applied) << qPrintable(kind.entity);
        const QJsonObject expected = *stored(kind, plainId);
        QMap<QString, QJsonValue> planted;
        for (const QString &name : plantedNames())
            planted.insert(name, true);
        for (const Member &member : kind.members)
            planted.insert(member.name, member.other);
        for (auto it = planted.begin(); it != planted.end(); ++it) {
            SCOPED_TRACE(qPrintable(kind.entity + u'.' + it.key()));
            forget(kind, plainId);
            const auto member = std::ranges::find_if(kind.members, [&](const Member &m) { return m.name == it.key(); });
            const bool isTaken = member != kind.members.end() && isMade(*member);
            QJsonObject body = plain;
            body.insert(it.key(), *it);
            const QUuid id = newId<ProductId>().value();
            const Effect effect = apply(kind, u".create"_s, id, body);
            EXPECT_FALSE(stored(kind, QUuid::fromString(it->toString()))) << "under another id";
            if (effect.outcome != Outcome::Applied) {
                EXPECT_FALSE(isTaken);
                expectRefusedAt(effect, it.key());
                EXPECT_FALSE(stored(kind, id));
                continue;
            }
            QStringList names = differing(expected, *stored(kind, id));
            EXPECT_TRUE(names.removeOne(u"id"_s));
            QStringList changed = isTaken ? member->brings + QStringList{it.key()} : QStringList();
            changed.sort();
            EXPECT_EQ(names, changed);
            forget(kind, id);
        }
    }
}

/// Each setting of the table, and what stands beside the settings in their document.
TEST_F(MassAssignment, SettingsAreThoseOfTheTable)
{
    ShopSettings company;
    company.id = newId<PlaceId>();
    world.save(company);
    const Kind settings{entity::settings.toString(), body::settingsFields(), {}, {}};
    const auto set = [&](const QString &key, const QJsonValue &to) {
        return apply(settings, u".edit"_s, company.id.value(), edit(key, {}, to));
    };
    EXPECT_EQ(settings.editable.fields.size(), qsizetype(allSettings().size()));
    for (const Setting &setting : allSettings()) {
        const QJsonValue value = setting.kind == SettingKind::Number ? QJsonValue(qint64(setting.most))
                                 : setting.key == shop_setting::scaleCodes ? QJsonValue(u"none"_s)
                                 : setting.kind == SettingKind::Text ? QJsonValue(u"Since: 1998"_s)
                                 : setting.kind == SettingKind::Choice
                                     ? QJsonValue(settingChoices(setting).constLast().word)
                                     : QJsonValue(setting.usual == 0);
        const QJsonObject before = world.settings(company.id)->values;
        EXPECT_EQ(set(setting.key.toString(), value).outcome, Outcome::Applied) << qPrintable(setting.key.toString());
        EXPECT_EQ(differing(before, world.settings(company.id)->values), QStringList{setting.key.toString()});
    }
    const ShopSettings before = *world.settings(company.id);
    for (const QString &name : plantedNames() + QStringList{u"changes"_s, u"till"_s, u"till.lock_minutes.most"_s})
        expectRefusedAt(set(name, 1), u"fields."_s + name);
    EXPECT_TRUE(*world.settings(company.id) == before);
}

/// Where it happened, who did it and when are said by the operation, whatever its body says.
TEST_F(MassAssignment, FactsSayOfThemselvesOnlyWhatTheirBodyIsFor)
{
    Operation operation;
    operation.id = newId<OperationId>();
    operation.type = operation::stockAdjust.toString();
    operation.subject = {entity::movement.toString(), newId<MovementId>().value()};
    operation.actor = admin.id;
    operation.location = newId<LocationId>();
    operation.registerId = newId<RegisterId>();
    operation.occurredAt = clock.now();
    operation.body = body::toJson(body::StockAdjust{newId<VariantId>(), Quantity(5), MovementReason::Adjustment, {}});
    const auto planted = [this](QJsonObject body, const QStringList &given) {
        for (const QString &name : plantedNames() + QStringList{u"completed_at"_s, u"at"_s, u"source"_s, u"state"_s}) {
            if (!given.contains(name))
                body.insert(name, someId());
        }
        return body;
    };
    ASSERT_EQ(applyOperation(operation, world, MergeMode::Judge).outcome, Outcome::Applied);
    operation.body = planted(operation.body, {});
    ASSERT_EQ(applyOperation(operation, world, MergeMode::Judge).outcome, Outcome::Applied);
    ASSERT_EQ(world.movements.size(), 2);
    EXPECT_TRUE(world.movements.first() == world.movements.last());

    const Kind person = personKind();
    const QUuid id = put(person);
    const QJsonObject before = *stored(person, id);
    const QString hash = hashSecret(u"4711"_s, randomness);
    const QJsonObject pin = planted(body::toJson(body::PersonSetPin{hash}), {u"pin_hash"_s});
    EXPECT_EQ(apply(person, u".set_pin"_s, id, pin).outcome, Outcome::Applied);
    EXPECT_EQ(differing(before, *stored(person, id)), QStringList{u"pin_hash"_s});
    EXPECT_EQ(stored(person, id)->value(u"pin_hash"), hash);
}

/// The member is there to be set, but not by this person.
TEST_F(MassAssignment, ARightIsNotSetByWhoDoesNotHoldIt)
{
    const Kind kind = personKind();
    const QUuid id = put(kind);
    Person manager = admin;
    manager.id = newId<PersonId>();
    manager.role = Role::Manager;
    manager.permissions = permissionsOf(Role::Manager);
    manager.locations = {newId<LocationId>()};
    world.save(manager);
    const QJsonObject before = *stored(kind, id);
    admin.id = manager.id; // from here on it is the manager who does it
    for (const Member &member : kind.members) {
        if (!isEdited(member))
            continue;
        const QJsonObject body = edit(member.name, before.value(member.name), member.other);
        EXPECT_EQ(apply(kind, u".edit"_s, id, body).problem->code, u"person.beyond_rights")
            << qPrintable(member.name) << ": who works everywhere is not changed by who does not";
    }
    Person barista = *world.person(PersonId(id));
    barista.locations = manager.locations;
    world.save(barista);
    for (const auto &[name, value] :
         {std::pair(u"role"_s, QJsonValue(u"admin"_s)), std::pair(u"locations"_s, QJsonValue(QJsonArray())),
          std::pair(u"locations"_s, QJsonValue(QJsonArray{someId()}))}) {
        const QJsonObject body = edit(name, codec::toJson(barista).value(name), value);
        EXPECT_EQ(apply(kind, u".edit"_s, id, body).problem->code, u"person.beyond_rights") << qPrintable(name);
    }
    EXPECT_TRUE(*world.person(PersonId(id)) == barista);
}

} // namespace
} // namespace crema
