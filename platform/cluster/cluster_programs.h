// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace crema::platform {

/// Finds the folder with PostgreSQL's server programs: the one that CREMA_POSTGRESQL_PROGRAMS names, else where Debian
/// has them, else the one of pg_config. `version` is the major version that a cluster was made with,
/// or empty for the newest there is. Errors: `cluster.programs_missing`, with the package to install as the field
/// `package`.
[[nodiscard]] Result<QString> findServerPrograms(const QString &version);

/// Runs a program to its end and gives its stdout. `commandLine` begins with the program. Errors:
/// `cluster.program_failed` with the last line of what it said; a program that takes longer than `timeoutMs` is ended.
/// `secrets` are added to its environment: arguments could be read by everybody.
[[nodiscard]] Result<QByteArray> runProgram(const QStringList &commandLine, int timeoutMs,
                                            const QProcessEnvironment &secrets = {});

/// The environment of every program of the cluster: this one's, without anything that would redirect PostgreSQL.
[[nodiscard]] QProcessEnvironment clusterEnvironment();

} // namespace crema::platform
