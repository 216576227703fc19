// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// `backup --to FILE`: everything that the platform knows in one file, as of one moment, while it goes on working
/// (pg_dump's custom format). Only its owner may read the file: it holds hashes of passwords and what the shop knows of
/// people; keys are in it only as the secrets key sealed them (ADR 045), which is not. A file that is there is replaced
/// once the new one is whole.
int backUp(const VerbOptions &options, const PlatformParts &parts);

/// `restore --from FILE [--secrets-key-file FILE] [--new-keys]`: puts a backup into a database that has nothing in it.
/// The devices notice by the new epoch of the feed that time went back, and send again what the backup does not have
/// (sync.md rule 12). Exit code 5 where a company is already. The secrets key is the one in its place, or comes from
/// the file; where nothing opens the keys, new ones are made if that was said, and otherwise it is told what the start
/// will need.
int restoreBackup(const VerbOptions &options, const PlatformParts &parts);

/// `feed renew`: the same beginning of a new epoch for a database that was put back by other means than `restore` (a
/// copy of its disk, point-in-time recovery), which cannot know it by itself.
int renewFeed(const VerbOptions &options, const PlatformParts &parts);

} // namespace crema::platform
