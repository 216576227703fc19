// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/platform/served_platform.h"

#include "platform/cluster/postmaster.h"

#include <QFile>

namespace crema::bench {
namespace {

constexpr int startMs = 300'000; ///< with a hundred thousand products to be made first
constexpr int stopMs = 10'000;

} // namespace

ServedPlatform::ServedPlatform(const QString &program, const QString &dataFolder)
    : m_program(program), m_dataFolder(dataFolder)
{
    m_process.setStandardErrorFile(dataFolder + QStringLiteral("/platform.log"));
}

ServedPlatform::~ServedPlatform()
{
    stop();
}

bool ServedPlatform::start(const QStringList &moreArguments)
{
    // One client asks sixteen things at a time here, which is more than its share.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CREMA_RATE_LIMIT"), QStringLiteral("off"));
    m_process.setProcessEnvironment(environment);
    m_process.start(m_program, QStringList{QStringLiteral("serve"), QStringLiteral("--embedded"),
                                           QStringLiteral("--data"), m_dataFolder, QStringLiteral("--listen"),
                                           QStringLiteral("127.0.0.1:0"), QStringLiteral("--create")} +
                                   moreArguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(startMs)) {}
    const QByteArray line = m_process.readLine().trimmed();
    m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
    return line.startsWith("ready ") && m_port > 0;
}

void ServedPlatform::kill()
{
    m_process.kill();
    m_process.waitForFinished(stopMs);
}

void ServedPlatform::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(stopMs))
        kill();
}

double ServedPlatform::residentMib() const
{
    QFile file(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at + 6).trimmed().split(' ').constFirst().toDouble() / 1024;
}

QByteArray ServedPlatform::verb(const QStringList &arguments) const
{
    QProcess process;
    process.start(m_program, arguments + QStringList{QStringLiteral("--data"), m_dataFolder});
    process.waitForFinished(startMs);
    return process.readAllStandardOutput().trimmed();
}

QString ServedPlatform::socketFolder() const
{
    const auto server = platform::Postmaster::find(m_dataFolder + QStringLiteral("/postgres"));
    return server ? server->socketFolder : QString();
}

} // namespace crema::bench
