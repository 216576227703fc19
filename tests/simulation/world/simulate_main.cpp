// SPDX-License-Identifier: GPL-3.0-or-later
// crema-simulate: runs the worlds of many seeds in several processes, or one of them with its trace.
#include "tests/simulation/world/simulation.h"
#include "tests/simulation/world/template_world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashFunctions>

#include <cstdio>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace crema::simulation;

namespace {

void print(const WorldOutcome &outcome)
{
    std::printf("seed %llu: %s\n", static_cast<unsigned long long>(outcome.seed),
                outcome.isGood() ? "good" : qPrintable(outcome.objection));
}

/// Every `step`-th seed; writes what is bad at once and its counts at the end. Answers whether all were good.
bool runShare(std::uint64_t from, std::uint64_t until, std::uint64_t step)
{
    bool isGood = true;
    Counts counts;
    for (std::uint64_t seed = from; seed < until; seed += step) {
        const WorldOutcome outcome = simulate(seed);
        if (!outcome.isGood()) {
            print(outcome);
            std::fflush(stdout);
            isGood = false;
        }
        for (auto it = outcome.counts.constBegin(); it != outcome.counts.constEnd(); ++it)
            counts[it.key()] += it.value();
    }
    QByteArray text;
    for (auto it = counts.constBegin(); it != counts.constEnd(); ++it)
        text += "count " + it.key() + ' ' + QByteArray::number(qint64(it.value())) + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
    return isGood;
}

int runAll(std::uint64_t from, std::uint64_t count)
{
    (void)TemplateWorld::instance(); // once, before the processes part
    QElapsedTimer timer;
    timer.start();
    const unsigned workers = std::max(1u, std::thread::hardware_concurrency());
    QList<pid_t> children;
    for (unsigned worker = 0; worker < workers; ++worker) {
        std::fflush(stdout);
        const pid_t child = fork();
        if (child == 0)
            _exit(runShare(from + worker, from + count, workers) ? 0 : 1);
        children.append(child);
    }
    bool isGood = true;
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        isGood = isGood && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    const double seconds = static_cast<double>(timer.elapsed()) / 1'000;
    std::printf("%llu seeds in %.1f s, %.1f a second, %s\n", static_cast<unsigned long long>(count), seconds,
                static_cast<double>(count) / seconds, isGood ? "all good" : "NOT all good");
    return isGood ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption seeds(QStringLiteral("seeds"), QStringLiteral("how many"), QStringLiteral("N"),
                                   QStringLiteral("100"));
    const QCommandLineOption from(QStringLiteral("from"), QStringLiteral("the first one"), QStringLiteral("S"),
                                  QStringLiteral("1"));
    const QCommandLineOption trace(QStringLiteral("trace"), QStringLiteral("print what happens in the first one"));
    parser.addOptions({seeds, from, trace});
    parser.process(application);
    const std::uint64_t first = parser.value(from).toULongLong();
    if (!parser.isSet(trace))
        return runAll(first, parser.value(seeds).toULongLong());
    const WorldOutcome outcome = simulate(first, true);
    std::fwrite(outcome.trace.constData(), 1, static_cast<std::size_t>(outcome.trace.size()), stdout);
    print(outcome);
    return outcome.isGood() ? 0 : 1;
}
