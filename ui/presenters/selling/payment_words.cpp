// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/payment_words.h"

#include "models/payments/intent_slip.h"

#include <QCoreApplication>

#include <utility>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::PaymentWords)
};

CellBadge badge(const char *icon, const QString &text, Tone tone)
{
    return {QString::fromLatin1(icon), text, tone};
}

CellBadge paidBadge(const PaymentIntent &intent)
{
    if (intent.isRefundRefused())
        return badge("alert", Texts::tr("Refund refused"), Tone::Warning);
    if (intent.refundAsked > intent.refunded)
        return badge("undo", Texts::tr("Being given back"), Tone::Neutral);
    if (intent.isUnclaimed())
        return badge("alert", Texts::tr("Paid, for no sale"), Tone::Warning);
    if (!intent.refunded.isZero())
        return intent.refunded == intent.amount ? badge("undo", Texts::tr("Given back"), Tone::Neutral)
                                                : badge("undo", Texts::tr("Partly given back"), Tone::Neutral);
    return badge("okcircle", Texts::tr("Paid"), Tone::Ok);
}

QString paidSentence(const PaymentIntent &intent)
{
    if (intent.isRefundRefused())
        return Texts::tr(
            "The provider does not give the money back. Pay the customer in another way, or have a manager "
            "try it again.");
    if (intent.refundAsked > intent.refunded)
        return Texts::tr("The customer gets the money back; the provider has not said yet that it is done.");
    if (intent.isUnclaimed())
        return Texts::tr("The money was taken, and no sale is paid with it. Finish its sale at the till, or have a "
                         "manager give it back.");
    if (!intent.refunded.isZero())
        return Texts::tr("The customer has money back.");
    return Texts::tr("The money was taken, once.");
}

} // namespace

QString intentChannelName(IntentChannel channel)
{
    return channel == IntentChannel::Link ? Texts::tr("Card by link") : Texts::tr("Card reader");
}

CellBadge intentBadge(const PaymentIntent &intent)
{
    switch (intent.state) {
    case IntentState::Asked:
    case IntentState::Open:
        if (intent.isCancelAsked)
            return badge("clock", Texts::tr("Being cancelled"), Tone::Neutral);
        return intent.state == IntentState::Asked ? badge("clock", Texts::tr("Waiting for the platform"), Tone::Neutral)
                                                  : badge("clock", Texts::tr("The customer pays"), Tone::Neutral);
    case IntentState::Unknown: return badge("alert", Texts::tr("Outcome unknown"), Tone::Warning);
    case IntentState::Paid: return paidBadge(intent);
    case IntentState::Failed: return badge("xcircle", Texts::tr("Nothing was taken"), Tone::Neutral);
    case IntentState::Cancelled: return badge("xcircle", Texts::tr("Cancelled"), Tone::Neutral);
    }
    Q_UNREACHABLE();
}

QString intentSentence(const PaymentIntent &intent)
{
    switch (intent.state) {
    case IntentState::Asked:
    case IntentState::Open:
        if (intent.isCancelAsked)
            return Texts::tr("It was given up. The provider says whether that was in time.");
        if (intent.state == IntentState::Asked)
            return Texts::tr("The platform has not asked the provider yet.");
        return intent.channel == IntentChannel::Link ? Texts::tr("The customer scans the code and pays there.")
                                                     : Texts::tr("The customer pays at the card reader.");
    case IntentState::Unknown:
        return Texts::tr("The payment provider did not answer. Do not charge again: it is being asked.");
    case IntentState::Paid: return paidSentence(intent);
    case IntentState::Failed: return Texts::tr("Nothing was taken from the customer.");
    case IntentState::Cancelled: return Texts::tr("It was given up before anything was taken.");
    }
    Q_UNREACHABLE();
}

QString intentProblemText(const PaymentIntent &intent)
{
    const QString &code = intent.problem;
    if (code.isEmpty())
        return {};
    const std::pair<QLatin1StringView, QString> known[] = {
        {QLatin1StringView("card_declined"), Texts::tr("The card was declined.")},
        {QLatin1StringView("insufficient_funds"), Texts::tr("There is not enough money on the card.")},
        {QLatin1StringView("expired_card"), Texts::tr("The card has expired.")},
        {QLatin1StringView("expired"), Texts::tr("The customer took too long, and the link has run out.")},
        {QLatin1StringView("no_provider"), Texts::tr("No payment provider is set up at the platform.")},
        {QLatin1StringView("no_reader"), Texts::tr("No card reader is set up for this register.")},
        {QLatin1StringView("no_answer"), Texts::tr("The payment provider did not answer.")},
        {QLatin1StringView("answer_lost"), Texts::tr("The payment provider did not answer.")},
        {QLatin1StringView("unreadable_answer"), Texts::tr("The payment provider's answer cannot be read.")},
        {QLatin1StringView("not_found"), Texts::tr("The payment provider does not know of it.")},
        {QLatin1StringView("amount_not_taken"), Texts::tr("The payment provider takes no such amount.")},
        {QLatin1StringView("terminal_reader_busy"), Texts::tr("The card reader is busy with another payment.")},
        {QLatin1StringView("terminal_reader_offline"), Texts::tr("The card reader is switched off or has no network.")},
        {QLatin1StringView("charge_already_refunded"), Texts::tr("The money went back already.")},
        {QLatin1StringView("reader_idle"), Texts::tr("The card reader does not wait for it any more.")},
    };
    for (const auto &[name, text] : known) {
        if (code == name)
            return text;
    }
    return Texts::tr("The payment provider says: %1.").arg(code);
}

QString intentCardText(const PaymentIntent &intent)
{
    const CardSlip slip = slipOf(intent).value_or(CardSlip());
    return QStringList{slip.brand, slip.reference}.join(u' ').trimmed();
}

} // namespace crema
