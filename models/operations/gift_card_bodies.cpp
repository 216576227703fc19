// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/gift_card_bodies.h"

#include "models/feed/gift_card_codec.h"
#include "models/feed/json_values.h"

#include <QCoreApplication>

namespace crema::body {
namespace {

const QString malformed = QStringLiteral("operation.malformed");

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::body)
};

} // namespace

QJsonObject toJson(const GiftCard &card)
{
    QJsonObject json = codec::toJson(card);
    for (const QLatin1String name :
         {QLatin1String("balance"), QLatin1String("customer"), QLatin1String("id"), QLatin1String("state")})
        json.remove(name);
    json.insert(QStringLiteral("currency"), card.balance.currency().code());
    return json;
}

Result<GiftCard> readGiftCardCreate(const Operation &operation)
{
    JsonFields fields(operation.body);
    GiftCard card;
    card.id = GiftCardId(operation.subject.id);
    codec::readCodeMembers(fields, card);
    if (card.codeHash.isEmpty())
        fields.add(QStringLiteral("code_hash"), Texts::tr("A card needs a code."));
    const auto currency = Currency::fromCode(fields.text(QStringLiteral("currency"), 3, 3));
    if (!currency)
        fields.add(QStringLiteral("currency"), Texts::tr("This currency is not known here."));
    card.balance = Money(0, currency.value_or(Currency()));
    return fields.result(card, malformed);
}

QJsonObject toJson(const GiftCardAdjust &body)
{
    return {{QStringLiteral("amount"), moneyToJson(body.amount)},
            {QStringLiteral("customer"), codec::optionalId(body.customer)},
            {QStringLiteral("reason"), body.reason}};
}

Result<GiftCardAdjust> readGiftCardAdjust(const Operation &operation)
{
    JsonFields fields(operation.body);
    GiftCardAdjust body;
    body.amount = readMoney(fields, QStringLiteral("amount"));
    body.reason = fields.text(QStringLiteral("reason"), 1, GiftEntry::longestReason);
    body.customer = fields.optionalId<CustomerId>(QStringLiteral("customer"));
    if (body.amount.isZero())
        fields.add(QStringLiteral("amount"), Texts::tr("A change of zero changes nothing."));
    return fields.result(body, malformed);
}

const EditableFields &giftCardFields()
{
    // What was blocked by one and is unlocked by another, who did not know it, is for a person to decide.
    static const QStringList all{QStringLiteral("state"), QStringLiteral("expires")};
    static const EditableFields fields{all, {}, {QStringLiteral("state")}};
    return fields;
}

} // namespace crema::body
