// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/platform/processor_time.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace crema::bench {
namespace {

struct Stat {
    QByteArray name;
    double seconds = 0;
};

/// `pid (name) state …`: the 14th and the 15th field are the ticks in user and kernel. A name may hold anything.
Stat statOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const qsizetype from = text.indexOf('(') + 1;
    const qsizetype to = text.lastIndexOf(')');
    const QList<QByteArray> fields = text.sliced(to + 2).split(' ');
    const auto perSecond = static_cast<double>(sysconf(_SC_CLK_TCK));
    return {text.sliced(from, to - from), (fields.at(11).toDouble() + fields.at(12).toDouble()) / perSecond};
}

} // namespace

double processorSeconds(const QList<qint64> &processes)
{
    double seconds = 0;
    for (const qint64 process : processes)
        seconds += statOf(QStringLiteral("/proc/%1/stat").arg(process)).seconds;
    return seconds;
}

double processorSecondsOfThread(const QByteArray &name)
{
    double seconds = 0;
    const QString tasks = QStringLiteral("/proc/self/task/");
    const QStringList threads = QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        if (const Stat stat = statOf(tasks + thread + QStringLiteral("/stat")); stat.name == name)
            seconds += stat.seconds;
    }
    return seconds;
}

} // namespace crema::bench
