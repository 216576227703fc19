// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/attention_card.h"
#include "models/operations/field_value.h"

namespace crema::sync {

/// One field that a person has to decide about.
struct AttentionField {
    QString field;
    FieldValue base;   ///< what the editor saw
    FieldValue mine;   ///< what the editor wanted
    FieldValue theirs; ///< what stands there now
    /// Who made theirs; nothing: unknown, or it changed once more since the conflict.
    std::optional<ChangeOrigin> origin;
    QString locationName;  ///< of the origin; empty when unknown
    bool isHidden = false; ///< who asked does not see costs: the values say nothing

    friend bool operator==(const AttentionField &, const AttentionField &) = default;
};

/// One thing that a person has to decide about, with the names that people know it by.
struct AttentionItem {
    CardId id;
    Outcome outcome = Outcome::Conflict; ///< Conflict, Refused or DeadLetter
    QString operationType;
    SubjectRef subject;
    QString subjectName; ///< product, customer or receipt number; empty when it is not known here
    QString personName;  ///< who did it; empty when it is not known here
    bool isOwn = false;  ///< done on this device
    UtcTime at;
    std::optional<Problem> problem;
    QList<AttentionField> fields; ///< of a conflict: those that are not decided yet
    bool canRetry = false;
    /// With what a retry would do it again, where it was the values that were refused.
    QList<AttentionField> retryFields;
    bool mayDecide = false;     ///< the person signed in may
    bool mayBeApproved = false; ///< they may not by themselves, but with somebody else's PIN at the till

    [[nodiscard]] bool isDecidable() const { return mayDecide || mayBeApproved; }

    friend bool operator==(const AttentionItem &, const AttentionItem &) = default;
};

/// An operation of this device that the platform keeps until another one takes effect: it goes on by itself then.
struct WaitingItem {
    OperationId operation;
    QString operationType;
    SubjectRef subject;
    QString subjectName;
    UtcTime at;
    OperationId cause;
    QString causeType;          ///< empty: the cause is an operation of another device
    QString causeName;          ///< its subject
    std::optional<CardId> card; ///< what to decide so that it goes on

    friend bool operator==(const WaitingItem &, const WaitingItem &) = default;
};

/// All that needs attention, oldest first.
struct AttentionList {
    QList<AttentionItem> items;
    QList<WaitingItem> waiting;

    friend bool operator==(const AttentionList &, const AttentionList &) = default;
};

/// What a person chooses for one field.
struct FieldChoice {
    Keep keep = Keep::Theirs;
    FieldValue typed = {}; ///< of Typed, and of what a retry shall do otherwise

    friend bool operator==(const FieldChoice &, const FieldChoice &) = default;
};

/// What a person decides about a card. Of Fields: those named, the others stay open. Of Retry: typed values in place of
/// the refused ones. Of Reopen: the fields that the same person decided before, none for what has no fields.
struct CardAnswer {
    Decision decision = Decision::Fields;
    QMap<QString, FieldChoice> fields = {};
};

} // namespace crema::sync
