// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/terminal_pane.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QThread>
#include <QUuid>

#include <algorithm>
#include <functional>

#include <signal.h>
#include <sys/types.h>

namespace crema::e2e {
namespace {

/// Long enough for a busy computer; on a quiet one nothing here takes as long.
constexpr int patienceMs = 120'000;
/// Between two looks, so that looking does not take the processor from what is looked at.
constexpr unsigned long betweenLooksMs = 20;

bool isSoon(const std::function<bool()> &seen)
{
    for (const QDeadlineTimer limit(patienceMs); !seen();) {
        if (limit.hasExpired())
            return false;
        QThread::msleep(betweenLooksMs);
    }
    return true;
}

} // namespace

TerminalPane::TerminalPane(int columns, int rows, const QString &term, const QString &program,
                           QProcessEnvironment environment)
    : m_server(QUuid::createUuid().toString(QUuid::WithoutBraces)), m_environment(std::move(environment))
{
    m_environment.remove(QStringLiteral("TMUX"));
    tmux({QStringLiteral("-f"),
          QStringLiteral("/dev/null"),
          QStringLiteral("new-session"),
          QStringLiteral("-d"),
          QStringLiteral("-s"),
          QStringLiteral("crema"),
          QStringLiteral("-x"),
          QString::number(columns),
          QStringLiteral("-y"),
          QString::number(rows),
          QStringLiteral("exec env TERM=%1 %2").arg(term, program),
          QStringLiteral(";"),
          QStringLiteral("set"),
          QStringLiteral("status"),
          QStringLiteral("off"),
          QStringLiteral(";"),
          QStringLiteral("resize-window"),
          QStringLiteral("-x"),
          QString::number(columns),
          QStringLiteral("-y"),
          QString::number(rows)});
}

TerminalPane::~TerminalPane()
{
    tmux({QStringLiteral("kill-server")});
}

QByteArray TerminalPane::tmux(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral("tmux"), QStringList{QStringLiteral("-L"), m_server} + arguments);
    // A key that did not reach the program must not look like one that the program ignored.
    if (!process.waitForFinished(patienceMs))
        qWarning("tmux %s: %s", qPrintable(arguments.join(u' ')), qPrintable(process.errorString()));
    return process.readAllStandardOutput();
}

void TerminalPane::type(const QString &text) const
{
    // Characters closer together than 30 ms are a scan (ux.md 3.1): a person's pace is part of what is played here.
    constexpr unsigned long paceMs = 100;
    for (const QChar character : text) {
        tmux({QStringLiteral("send-keys"), QStringLiteral("-l"), QString(character)});
        QThread::msleep(paceMs);
    }
}

void TerminalPane::key(const QString &name) const
{
    tmux({QStringLiteral("send-keys"), name});
}

void TerminalPane::scan(const QString &code) const
{
    tmux({QStringLiteral("send-keys"), code, QStringLiteral("Enter")});
}

void TerminalPane::scanAtOnce(const QString &code, int times) const
{
    tmux({QStringLiteral("set-buffer"), (code + QLatin1Char('\n')).repeated(times)});
    tmux({QStringLiteral("paste-buffer")});
}

void TerminalPane::record(const QString &file) const
{
    tmux({QStringLiteral("pipe-pane"), QStringLiteral("exec cat > '%1'").arg(file)});
}

void TerminalPane::resize(int columns, int rows) const
{
    tmux({QStringLiteral("resize-window"), QStringLiteral("-x"), QString::number(columns), QStringLiteral("-y"),
          QString::number(rows)});
}

void TerminalPane::kill() const
{
    const pid_t program = tmux({QStringLiteral("display-message"), QStringLiteral("-p"), QStringLiteral("#{pane_pid}")})
                              .trimmed()
                              .toInt();
    if (program > 1)
        ::kill(program, SIGKILL);
}

QByteArray TerminalPane::codes() const
{
    return tmux({QStringLiteral("capture-pane"), QStringLiteral("-p"), QStringLiteral("-e")});
}

QString TerminalPane::text() const
{
    return QString::fromUtf8(tmux({QStringLiteral("capture-pane"), QStringLiteral("-p")}));
}

bool TerminalPane::shows(const QString &words) const
{
    return isSoon([&] { return text().contains(words); });
}

bool TerminalPane::isFilled(int columns, int rows) const
{
    return isSoon([&] {
        const QStringList lines = text().trimmed().split(u'\n');
        return lines.size() == rows && lines.last().startsWith(QStringLiteral("F1")) &&
               std::ranges::all_of(lines, [&](const QString &line) { return line.size() <= columns; });
    });
}

} // namespace crema::e2e
