// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"
#include "models/money/money.h"

#include <QString>

#include <optional>

namespace crema {

/// How the customer pays it.
enum class IntentChannel {
    Link,   ///< on their own device: a page of the provider, which the till shows as a QR code
    Reader, ///< at the provider's card reader beside the till
};

enum class IntentState {
    Asked,     ///< stored; the provider has not heard of it as far as anybody knows
    Open,      ///< the provider waits for the customer
    Unknown,   ///< the provider was asked and did not answer: what became of it is asked for, nothing is tried anew
    Paid,      ///< captured, once
    Failed,    ///< the provider, or a person, says that nothing was taken
    Cancelled, ///< given up before anything was taken
};

/// "link", "reader"; stable, as stored and sent. So are the states.
[[nodiscard]] QString intentChannelText(IntentChannel channel);
[[nodiscard]] std::optional<IntentChannel> intentChannelFromText(QStringView text);
[[nodiscard]] QString intentStateText(IntentState state);
[[nodiscard]] std::optional<IntentState> intentStateFromText(QStringView text);

/// Money that a till wants from a customer through the platform's payment provider. It is stored before anybody is
/// asked for money, and whatever becomes of it is kept under the same id, which is the provider's key for it too: so
/// there is at most one capture of each (sync.md rule 8).
struct PaymentIntent {
    static constexpr qsizetype longestDescription = 200; ///< in UTF-16 units, as all below
    static constexpr qsizetype longestUrl = 2'000;
    static constexpr qsizetype longestReference = 255;
    static constexpr qsizetype longestProblem = 100;
    static constexpr qsizetype longestReason = 200;

    PaymentIntentId id;
    LocationId location;
    RegisterId registerId;
    ShiftId shift;                  ///< in whose totals its payment belongs
    std::optional<PersonId> person; ///< who asked
    UtcTime askedAt;
    IntentChannel channel = IntentChannel::Link;
    Money amount;        ///< greater than zero
    QString description; ///< what the customer reads on the provider's page; may be empty
    IntentState state = IntentState::Asked;
    bool isCancelAsked = false; ///< somebody gave it up; the provider decides whether that was in time
    QString url;                ///< where the customer pays, while open; empty for a reader
    QString brand;              ///< "visa", as the provider says it; empty until it is paid
    QString lastDigits;         ///< of the card
    QString reference;          ///< the provider's name for the payment
    QString problem;            ///< why it failed or is unknown: a code such as "card_declined"; may be empty
    QString reason;             ///< of the person who settled it
    std::optional<SaleId> sale; ///< the document that it pays; nothing: none yet
    Money refundAsked;          ///< so much shall go back to the customer
    Money refunded;             ///< so much of it has

    /// Nobody knows yet whether the customer pays.
    [[nodiscard]] bool isUndecided() const
    {
        return state == IntentState::Asked || state == IntentState::Open || state == IntentState::Unknown;
    }
    /// The customer's money is there, and is for nothing.
    [[nodiscard]] bool isUnclaimed() const { return state == IntentState::Paid && !sale && refundAsked < amount; }
    /// The provider will not give back what shall go back: a person pays it otherwise, or has it tried again.
    [[nodiscard]] bool isRefundRefused() const
    {
        return state == IntentState::Paid && refunded < refundAsked && !problem.isEmpty();
    }
    [[nodiscard]] bool mayBeGivenBack() const { return isUnclaimed() || isRefundRefused(); }
    /// A shift does not close over it (sync.md rule 8).
    [[nodiscard]] bool holdsShift() const { return isUndecided() || isUnclaimed(); }
    /// The provider has something to say or to do about it: also where a person said that it failed, so that nobody
    /// pays it later.
    [[nodiscard]] bool isForProvider() const
    {
        return isUndecided() || (refunded < refundAsked && !isRefundRefused()) ||
               (state == IntentState::Failed && !reason.isEmpty());
    }

    friend bool operator==(const PaymentIntent &, const PaymentIntent &) = default;
};

/// What a provider says of one intent.
enum class ProviderOutcome {
    Open,      ///< it waits for the customer
    Paid,      ///< captured
    Failed,    ///< nothing was taken, and nothing will be
    Cancelled, ///< as above, because it was given up or ran out
    Unknown,   ///< no answer, or one that says nothing about the money
};

struct ProviderAnswer {
    ProviderOutcome outcome = ProviderOutcome::Unknown;
    QString url;
    QString brand;
    QString lastDigits;
    QString reference;
    QString problem;

    friend bool operator==(const ProviderAnswer &, const ProviderAnswer &) = default;
};

/// The intent after this answer. What is decided stays so, with one exception: money that the provider says it took is
/// always told (Failed and Cancelled become Paid), so that nobody's money is hidden by an answer that came late.
[[nodiscard]] PaymentIntent afterAnswer(PaymentIntent intent, const ProviderAnswer &answer);

/// What a manager says of an intent.
enum class IntentVerdict {
    Paid,     ///< of one that is unknown: the provider's own pages show the money
    Failed,   ///< of one that is unknown: they show that nothing was taken
    GiveBack, ///< of one that is paid for no sale: the customer shall have it back; where that was refused, once more
};
/// "paid", "failed", "give_back"; stable, as stored and sent.
[[nodiscard]] QString intentVerdictText(IntentVerdict verdict);
[[nodiscard]] std::optional<IntentVerdict> intentVerdictFromText(QStringView text);

/// Errors, with the field: `payment.settled` (it is not as the verdict asks), `payment.reason` (none is given, or it is
/// too long).
[[nodiscard]] Result<PaymentIntent> afterVerdict(PaymentIntent intent, IntentVerdict verdict, const QString &reason);

/// As a register asks for it. Errors, with the field: `payment.amount` (not greater than zero), `payment.description`.
[[nodiscard]] Result<PaymentIntent> checkedIntent(const PaymentIntent &intent);

/// Whether it pays so much of a document of its register now. Errors, with the field `tenders`: `payment.not_paid`,
/// `payment.used`, `payment.amount` (it is another amount), `payment.currency`.
[[nodiscard]] Result<void> mayPay(const PaymentIntent &intent, const Money &amount);

} // namespace crema
