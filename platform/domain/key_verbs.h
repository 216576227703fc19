// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/connection.h"
#include "platform/program/platform_services.h"

#include <cstdio>

namespace crema::platform {

/// `keys list`: the keys that sign access tokens, a line each: id, when it was made, what it does now.
int listTokenKeys(const VerbOptions &options, const PlatformParts &parts);

/// `keys rotate [--now]`: makes a new key and prints its id. It signs after five minutes, and nobody notices. With
/// `--now`, after a key has become known to others, the old ones end at once and every device signs in anew by itself.
int rotateTokenKeys(const VerbOptions &options, const PlatformParts &parts);

/// `keys rotate-secrets`: a new key of the secret columns, by which all are sealed anew (secrets_key.h). Exit code 5
/// while a platform works with the database.
int rotateSecretsKey(const VerbOptions &options, const PlatformParts &parts);

/// `keys replace`: makes new keys in place of what a secrets key that is lost for good had sealed, and says which, and
/// who has to set up their authenticator anew.
int replaceLostKeys(const VerbOptions &options, const PlatformParts &parts);

/// The same over this connection; what `keys replace` says goes to `file`. The exit code.
int replaceLostKeysOver(Connection &connection, const VerbOptions &options, const PlatformParts &parts,
                        std::FILE *file);

} // namespace crema::platform
