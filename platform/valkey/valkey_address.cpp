// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/valkey/valkey_address.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>

namespace crema::platform {
namespace {

constexpr int mostDatabases = 1'000'000;

tl::unexpected<Problem> wrongAddress(const QString &message)
{
    return failure(ProblemKind::Invalid, QStringLiteral("usage.valkey"), message,
                   QCoreApplication::translate("crema::platform::Valkey",
                                               "Use redis://USER:PASSWORD@HOST:6379/0 or unix:///PATH."));
}

tl::unexpected<Problem> noAddress()
{
    return wrongAddress(QCoreApplication::translate("crema::platform::Valkey",
                                                    "VALKEY_URL is not the address of a Valkey or Redis server."));
}

/// Nothing where it is no number of a database.
std::optional<int> databaseOf(const QString &text)
{
    if (text.isEmpty())
        return 0;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= 0 && number < mostDatabases ? std::optional(number) : std::nullopt;
}

bool isRemote(const QUrl &url)
{
    return (url.scheme() == QLatin1String("redis") || url.scheme() == QLatin1String("valkey")) && !url.host().isEmpty();
}

bool isLocal(const QUrl &url)
{
    return url.scheme() == QLatin1String("unix") && url.host().isEmpty() && url.path().size() > 1;
}

} // namespace

Result<ValkeyAddress> ValkeyAddress::fromUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.scheme() == QLatin1String("rediss") || url.scheme() == QLatin1String("valkeys")) {
        return wrongAddress(QCoreApplication::translate(
            "crema::platform::Valkey", "The platform speaks to Valkey without TLS only: put it on this machine, into "
                                       "the private network, or behind a tunnel."));
    }
    if (!url.isValid() || (!isRemote(url) && !isLocal(url)))
        return noAddress();
    const std::optional<int> database =
        databaseOf(isLocal(url) ? QUrlQuery(url).queryItemValue(QStringLiteral("db")) : url.path().mid(1));
    if (!database)
        return noAddress();
    ValkeyAddress address;
    if (isLocal(url))
        address.socketPath = url.path(QUrl::FullyDecoded);
    else
        address.host = url.host();
    address.port = url.port(address.port);
    address.user = url.userName(QUrl::FullyDecoded);
    address.password = url.password(QUrl::FullyDecoded);
    address.database = *database;
    return address;
}

QString ValkeyAddress::place() const
{
    return socketPath.isEmpty() ? QStringLiteral("%1:%2").arg(host).arg(port) : socketPath;
}

} // namespace crema::platform
