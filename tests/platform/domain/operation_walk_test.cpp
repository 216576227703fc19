// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation type by everybody, where they work and where they do not: what is expected follows from the table of
// rights (models/people/permission.h).
#include "models/operations/operation_codec.h"
#include "models/operations/operation_schemas.h"
#include "models/people/approval.h"
#include "models/selling/cash_movement.h"
#include "tests/platform/domain/authorization_fixture.h"

#include <QDir>
#include <QJsonArray>

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

/// The forms of the wire, one for each operation type.
QList<Operation> wireForms()
{
    const QDir dir(qEnvironmentVariable("CREMA_SOURCE") + u"/tests/wire/operations"_s);
    QList<Operation> forms;
    const QStringList names = dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        forms.append(readOperation(file.readAll()).value_or(Operation()));
        EXPECT_EQ(forms.last().type, name.section(u'.', 0, 1));
    }
    return forms;
}

/// What a fact asks besides that of its type: for what comes back, and for cash that leaves the drawer.
QSet<Permission> askedByContent(const Operation &operation)
{
    QSet<Permission> asked;
    const QJsonArray returns = operation.body.value(u"returns").toArray();
    for (const QJsonValue &line : returns) {
        asked.insert(Permission::SalesReturn);
        if (line.toObject().value(u"sale").isNull())
            asked.insert(Permission::SalesReturnWithoutReceipt);
    }
    const auto kind = cashMovementKindFromText(operation.body.value(u"kind").toString());
    if (const auto besides = kind ? permissionForMovement(*kind) : std::nullopt)
        asked.insert(*besides);
    return asked;
}

/// What the tables ask of whoever does this: that of its type, and those of the fields that it gives a value. A product
/// is never without a tax class, nor an article without a unit.
QSet<Permission> askedBy(const Operation &operation)
{
    QSet<Permission> asked = askedByContent(operation);
    if (const auto permission = permissionForOperation(operation.type))
        asked.insert(*permission);
    const bool isEdit = operation.type.endsWith(u".edit");
    const QJsonObject fields = isEdit ? operation.body.value(u"fields").toObject() : operation.body;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonObject change = field->toObject();
        const bool isSet = isEdit ? change.value(u"from") != change.value(u"to")
                                  : !field->isNull() && field.key() != u"tax_class" && field.key() != u"unit";
        const QList<Permission> besides = permissionsForField(operation.subject.type, field.key());
        if (isSet)
            asked += QSet<Permission>(besides.begin(), besides.end());
    }
    return asked;
}

bool mayDo(const Person &person, const Operation &operation)
{
    const QSet<Permission> asked = askedBy(operation);
    return worksAt(person, operation.location) &&
           std::ranges::all_of(asked, [&](Permission permission) { return person.may(permission); });
}

class OperationWalk : public AuthorizationTest
{
protected:
    /// One operation of each type, of things that nothing was done to before.
    QList<Operation> formsBy(const Person &person, LocationId place)
    {
        QList<Operation> forms = wireForms();
        for (Operation &operation : forms) {
            operation.id = newId<OperationId>();
            operation.subject.id = newId<ProductId>().value();
            operation.after.clear();
            operation.actor = person.id;
            operation.location = place;
            operation.registerId = till.registerId;
        }
        return forms;
    }

    /// How many operations of these a manager has to look at, because who did them may not do it.
    std::int64_t reviewsOf(const QByteArrayList &operations)
    {
        return countOf(
            "select count(*) from sync.review where code = 'actor.lacks_permission' and operation = any ('{" +
            operations.join(',') + "}')");
    }
};

TEST_F(OperationWalk, EveryOperationIsJudgedByTheRightsOfWhoDidItWhereTheyWork)
{
    const QList<Person> all = people();
    ASSERT_EQ(all.size(), qsizetype(allRoles.size() + allPermissions.size()));
    QByteArrayList withoutRight; // facts that were kept
    QByteArrayList withRight;
    for (const Person &person : all) {
        for (const LocationId &place : {shop.id, garden.id}) {
            const QList<Operation> tried = formsBy(person, place);
            QList<Envelope> envelopes;
            for (const Operation &operation : tried)
                envelopes.append(envelopeOf(till, operation));
            const auto outcome = push(till, envelopes);
            ASSERT_TRUE(outcome);
            for (qsizetype i = 0; i < tried.size(); ++i) {
                const Operation &operation = tried.at(i);
                const Acknowledgement &answer = outcome->answer.acknowledgements.at(i);
                SCOPED_TRACE(qPrintable(operation.type + u" by "_s + person.name +
                                        (place == shop.id ? u" in the shop"_s : u" where they do not work"_s)));
                // A decision waits for the card that it is about, and the card says who may.
                if (operation.type == operation::attentionResolve) {
                    EXPECT_EQ(answer.outcome, Outcome::Waiting);
                    continue;
                }
                const bool may = mayDo(person, operation);
                const bool isDenied = answer.problem && answer.problem->code == u"actor.lacks_permission";
                EXPECT_EQ(isDenied, !may && !operation::isFact(operation.type));
                // What happened is kept, and somebody looks at it.
                if (operation::isFact(operation.type) && answer.outcome == Outcome::Applied)
                    (may ? withRight : withoutRight).append(operation.id.toString().toLatin1());
            }
        }
    }
    EXPECT_FALSE(withRight.isEmpty());
    EXPECT_GE(withoutRight.size(), all.size());
    EXPECT_EQ(reviewsOf(withRight), 0);
    EXPECT_EQ(reviewsOf(withoutRight), withoutRight.size());
}

TEST(OperationRights, EveryOperationTypeAsksForAPermission)
{
    const QList<Operation> forms = wireForms();
    ASSERT_GE(forms.size(), 18);
    for (const Operation &operation : forms) {
        EXPECT_TRUE(OperationSchemas::ours().knows(operation)) << qPrintable(operation.type);
        EXPECT_EQ(permissionForOperation(operation.type).has_value(), operation.type != operation::attentionResolve)
            << "who may do " << qPrintable(operation.type) << "? (models/people/permission.cpp)";
    }
}

} // namespace
} // namespace crema::testing
