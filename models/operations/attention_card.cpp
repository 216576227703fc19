// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/attention_card.h"

#include "models/base/enum_names.h"
#include "models/base/json.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"

#include <array>

namespace crema {
namespace {

constexpr std::array keepNames{
    EnumName<Keep>{Keep::Mine, u"mine"},
    EnumName<Keep>{Keep::Theirs, u"theirs"},
    EnumName<Keep>{Keep::Typed, u"typed"},
};

constexpr std::array decisionNames{
    EnumName<Decision>{Decision::Fields, u"fields"},
    EnumName<Decision>{Decision::Retry, u"retry"},
    EnumName<Decision>{Decision::SetAside, u"set_aside"},
    EnumName<Decision>{Decision::Reopen, u"reopen"},
};

/// A card travels to every device of its location; what is larger stays in the operation alone.
constexpr qsizetype maxOperationBytes = 32 * 1024;

/// What a retry would do again. Facts happened, and a resolution is decided about anew: neither is done again. Nor is
/// a PIN or a badge set again by somebody else: its hash would go to every device that shows the card.
std::optional<QJsonObject> repeatable(const Operation &operation, Outcome outcome)
{
    if (outcome == Outcome::Conflict || operation::isFact(operation.type) ||
        operation.type == operation::attentionResolve || operation.type == operation::personSetPin ||
        operation.type == operation::personSetBadge)
        return std::nullopt;
    const QByteArray bytes = canonicalBytes(operation);
    if (bytes.size() > maxOperationBytes)
        return std::nullopt;
    const Result<QJsonObject> object = json::readStrict(bytes);
    return object ? std::optional(*object) : std::nullopt;
}

} // namespace

QString keepText(Keep keep)
{
    return enumText(keepNames, keep);
}

std::optional<Keep> keepFromText(QStringView text)
{
    return enumFromText<Keep>(keepNames, text);
}

QString decisionText(Decision decision)
{
    return enumText(decisionNames, decision);
}

std::optional<Decision> decisionFromText(QStringView text)
{
    return enumFromText<Decision>(decisionNames, text);
}

const CardField *AttentionCard::field(const QString &name) const
{
    for (const CardField &field : fields) {
        if (field.conflict.field == name)
            return &field;
    }
    return nullptr;
}

bool needsCard(Outcome outcome)
{
    return outcome == Outcome::Conflict || outcome == Outcome::Refused || outcome == Outcome::DeadLetter;
}

CardId cardIdOf(const StreamPlace &place, const Acknowledgement &acknowledgement)
{
    const bool namesAnother =
        acknowledgement.problem && acknowledgement.problem->code == QLatin1String("sync.id_reused");
    if (!acknowledgement.operation.isNull() && !namesAnother)
        return CardId(acknowledgement.operation.value());
    return CardId(
        QUuid::createUuidV5(place.device.value(), QStringLiteral("%1.%2").arg(place.epoch).arg(place.sequence)));
}

AttentionCard makeCard(const StreamPlace &place, const Operation &operation, const Acknowledgement &acknowledgement,
                       const AttentionCard *named)
{
    AttentionCard card = makeUnreadableCard(place, acknowledgement, operation.location, operation.occurredAt);
    card.operationType = named ? named->operationType : operation.type;
    card.subject = named ? named->subject : operation.subject;
    card.person = operation.actor;
    for (const FieldConflict &conflict : acknowledgement.conflicts)
        card.fields.append({conflict});
    card.operation = repeatable(operation, acknowledgement.outcome);
    return card;
}

AttentionCard makeUnreadableCard(const StreamPlace &place, const Acknowledgement &acknowledgement,
                                 std::optional<LocationId> location, UtcTime receivedAt)
{
    AttentionCard card;
    card.id = cardIdOf(place, acknowledgement);
    card.outcome = acknowledgement.outcome;
    card.device = place.device;
    card.epoch = place.epoch;
    card.sequence = place.sequence;
    card.location = location;
    card.occurredAt = receivedAt;
    card.problem = acknowledgement.problem;
    return card;
}

} // namespace crema
