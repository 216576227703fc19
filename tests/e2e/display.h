// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QString>

namespace crema::e2e {

/// A display of its own. It does not begin anew when its last client goes, because whoever comes at that moment is
/// turned away.
class Display
{
public:
    explicit Display(const QString &folder) : m_file(folder + QStringLiteral("/display"))
    {
        m_server.start(QStringLiteral("sh"),
                       {QStringLiteral("-c"),
                        QStringLiteral("exec Xvfb -noreset -displayfd 3 -screen 0 1366x768x24 3>'%1'").arg(m_file)});
        for (const QDeadlineTimer limit(120'000); name() == QStringLiteral(":") && !limit.hasExpired();)
            m_server.waitForFinished(20);
    }
    ~Display()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }

    [[nodiscard]] QString name() const
    {
        QFile file(m_file);
        return u':' + (file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed() : QString());
    }

private:
    QString m_file;
    QProcess m_server;
};

} // namespace crema::e2e
