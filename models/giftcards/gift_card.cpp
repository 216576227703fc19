// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/giftcards/gift_card.h"

#include "models/base/enum_names.h"
#include "models/giftcards/gift_code.h"
#include "models/money/checked.h"
#include "models/money/money_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::GiftCard)
};

constexpr std::array stateNames{
    EnumName<GiftCardState>{GiftCardState::Active, u"active"},
    EnumName<GiftCardState>{GiftCardState::Blocked, u"blocked"},
};

tl::unexpected<Problem> refused(const QString &code, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint, {{QStringLiteral("tenders"), message}});
}

} // namespace

QString giftCardStateText(GiftCardState state)
{
    return enumText(stateNames, state);
}

std::optional<GiftCardState> giftCardStateFromText(QStringView text)
{
    return enumFromText<GiftCardState>(stateNames, text);
}

GiftCardId storeCreditId(CustomerId customer, Currency currency)
{
    return GiftCardId(QUuid::createUuidV5(customer.value(), "crema.store_credit." + currency.code().toLatin1()));
}

GiftCard emptyStoreCredit(CustomerId customer, Currency currency)
{
    GiftCard credit;
    credit.id = storeCreditId(customer, currency);
    credit.customer = customer;
    credit.balance = Money(0, currency);
    return credit;
}

Result<GiftCard> checkedGiftCard(const GiftCard &card)
{
    if (card.codeHash.isEmpty() || isGiftCodeHash(card.codeHash))
        return card;
    const QString message = Texts::tr("The code of the card was not hashed as it has to be.");
    return failure(ProblemKind::Invalid, QStringLiteral("gift_card.hash"), message,
                   Texts::tr("Update the program that is older, and make a new card."),
                   {{QStringLiteral("code_hash"), message}});
}

Result<void> mayPay(const GiftCard &card, const Money &amount, const QDate &day)
{
    const bool isCredit = card.isStoreCredit();
    if (card.balance.currency() != amount.currency()) {
        return refused(QStringLiteral("gift_card.currency"),
                       Texts::tr("This card is in %1.").arg(card.balance.currency().code()),
                       Texts::tr("Take the amount in another way."));
    }
    if (card.state == GiftCardState::Blocked) {
        return refused(QStringLiteral("gift_card.blocked"),
                       isCredit ? Texts::tr("This store credit is blocked.") : Texts::tr("This card is blocked."),
                       Texts::tr("Ask a manager, or take the amount in another way."));
    }
    if (card.isExpiredOn(day)) {
        return refused(QStringLiteral("gift_card.expired"), Texts::tr("This card has expired."),
                       Texts::tr("Ask a manager, or take the amount in another way."));
    }
    if (card.balance < amount) {
        const Money left = std::max(card.balance, Money(0, amount.currency()));
        return refused(QStringLiteral("gift_card.balance"),
                       isCredit ? Texts::tr("%1 of store credit are left.").arg(plainMoney(left))
                                : Texts::tr("%1 are left on this card.").arg(plainMoney(left)),
                       Texts::tr("Take the rest in another way."));
    }
    return {};
}

Money OfflineLimit::most(Currency currency) const
{
    std::int64_t minor = units;
    for (int i = 0; i < currency.exponent(); ++i)
        minor *= 10;
    return Money(minor, currency);
}

Result<void> mayPayOffline(const OfflineLimit &limit, const Money &amount)
{
    const Money most = limit.most(amount.currency());
    const auto after = checkedAdd(limit.usedToday, amount);
    if (after && *after <= most)
        return {};
    const Money left = std::max(most - limit.usedToday, Money(0, amount.currency()));
    return refused(QStringLiteral("gift_card.offline_limit"),
                   Texts::tr("Without a connection this register may take %1 of it today.").arg(plainMoney(left)),
                   Texts::tr("Take the rest in another way, or wait for the connection."));
}

} // namespace crema
