// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/verb_parts.h"

#include "platform/database/database_failure.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cstdio>

namespace crema::platform {
namespace {

constexpr int longestSecret = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Verbs", text);
}

// Buffered by the C library, which keeps what follows the line for the next call.
std::optional<QByteArray> lineOfStandardInput()
{
    std::array<char, longestSecret> line{};
    if (!std::fgets(line.data(), static_cast<int>(line.size()), stdin))
        return std::nullopt;
    return QByteArray(line.data());
}

std::optional<QByteArray> firstLine(const QString &path)
{
    if (path == u"-")
        return lineOfStandardInput();
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readLine(longestSecret);
}

} // namespace

Problem usageProblem(const QString &message, const QString &hint)
{
    return {ProblemKind::Invalid, QStringLiteral("usage.arguments"), message, hint, {}};
}

std::optional<QString> onlyArgument(const VerbOptions &options)
{
    if (options.arguments.size() != 1 || options.arguments.first().startsWith(u'-'))
        return std::nullopt;
    return options.arguments.first();
}

QCommandLineOption valueOption(const char *name)
{
    return {QString::fromLatin1(name), {}, QStringLiteral("value")};
}

Result<QString> readPassword(const QString &path, qsizetype shortest)
{
    const std::optional<QByteArray> line = firstLine(path);
    if (!line) {
        return failure(usageProblem(tr("The password file %1 cannot be read.").arg(path),
                                    tr("Name a file that holds the password on its first line with --password-file.")));
    }
    const QString password = QString::fromUtf8(*line).remove(QLatin1Char('\n')).remove(QLatin1Char('\r'));
    if (password.size() < shortest) {
        return failure(usageProblem(tr("The password is too short."), tr("Use at least %1 characters.").arg(shortest)));
    }
    return password;
}

Problem databaseProblem(const StorageFailure &thrown)
{
    Problem problem = thrown.problem();
    if (const auto *database = dynamic_cast<const DatabaseFailure *>(&thrown))
        problem.hint = database->detail();
    return problem;
}

} // namespace crema::platform
