// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/gift_card_codec.h"

#include "models/feed/json_values.h"

#include <QCoreApplication>

namespace crema::codec {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::codec)
};

constexpr qsizetype longestHash = 100;
constexpr qsizetype longestDigits = 8;

QJsonValue dayOf(const std::optional<QDate> &day)
{
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue();
}

} // namespace

QJsonObject toJson(const GiftCard &card)
{
    return {{QStringLiteral("balance"), moneyToJson(card.balance)},
            {QStringLiteral("code_hash"), card.codeHash},
            {QStringLiteral("customer"), optionalId(card.customer)},
            {QStringLiteral("expires"), dayOf(card.expires)},
            {QStringLiteral("id"), card.id.toString()},
            {QStringLiteral("last_digits"), card.lastDigits},
            {QStringLiteral("state"), giftCardStateText(card.state)}};
}

void readCodeMembers(JsonFields &fields, GiftCard &card)
{
    card.codeHash = fields.text(QStringLiteral("code_hash"), 0, longestHash);
    card.lastDigits = fields.text(QStringLiteral("last_digits"), 0, longestDigits);
    if (fields.has(QStringLiteral("expires")))
        card.expires = fields.date(QStringLiteral("expires"));
}

Result<GiftCard> readGiftCard(const QJsonObject &json)
{
    JsonFields fields(json);
    GiftCard card;
    readCodeMembers(fields, card);
    card.id = fields.id<GiftCardId>(QStringLiteral("id"));
    card.customer = fields.optionalId<CustomerId>(QStringLiteral("customer"));
    card.balance = readMoney(fields, QStringLiteral("balance"));
    const auto state = giftCardStateFromText(fields.text(QStringLiteral("state"), 1, 40));
    if (!state)
        fields.add(QStringLiteral("state"), Texts::tr("This word is not known here."));
    card.state = state.value_or(GiftCardState::Blocked);
    return fields.result(card, QStringLiteral("entity.malformed"));
}

QJsonObject toJson(const GiftEntry &entry)
{
    return {{QStringLiteral("amount"), moneyToJson(entry.amount)},
            {QStringLiteral("at"), entry.at.toString()},
            {QStringLiteral("document"), entry.document.toString(QUuid::WithoutBraces)},
            {QStringLiteral("gift_card"), entry.card.toString()},
            {QStringLiteral("kind"), giftEntryKindText(entry.kind)},
            {QStringLiteral("place"), entry.place},
            {QStringLiteral("reason"), entry.reason}};
}

} // namespace crema::codec
