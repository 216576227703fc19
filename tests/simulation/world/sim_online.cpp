// SPDX-License-Identifier: GPL-3.0-or-later
// Online payments at the till: asked for, given up, used for a sale, settled by who looked at the provider's pages, and
// given back.
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_payments.h"
#include "tests/simulation/world/sim_register.h"

namespace crema::simulation {

namespace {

constexpr int looksAt = 30;

} // namespace

void SimRegister::takeOnlinePayments()
{
    if (!m_client->state().openShift || !m_world.payments)
        return;
    sync::PaymentFilter filter;
    filter.limit = looksAt;
    const auto known = answerOf(m_client->paymentIntents(filter));
    if (!known || !*known)
        return;
    if ((*known)->isEmpty() || m_onlineDice.chance(400)) {
        askForPayment();
        return;
    }
    const PaymentIntent intent = m_onlineDice.oneOf(**known);
    if (intent.isUndecided())
        lookAfter(intent);
    else if (intent.isUnclaimed())
        use(intent);
    else if (intent.sale)
        payBackOnline(*intent.sale);
}

void SimRegister::askForPayment()
{
    sync::SaleDraft draft;
    const VariantId variant = m_onlineDice.oneOf(TemplateWorld::instance().variants).id;
    draft.lines = {{variant, Quantity(1), {}, {}, {}}};
    const auto quoted = answerOf(m_client->quote(draft));
    if (!quoted || !*quoted)
        return;
    const sync::PaymentAsk wanted{(*quoted)->total, IntentChannel::Link, {}};
    const auto asked = answerOf(m_client->askPayment(wanted));
    const bool isTold = asked && *asked && !m_disk.files().isDead();
    ++m_world.counts[isTold ? "person.asks_online" : "person.asks_nobody"];
    note(isTold ? "asks for an online payment" : "may ask for an online payment");
    if (isTold)
        m_askedFor.insert((*asked)->id, variant);
}

/// Whoever waits gives it up; whoever is told that nobody knows looks at the provider's pages.
void SimRegister::lookAfter(const PaymentIntent &intent)
{
    if (intent.state != IntentState::Unknown || m_onlineDice.chance(300)) {
        const auto given = answerOf(m_client->cancelPayment(intent.id));
        note(given && *given ? "gives up an online payment" : "gives up nothing");
        ++m_world.counts["person.gives_up"];
        return;
    }
    const bool isPaid = m_world.payments->provider().hasMoney(intent.id);
    const IntentVerdict verdict = isPaid ? IntentVerdict::Paid : IntentVerdict::Failed;
    const auto settled = answerOf(m_client->settlePayment(intent.id, verdict, QStringLiteral("As their pages show")));
    note(settled && *settled ? "settles an online payment" : "settles nothing");
    ++m_world.counts["person.settles"];
}

void SimRegister::use(const PaymentIntent &intent)
{
    if (!m_askedFor.contains(intent.id) || m_onlineDice.chance(150)) {
        const auto back =
            answerOf(m_client->settlePayment(intent.id, IntentVerdict::GiveBack, QStringLiteral("They went away")));
        note(back && *back ? "gives an online payment back" : "gives nothing back");
        ++m_world.counts["person.gives_back"];
        return;
    }
    const VariantId variant = m_askedFor.value(intent.id);
    sync::SaleDraft draft;
    draft.lines = {{variant, Quantity(1), {}, {}, {}}};
    sync::TenderDraft tender{PaymentMethod::Online, intent.amount};
    tender.intent = intent.id;
    draft.tenders = {tender};
    ++m_world.counts["person.online_sale"];
    recordSale(draft, {{variant.value(), 1}});
}

void SimRegister::payBackOnline(SaleId sale)
{
    const auto sold = answerOf(m_client->returnable(sale.toString()));
    if (!sold || !*sold)
        return;
    QList<ReturnableLine> left = (*sold)->lines;
    left.removeIf([](const ReturnableLine &line) { return line.left.isZero(); });
    if (left.isEmpty())
        return;
    const ReturnableLine line = m_onlineDice.oneOf(left);
    sync::ReturnDraft draft;
    draft.sale = sale;
    draft.lines = {{line.line, Quantity(1), {}, true, {}}};
    const VariantId variant = (*sold)->sale.sale.lines[line.line].variant;
    ++m_world.counts["person.online_refund"];
    recordReturn(draft, {{variant.value(), -1}});
}

} // namespace crema::simulation
