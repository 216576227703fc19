// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/verb_parts.h"

#include "models/security/password_rule.h"
#include "models/text/plain_text.h"
#include "platform/database/database_failure.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cstdio>

#include <termios.h>
#include <unistd.h>

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

/// Asks on the terminal, with what is typed unseen.
std::optional<QByteArray> typedLine()
{
    termios shown{};
    if (isatty(STDIN_FILENO) == 0 || tcgetattr(STDIN_FILENO, &shown) != 0)
        return std::nullopt;
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    std::fputs(qPrintable(tr("Password: ")), stderr);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    const std::optional<QByteArray> line = lineOfStandardInput();
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::fputc('\n', stderr);
    return line;
}

std::optional<QByteArray> firstLine(const QString &path)
{
    if (path.isEmpty())
        return typedLine();
    if (path == u"-")
        return lineOfStandardInput();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readLine(longestSecret);
}

} // namespace

Problem usageProblem(const QString &message, const QString &hint)
{
    return {ProblemKind::Invalid, QStringLiteral("usage.arguments"), message, hint, {}};
}

void say(const QString &line)
{
    std::puts(qPrintable(madePlain(line)));
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

Result<QString> readSecret(const QString &path)
{
    const std::optional<QByteArray> line = firstLine(path);
    if (!line) {
        const QString message =
            path.isEmpty() ? tr("The password is missing.") : tr("The password file %1 cannot be read.").arg(path);
        return failure(usageProblem(
            message, tr("Name a file that holds the password on its first line with --password-file, or - for standard "
                        "input.")));
    }
    return QString::fromUtf8(*line).remove(QLatin1Char('\n')).remove(QLatin1Char('\r'));
}

Result<QString> readNewPassword(const QString &path, const QStringList &ownWords)
{
    const Result<QString> password = readSecret(path);
    if (!password)
        return password;
    if (const Result<void> checked = checkPassword(*password, ownWords); !checked)
        return failure(checked.error());
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
