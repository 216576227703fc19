// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/valkey/valkey_server.h"

#include <gtest/gtest.h>

#include <csignal>

namespace crema::testing {

ValkeyServer::ValkeyServer(const QStringList &more) : m_more(more)
{
    // As the program does; a server that was killed would end the test.
    std::signal(SIGPIPE, SIG_IGN);
    start();
}

ValkeyServer::~ValkeyServer()
{
    kill();
}

void ValkeyServer::start()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral("redis-server"),
                    QStringList{QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--unixsocket"), path(),
                                QStringLiteral("--save"), QString(), QStringLiteral("--dir"), m_folder.path(),
                                QStringLiteral("--appendonly"), QStringLiteral("no")} +
                        m_more);
    QByteArray said;
    while (!said.contains("server is now ready") && m_process.waitForReadyRead(20'000))
        said += m_process.readAll();
    ASSERT_TRUE(said.contains("server is now ready")) << said.constData();
}

void ValkeyServer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    goOn();
    m_process.kill();
    EXPECT_TRUE(m_process.waitForFinished());
}

void ValkeyServer::pause() const
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void ValkeyServer::goOn() const
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

QByteArray ValkeyServer::ask(const QStringList &words) const
{
    QProcess client;
    client.start(QStringLiteral("redis-cli"), QStringList{QStringLiteral("-s"), path()} + words);
    EXPECT_TRUE(client.waitForFinished());
    return client.readAllStandardOutput().trimmed();
}

QHash<QByteArray, std::int64_t> ValkeyServer::keys() const
{
    QHash<QByteArray, std::int64_t> keys;
    for (const QByteArray &key :
         ask({QStringLiteral("--raw"), QStringLiteral("KEYS"), QStringLiteral("*")}).split('\n')) {
        if (!key.isEmpty())
            keys.insert(key,
                        ask({QStringLiteral("--raw"), QStringLiteral("PTTL"), QString::fromLatin1(key)}).toLongLong());
    }
    return keys;
}

} // namespace crema::testing
