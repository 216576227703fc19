// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/acknowledgement.h"
#include "models/operations/operation.h"

namespace crema {

/// Names a card: the id of its operation, or one made from the place of an operation whose id names no other.
using CardId = Id<struct CardTag>;

/// What a person decided about one field.
enum class Keep { Mine, Theirs, Typed };
/// What a person decided about a card.
enum class Decision {
    Fields,   ///< about fields of a conflict, each for itself
    Retry,    ///< do it again, as it was or with other values: the cause is mended
    SetAside, ///< it stays undone
    Reopen,   ///< takes the decision back
};

[[nodiscard]] QString keepText(Keep keep);
[[nodiscard]] std::optional<Keep> keepFromText(QStringView text);
[[nodiscard]] QString decisionText(Decision decision);
[[nodiscard]] std::optional<Decision> decisionFromText(QStringView text);

/// How one field was decided: nothing is lost by it, the conflict itself stays beside it.
struct FieldSettlement {
    Keep keep = Keep::Theirs;
    QJsonValue seen;  ///< what stood there when the person decided
    QJsonValue value; ///< what shall stand there

    friend bool operator==(const FieldSettlement &, const FieldSettlement &) = default;
};

struct CardField {
    FieldConflict conflict;
    std::optional<FieldSettlement> settled = std::nullopt;

    friend bool operator==(const CardField &, const CardField &) = default;
};

/// The operation that settled a card.
struct CardSettlement {
    Decision decision = Decision::Fields;
    OperationId operation;
    std::optional<PersonId> person;
    UtcTime at;

    friend bool operator==(const CardSettlement &, const CardSettlement &) = default;
};

/// One thing that a person has to decide about: an edit that lost a field, an operation that was refused or could not
/// be read (design.md section 4). An entity like others: every device of its location shows it until an operation of
/// type `attention.resolve` settles it, and the platform keeps it with the losing values for as long as the operation.
struct AttentionCard {
    CardId id;
    Outcome outcome = Outcome::Conflict; ///< Conflict, Refused or DeadLetter
    QString operationType;               ///< what has to be decided about; empty when the platform could not read it
    SubjectRef subject;                  ///< null id when the platform could not read it
    DeviceId device;
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
    std::optional<PersonId> person; ///< who did it; nothing: the owner, or it could not be read
    std::optional<LocationId> location;
    UtcTime occurredAt; ///< when it was done; when it came, if it could not be read
    std::optional<Problem> problem;
    QList<CardField> fields;              ///< of a conflict, at least one
    std::optional<QJsonObject> operation; ///< what a retry does again; nothing: it can only be set aside
    std::optional<CardSettlement> settled;

    [[nodiscard]] bool isOpen() const { return !settled.has_value(); }
    [[nodiscard]] const CardField *field(const QString &name) const;

    friend bool operator==(const AttentionCard &, const AttentionCard &) = default;
};

/// Where an operation stood in the stream of its device.
struct StreamPlace {
    DeviceId device;
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
};

/// Whether an outcome asks for a card.
[[nodiscard]] bool needsCard(Outcome outcome);
/// The id of the card of an answer: of the operation, or of its place when the answer names none or another one.
[[nodiscard]] CardId cardIdOf(const StreamPlace &place, const Acknowledgement &acknowledgement);
/// The card of an operation with such an answer. `named` is the card that the operation resolves, if it is a
/// resolution: what has to be decided is then still about that one's subject. Pure: device and platform make the same.
[[nodiscard]] AttentionCard makeCard(const StreamPlace &place, const Operation &operation,
                                     const Acknowledgement &acknowledgement, const AttentionCard *named = nullptr);
/// The card of something that the platform could not read or store: nothing of its content is in it.
[[nodiscard]] AttentionCard makeUnreadableCard(const StreamPlace &place, const Acknowledgement &acknowledgement,
                                               std::optional<LocationId> location, UtcTime receivedAt);

namespace codec {

[[nodiscard]] QJsonObject toJson(const AttentionCard &card);
/// Errors: `entity.malformed`.
[[nodiscard]] Result<AttentionCard> readAttentionCard(const QJsonObject &json);

} // namespace codec
} // namespace crema
