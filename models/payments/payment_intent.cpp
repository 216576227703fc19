// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/payments/payment_intent.h"

#include "models/base/enum_names.h"
#include "models/base/planted.h"
#include "models/money/money_text.h"
#include "models/text/plain_text.h"

#include <QCoreApplication>

#include <array>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::PaymentIntent)
};

constexpr std::array channelNames{
    EnumName<IntentChannel>{IntentChannel::Link, u"link"},
    EnumName<IntentChannel>{IntentChannel::Reader, u"reader"},
};

constexpr std::array stateNames{
    EnumName<IntentState>{IntentState::Asked, u"asked"},
    EnumName<IntentState>{IntentState::Open, u"open"},
    EnumName<IntentState>{IntentState::Unknown, u"unknown"},
    EnumName<IntentState>{IntentState::Paid, u"paid"},
    EnumName<IntentState>{IntentState::Failed, u"failed"},
    EnumName<IntentState>{IntentState::Cancelled, u"cancelled"},
};

constexpr std::array verdictNames{
    EnumName<IntentVerdict>{IntentVerdict::Paid, u"paid"},
    EnumName<IntentVerdict>{IntentVerdict::Failed, u"failed"},
    EnumName<IntentVerdict>{IntentVerdict::GiveBack, u"give_back"},
};

tl::unexpected<Problem> refused(const QString &code, const QString &field, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint, {{field, message}});
}

tl::unexpected<Problem> refusedTender(const QString &code, const QString &message, const QString &hint)
{
    return refused(code, QStringLiteral("tenders"), message, hint);
}

tl::unexpected<Problem> isSettled()
{
    return refused(QStringLiteral("payment.settled"), QStringLiteral("verdict"),
                   Texts::tr("This payment is not any more as it was when that was decided."),
                   Texts::tr("Look at it again, and decide by how it is now."));
}

/// What the provider says more of a payment; nothing that is known is lost to an answer that says less.
void takeOver(PaymentIntent &intent, const ProviderAnswer &answer)
{
    const auto take = [](QString &kept, const QString &told, qsizetype longest) {
        if (!told.isEmpty())
            kept = madePlain(told.left(longest));
    };
    take(intent.url, answer.url, PaymentIntent::longestUrl);
    take(intent.brand, answer.brand, PaymentIntent::longestReference);
    take(intent.lastDigits, answer.lastDigits, PaymentIntent::longestReference);
    take(intent.reference, answer.reference, PaymentIntent::longestReference);
}

IntentState stateBy(ProviderOutcome outcome)
{
    switch (outcome) {
    case ProviderOutcome::Open: return IntentState::Open;
    case ProviderOutcome::Paid: return IntentState::Paid;
    case ProviderOutcome::Failed: return IntentState::Failed;
    case ProviderOutcome::Cancelled: return IntentState::Cancelled;
    case ProviderOutcome::Unknown: return CREMA_PLANTED(UnknownIsFailed) ? IntentState::Failed : IntentState::Unknown;
    }
    Q_UNREACHABLE();
}

bool fits(IntentVerdict verdict, const PaymentIntent &intent)
{
    return verdict == IntentVerdict::GiveBack ? intent.mayBeGivenBack() : intent.state == IntentState::Unknown;
}

} // namespace

QString intentChannelText(IntentChannel channel)
{
    return enumText(channelNames, channel);
}

std::optional<IntentChannel> intentChannelFromText(QStringView text)
{
    return enumFromText<IntentChannel>(channelNames, text);
}

QString intentStateText(IntentState state)
{
    return enumText(stateNames, state);
}

std::optional<IntentState> intentStateFromText(QStringView text)
{
    return enumFromText<IntentState>(stateNames, text);
}

QString intentVerdictText(IntentVerdict verdict)
{
    return enumText(verdictNames, verdict);
}

std::optional<IntentVerdict> intentVerdictFromText(QStringView text)
{
    return enumFromText<IntentVerdict>(verdictNames, text);
}

PaymentIntent afterAnswer(PaymentIntent intent, const ProviderAnswer &answer)
{
    const bool isPaid = answer.outcome == ProviderOutcome::Paid;
    if (!intent.isUndecided() && !isPaid)
        return intent;
    intent.state = stateBy(answer.outcome);
    takeOver(intent, answer);
    intent.problem = isPaid ? QString() : madePlain(answer.problem.left(PaymentIntent::longestProblem));
    // What is decided is asked of nobody any more: a page that is left open would only mislead.
    if (!intent.isUndecided())
        intent.url.clear();
    return intent;
}

Result<PaymentIntent> afterVerdict(PaymentIntent intent, IntentVerdict verdict, const QString &reason)
{
    const QString said = reason.trimmed();
    if (said.isEmpty() || said.size() > PaymentIntent::longestReason || !isPlainText(said)) {
        return refused(QStringLiteral("payment.reason"), QStringLiteral("reason"),
                       Texts::tr("A reason of 1 to %1 letters is needed.").arg(PaymentIntent::longestReason),
                       Texts::tr("Say how you know it, such as what the provider's pages show."));
    }
    if (!fits(verdict, intent))
        return isSettled();
    intent.reason = said;
    switch (verdict) {
    case IntentVerdict::Paid:
        intent.state = IntentState::Paid;
        intent.problem.clear();
        intent.url.clear();
        break;
    case IntentVerdict::Failed:
        intent.state = IntentState::Failed;
        intent.url.clear();
        break;
    case IntentVerdict::GiveBack:
        if (!intent.isRefundRefused())
            intent.refundAsked = intent.amount;
        intent.problem.clear();
        break;
    }
    return intent;
}

Result<PaymentIntent> checkedIntent(const PaymentIntent &intent)
{
    PaymentIntent checked = intent;
    checked.description = madePlain(intent.description).trimmed();
    checked.refundAsked = Money(0, intent.amount.currency());
    checked.refunded = checked.refundAsked;
    if (intent.amount.minor() <= 0) {
        return refused(QStringLiteral("payment.amount"), QStringLiteral("amount"),
                       Texts::tr("A payment has to be more than zero."), Texts::tr("Type the amount again."));
    }
    if (checked.description.size() > PaymentIntent::longestDescription) {
        return refused(
            QStringLiteral("payment.description"), QStringLiteral("description"),
            Texts::tr("What the customer reads has at most %1 letters.").arg(PaymentIntent::longestDescription),
            Texts::tr("Say it shorter."));
    }
    return checked;
}

Result<void> mayPay(const PaymentIntent &intent, const Money &amount)
{
    if (intent.amount.currency() != amount.currency()) {
        return refusedTender(QStringLiteral("payment.currency"),
                             Texts::tr("This payment is in %1.").arg(intent.amount.currency().code()),
                             Texts::tr("Give it back, and take the amount in another way."));
    }
    if (intent.state != IntentState::Paid) {
        return refusedTender(QStringLiteral("payment.not_paid"), Texts::tr("The customer has not paid this yet."),
                             Texts::tr("Wait until it is paid, or give it up and take the amount in another way."));
    }
    if (intent.sale || !intent.refundAsked.isZero()) {
        return refusedTender(QStringLiteral("payment.used"),
                             intent.sale ? Texts::tr("This payment belongs to another sale.")
                                         : Texts::tr("This payment goes back to the customer."),
                             Texts::tr("Ask the customer for a new payment, or take the amount in another way."));
    }
    if (intent.amount != amount) {
        return refusedTender(QStringLiteral("payment.amount"),
                             Texts::tr("%1 were paid, and no other amount.").arg(plainMoney(intent.amount)),
                             Texts::tr("Take exactly this amount with it, and the rest in another way."));
    }
    return {};
}

} // namespace crema
