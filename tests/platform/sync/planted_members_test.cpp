// SPDX-License-Identifier: GPL-3.0-or-later
// Mass assignment by operations: each type of the wire with members that nobody asked for, in every object of its body,
// and with each of its own members changed by somebody who may not do it. It is kept as it came, and nothing else.
#include "models/feed/entity_types.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/people/permission.h"
#include "tests/platform/domain/company_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

const QByteArray marker = "planted-by-nobody";

/// The names and places that lead to a value within a body.
using Path = QList<QJsonValue>;

void collect(const QJsonValue &value, const Path &path, QList<Path> &objects, QList<Path> &leaves)
{
    const QJsonObject object = value.toObject();
    const QJsonArray array = value.toArray();
    (value.isObject() ? objects : leaves).append(path);
    if (value.isArray())
        leaves.removeLast();
    for (auto member = object.begin(); member != object.end(); ++member)
        collect(*member, path + Path{member.key()}, objects, leaves);
    for (int index = 0; index < array.size(); ++index)
        collect(array.at(index), path + Path{index}, objects, leaves);
}

template<class Change>
QJsonValue changed(const QJsonValue &value, const Path &path, const Change &change)
{
    if (path.isEmpty())
        return change(value);
    if (path.first().isString()) {
        QJsonObject object = value.toObject();
        const QString name = path.first().toString();
        object.insert(name, changed(object.value(name), path.mid(1), change));
        return object;
    }
    QJsonArray array = value.toArray();
    const int index = path.first().toInt();
    array.replace(index, changed(array.at(index), path.mid(1), change));
    return array;
}

/// Beside what stands there; a name that is taken keeps its value.
QJsonValue withPlanted(const QJsonValue &value)
{
    QJsonObject object = value.toObject();
    for (const QString &name :
         {u"revision"_s, u"company"_s, u"author"_s, u"actor"_s, u"approved_by"_s, u"__proto__"_s, u"constructor"_s,
          u"is_admin"_s, u"permissions"_s, u"created_at"_s, u"erased_at"_s, u"password_hash"_s, u"Name"_s}) {
        if (!object.contains(name))
            object.insert(name, QString::fromLatin1(marker));
    }
    return object;
}

QJsonValue other(const QJsonValue &value)
{
    if (value.isBool())
        return !value.toBool();
    if (value.isDouble())
        return value.toInteger() + 1;
    return QString::fromLatin1(marker);
}

class PlantedMembers : public CompanyTest
{
protected:
    PlantedMembers()
    {
        const QDir dir(qEnvironmentVariable("CREMA_SOURCE") + u"/tests/wire/operations"_s);
        for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            const Operation form = readOperation(file.readAll()).value_or(Operation());
            if (form.type != operation::attentionResolve) // waits for its card
                forms.append(form);
        }
    }

    /// What a careless program would write over: one of each kind that is there already.
    SubjectRef subjectOf(const Operation &form)
    {
        if (form.type == operation::productEdit)
            return {form.subject.type, product.value()};
        if (form.type == operation::variantEdit)
            return {form.subject.type, variant.value()};
        if (form.subject.type == entity::person && form.type != operation::personCreate)
            return {form.subject.type, barista.id.value()};
        if (form.type == operation::settingsEdit)
            return {form.subject.type, shop.id.value()};
        return {form.subject.type, newId<ProductId>().value()};
    }

    Envelope envelope(Till &by, const Operation &form, const QJsonValue &body)
    {
        return envelopeOf(by, operationOf(by, form.type, subjectOf(form), body.toObject()));
    }

    /// The tables that hold the marker, as text or as bytes, beside those where an operation is kept as it came, and
    /// but for cards, which say what was asked for.
    QByteArray markedTables()
    {
        return textOf("select coalesce(string_agg(table_schema || '.' || table_name, ' '), '') from "
                      "information_schema.tables where table_type = 'BASE TABLE' and "
                      "table_schema not in ('pg_catalog', 'information_schema') and "
                      "table_schema || '.' || table_name not in ('sync.operation', 'sync.dead_letter', "
                      "'sync.attention') and (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from "
                      "%I.%I t where "
                      "t::text not like ''(attention,%%'' and (t::text like ''%%" +
                      marker + "%%'' or t::text like ''%%" + marker.toHex() +
                      "%%'')', table_schema, table_name), false, true, '')))[1]::text::bigint > 0");
    }

    /// Changes with any row of what a shop has, and of who may do what. But for revisions: whoever an operation is
    /// about is held by it, also where it is refused (ADR 044).
    std::int64_t digestOfTheShop()
    {
        return countOf(
            "select bit_xor(hashtextextended(query_to_xml(format('select ''%I'' as n, md5(string_agg((to_jsonb(t) - "
            "''revision'')::text, '','' order by (to_jsonb(t) - ''revision'')::text)) as c from %I.%I t', table_name, "
            "table_schema, table_name), false, true, '')::text, 0)) "
            "from information_schema.tables where table_type = 'BASE TABLE' and (table_schema in ('catalog', "
            "'company', 'customers', 'sales', 'stock') or table_schema || '.' || table_name in ('identity.person', "
            "'identity.own_role', 'identity.role', 'identity.credential'))");
    }

    /// What is there to be written over.
    void fillShop()
    {
        ASSERT_EQ(pushOne(till, createProduct(till, product, u"House blend"_s)).outcome, Outcome::Applied);
        ASSERT_EQ(pushOne(till, createVariant(till, variant, product, u"HOUSE"_s)).outcome, Outcome::Applied);
    }

    QList<Operation> forms;
    Person barista = addPerson(Role::Barista, u"bea@larkmoor.example"_s);
    Till till = enrolTill();
    Till hers = enrolTill(barista);
    ProductId product = newId<ProductId>();
    VariantId variant = newId<VariantId>();
};

/// By whom may do it, so that the operation is applied: but for what nobody asked for.
TEST_F(PlantedMembers, AreKeptAsTheyCameAndNeverApplied)
{
    fillShop();
    ASSERT_GE(forms.size(), 14);
    int applied = 0;
    for (const Operation &form : forms) {
        SCOPED_TRACE(qPrintable(form.type));
        QList<Path> objects;
        QList<Path> leaves;
        collect(form.body, {}, objects, leaves);
        for (const Path &path : objects) {
            const QJsonValue body = changed(form.body, path, withPlanted);
            const auto outcome = push(till, {envelope(till, form, body)});
            ASSERT_TRUE(outcome) << qPrintable(outcome.error().message);
            ASSERT_EQ(outcome->answer.acknowledgements.size(), 1);
            applied += outcome->answer.acknowledgements.first().outcome == Outcome::Applied ? 1 : 0;
        }
        ASSERT_EQ(markedTables(), QByteArray());
    }
    EXPECT_GT(applied, 10);
    EXPECT_GT(countOf("select count(*) from sync.operation t where t::text like '%" + marker + "%' or t::text like '%" +
                      marker.toHex() + "%'"),
              10)
        << "an operation is kept byte by byte";
}

/// Each member changed, in what is not for a barista: nothing of the shop moves.
TEST_F(PlantedMembers, ChangeNothingByWhoMayNotDoIt)
{
    fillShop();
    int tried = 0;
    for (const Operation &form : forms) {
        const auto permission = permissionForOperation(form.type);
        if (!permission || barista.may(*permission) || operation::isFact(form.type))
            continue;
        SCOPED_TRACE(qPrintable(form.type));
        QList<Path> objects;
        QList<Path> leaves;
        collect(form.body, {}, objects, leaves);
        const std::int64_t before = digestOfTheShop();
        QList<Envelope> envelopes{envelope(hers, form, form.body)};
        for (const Path &path : leaves)
            envelopes.append(envelope(hers, form, changed(form.body, path, other)));
        for (const Path &path : objects)
            envelopes.append(envelope(hers, form, changed(form.body, path, withPlanted)));
        const auto outcome = push(hers, envelopes);
        ASSERT_TRUE(outcome) << qPrintable(outcome.error().message);
        ASSERT_EQ(outcome->answer.acknowledgements.size(), envelopes.size());
        for (const Acknowledgement &answer : outcome->answer.acknowledgements)
            EXPECT_NE(answer.outcome, Outcome::Applied);
        EXPECT_EQ(digestOfTheShop(), before);
        tried += static_cast<int>(envelopes.size());
    }
    EXPECT_GT(tried, 40);
}

} // namespace
} // namespace crema::testing
