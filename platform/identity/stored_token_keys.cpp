// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/stored_token_keys.h"

#include "models/base/uuid7.h"
#include "platform/identity/secret_places.h"

namespace crema::platform {

QList<StoredTokenKey> loadTokenKeys(Transaction &transaction)
{
    const Rows rows = transaction.run("identity/load_signing_keys");
    QList<StoredTokenKey> keys;
    for (int row = 0; row < rows.count(); ++row)
        keys.append(
            {fromSecretColumn(transaction.connection().secrets(), rows.utf8(row, 0), tokenKeyPlace(rows.utf8(row, 2))),
             UtcTime(rows.number(row, 1))});
    return keys;
}

StoredTokenKey saveTokenKey(Transaction &transaction, UtcTime now, Randomness &randomness)
{
    StoredTokenKey key{TokenKey::generate(), now};
    const QByteArray id = makeUuid7(now, randomness).toByteArray(QUuid::WithoutBraces);
    const QByteArray stored =
        toSecretColumn(transaction.connection().secrets(), key.pem, tokenKeyPlace(id), randomness);
    transaction.run("identity/save_signing_key", {Param::utf8(id), Param::utf8(stored), now});
    return key;
}

} // namespace crema::platform
