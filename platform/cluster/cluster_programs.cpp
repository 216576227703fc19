// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cluster/cluster_programs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

namespace crema::platform {
namespace {

const QString debianFolder = QStringLiteral("/usr/lib/postgresql");

bool hasPrograms(const QString &folder)
{
    const QStringList names{QStringLiteral("postgres"), QStringLiteral("initdb"), QStringLiteral("createdb")};
    return std::ranges::all_of(names,
                               [&](const QString &name) { return QFileInfo(folder + u'/' + name).isExecutable(); });
}

QStringList debianVersions()
{
    QStringList versions = QDir(debianFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::ranges::sort(versions, [](const QString &a, const QString &b) { return a.toDouble() > b.toDouble(); });
    return versions;
}

QString folderOfPgConfig()
{
    const Result<QByteArray> text = runProgram({QStringLiteral("pg_config"), QStringLiteral("--bindir")}, 5'000);
    return text ? QString::fromLocal8Bit(text->trimmed()) : QString();
}

bool hasVersion(const QString &folder, const QString &version)
{
    const Result<QByteArray> text =
        runProgram({folder + QStringLiteral("/postgres"), QStringLiteral("--version")}, 5'000);
    return text && QString::fromLocal8Bit(*text).contains(u' ' + version + u'.');
}

Problem missing(const QString &version)
{
    const QString package = version.isEmpty() ? QStringLiteral("postgresql") : QStringLiteral("postgresql-") + version;
    return {ProblemKind::Failed,
            QStringLiteral("cluster.programs_missing"),
            QCoreApplication::translate("PrivateCluster", "The programs of the PostgreSQL server are not there."),
            QCoreApplication::translate("PrivateCluster", "Install the package %1.").arg(package),
            {{QStringLiteral("package"), package}}};
}

} // namespace

Result<QString> findServerPrograms(const QString &version)
{
    if (const QString chosen = qEnvironmentVariable("CREMA_POSTGRESQL_PROGRAMS"); !chosen.isEmpty()) {
        if (hasPrograms(chosen) && (version.isEmpty() || hasVersion(chosen, version)))
            return chosen;
        return failure(missing(version));
    }
    const QStringList versions = version.isEmpty() ? debianVersions() : QStringList{version};
    for (const QString &candidate : versions) {
        const QString folder = debianFolder + u'/' + candidate + QStringLiteral("/bin");
        if (hasPrograms(folder))
            return folder;
    }
    const QString folder = folderOfPgConfig();
    if (!folder.isEmpty() && hasPrograms(folder) && (version.isEmpty() || hasVersion(folder, version)))
        return folder;
    return failure(missing(version));
}

Result<QByteArray> runProgram(const QStringList &commandLine, int timeoutMs, const QProcessEnvironment &secrets)
{
    QProcess process;
    QProcessEnvironment environment = clusterEnvironment();
    environment.insert(secrets);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setWorkingDirectory(QStringLiteral("/"));
    process.start(commandLine.first(), commandLine.mid(1));
    const bool hasEnded = process.waitForFinished(timeoutMs);
    if (hasEnded && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return process.readAllStandardOutput();
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
    const QString said = QString::fromLocal8Bit(process.readAllStandardError().trimmed()).section(u'\n', -1);
    return failure(ProblemKind::Failed, QStringLiteral("cluster.program_failed"),
                   QCoreApplication::translate("PrivateCluster", "The program %1 did not do its work: %2")
                       .arg(commandLine.first(), said.isEmpty() ? process.errorString() : said),
                   QCoreApplication::translate("PrivateCluster", "Check free space and rights of the data folder."));
}

QProcessEnvironment clusterEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith(u"PG") || name.startsWith(u"LC_"))
            environment.remove(name);
    }
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

} // namespace crema::platform
