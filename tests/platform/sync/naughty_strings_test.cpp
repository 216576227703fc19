// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of every operation with every naughty string, through the database and back: it is kept as it is or
// refused, and nothing else happens.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/text/plain_text.h"
#include "tests/platform/domain/company_fixture.h"
#include "tests/testing/naughty_strings.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

/// One text within a body: the names and places that lead to it.
using Path = QList<QJsonValue>;

void collectTexts(const QJsonValue &value, const Path &path, QList<Path> &texts)
{
    if (value.isString())
        texts.append(path);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        collectTexts(*member, path + Path{member.key()}, texts);
    const QJsonArray array = value.toArray();
    for (int index = 0; index < array.size(); ++index)
        collectTexts(array.at(index), path + Path{index}, texts);
}

QJsonValue replaced(const QJsonValue &value, const Path &path, const QString &text)
{
    if (path.isEmpty())
        return text;
    if (path.first().isString()) {
        QJsonObject object = value.toObject();
        const QString name = path.first().toString();
        object.insert(name, replaced(object.value(name), path.mid(1), text));
        return object;
    }
    QJsonArray array = value.toArray();
    const int index = path.first().toInt();
    array.replace(index, replaced(array.at(index), path.mid(1), text));
    return array;
}

class NaughtyStringsTest : public CompanyTest
{
protected:
    /// What no text may change: the tables, and who may do what.
    std::int64_t shapeOfTheDatabase()
    {
        return countOf("select count(*) from information_schema.columns where table_schema not in "
                       "('pg_catalog', 'information_schema')");
    }

    static Operation formOf(const QString &path)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return readOperation(file.readAll()).value_or(Operation());
    }

    Operation made(const Till &by, const Operation &form, const QJsonObject &body)
    {
        Operation operation = operationOf(by, form.type, {form.subject.type, newId<ProductId>().value()}, body);
        operation.actor = manager.id;
        return operation;
    }

    Till till = enrolTill();
};

TEST_F(NaughtyStringsTest, AreKeptAsTheyAreOrRefusedInEveryTextOfEveryOperation)
{
    const QDir dir(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/tests/wire/operations"));
    const QStringList files = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    ASSERT_GE(files.size(), 14);
    const std::int64_t shape = shapeOfTheDatabase();
    const std::int64_t people = countOf("select count(*) from identity.person");
    const QStringList strings = naughtyStrings();
    int tried = 0;
    for (const QString &name : files) {
        const Operation form = formOf(dir.filePath(name));
        if (form.type == operation::attentionResolve || form.type == operation::personCreate)
            continue; // the one waits for its card, the other adds people, who are counted: see below
        QList<Path> texts;
        collectTexts(form.body, {}, texts);
        for (qsizetype text = 0; text < texts.size(); ++text) {
            QList<Envelope> envelopes;
            for (const QString &string : strings) {
                if (string.size() > 10'000)
                    continue; // the test below
                const QJsonObject body = replaced(form.body, texts.at(text), string).toObject();
                envelopes.append(envelopeOf(till, made(till, form, body)));
            }
            const auto outcome = push(till, envelopes);
            ASSERT_TRUE(outcome) << qPrintable(name + u' ' + outcome.error().message);
            ASSERT_EQ(outcome->answer.acknowledgements.size(), envelopes.size()) << qPrintable(name);
            tried += static_cast<int>(envelopes.size());
        }
    }
    EXPECT_GT(tried, 2'000);
    EXPECT_EQ(shapeOfTheDatabase(), shape);
    EXPECT_EQ(countOf("select count(*) from identity.person"), people);
    EXPECT_EQ(countOf("select count(*) from identity.person where role = 'admin'"), 0);
}

/// Whatever was taken is told to others as it was typed, letter by letter.
TEST_F(NaughtyStringsTest, ComeBackAsTheyWereTyped)
{
    QHash<QUuid, QString> typed;
    for (const QString &string : naughtyStrings()) {
        const auto id = newId<ProductId>();
        const Acknowledgement answer = pushOne(till, createProduct(till, id, string));
        if (answer.outcome == Outcome::Applied)
            typed.insert(id.value(), string);
        else
            EXPECT_TRUE(answer.problem) << qPrintable(string);
    }
    EXPECT_GT(typed.size(), 25) << "most of them are names that somebody may give";
    int told = 0;
    for (const FeedRow &row : pullAll(till)) {
        if (row.entityType != entity::product || !typed.contains(row.entityId))
            continue;
        ++told;
        const QString name = row.entity.json().value(QStringLiteral("name")).toString();
        // Half a letter, as a clipboard may cut it, is shown as the sign for what cannot be shown.
        const QString expected = typed.value(row.entityId)
                                     .trimmed()
                                     .replace(QChar(0xd800), QChar(QChar::ReplacementCharacter))
                                     .replace(u"half"_s + QChar(0xdc00), u"half\ufffd"_s);
        EXPECT_EQ(name, expected);
        for (const QChar letter : name)
            EXPECT_NE(letter.category(), QChar::Other_Control) << "nothing that steers a terminal or a printer is kept";
    }
    EXPECT_EQ(told, typed.size());
}

/// Whoever is kept has a name that can be shown, no more rights than were given, and an address only that is one.
TEST_F(NaughtyStringsTest, PeopleAreKeptWithPlainNamesOrRefused)
{
    QHash<QUuid, QString> typed;
    QList<Envelope> envelopes;
    for (const QString &string : naughtyStrings()) {
        if (string.size() > 10'000)
            continue;
        for (const char *field : {"name", "email", "role"}) {
            QJsonObject body{{QStringLiteral("name"), QStringLiteral("Bea")},
                             {QStringLiteral("email"), QString()},
                             {QStringLiteral("role"), QStringLiteral("barista")},
                             {QStringLiteral("locations"), QJsonArray{shop.id.toString()}}};
            body.insert(QLatin1StringView(field), string);
            const auto id = newId<PersonId>();
            envelopes.append(envelopeOf(
                till, operationOf(till, operation::personCreate, {QStringLiteral("person"), id.value()}, body)));
            typed.insert(id.value(), string);
        }
    }
    const auto outcome = push(till, envelopes);
    ASSERT_TRUE(outcome);
    int kept = 0;
    for (const FeedRow &row : pullAll(till)) {
        if (row.entityType != entity::person || !typed.contains(row.entityId))
            continue;
        ++kept;
        const Result<Person> person = codec::readPerson(row.entity.json());
        ASSERT_TRUE(person);
        EXPECT_TRUE(isPlainText(person->name)) << qPrintable(person->name);
        EXPECT_TRUE(isPlainText(person->email)) << qPrintable(person->email);
        EXPECT_EQ(person->permissions, permissionsOf(Role::Barista));
    }
    EXPECT_GT(kept, 20) << "most of them are names that somebody may have";
    EXPECT_EQ(countOf("select count(*) from identity.person where role = 'admin'"), 0);
}

TEST_F(NaughtyStringsTest, ATextThatIsTooLongIsRefusedAndSaysWhere)
{
    const Acknowledgement answer =
        pushOne(till, createProduct(till, newId<ProductId>(), QString(70'000, QLatin1Char('x'))));
    EXPECT_NE(answer.outcome, Outcome::Applied);
    ASSERT_TRUE(answer.problem);
    ASSERT_FALSE(answer.problem->fields.isEmpty());
    EXPECT_EQ(answer.problem->fields.first().field, QStringLiteral("name"));
}

} // namespace
} // namespace crema::testing
