// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/attention_card.h"

#include <QList>
#include <QString>

namespace crema {

/// One field of the card that is open, in words.
struct CardFieldView {
    QString field;
    QString label;      ///< "Price"
    QString baseText;   ///< what stood there before both: "€10.00"
    QString mineText;   ///< "€11.00"
    QString theirsText; ///< "€12.00"
    QString theirsBy;   ///< who made it, where and when; empty when that is not known
    Keep keep = Keep::Theirs;
    QString typedText;  ///< what stands in the field for another value
    QString resultText; ///< what will stand
    QString errorText;  ///< why what was typed cannot stand; empty when it can
    bool mayType = false;

    bool operator==(const CardFieldView &) const = default;
};

/// The card that is open: what happened, and what can be decided.
struct CardView {
    QString id;
    QString title;
    QString sentence; ///< what happened, for people
    QString hintText;
    QString mineBy; ///< who did it, where and when
    bool isConflict = false;
    QList<CardFieldView> fields; ///< of a conflict; of a refusal those that a retry may say otherwise
    bool canRetry = false;
    bool isLetter = false;  ///< the platform could not read it: it can be exported from the queue
    QString disabledReason; ///< why nothing can be decided here; empty when it can
    QString address;        ///< where its subject is shown; empty when nowhere
    QString placeText;      ///< "2 of 5"

    bool operator==(const CardView &) const = default;
};

} // namespace crema
