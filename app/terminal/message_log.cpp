// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/message_log.h"

#include <QDir>
#include <QFile>

namespace crema::terminal {

namespace {

constexpr qint64 maximumLogBytes = 1'048'576;

QString logFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + QStringLiteral("/.local/state"));
    return state + QStringLiteral("/crema");
}

void appendToLog(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QString folder = logFolder();
    QDir().mkpath(folder);
    QFile file(folder + QStringLiteral("/terminal.log"));
    // A log nobody reads must not fill the disk of a till.
    const auto mode = file.size() > maximumLogBytes ? QIODevice::Truncate : QIODevice::Append;
    if (file.open(QIODevice::WriteOnly | mode))
        file.write(qFormatLogMessage(type, context, text).toUtf8() + '\n');
}

} // namespace

void logMessagesToFile()
{
    qSetMessagePattern(QStringLiteral("%{time} %{type} %{category} %{message}"));
    qInstallMessageHandler(appendToLog);
}

} // namespace crema::terminal
