// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/program_log.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>
#include <exception>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

class ProgramLogTest : public ::testing::Test
{
protected:
    [[nodiscard]] QString text() const
    {
        QFile file(folder.filePath(u"log/crema-test.log"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    QTemporaryDir folder;
};

TEST_F(ProgramLogTest, WritesOneLineEachWithTimeAndLevel)
{
    {
        ProgramLog log(folder.filePath(u"log"_s), u"crema-test"_s);
        log.write(ProgramEvent::Note, u"store opened"_s);
    }
    const QStringList lines = text().split(u'\n', Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 3);
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z info .+$"_s);
    for (const QString &line : lines)
        EXPECT_TRUE(form.match(line).hasMatch()) << qPrintable(line);
    EXPECT_TRUE(lines.first().contains(QStringLiteral(CREMA_VERSION)));
    EXPECT_TRUE(lines.last().endsWith(u"stopped"));
}

TEST_F(ProgramLogTest, HoldsNothingAboutPeople)
{
    {
        ProgramLog log(folder.filePath(u"log"_s), u"crema-test"_s);
        log.write(Problem{ProblemKind::Conflict,
                          u"auth.wrong_pin"_s,
                          u"Mina Kowalski typed 4711."_s,
                          u"Ask mina@larkmoor.example."_s,
                          {{u"name"_s, u"Mina Kowalski"_s}}});
        qWarning("Cannot open \"/home/mina/till.sqlite\" for 'Mina Kowalski' <mina@larkmoor.example>: paid 1234.50, "
                 "code 4006381333931, see https://shop.example/k7qp?token=abc and /home/mina/x");
    }
    const QString log = text();
    EXPECT_TRUE(log.contains(u"problem auth.wrong_pin (conflict)"));
    EXPECT_TRUE(log.contains(u"warning qt default Cannot open"));
    for (const QString &planted : {u"ina Kow"_s, u"mina"_s, u"larkmoor"_s, u"4711"_s, u"1234"_s, u"4006381333931"_s,
                                   u"shop.example"_s, u"abc"_s, u"typed"_s})
        EXPECT_FALSE(log.contains(planted)) << qPrintable(planted) << " in " << qPrintable(log);
}

TEST_F(ProgramLogTest, KeepsFiveFilesOfAMegabyte)
{
    {
        ProgramLog log(folder.filePath(u"log"_s), u"crema-test"_s);
        const QString line(1000, u'x');
        for (int i = 0; i < 7'000; ++i)
            log.write(ProgramEvent::Note, line);
    }
    const QFileInfoList files = QDir(folder.filePath(u"log"_s)).entryInfoList({u"crema-test*.log"_s}, QDir::Files);
    int own = 0;
    for (const QFileInfo &file : files) {
        own += file.fileName().contains(u"platform") ? 0 : 1;
        EXPECT_LE(file.size(), 1'048'576) << qPrintable(file.fileName());
    }
    EXPECT_EQ(own, 5);
}

TEST_F(ProgramLogTest, AFolderThatCannotBeWrittenIsNoReasonToStop)
{
    ProgramLog log(u"/proc/none"_s, u"crema-test"_s);
    log.write(ProgramEvent::Trouble, u"nobody reads this"_s);
    log.writePlatform("{}");
}

using ProgramLogDeathTest = ProgramLogTest;

TEST_F(ProgramLogDeathTest, SaysWhyItCrashed)
{
    const QString path = folder.filePath(u"log"_s);
    EXPECT_DEATH(
        {
            ProgramLog log(path, u"crema-test"_s);
            std::terminate();
        },
        "");
    EXPECT_TRUE(text().contains(u"critical terminated: without an exception"_s)) << qPrintable(text());
    EXPECT_DEATH(
        {
            ProgramLog log(path, u"crema-test"_s);
            std::raise(SIGSEGV);
        },
        "");
    EXPECT_TRUE(text().contains(u"crashed: SIGSEGV"_s)) << qPrintable(text());
}

} // namespace
} // namespace crema
