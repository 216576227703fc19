// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/erased_operation.h"

#include "models/base/json.h"
#include "models/operations/operation_types.h"
#include "models/people/person_rules.h"

#include <QJsonArray>

#include <algorithm>

namespace crema {
namespace {

const QString markName = QStringLiteral("erased");
const QString reasonName = QStringLiteral("reason");
const QString customerName = QStringLiteral("customer");

QJsonObject mark()
{
    return {{markName, true}};
}

/// As the writer of canonical JSON writes it.
QByteArray quoted(const QString &text)
{
    const QByteArray array = json::writeCanonical(QJsonObject{{QStringLiteral("t"), text}});
    constexpr qsizetype before = 5; // {"t":
    return array.mid(before, array.size() - before - 1);
}

void addNames(const QJsonValue &value, QList<QByteArray> &names)
{
    // Shorter ones stand in too much that is about somebody else.
    constexpr qsizetype shortest = 3;
    if (value.isString() && value.toString().size() >= shortest)
        names.append(quoted(value.toString()));
    const QJsonObject object = value.toObject();
    for (const QJsonValue &inner : object)
        addNames(inner, names);
}

} // namespace

bool isErasedMark(const Operation &operation)
{
    const bool mayBeOne = !operation::isFact(operation.type) && !operation::isErasure(operation.type);
    return mayBeOne && operation.body == mark();
}

Operation erasedMark(Operation operation)
{
    operation.body = mark();
    operation.unknown = {};
    return operation;
}

Acknowledgement erasedMark(const Acknowledgement &acknowledgement)
{
    Acknowledgement answer;
    answer.sequence = acknowledgement.sequence;
    answer.operation = acknowledgement.operation;
    answer.visibleAt = acknowledgement.visibleAt;
    return answer;
}

AttentionCard erasedMark(AttentionCard card, const CardSettlement &settled)
{
    card.outcome = Outcome::Refused;
    card.problem.reset();
    card.fields.clear();
    card.operation.reset();
    card.settled = settled;
    return card;
}

bool isAdjustment(QStringView type)
{
    return type == operation::giftCardAdjust || type == operation::pointsAdjust;
}

std::optional<CustomerId> creditedBy(const Operation &operation)
{
    // An account of points has the id of its customer.
    if (operation.type == operation::pointsAdjust)
        return CustomerId(operation.subject.id);
    if (operation.type != operation::giftCardAdjust)
        return std::nullopt;
    return CustomerId::fromString(operation.body.value(customerName).toString());
}

Operation withoutReason(Operation adjustment)
{
    adjustment.body.insert(reasonName, erasedReason);
    adjustment.unknown = {};
    return adjustment;
}

bool isWithoutReason(const Operation &operation)
{
    return isAdjustment(operation.type) && operation.body.value(reasonName).toString() == erasedReason;
}

bool eraseReason(AttentionCard &card)
{
    const QString bodyName = QStringLiteral("body");
    QJsonObject body = card.operation.value_or(QJsonObject()).value(bodyName).toObject();
    if (!body.contains(reasonName) || body.value(reasonName).toString() == erasedReason)
        return false;
    body.insert(reasonName, erasedReason);
    card.operation->insert(bodyName, body);
    return true;
}

bool namesOrigin(const QList<FieldConflict> &conflicts, PersonId person)
{
    return std::any_of(conflicts.begin(), conflicts.end(), [&person](const FieldConflict &conflict) {
        return conflict.theirs && conflict.theirs->person == person;
    });
}

bool isErasedName(const ChangeOrigin &origin)
{
    return origin.person && origin.personName == erasedPerson({}, UtcTime()).name;
}

bool eraseName(ChangeOrigin &origin, PersonId person)
{
    if (origin.person != person || isErasedName(origin))
        return false;
    origin.personName = erasedPerson({}, UtcTime()).name;
    return true;
}

bool eraseName(Acknowledgement &acknowledgement, PersonId person)
{
    bool isNamed = false;
    for (FieldConflict &conflict : acknowledgement.conflicts)
        isNamed = (conflict.theirs && eraseName(*conflict.theirs, person)) || isNamed;
    return isNamed;
}

bool eraseName(AttentionCard &card, PersonId person)
{
    bool isNamed = false;
    for (CardField &field : card.fields)
        isNamed = (field.conflict.theirs && eraseName(*field.conflict.theirs, person)) || isNamed;
    return isNamed;
}

QList<QByteArray> namesIn(const QJsonObject &body)
{
    QList<QByteArray> names;
    for (const QJsonObject &values : {body, body.value(QStringLiteral("fields")).toObject()}) {
        for (const char *name : {"name", "email", "phone", "tax_id", "card"})
            addNames(values.value(QLatin1StringView(name)), names);
    }
    return names;
}

} // namespace crema
