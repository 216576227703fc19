// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back, as verbs say it.
#include "ui/presenters/selling/gift_cards_presenter.h"
#include "ui/presenters/selling/sales_presenter.h"

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

QCoro::Task<Result<sync::ReturnDraft>> readReturn(sync::Client &client, ReturnWords words)
{
    const Result<RefundTo> to = readRefundTo(words.to);
    if (!to)
        co_return failure(to.error());
    const Result<sync::ReturnableSale> sold = co_await client.returnable(words.number);
    if (!sold)
        co_return failure(sold.error());
    const Result<QList<ReturnPick>> picks = picksOf(words, sold->sale.sale, sold->earlier);
    if (!picks)
        co_return failure(picks.error());
    sync::ReturnDraft draft;
    if (*to == RefundTo::GiftCard) {
        const Result<GiftCardView> card = co_await GiftCardsPresenter(client).find(words.giftCard);
        if (!card)
            co_return failure(card.error());
        draft.giftCard = card->card.id;
    }
    draft.sale = sold->sale.sale.id;
    draft.lines = *picks;
    draft.to = *to;
    draft.bought.note = words.note;
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
