// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/connection.h"

#include <QSet>
#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace crema::testing {

/// A real PostgreSQL of the test program's own: no TCP port, socket and data in a temporary folder, gone at the end.
/// As root the server runs as the user `postgres`.
class TestCluster
{
public:
    /// The one of this program; started on first use.
    static TestCluster &instance();
    ~TestCluster();

    /// A fresh database with the schema of this program, and its libpq connection string.
    [[nodiscard]] QString makeDatabase();
    /// An empty one.
    [[nodiscard]] QString makeEmptyDatabase();
    /// A copy of what `fill` made of a fresh database when this name was asked for first: it gets the connection string
    /// and leaves no session behind.
    [[nodiscard]] QString makeCopy(const QByteArray &name, const std::function<void(const QString &url)> &fill);

private:
    TestCluster();
    bool run(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] QString urlOf(const QString &database) const;
    void execute(const QByteArray &statement);
    void prepareTemplate();
    [[nodiscard]] QString copyOf(const QByteArray &name);

    /// In memory: on some disks removing the files of so many databases takes longer than all tests.
    QTemporaryDir m_folder{QStringLiteral("/dev/shm/crema-test-XXXXXX")};
    QString m_bin;
    QSet<QByteArray> m_templates;
    std::optional<platform::Connection> m_making;
    int m_count = 0;
};

} // namespace crema::testing
