// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/operations/storage_failure.h"

#include <QByteArray>

#include <optional>

namespace crema::platform {

/// Seals the few columns whose values open doors (keys of tokens and of seals, secrets of authenticators) by
/// AES-256-GCM, under a key that does not lie in the database: whoever has a backup alone has none of them. Any thread
/// may use it.
class SecretColumns
{
public:
    static constexpr qsizetype keyLength = 32;

    /// `key` has keyLength bytes.
    explicit SecretColumns(const QByteArray &key);
    ~SecretColumns();
    SecretColumns(const SecretColumns &) = delete;
    SecretColumns &operator=(const SecretColumns &) = delete;

    /// The value as it is stored, in ASCII. `place` names column and row: moved to another, it does not open.
    [[nodiscard]] QByteArray seal(const QByteArray &value, QByteArrayView place, Randomness &randomness) const;
    /// Nothing for a value that another key sealed, or that was changed or moved.
    [[nodiscard]] std::optional<QByteArray> open(const QByteArray &stored, QByteArrayView place) const;

    /// Whether a stored value is a sealed one; what else stands there is in clear.
    [[nodiscard]] static bool isSealed(QByteArrayView stored);

private:
    QByteArray m_key;
};

/// What is to be stored with these keys, or in clear without any.
[[nodiscard]] QByteArray toSecretColumn(const SecretColumns *secrets, const QByteArray &value, QByteArrayView place,
                                        Randomness &randomness);
/// What was stored, sealed or in clear. Throws StorageFailure with secretsKeyProblem() where it does not open.
[[nodiscard]] QByteArray fromSecretColumn(const SecretColumns *secrets, const QByteArray &stored, QByteArrayView place);

/// `secrets.key`: the key of the secret columns is not there, or is another one.
[[nodiscard]] Problem secretsKeyProblem();

} // namespace crema::platform
