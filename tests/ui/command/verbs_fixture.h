// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace crema::command {

using namespace Qt::StringLiterals;

inline constexpr int patienceMs = 60'000;

struct Ran {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QJsonObject error() const { return QJsonDocument::fromJson(err).object().value(u"error").toObject(); }
};

/// The real program on a real store of its own, one process for each command, as scripts run it.
class Verbs : public ::testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_home.isValid());
        m_program = qEnvironmentVariable("CREMA_BIN") + u"/crema"_s;
        ASSERT_TRUE(QFile::exists(m_program)) << qPrintable(m_program);
    }

    void prepare(QProcess &process) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name :
             {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_RUNTIME_DIR"_s, u"HOME"_s})
            environment.insert(name, m_home.path());
        environment.remove(u"CREMA_STORE"_s);
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(environment);
        process.setProgram(m_program);
    }

    Ran run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        prepare(process);
        process.setArguments(arguments);
        process.start();
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    Ran run(const QString &line) const { return run(QProcess::splitCommand(line)); }

    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_home.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }

    QTemporaryDir m_home;
    QString m_program;
};

} // namespace crema::command
