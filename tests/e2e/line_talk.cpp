// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/line_talk.h"

#include <QDeadlineTimer>

namespace crema::e2e {
namespace {

constexpr int patienceMs = 120'000;

} // namespace

LineTalk::LineTalk(const QProcessEnvironment &environment)
{
    m_program.setProcessEnvironment(environment);
    m_program.setProcessChannelMode(QProcess::MergedChannels);
    m_program.start(qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema"), {QStringLiteral("--linear")});
}

bool LineTalk::hears(const QString &words)
{
    for (const QDeadlineTimer limit(patienceMs);;) {
        const QByteArray wanted = words.toUtf8();
        if (const qsizetype at = m_said.indexOf(wanted, m_heard); at >= 0) {
            m_heard = at + wanted.size();
            return true;
        }
        if (limit.hasExpired() || !m_program.waitForReadyRead(patienceMs))
            return false;
        m_said += m_program.readAll();
    }
}

void LineTalk::say(const QString &line)
{
    m_program.write(line.toUtf8() + '\n');
}

int LineTalk::hangUp()
{
    m_program.closeWriteChannel();
    const bool ended = m_program.waitForFinished(patienceMs);
    m_said += m_program.readAll();
    return ended && m_program.exitStatus() == QProcess::NormalExit ? m_program.exitCode() : -1;
}

} // namespace crema::e2e
