// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/window_door.h"

#include "app/device/device_world.h"
#include "app/device/file_preferences.h"
#include "app/handover/meeting_place.h"

#include <QLocalSocket>

namespace crema {
namespace {

constexpr qint64 longestToken = 512;

/// Nothing when nobody is at the other end; else whether the window came.
std::optional<bool> askToShow(const QString &path, const QByteArray &token, int patienceMs)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(patienceMs) || !handover::isSamePerson(socket))
        return std::nullopt;
    socket.write(token + '\n');
    socket.waitForBytesWritten(patienceMs);
    return socket.waitForReadyRead(patienceMs);
}

} // namespace

Result<QString> WindowDoor::place()
{
    const Result<presenters::StoreChoice> choice = DeviceWorld::storeChoice();
    if (!choice)
        return failure(choice.error());
    return handover::meetingPlace((choice->fromEnvironment ? choice->path : FilePreferences::defaultPath()) +
                                  QStringLiteral(".window"));
}

WindowDoor::~WindowDoor()
{
    m_server.close();
}

WindowDoor::Standing WindowDoor::enter(const QString &path, const QByteArray &token, int patienceMs)
{
    if (stand(path, 0))
        return Standing::First;
    std::optional<bool> answer = askToShow(path, token, patienceMs);
    // It may be about to stand there, or about to go.
    if (!answer && stand(path, patienceMs))
        return Standing::First;
    if (!answer)
        answer = askToShow(path, token, patienceMs);
    return answer.value_or(false) ? Standing::Raised : Standing::Silent;
}

bool WindowDoor::stand(const QString &path, int waitMs)
{
    // The lock of a program that was killed is free, whatever file it left.
    m_lock.emplace(path + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(waitMs) && m_lock->error() == QLockFile::LockFailedError) {
        m_lock.reset();
        return false;
    }
    QLocalServer::removeServer(path);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &WindowDoor::meet);
    // Where no socket can be made this window still opens; another one cannot be asked for it.
    (void)m_server.listen(path);
    return true;
}

void WindowDoor::meet()
{
    while (QLocalSocket *visitor = m_server.nextPendingConnection()) {
        connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
        if (!handover::isSamePerson(*visitor)) {
            visitor->abort();
            continue;
        }
        connect(visitor, &QLocalSocket::readyRead, this, [this, visitor] { read(*visitor); });
        read(*visitor);
    }
}

void WindowDoor::read(QLocalSocket &visitor)
{
    if (!visitor.canReadLine()) {
        if (visitor.bytesAvailable() > longestToken)
            visitor.abort();
        return;
    }
    const QByteArray token = visitor.readLine(longestToken).trimmed();
    Q_EMIT raiseWanted(token);
    visitor.write("shown\n");
    visitor.flush();
}

} // namespace crema
