// SPDX-License-Identifier: GPL-3.0-or-later
// Goals 15, 16, 17 and 22 of performance.md: from start to a usable till with 100,000 products on disk, the memory
// then, and the wake-ups while idle; each beside the smallest Qt window, measured in turn in the same run.
#include "tests/bench/startup/measured_program.h"
#include "tests/e2e/programs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using namespace crema;

constexpr int rounds = 7;
constexpr double idleSeconds = 5;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

/// A display of our own, unless there is one.
class Display
{
public:
    Display()
    {
        if (!qEnvironmentVariableIsEmpty("DISPLAY") || !m_folder.isValid())
            return;
        const QString file = m_folder.filePath(QStringLiteral("display"));
        m_server.start(
            QStringLiteral("sh"),
            {QStringLiteral("-c"), QStringLiteral("exec Xvfb -displayfd 3 -screen 0 1366x768x24 3>'%1'").arg(file)});
        for (int tries = 0; tries < 100 && number(file).isEmpty(); ++tries)
            m_server.waitForFinished(100);
        qputenv("DISPLAY", ":" + number(file));
    }
    ~Display()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }

private:
    static QByteArray number(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }

    QTemporaryDir m_folder;
    QProcess m_server;
};

/// A register that is enrolled at a platform with 100,000 products, has pulled them and has its shift open.
bool prepare(e2e::PlatformProcess &platform, const e2e::Device &till)
{
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    const bool ready = platform.start() && platform.makeManager() && till.enrol(platform) &&
                       till.run(words("sync run --wait --timeout 300"), 310'000).exitCode == 0 &&
                       till.run(words("shift open --float 10000")).exitCode == 0;
    platform.stop();
    return ready;
}

void measure(const std::vector<bench::MeasuredProgram> &programs)
{
    std::vector<std::vector<bench::Start>> starts(programs.size());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < programs.size(); ++i) {
            if (const auto start = bench::measureStart(programs[i], round == 0 ? idleSeconds : 0))
                starts[i].push_back(*start);
        }
    }
    std::printf("%-28s %10s %10s %12s %6s\n", "program", "ready ms", "PSS MiB", "wake-ups/s", "runs");
    for (std::size_t i = 0; i < programs.size(); ++i) {
        std::vector<double> ready;
        std::vector<double> memory;
        for (const bench::Start &start : starts[i]) {
            ready.push_back(start.readyMs);
            memory.push_back(start.pssMib);
        }
        const double wakeUps = starts[i].empty() ? 0 : starts[i].front().wakeUpsPerSecond;
        std::printf("%-28s %10.1f %10.1f %12.2f %6zu\n", qPrintable(programs[i].name), median(ready), median(memory),
                    wakeUps, starts[i].size());
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString here = QCoreApplication::applicationDirPath();
    const QString bin = QDir(here).absoluteFilePath(QStringLiteral("../bin"));
    qputenv("CREMA_BIN", bin.toLocal8Bit());
    const QByteArray count = qgetenv("CREMA_BENCH_PRODUCTS").isEmpty() ? "100000" : qgetenv("CREMA_BENCH_PRODUCTS");
    const QTemporaryDir folder;
    e2e::PlatformProcess platform(folder.path(), {QStringLiteral("--demo-data"), QString::fromLatin1(count)});
    const e2e::Device till(folder.filePath(QStringLiteral("till")));
    if (!prepare(platform, till)) {
        std::fputs("The register with its products could not be prepared.\n", stderr);
        return 1;
    }
    const Display display;
    const QProcessEnvironment environment = till.environment();
    const QStringList names = environment.keys();
    for (const QString &name : names)
        qputenv(name.toLocal8Bit().constData(), environment.value(name).toLocal8Bit());
    qputenv("CREMA_REPORT_READY", "1");
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("LC_ALL", "C.UTF-8");
    std::printf("%s products, median of %d starts\n", count.constData(), rounds);
    measure({{QStringLiteral("minimal Qt window"), here + QStringLiteral("/minimal_window"), {}, "ready"},
             {QStringLiteral("crema-desktop, till"), bin + QStringLiteral("/crema-desktop"), {}, "till ready"},
             {QStringLiteral("crema, till"), bin + QStringLiteral("/crema"), {}, "Scan item"}});
    return 0;
}
