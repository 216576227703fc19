// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back, as verbs say it.
#include "ui/presenters/selling/gift_cards_presenter.h"
#include "ui/presenters/selling/sales_presenter.h"

#include "ui/presenters/till/unreceipted_presenter.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::SalesPresenter)
};

Result<RefundTo> readRefundTo(const QString &word)
{
    if (word.isEmpty() || word == u"original")
        return RefundTo::Original;
    if (word == u"cash")
        return RefundTo::Cash;
    if (word == u"store_credit")
        return RefundTo::StoreCredit;
    if (word == u"gift_card")
        return RefundTo::GiftCard;
    return failure(ProblemKind::Invalid, u"refund.to"_s, Texts::tr("Nothing is paid back to \"%1\".").arg(word),
                   Texts::tr("It is original, as it was paid, cash, store_credit or gift_card."));
}

QCoro::Task<Result<QList<sync::UnreceiptedDraft>>> readWithoutReceipt(sync::Client &client, ReturnWords words)
{
    QList<sync::UnreceiptedDraft> drafts;
    for (const QString &text : std::as_const(words.withoutReceipt)) {
        const Result<UnreceiptedWords> read = readUnreceipted(text);
        if (!read)
            co_return failure(read.error());
        const Result<sync::CodeHit> hit = co_await client.findByCode(read->code);
        if (!hit)
            co_return failure(hit.error());
        sync::UnreceiptedDraft draft;
        draft.variant = hit->variant;
        draft.quantity = read->quantity;
        draft.restock = words.restock;
        draft.reason = words.reason;
        if (read->minor) {
            const std::optional<Price> usual = hit->hit().variant.price;
            draft.price = Price{Money(*read->minor, client.state().currency()), usual ? usual->per : 1};
            if (const Result<void> credit = checkCredit(usual, *draft.price, client.state()); !credit)
                co_return failure(credit.error());
        }
        drafts.append(draft);
    }
    co_return drafts;
}

Result<void> refuseWords(const ReturnWords &words)
{
    if (words.number.isEmpty() && words.withoutReceipt.isEmpty())
        return failure(ProblemKind::Invalid, u"usage.argument_missing"_s, Texts::tr("It is not said what comes back."),
                       Texts::tr("Name the receipt, or what has none: --without-receipt CODE*QTY."));
    if (words.number.isEmpty() && !words.lines.isEmpty())
        return failure(ProblemKind::Invalid, u"return.no_line"_s,
                       Texts::tr("A line comes back of a receipt, and no receipt is named."),
                       Texts::tr("Name the receipt, or what has none: --without-receipt CODE*QTY."));
    if (words.number.isEmpty() && words.fee)
        return failure(ProblemKind::Invalid, u"return.fee"_s, Texts::tr("A fee is kept of what a receipt shows."),
                       Texts::tr("Credit a lower price instead: --without-receipt CODE*QTY:MINOR."));
    return {};
}

QCoro::Task<Result<sync::ReturnDraft>> readReturn(sync::Client &client, ReturnWords words)
{
    if (const Result<void> refused = refuseWords(words); !refused)
        co_return failure(refused.error());
    const Result<RefundTo> to = readRefundTo(words.to);
    if (!to)
        co_return failure(to.error());
    SaleWords exchange;
    exchange.lines = words.bought;
    exchange.tenders = words.tenders;
    exchange.note = words.note;
    exchange.customerNote = words.customerNote;
    const Result<sync::SaleDraft> bought = co_await SalesPresenter(client).draftOf(exchange);
    if (!bought)
        co_return failure(bought.error());
    const Result<QList<sync::UnreceiptedDraft>> others = co_await readWithoutReceipt(client, words);
    if (!others)
        co_return failure(others.error());
    sync::ReturnDraft draft;
    draft.to = *to;
    if (*to == RefundTo::GiftCard) {
        const Result<GiftCardView> card = co_await GiftCardsPresenter(client).find(words.giftCard);
        if (!card)
            co_return failure(card.error());
        draft.giftCard = card->card.id;
    }
    draft.bought = *bought;
    draft.withoutReceipt = *others;
    if (words.number.isEmpty())
        co_return draft;
    const Result<sync::ReturnableSale> sold = co_await client.returnable(words.number);
    if (!sold)
        co_return failure(sold.error());
    const Result<QList<ReturnPick>> picks = picksOf(words, sold->sale.sale, sold->earlier);
    if (!picks)
        co_return failure(picks.error());
    draft.sale = sold->sale.sale.id;
    draft.lines = *picks;
    co_return draft;
}

} // namespace

QCoro::Task<Result<SaleView>> SalesPresenter::takeBack(ReturnWords words) const
{
    sync::Client &client = m_client;
    const Result<sync::ReturnDraft> draft = co_await readReturn(client, words);
    if (!draft)
        co_return failure(draft.error());
    co_return co_await client.returnSale(*draft);
}

QCoro::Task<Result<Sale>> SalesPresenter::quoteReturn(ReturnWords words) const
{
    sync::Client &client = m_client;
    const Result<sync::ReturnDraft> draft = co_await readReturn(client, words);
    if (!draft)
        co_return failure(draft.error());
    co_return co_await client.quoteReturn(*draft);
}

} // namespace crema::presenters
