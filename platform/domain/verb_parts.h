// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/storage_failure.h"
#include "platform/domain/bootstrap.h"
#include "platform/domain/secrets_key.h"
#include "platform/program/complaint.h"
#include "platform/program/platform_services.h"

#include <QCommandLineOption>

namespace crema::platform {

/// What a verb answers to arguments it cannot read.
[[nodiscard]] Problem usageProblem(const QString &message, const QString &hint);

/// A line on standard output. Names that others chose steer no terminal.
void say(const QString &line);

/// The one thing that a verb is about, when nothing else is said.
[[nodiscard]] std::optional<QString> onlyArgument(const VerbOptions &options);

/// An option with a value: `--name value`.
[[nodiscard]] QCommandLineOption valueOption(const char *name);

/// The first line of a file, or the next line of standard input where `path` is "-"; several secrets may be sent that
/// way, one a line. Without a path a person at a terminal is asked, and nothing of it is shown. Never an argument:
/// those stand in the list of processes. Errors: `usage.arguments`.
[[nodiscard]] Result<QString> readSecret(const QString &path);

/// The same for a password that somebody is to have, held against the rules (models/security/password_rule.h). Errors:
/// also theirs.
[[nodiscard]] Result<QString> readNewPassword(const QString &path, const QStringList &ownWords);

/// The problem of something that the database threw, with what it said as the hint.
[[nodiscard]] Problem databaseProblem(const StorageFailure &thrown);

/// Opens the database at this program's schema for `work(connection)` and stops what that throws.
template<class Work>
int withDatabase(const VerbOptions &options, Work work)
{
    try {
        Connection connection(options.databaseUrl);
        if (const Result<void> prepared = prepareDatabase(connection); !prepared)
            return complainAbout(prepared.error());
        const auto secrets = readSecretsKey(options.secretsKeyFile);
        if (!secrets)
            return complainAbout(secrets.error());
        connection.setSecrets(*secrets);
        return work(connection);
    } catch (const StorageFailure &thrown) {
        return complainAbout(databaseProblem(thrown));
    }
}

/// The same, with a company in it: an empty database gets one to begin with.
template<class Work>
int withCompany(const VerbOptions &options, const PlatformParts &parts, Work work)
{
    return withDatabase(options, [&](Connection &connection) {
        setUpCompany(connection, parts.clock.now(), parts.randomness);
        return work(connection);
    });
}

/// As withCompany(), for what makes or uses a key: all is sealed as at a start (secrets_key.h).
template<class Work>
int withSecrets(const VerbOptions &options, const PlatformParts &parts, Work work)
{
    return withCompany(options, parts, [&](Connection &connection) {
        if (const auto prepared = prepareSecrets(connection, options.secretsKeyFile, parts.randomness); !prepared)
            return complainAbout(prepared.error());
        return work(connection);
    });
}

} // namespace crema::platform
