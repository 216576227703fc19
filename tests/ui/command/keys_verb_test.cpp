// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/command/verbs_fixture.h"

#include <QJsonArray>

namespace crema::command {
namespace {

TEST_F(Verbs, KeysAreSetWithoutAStoreAndKeptForTheDevice)
{
    const Ran set = run({u"keys"_s, u"set"_s, u"till.hold"_s, u"f5"_s, u"alt+h"_s, u"--json"_s});
    ASSERT_EQ(set.exitCode, 0) << set.err.constData();
    EXPECT_EQ(set.json().value(u"schema").toString(), u"action-keys/1");
    EXPECT_EQ(set.json().value(u"keys").toArray(), QJsonArray({u"F5"_s, u"Alt+H"_s}));
    const QJsonArray changed =
        run({u"keys"_s, u"list"_s, u"--changed"_s, u"--json"_s}).json().value(u"items").toArray();
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed.first().toObject().value(u"action").toString(), u"till.hold");
    EXPECT_TRUE(run({u"keys"_s, u"list"_s, u"--face"_s, u"terminal"_s}).out.contains("terminal.done"));
    ASSERT_EQ(run({u"keys"_s, u"reset"_s}).exitCode, 0);
    EXPECT_TRUE(run({u"keys"_s, u"list"_s, u"--changed"_s, u"--json"_s}).json().value(u"items").toArray().isEmpty());
}

TEST_F(Verbs, AKeyThatIsTakenOrNeededIsRefusedWithWhatItIsFor)
{
    const Ran taken = run({u"keys"_s, u"set"_s, u"till.hold"_s, u"F12"_s, u"--json"_s});
    EXPECT_EQ(taken.exitCode, 5);
    EXPECT_EQ(taken.error().value(u"message").toString(), u"F12 is used for “Pay”.");
    EXPECT_EQ(run({u"keys"_s, u"set"_s, u"till.hold"_s, u"F12"_s, u"--take"_s}).exitCode, 0);
    EXPECT_EQ(run({u"keys"_s, u"set"_s, u"till.note"_s, u"Ctrl+V"_s}).exitCode, 2);
    EXPECT_EQ(run({u"keys"_s, u"set"_s, u"till.nothing"_s, u"F5"_s}).exitCode, 3);
    const Ran none = run({u"keys"_s, u"set"_s, u"till.note"_s, u"none"_s, u"--json"_s});
    EXPECT_EQ(none.exitCode, 0) << none.err.constData();
    EXPECT_TRUE(none.json().value(u"keys").toArray().isEmpty());
}

TEST_F(Verbs, TheScannerIsSetUpWithoutAStore)
{
    const Ran set =
        run({u"scanner"_s, u"set"_s, u"--prefix"_s, u"~"_s, u"--gap"_s, u"60"_s, u"--sounds"_s, u"off"_s, u"--json"_s});
    ASSERT_EQ(set.exitCode, 0) << set.err.constData();
    const QJsonObject shown = run({u"scanner"_s, u"show"_s, u"--json"_s}).json();
    EXPECT_EQ(shown.value(u"prefix").toString(), u"~");
    EXPECT_EQ(shown.value(u"mean_gap_ms").toInt(), 60);
    EXPECT_EQ(shown.value(u"sounds").toString(), u"off");
    EXPECT_EQ(run({u"scanner"_s, u"set"_s, u"--suffix"_s, u"XY"_s}).exitCode, 2);
    ASSERT_EQ(run({u"scanner"_s, u"reset"_s}).exitCode, 0);
    EXPECT_TRUE(run({u"scanner"_s, u"show"_s, u"--json"_s}).json().value(u"prefix").isNull());
}

TEST_F(Verbs, TheSerialScannerIsSetWithoutAStoreAndItsPortIsLookedAt)
{
    const QString port = m_home.filePath(u"no-such-port"_s);
    const Ran set = run(
        {u"scanner"_s, u"serial"_s, u"set"_s, port, u"--baud"_s, u"115200"_s, u"--ending"_s, u"crlf"_s, u"--json"_s});
    ASSERT_EQ(set.exitCode, 0) << set.err.constData();
    const QJsonObject shown = run({u"scanner"_s, u"serial"_s, u"--json"_s}).json();
    EXPECT_EQ(shown.value(u"schema").toString(), u"serial-scanner/1");
    EXPECT_EQ(shown.value(u"path").toString(), port);
    EXPECT_EQ(shown.value(u"baud").toInt(), 115'200);
    EXPECT_EQ(shown.value(u"ending").toString(), u"crlf");
    EXPECT_EQ(shown.value(u"state").toString(), u"absent");
    EXPECT_TRUE(shown.value(u"ports").isArray());
    EXPECT_EQ(run({u"scanner"_s, u"serial"_s, u"set"_s, u"ttyACM0"_s}).exitCode, 2);
    ASSERT_EQ(run({u"scanner"_s, u"serial"_s, u"none"_s}).exitCode, 0);
    EXPECT_EQ(run({u"scanner"_s, u"serial"_s, u"show"_s, u"--json"_s}).json().value(u"state").toString(), u"none");
}

} // namespace
} // namespace crema::command
