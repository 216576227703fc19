// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards and store credit (ADR 060), from what this store knows.
#include "sync/client/client_private.h"
#include "sync/store/gift_recording.h"

namespace crema::sync {
namespace {

/// Whoever sells looks at the card that lies before them; the list is for who may see sales.
Result<void> mayLookAtCard(LocalStore &local)
{
    const Result<void> all = mayRead(local, Reading::Sales);
    return all || mayRead(local, Reading::ShiftSales) ? Result<void>() : all;
}

template<class Find>
Result<GiftCardView> look(LocalStore &local, Find find)
{
    const Result<void> allowed = mayLookAtCard(local);
    return allowed ? find() : Result<GiftCardView>(failure(allowed.error()));
}

Result<GiftCardView> viewed(LocalStore &local, const Result<GiftCard> &card)
{
    return card ? Result<GiftCardView>(viewOf(local, *card)) : Result<GiftCardView>(failure(card.error()));
}

} // namespace

QCoro::Task<Result<IssuedGiftCard>> Client::issueGiftCard()
{
    return Private::write(d, [](LocalStore &local) { return recordNewGiftCard(local); });
}

QCoro::Task<Result<GiftCardView>> Client::giftCard(QString code)
{
    return Private::read(d, [code](LocalStore &local) -> Result<GiftCardView> {
        return look(local, [&] { return findGiftCard(local, code); });
    });
}

QCoro::Task<Result<GiftCardView>> Client::giftCardById(GiftCardId id)
{
    return Private::read(d, [id](LocalStore &local) -> Result<GiftCardView> {
        return look(local, [&] { return findGiftCard(local, id); });
    });
}

QCoro::Task<Result<GiftCardView>> Client::storeCredit(CustomerId customer)
{
    return Private::read(d, [customer](LocalStore &local) -> Result<GiftCardView> {
        return look(local, [&]() -> Result<GiftCardView> { return storeCreditOf(local, customer); });
    });
}

QCoro::Task<Result<QList<GiftCardView>>> Client::giftCards(int limit)
{
    return Private::read(d, Reading::Sales, [limit](LocalStore &local) -> Result<QList<GiftCardView>> {
        QList<GiftCardView> views;
        const QList<GiftCard> cards = local.rows().gifts().cards(std::clamp(limit, 1, 1'000));
        for (const GiftCard &card : cards)
            views.append(viewOf(local, card));
        return views;
    });
}

QCoro::Task<Result<GiftCardView>> Client::editGiftCard(GiftCard before, GiftCard after)
{
    return Private::write(
        d, [before, after](LocalStore &local) { return viewed(local, recordGiftCardEdit(local, before, after)); });
}

QCoro::Task<Result<GiftCardView>> Client::adjustGiftCard(GiftCard card, Money amount, QString reason)
{
    return Private::write(d, [card, amount, reason](LocalStore &local) {
        return viewed(local, recordGiftCardAdjust(local, card, amount, reason));
    });
}

} // namespace crema::sync
