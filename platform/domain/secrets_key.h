// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/transaction.h"
#include "platform/domain/secrets_key_file.h"

#include <QStringList>

namespace crema::platform {

/// For a start: gives `connection` the key in the file, made here at the first start, and seals what stands in clear,
/// in one transaction. A rotation that was cut short is brought to its end. Without a path nothing is sealed. Errors:
/// those of readSecretsKey(); `secrets.key` where something was sealed before that does not open. Throws
/// StorageFailure.
[[nodiscard]] Result<void> prepareSecrets(Connection &connection, const QString &path, Randomness &randomness);

/// Whether something is sealed here that the connection's key does not open.
[[nodiscard]] bool lacksSecretsKey(Connection &connection);

/// Seals all anew by a new key, which takes the place of the one in the file; how many values that were. Killed at any
/// moment, the files that are there open what the database has. Errors: those of prepareSecrets(); `secrets.in_use`
/// while a platform works with the database, since it holds the old key. Throws StorageFailure.
[[nodiscard]] Result<int> rotateSecrets(Connection &connection, const QString &path, Randomness &randomness);

/// What was replaced because nothing opened it any more.
struct ReplacedSecrets {
    int tokenKeys = 0;
    QStringList people; ///< by address, else by name: they set up their authenticators anew
    bool auditKey = false;
    bool journalKey = false;

    [[nodiscard]] bool isNothing() const { return tokenKeys == 0 && people.isEmpty() && !auditKey && !journalKey; }
};

/// For a key that is lost for good: takes away what the key in the file does not open, and makes new ones in their
/// places; the file too where it is not there. Seals of before are still checked, by their public key. Errors: those of
/// readSecretsKey(); `secrets.in_use`. Throws StorageFailure.
[[nodiscard]] Result<ReplacedSecrets> replaceLostSecrets(Transaction &transaction, const QString &path, UtcTime now,
                                                         Randomness &randomness);

} // namespace crema::platform
