// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace crema::bench {

/// A `crema-platform serve --embedded` of the benchmark's own, with its private PostgreSQL; both end with this object.
class ServedPlatform
{
public:
    /// `dataFolder` outlives this object.
    ServedPlatform(const QString &program, const QString &dataFolder);
    ~ServedPlatform();
    ServedPlatform(const ServedPlatform &) = delete;
    ServedPlatform &operator=(const ServedPlatform &) = delete;

    /// Starts it and waits up to 60 s for `ready`. False when it did not come.
    bool start(const QStringList &moreArguments);
    /// Ends the platform the hard way and leaves its database running.
    void kill();
    /// Ends both.
    void stop();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 process() const { return m_process.processId(); }
    /// Resident memory of the platform alone, without PostgreSQL.
    [[nodiscard]] double residentMib() const;
    /// Runs one of its verbs on the same folder; its output without the last line's end.
    [[nodiscard]] QByteArray verb(const QStringList &arguments) const;
    /// The folder with the socket of the database.
    [[nodiscard]] QString socketFolder() const;

private:
    QString m_program;
    QString m_dataFolder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace crema::bench
