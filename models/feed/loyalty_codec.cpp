// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/loyalty_codec.h"

#include "models/base/json_fields.h"
#include "models/money/checked.h"

namespace crema::codec {

QJsonObject toJson(const LoyaltyAccount &account)
{
    return {{QStringLiteral("id"), account.id.toString()}, {QStringLiteral("points"), qint64(account.points)}};
}

Result<LoyaltyAccount> readLoyaltyAccount(const QJsonObject &json)
{
    JsonFields fields(json);
    LoyaltyAccount account;
    account.id = fields.id<CustomerId>(QStringLiteral("id"));
    account.points = fields.integer(QStringLiteral("points"), -maxMinor, maxMinor);
    return fields.result(account, QStringLiteral("entity.malformed"));
}

} // namespace crema::codec
