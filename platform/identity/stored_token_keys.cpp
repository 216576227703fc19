// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/stored_token_keys.h"

#include "models/base/uuid7.h"

namespace crema::platform {

QList<StoredTokenKey> loadTokenKeys(Transaction &transaction)
{
    const Rows rows = transaction.run("identity/load_signing_keys");
    QList<StoredTokenKey> keys;
    for (int row = 0; row < rows.count(); ++row)
        keys.append({rows.utf8(row, 0), UtcTime(rows.number(row, 1))});
    return keys;
}

StoredTokenKey saveTokenKey(Transaction &transaction, UtcTime now, Randomness &randomness)
{
    StoredTokenKey key{TokenKey::generate(), now};
    transaction.run("identity/save_signing_key", {makeUuid7(now, randomness), Param::utf8(key.pem), now});
    return key;
}

} // namespace crema::platform
