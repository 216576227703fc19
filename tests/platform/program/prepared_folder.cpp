// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/program/prepared_folder.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace crema::testing {
namespace {

constexpr int patienceMs = 60'000;

bool makePlatform(const QString &folder)
{
    QProcess process;
    process.start(qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-platform"),
                  {QStringLiteral("serve"), QStringLiteral("--embedded"), QStringLiteral("--data"), folder,
                   QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--create")});
    while (!process.canReadLine() && process.waitForReadyRead(patienceMs)) {}
    const bool isReady = process.readLine().startsWith("ready ");
    process.terminate();
    return process.waitForFinished(patienceMs) && isReady;
}

} // namespace

bool fillWithPlatform(const QString &folder)
{
    static const QTemporaryDir made(QStringLiteral("/dev/shm/crema-test-XXXXXX"));
    static const bool isMade = makePlatform(made.path());
    // As root where namespaces are refused the cluster lies elsewhere (cluster_folder.cpp): each makes its own there.
    if (!QFile::exists(made.filePath(QStringLiteral("postgres/PG_VERSION"))))
        return isMade;
    return QProcess::execute(QStringLiteral("cp"),
                             {QStringLiteral("-a"), made.path() + QStringLiteral("/."), folder}) == 0;
}

} // namespace crema::testing
