// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core_dumps.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdlib>

#include <sys/resource.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

/// The limit of a process that runs, in bytes; nothing where there is none of that number.
std::optional<QByteArray> coreLimitOf(qint64 pid)
{
    QFile limits(u"/proc/%1/limits"_s.arg(pid));
    if (!limits.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = limits.readAll();
    return text.mid(text.indexOf("Max core file size") + 19).simplified().split(' ').first();
}

bool isHeldBack(const QByteArray &limit)
{
    return limit == "1" || limit == "0";
}

// As on a machine that collects dumps: else there would be nothing to hold back.
void allowDumps()
{
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_CORE, &limit);
}

class CoreDumpsTest : public ::testing::TestWithParam<std::pair<const char *, const char *>>
{};

/// Each program that a person starts, early in its life.
TEST_P(CoreDumpsTest, NoProgramLeavesOne)
{
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, home.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier(&allowDumps);
    process.start(qEnvironmentVariable("CREMA_BIN") + u'/' + QLatin1StringView(GetParam().first),
                  QString::fromLatin1(GetParam().second).split(u' '));
    ASSERT_TRUE(process.waitForStarted());
    QElapsedTimer timer;
    timer.start();
    std::optional<QByteArray> limit = coreLimitOf(process.processId());
    while (limit && !isHeldBack(*limit) && timer.elapsed() < 20'000 && !process.waitForFinished(5))
        limit = coreLimitOf(process.processId());
    ASSERT_TRUE(limit) << process.readAllStandardError().constData();
    EXPECT_TRUE(isHeldBack(*limit)) << limit->constData();
    process.kill();
    process.waitForFinished();
}

INSTANTIATE_TEST_SUITE_P(Programs, CoreDumpsTest,
                         ::testing::Values(std::pair("crema",
                                                     "device enroll --platform http://127.0.0.1:9 --code-file -"),
                                           std::pair("crema-desktop", "--self-test")));

[[noreturn]] void sayLimit()
{
    holdBackCoreDumps();
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    std::exit(limit.rlim_max <= 1 ? 3 : 4);
}

TEST(HoldBackCoreDumps, UnlessTheEnvironmentAsksForThem)
{
    EXPECT_EXIT(sayLimit(), ::testing::ExitedWithCode(3), "");
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    if (limit.rlim_max <= 1)
        GTEST_SKIP() << "this machine allows no core dumps to begin with";
    qputenv("CREMA_CORE_DUMPS", "1");
    EXPECT_EXIT(sayLimit(), ::testing::ExitedWithCode(4), "");
    qunsetenv("CREMA_CORE_DUMPS");
}

} // namespace
} // namespace crema
