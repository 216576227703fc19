// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/base/result.h"
#include "platform/database/secret_columns.h"

#include <QString>

#include <memory>

namespace crema::platform {

using SecretsKey = std::shared_ptr<const SecretColumns>;

/// The key of the secret columns as its file has it, nothing where there is no such file. An empty path names none.
/// Errors: `secrets.file` for a file that cannot be read, holds no key, or that others can read (0600; root's 0640).
[[nodiscard]] Result<SecretsKey> readSecretsKey(const QString &path);

/// A new key in a file of the account alone, on the disk when it returns. Never over one that is there, which is read
/// then: another program may have made it at the same moment. Errors: `secrets.file`.
[[nodiscard]] Result<SecretsKey> makeSecretsKey(const QString &path, Randomness &randomness);

/// Puts the key of `from` there, whoever can read that one. Errors: `secrets.file`, also where another key is there.
[[nodiscard]] Result<SecretsKey> bringSecretsKey(const QString &from, const QString &path);

/// Where the key lies that is to take the place of the one at `path` (ADR 045).
[[nodiscard]] QString nextSecretsKeyPath(const QString &path);

/// Puts it there. Errors: `secrets.file`.
[[nodiscard]] Result<void> takeNextSecretsKey(const QString &path);

} // namespace crema::platform
