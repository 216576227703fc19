// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/startup/measured_program.h"

#include <QDir>
#include <QFile>

#include <chrono>
#include <csignal>

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace crema::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

double msSince(SteadyClock::time_point start)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

QByteArray procFile(pid_t pid, const QString &name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The number behind `label` in a file of "label: number" lines.
double numberAfter(const QByteArray &text, const QByteArray &label)
{
    const qsizetype start = text.indexOf(label);
    if (start < 0)
        return 0;
    const qsizetype end = text.indexOf('\n', start + label.size());
    return text.sliced(start + label.size(), end - start - label.size()).trimmed().split(' ').first().toDouble();
}

double wakeUps(pid_t pid)
{
    double sum = 0;
    const QStringList threads =
        QDir(QStringLiteral("/proc/%1/task").arg(pid)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads)
        sum += numberAfter(procFile(pid, QStringLiteral("task/%1/status").arg(thread)), "\nvoluntary_ctxt_switches:");
    return sum;
}

/// Reads for at most `ms`; true as soon as `mark` was seen. An empty mark only drains.
bool readUntil(int terminal, QByteArray &seen, const QByteArray &mark, double ms)
{
    const auto start = SteadyClock::now();
    while (msSince(start) < ms) {
        pollfd handle{terminal, POLLIN, 0};
        if (::poll(&handle, 1, std::max(1, int(ms - msSince(start)))) <= 0)
            continue;
        char buffer[65536];
        const ssize_t count = ::read(terminal, buffer, sizeof buffer);
        if (count <= 0)
            return false;
        seen.append(buffer, count);
        if (!mark.isEmpty() && seen.contains(mark))
            return true;
    }
    return false;
}

pid_t startInTerminal(const MeasuredProgram &program, int &terminal)
{
    QByteArrayList words{program.path.toLocal8Bit()};
    for (const QString &argument : program.arguments)
        words.append(argument.toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    winsize size{24, 80, 0, 0};
    const pid_t pid = ::forkpty(&terminal, nullptr, nullptr, &size);
    if (pid == 0) {
        ::setenv("TERM", "xterm-256color", 1);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    return pid;
}

} // namespace

std::optional<Start> measureStart(const MeasuredProgram &program, double idleSeconds)
{
    int terminal = -1;
    const auto begin = SteadyClock::now();
    const pid_t pid = startInTerminal(program, terminal);
    QByteArray seen;
    std::optional<Start> result;
    if (readUntil(terminal, seen, program.readyMark, 30'000)) {
        result = Start{msSince(begin), 0, 0};
        readUntil(terminal, seen, {}, 1'000);
        result->pssMib = numberAfter(procFile(pid, QStringLiteral("smaps_rollup")), "\nPss:") / 1024;
        if (idleSeconds > 0) {
            const double before = wakeUps(pid);
            readUntil(terminal, seen, {}, idleSeconds * 1000);
            result->wakeUpsPerSecond = (wakeUps(pid) - before) / idleSeconds;
        }
    }
    ::kill(pid, SIGTERM);
    ::waitpid(pid, nullptr, 0);
    ::close(terminal);
    return result;
}

} // namespace crema::bench
