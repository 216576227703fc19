// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/gift_recording.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_types.h"
#include "models/feed/gift_card_codec.h"
#include "models/giftcards/gift_code.h"
#include "models/money/checked.h"
#include "models/operations/gift_card_bodies.h"
#include "models/operations/operation_types.h"
#include "models/selling/business_day.h"
#include "sync/store/place_currency.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace crema::sync {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(GiftCards)
};

constexpr int shownEntries = 200;
constexpr std::int64_t dayMs = 24LL * 60 * 60 * 1000;

tl::unexpected<Problem> unknownCard()
{
    return failure(ProblemKind::NotFound, QStringLiteral("gift_card.unknown"),
                   Texts::tr("This gift card is not known here."),
                   Texts::tr("Fetch the latest changes: it may have been sold elsewhere just now."));
}

tl::unexpected<Problem> wrongCode()
{
    return failure(ProblemKind::Invalid, QStringLiteral("gift_card.code"),
                   Texts::tr("This is no code of a gift card: a digit is wrong or missing."),
                   Texts::tr("Scan it again, or compare it with the slip."));
}

tl::unexpected<Problem> refused(const QString &code, const QString &field, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint, {{field, message}});
}

QDate today(LocalStore &store)
{
    const auto &location = store.place().location;
    return businessDay(store.clock().now(), location ? location->timeZone : QByteArray("UTC"),
                       location ? location->dayCutOffMinutes : 0);
}

SubjectRef subjectOf(const GiftCard &card)
{
    return {entity::giftCard.toString(), card.id.value()};
}

std::optional<QDate> expiryOf(LocalStore &store)
{
    const std::int64_t years = store.place().settings.number(shop_setting::giftCardYears);
    return years > 0 ? std::optional(QDate(today(store).year() + static_cast<int>(years), 12, 31)) : std::nullopt;
}

/// What this register took of it today, in its own sales.
Money takenToday(LocalStore &store, const GiftCard &card)
{
    const LocalStore::Place &place = store.place();
    Money sum(0, card.balance.currency());
    if (!place.registerInfo || !place.location)
        return sum;
    const QDate day = today(store);
    const QList<GiftEntry> entries =
        store.rows().gifts().redeemedHere(card.id, place.registerInfo->id, store.clock().now().plusMs(-2 * dayMs));
    for (const GiftEntry &entry : entries) {
        if (businessDay(entry.at, place.location->timeZone, place.location->dayCutOffMinutes) == day)
            sum = checkedAdd(sum, -entry.amount).value_or(sum);
    }
    return sum;
}

bool isOnline(LocalStore &store)
{
    return store.place().link.link == Link::Online;
}

OfflineLimit offlineLimit(LocalStore &store, const GiftCard &card)
{
    return {store.place().settings.number(shop_setting::giftCardOfflineLimit), takenToday(store, card)};
}

Result<void> mayPayHere(LocalStore &store, const GiftCard &card, const Money &amount)
{
    const Result<void> pays = mayPay(card, amount, today(store));
    if (!pays || isOnline(store))
        return pays;
    return mayPayOffline(offlineLimit(store, card), amount);
}

/// The most that mayPayHere() lets through.
Money payableOf(LocalStore &store, const GiftCard &card)
{
    const Money none(0, card.balance.currency());
    const Money most = std::max(card.balance, none);
    if (isOnline(store))
        return most;
    const OfflineLimit limit = offlineLimit(store, card);
    return std::clamp(limit.most(card.balance.currency()) - limit.usedToday, none, most);
}

std::optional<GiftCard> cardOfTender(LocalStore &store, const Tender &tender, const std::optional<CustomerId> &customer)
{
    if (tender.method == PaymentMethod::StoreCredit && customer)
        return storeCreditOf(store, *customer).card;
    return tender.giftCard ? store.rows().gifts().card(*tender.giftCard) : std::nullopt;
}

} // namespace

Result<IssuedGiftCard> recordNewGiftCard(LocalStore &store)
{
    const QString code = makeGiftCode(store.randomness());
    GiftCard card;
    card.id = makeId<GiftCardId>(store.clock().now(), store.randomness());
    card.codeHash = giftCodeHash(code);
    card.lastDigits = lastDigitsOf(code);
    card.expires = expiryOf(store);
    card.balance = Money(0, currencyHere(store));
    const Operation operation = store.newOperation(operation::giftCardCreate, subjectOf(card), body::toJson(card));
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return IssuedGiftCard{card, code};
}

Result<GiftCard> recordGiftCardEdit(LocalStore &store, const GiftCard &before, const GiftCard &after)
{
    const Edit edit = editBetween(codec::toJson(before), codec::toJson(after), body::giftCardFields());
    if (edit.isEmpty())
        return before;
    const Operation operation = store.newOperation(operation::giftCardEdit, subjectOf(before), editToJson(edit));
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return store.rows().gifts().card(before.id).value_or(after);
}

Result<GiftCard> recordGiftCardAdjust(LocalStore &store, const GiftCard &card, const Money &amount,
                                      const QString &reason, const QList<OperationId> &after)
{
    const QString said = reason.trimmed();
    if (amount.isZero()) {
        return refused(QStringLiteral("gift_card.amount"), QStringLiteral("amount"),
                       Texts::tr("A change of zero changes nothing."), Texts::tr("Type the amount again."));
    }
    if (said.isEmpty() || said.size() > GiftEntry::longestReason) {
        return refused(QStringLiteral("gift_card.reason"), QStringLiteral("reason"),
                       Texts::tr("A reason of 1 to %1 letters is needed.").arg(GiftEntry::longestReason),
                       Texts::tr("Say why the balance is changed."));
    }
    Operation operation = store.newOperation(operation::giftCardAdjust, subjectOf(card),
                                             body::toJson(body::GiftCardAdjust{amount, said, card.customer}));
    operation.after = after;
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return store.rows().gifts().card(card.id).value_or(card);
}

GiftCardView viewOf(LocalStore &store, const GiftCard &card)
{
    GiftCardView view;
    view.card = card;
    view.entries = store.rows().gifts().entries(card.id, shownEntries);
    view.payable = payableOf(store, card);
    const Result<void> pays = mayPay(card, Money(0, currencyHere(store)), today(store));
    if (!pays && !card.balance.isNegative()) {
        view.block = pays.error();
        view.payable = Money(0, card.balance.currency());
    }
    const auto customer = card.customer ? store.rows().customers().customer(*card.customer) : std::nullopt;
    if (customer)
        view.customer = customer->isErased() ? Texts::tr("Erased customer") : customer->name;
    return view;
}

Result<GiftCardView> findGiftCard(LocalStore &store, const QString &code)
{
    const std::optional<QString> whole = typedGiftCode(code);
    if (!whole)
        return wrongCode();
    const auto card = store.rows().gifts().cardWithHash(giftCodeHash(*whole));
    return card ? Result<GiftCardView>(viewOf(store, *card)) : unknownCard();
}

Result<GiftCardView> findGiftCard(LocalStore &store, GiftCardId id)
{
    const auto card = store.rows().gifts().card(id);
    return card ? Result<GiftCardView>(viewOf(store, *card)) : unknownCard();
}

GiftCardView storeCreditOf(LocalStore &store, CustomerId customer)
{
    const GiftCard none = emptyStoreCredit(customer, currencyHere(store));
    return viewOf(store, store.rows().gifts().card(none.id).value_or(none));
}

Result<QList<GiftLoad>> giftLoadsOf(LocalStore &store, const SaleDraft &draft)
{
    QList<GiftLoad> loads;
    for (const GiftLoadDraft &each : draft.giftCards) {
        const auto card = store.rows().gifts().card(each.card);
        if (!card)
            return unknownCard();
        if (card->state == GiftCardState::Blocked) {
            return refused(QStringLiteral("gift_card.blocked"), QStringLiteral("gift_cards"),
                           Texts::tr("The card …%1 is blocked.").arg(card->lastDigits),
                           Texts::tr("Load another card, or let a manager look at it."));
        }
        if (card->balance.currency() != each.amount.currency()) {
            return refused(QStringLiteral("gift_card.currency"), QStringLiteral("gift_cards"),
                           Texts::tr("The card …%1 is in another currency.").arg(card->lastDigits),
                           Texts::tr("Load another card, or let a manager look at it."));
        }
        loads.append({card->id, card->lastDigits, each.amount});
    }
    return loads;
}

Result<void> checkGiftTenders(LocalStore &store, const QList<Tender> &tenders,
                              const std::optional<CustomerId> &customer)
{
    QMap<GiftCardId, Money> asked;
    for (const Tender &tender : tenders) {
        if (tender.method != PaymentMethod::GiftCard && tender.method != PaymentMethod::StoreCredit)
            continue;
        if (tender.method == PaymentMethod::StoreCredit && !customer) {
            return refused(QStringLiteral("payment.customer"), QStringLiteral("tenders"),
                           Texts::tr("Nobody knows whose store credit it is."),
                           Texts::tr("Choose the customer, or take the amount in another way."));
        }
        const auto card = cardOfTender(store, tender, customer);
        if (!card)
            return unknownCard();
        const Money before = asked.value(card->id, Money(0, tender.amount.currency()));
        const Money sum = before + tender.amount + tender.tip;
        asked.insert(card->id, sum);
        if (const Result<void> pays = mayPayHere(store, *card, sum); !pays)
            return pays;
    }
    return {};
}

Result<void> mayTakeBack(LocalStore &store, GiftCardId id)
{
    std::optional<GiftCard> card = store.rows().gifts().card(id);
    if (!card)
        return unknownCard();
    // What it holds and when it ends do not count: it is to hold more.
    const Money nothing(0, currencyHere(store));
    card->balance = Money(0, card->balance.currency());
    card->expires.reset();
    return mayPay(*card, nothing, today(store));
}

} // namespace crema::sync
