// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/meeting_place.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace crema::handover {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::handover::MeetingPlace)
};

constexpr qsizetype shownOfHash = 16;

tl::unexpected<Problem> unfit(const QString &folder)
{
    return failure(
        ProblemKind::Failed, u"handover.folder"_s,
        Texts::tr("Other programs cannot reach the one that holds the store: the folder \"%1\" is unfit.").arg(folder),
        Texts::tr("Set XDG_RUNTIME_DIR to a folder with a short path that only you can open."));
}

QString runtimeFolder()
{
    const QString named = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!named.isEmpty())
        return named;
    const QString usual = u"/run/user/%1"_s.arg(::getuid());
    return QFileInfo::exists(usual) ? usual : QDir::tempPath() + u"/crema-%1"_s.arg(::getuid());
}

/// Nobody else can put a socket there, or meet us at ours.
bool isPrivate(const QByteArray &folder)
{
    struct stat found = {};
    return ::lstat(folder.constData(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == ::getuid() &&
           (found.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

/// A store that is not there yet has a folder that is, or will be.
QString trueName(const QString &storePath)
{
    const QFileInfo file(storePath);
    if (const QString path = file.canonicalFilePath(); !path.isEmpty())
        return path;
    const QString folder = file.dir().canonicalPath();
    return folder.isEmpty() ? file.absoluteFilePath() : folder + u'/' + file.fileName();
}

} // namespace

Card Card::own(const QString &program)
{
    return {protocolNow, QCoreApplication::applicationVersion(), program, QCoreApplication::applicationPid()};
}

QJsonObject toJson(const Card &card)
{
    return {{u"protocol"_s, card.protocol},
            {u"version"_s, card.version},
            {u"program"_s, card.program},
            {u"process"_s, card.process}};
}

std::optional<Card> cardFromJson(const QJsonObject &json)
{
    if (!json.value(u"protocol"_s).isDouble() || !json.value(u"version"_s).isString())
        return std::nullopt;
    return Card{json.value(u"protocol"_s).toInt(), json.value(u"version"_s).toString(),
                json.value(u"program"_s).toString(), json.value(u"process"_s).toInteger()};
}

Result<QString> meetingPlace(const QString &storePath)
{
    const QString folder = runtimeFolder() + u"/crema"_s;
    const QByteArray native = QFile::encodeName(folder);
    ::mkdir(QFile::encodeName(runtimeFolder()).constData(), S_IRWXU);
    ::mkdir(native.constData(), S_IRWXU);
    if (!isPrivate(native))
        return unfit(folder);
    const QByteArray hash =
        QCryptographicHash::hash(trueName(storePath).toUtf8(), QCryptographicHash::Sha256).toHex().left(shownOfHash);
    const QString path = u"%1/%2.socket"_s.arg(folder, QString::fromLatin1(hash));
    if (QFile::encodeName(path).size() >= static_cast<qsizetype>(sizeof(sockaddr_un::sun_path)))
        return unfit(folder);
    return path;
}

bool isSamePerson(const QLocalSocket &socket)
{
    ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == ::getuid();
}

} // namespace crema::handover
