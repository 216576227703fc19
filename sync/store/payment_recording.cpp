// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/payment_recording.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_types.h"
#include "models/operations/operation_types.h"
#include "models/operations/payment_bodies.h"
#include "sync/store/sale_recording.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Payments)
};

tl::unexpected<Problem> unknownIntent()
{
    return failure(ProblemKind::NotFound, QStringLiteral("payment.unknown"),
                   Texts::tr("This payment is not known here."), Texts::tr("Fetch the latest changes."));
}

tl::unexpected<Problem> offline()
{
    return failure(ProblemKind::Unavailable, QStringLiteral("payment.offline"),
                   Texts::tr("Without a connection nobody can be asked to pay online."),
                   Texts::tr("Take the amount in another way, or try again when the platform answers."));
}

tl::unexpected<Problem> otherCurrency(Currency here)
{
    const QString message = Texts::tr("The payment has to be in %1.").arg(here.code());
    return failure(ProblemKind::Invalid, QStringLiteral("payment.currency"), message,
                   Texts::tr("Type the amount again."), {{QStringLiteral("amount"), message}});
}

tl::unexpected<Problem> isDecided()
{
    return failure(ProblemKind::Conflict, QStringLiteral("payment.settled"),
                   Texts::tr("It is decided already what became of this payment."),
                   Texts::tr("Look at it again: if it is paid, give it back instead."));
}

tl::unexpected<Problem> isUsed(const QString &message)
{
    return failure(ProblemKind::Invalid, QStringLiteral("payment.used"), message,
                   Texts::tr("Ask the customer for a new payment, or take the amount in another way."),
                   {{QStringLiteral("tenders"), message}});
}

SubjectRef subjectOf(PaymentIntentId id)
{
    return {entity::paymentIntent.toString(), id.value()};
}

/// What the customer reads: what the till says, else whose shop it is.
QString descriptionOf(LocalStore &store, const PaymentAsk &ask)
{
    const QString said = ask.description.trimmed();
    return said.isEmpty() ? store.place().company.name.left(PaymentIntent::longestDescription) : said;
}

Result<PaymentIntent> recordedAs(LocalStore &store, const Operation &operation, const PaymentIntent &intent)
{
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return store.rows().payments().intent(intent.id).value_or(intent);
}

} // namespace

Result<PaymentIntent> recordPaymentAsk(LocalStore &store, const PaymentAsk &ask)
{
    const Result<Shift> shift = shiftToSellIn(store);
    if (!shift)
        return failure(shift.error());
    const LocalStore::Place &place = store.place();
    if (place.link.link != Link::Online)
        return offline();
    if (ask.amount.currency() != place.location->currency)
        return otherCurrency(place.location->currency);
    PaymentIntent wanted;
    wanted.askedAt = store.clock().now();
    wanted.id = makeId<PaymentIntentId>(wanted.askedAt, store.randomness());
    wanted.shift = shift->id;
    wanted.channel = ask.channel;
    wanted.amount = ask.amount;
    wanted.description = descriptionOf(store, ask);
    const Result<PaymentIntent> checked = checkedIntent(wanted);
    if (!checked)
        return checked;
    const body::PaymentAsk body{checked->shift, checked->channel, checked->amount, checked->description};
    Operation operation = store.newOperation(operation::paymentAsk, subjectOf(checked->id), body::toJson(body));
    operation.occurredAt = checked->askedAt;
    return recordedAs(store, operation, *checked);
}

Result<PaymentIntent> recordPaymentCancel(LocalStore &store, PaymentIntentId id)
{
    const std::optional<PaymentIntent> intent = store.rows().payments().intent(id);
    if (!intent)
        return unknownIntent();
    if (!intent->isUndecided())
        return isDecided();
    if (intent->isCancelAsked)
        return *intent;
    return recordedAs(store, store.newOperation(operation::paymentCancel, subjectOf(id), QJsonObject()), *intent);
}

Result<PaymentIntent> recordPaymentSettle(LocalStore &store, PaymentIntentId id, IntentVerdict verdict,
                                          const QString &reason)
{
    const std::optional<PaymentIntent> intent = store.rows().payments().intent(id);
    if (!intent)
        return unknownIntent();
    const Result<PaymentIntent> after = afterVerdict(*intent, verdict, reason);
    if (!after)
        return after;
    const body::PaymentSettle body{verdict, after->reason};
    return recordedAs(store, store.newOperation(operation::paymentSettle, subjectOf(id), body::toJson(body)), *after);
}

Result<PaymentIntent> findPaymentIntent(LocalStore &store, PaymentIntentId id)
{
    const std::optional<PaymentIntent> intent = store.rows().payments().intent(id);
    return intent ? Result<PaymentIntent>(*intent) : unknownIntent();
}

Result<void> checkIntentTenders(LocalStore &store, const QList<Tender> &tenders)
{
    QList<PaymentIntentId> named;
    for (const Tender &tender : tenders) {
        if (!tender.intent)
            continue;
        const std::optional<PaymentIntent> intent = store.rows().payments().intent(*tender.intent);
        if (!intent)
            return unknownIntent();
        if (const Result<void> pays = mayPay(*intent, tender.amount + tender.tip); !pays)
            return pays;
        if (named.contains(intent->id))
            return isUsed(Texts::tr("This payment is named twice."));
        // Two registers of which neither has heard of the other cannot use the same one.
        if (store.place().registerInfo && intent->registerId != store.place().registerInfo->id)
            return isUsed(Texts::tr("This payment was asked for at another register."));
        named.append(intent->id);
    }
    return {};
}

Result<void> requireNoOpenIntents(LocalStore &store, ShiftId shift)
{
    const auto open = static_cast<int>(store.rows().payments().holding(shift));
    if (open == 0)
        return {};
    return failure(ProblemKind::Conflict, QStringLiteral("payment.open"),
                   Texts::tr("%n online payment(s) of this shift are not settled.", nullptr, open),
                   Texts::tr("Look at them under online payments: wait for an answer, give them up, use what is paid "
                             "for a sale, or give it back."));
}

} // namespace crema::sync
