// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/platform_problem.h"

#include "models/base/problem_codec.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <optional>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::PlatformProblem)
};

/// The last line that is a problem document; log lines stand before it.
std::optional<Problem> problemIn(const QByteArray &saidLast)
{
    const QByteArrayList lines = saidLast.split('\n');
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const std::optional<Problem> problem = problemFromJson(QJsonDocument::fromJson(*line).object());
        if (problem && !problem->code.isEmpty())
            return problem;
    }
    return std::nullopt;
}

Problem noDatabase(const Problem &said)
{
    const QString package = said.fields.isEmpty() ? u"postgresql"_s : said.fields.first().message;
    return {ProblemKind::Failed,
            u"platform.no_database"_s,
            Texts::tr("PostgreSQL, which keeps a shop's data, is not installed on this computer."),
            Texts::tr("Install it with “sudo apt install %1”, then try again. A till that is connected to a business "
                      "elsewhere does not need it.")
                .arg(package),
            {}};
}

Problem noRoom(const QString &path)
{
    return {ProblemKind::Device,
            u"platform.disk"_s,
            Texts::tr("%1 cannot be written.").arg(path),
            Texts::tr("Make room on the disk, or see to it that this folder is yours, then try again."),
            {}};
}

Problem shopExists(const QString &path)
{
    return {ProblemKind::Conflict,
            u"platform.shop_exists"_s,
            Texts::tr("There is a shop on this computer already."),
            Texts::tr("Open it. Its data lies in %1.").arg(path),
            {}};
}

Problem failed(const std::optional<Problem> &said)
{
    const QString reason = !said                  ? Texts::tr("It ended without a reason; its log has more.")
                           : said->hint.isEmpty() ? said->message
                                                  : Texts::tr("%1 %2", "two sentences").arg(said->message, said->hint);
    return {ProblemKind::Failed, u"platform.failed"_s, Texts::tr("The shop's own server did not start."), reason, {}};
}

} // namespace

QString platformCode(const QByteArray &saidLast)
{
    return problemIn(saidLast).value_or(Problem()).code;
}

Problem platformProblem(const QByteArray &saidLast, const QString &path)
{
    const std::optional<Problem> said = problemIn(saidLast);
    const QString code = said.value_or(Problem()).code;
    if (code == u"cluster.programs_missing")
        return noDatabase(*said);
    if (code == u"company.exists" || code == u"backup.not_empty")
        return shopExists(path);
    if (code == u"backup.unreadable") {
        return {ProblemKind::Invalid,
                u"platform.backup_unreadable"_s,
                Texts::tr("This file is not a backup of Crema, or is not whole."),
                Texts::tr("Choose another file."),
                {}};
    }
    if (code == u"backup.write") {
        return {ProblemKind::Device,
                u"platform.backup_write"_s,
                Texts::tr("%1 cannot be written.").arg(path),
                Texts::tr("Choose a folder that you may write and that has room."),
                {}};
    }
    const bool isFull = said && (said->message.contains(u"No space left"_s) || said->hint.contains(u"No space left"_s));
    return code == u"cluster.folder" || isFull ? noRoom(path) : failed(said);
}

Problem platformMissing()
{
    return {ProblemKind::Failed,
            u"platform.missing"_s,
            Texts::tr("crema-platform, which runs a shop on this computer, is not installed."),
            Texts::tr("Install it beside this program, or connect this till to a business elsewhere."),
            {}};
}

Problem platformNotReady()
{
    return {ProblemKind::Unavailable,
            u"platform.not_ready"_s,
            Texts::tr("The shop's own server is still ending or does not get ready."),
            Texts::tr("Wait a moment, then try again."),
            {}};
}

} // namespace crema
