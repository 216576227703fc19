// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace crema::e2e {

/// What a finished program left behind.
struct Finished {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    /// Standard output as one JSON object; empty when it is none.
    [[nodiscard]] QJsonObject json() const;
};

/// A real `crema-platform` with a private PostgreSQL in a folder of its own and the demo company in it.
class PlatformProcess
{
public:
    /// `content` is what its first start puts in: the demo company, unless named otherwise.
    explicit PlatformProcess(const QString &folder, const QStringList &content = {QStringLiteral("--demo")});
    ~PlatformProcess();

    /// To be called before the first start where a test is about what a disk keeps. No other waits for its disk: what
    /// a killed program wrote is with the system, and nothing here cuts the power.
    void writeThrough() { m_writesThrough = true; }

    /// Starts it (again) on the same port and waits until it says that it is ready.
    [[nodiscard]] bool start();
    /// SIGTERM; answers whether it ended by itself.
    bool stop();
    /// SIGKILL: its database goes on by itself until the next start takes it over.
    void kill();

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    /// Makes a manager, whom a platform without the demo company does not have.
    [[nodiscard]] bool makeManager() const;
    /// A one-time code for a new device of the demo's first shop.
    [[nodiscard]] QString enrolCode() const;
    /// What it logged, from its first start on.
    [[nodiscard]] QByteArray log() const;
    /// What psql is started with to do this in its database.
    [[nodiscard]] QStringList psql(const QString &statement) const;

private:
    [[nodiscard]] bool takeDemo() const;

    QString m_folder;
    QStringList m_content;
    int m_port = 0;
    bool m_writesThrough = false;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_said;
};

/// One device: a home of its own in which `crema` runs.
class Device
{
public:
    explicit Device(const QString &home);

    [[nodiscard]] Finished run(const QStringList &arguments, int timeoutMs = 60'000) const;
    /// Runs it and kills it with SIGKILL after `afterMs`, unless it has ended before.
    [[nodiscard]] Finished runAndKill(const QStringList &arguments, int afterMs) const;
    /// Starts it and leaves it to the caller.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    [[nodiscard]] bool enrol(const PlatformProcess &platform) const;
    /// The same over another way to it.
    [[nodiscard]] bool enrol(const PlatformProcess &platform, const QString &url) const;
    /// One more variable for the programs of this device, such as a clock of its own.
    void setVariable(const QString &name, const QString &value) { m_variables.insert(name, value); }
    /// Where this device's programs find their files, as environment variables.
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QJsonArray items(const QStringList &arguments) const;

private:
    QString m_home;
    QMap<QString, QString> m_variables;
};

/// The real product file, or nothing when this checkout has no data beside it.
[[nodiscard]] std::optional<QString> realProducts();

/// The running programs that have to do with a folder: by where they stand, their command line or their environment.
[[nodiscard]] QStringList programsAt(const QString &folder);
/// Waits until there is none.
[[nodiscard]] bool noProgramStaysAt(const QString &folder);

} // namespace crema::e2e
