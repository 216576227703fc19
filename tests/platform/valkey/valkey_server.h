// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/valkey/valkey_address.h"

#include <QProcess>
#include <QTemporaryDir>

namespace crema::testing {

/// A real Redis of the test's own: no TCP port, its socket in a temporary folder, nothing on the disk, gone at the end.
class ValkeyServer
{
public:
    explicit ValkeyServer(const QStringList &more = {});
    ~ValkeyServer();

    /// Waits until it answers.
    void start();
    void kill();
    /// It takes what is sent, and answers nothing until it goes on.
    void pause() const;
    void goOn() const;

    [[nodiscard]] QString url() const { return QStringLiteral("unix://") + path(); }
    [[nodiscard]] platform::ValkeyAddress address() const { return *platform::ValkeyAddress::fromUrl(url()); }
    /// The names of everything that it holds, and in how many milliseconds each goes.
    [[nodiscard]] QHash<QByteArray, std::int64_t> keys() const;

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("redis.sock")); }
    [[nodiscard]] QByteArray ask(const QStringList &words) const;

    QTemporaryDir m_folder{QStringLiteral("/dev/shm/crema-test-XXXXXX")};
    QStringList m_more;
    QProcess m_process;
};

} // namespace crema::testing
