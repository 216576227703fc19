// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/session.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::VersionCommand)
};

QCoro::Task<Result<Answer>> showVersion(Session &)
{
    const QString version = QStringLiteral(CREMA_VERSION);
    co_return Answer{
        .schema = u"version/1"_s,
        .object = {{u"version"_s, version},
                   {u"qt"_s, QString::fromLatin1(qVersion())},
                   {u"system"_s, QSysInfo::prettyProductName()}},
        .columns = {{u"version"_s, Texts::tr("Version")}, {u"qt"_s, u"Qt"_s}, {u"system"_s, Texts::tr("System")}},
        .sentence = u"crema "_s + version};
}

} // namespace

Noun versionNoun()
{
    return {.name = u"version"_s,
            .summary = Texts::tr("which version this is"),
            .verbs = {{.summary = Texts::tr("Says which version this is."),
                       .examples = {{u"crema version"_s, {}}, {u"crema version --json"_s, {}}},
                       .handler = showVersion}}};
}

} // namespace crema::command
