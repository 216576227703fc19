// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cluster/cluster_account.h"

#include "platform/cluster/cluster_programs.h"

#include <QCoreApplication>

#include <pwd.h>
#include <unistd.h>

namespace crema::platform {
namespace {

constexpr int probeMs = 5'000;

struct Account {
    uint uid = 0;
    uint gid = 0;
};

std::optional<Account> postgresAccount()
{
    const passwd *entry = ::getpwnam("postgres");
    return entry ? std::optional(Account{entry->pw_uid, entry->pw_gid}) : std::nullopt;
}

// initdb asks for the name of the number that it runs under, so the number must be in the list of accounts.
Account accountInNamespace()
{
    if (const std::optional<Account> postgres = postgresAccount())
        return *postgres;
    const passwd *nobody = ::getpwnam("nobody");
    return nobody ? Account{nobody->pw_uid, nobody->pw_gid} : Account{65534, 65534};
}

QStringList namespacePrefix(const Account &account)
{
    return {QStringLiteral("unshare"), QStringLiteral("--user"), QStringLiteral("--map-user=%1").arg(account.uid),
            QStringLiteral("--map-group=%1").arg(account.gid), QStringLiteral("--")};
}

QStringList postgresPrefix(const Account &account)
{
    return {QStringLiteral("setpriv"), QStringLiteral("--reuid=%1").arg(account.uid),
            QStringLiteral("--regid=%1").arg(account.gid), QStringLiteral("--clear-groups"), QStringLiteral("--")};
}

bool works(const QStringList &prefix)
{
    return runProgram(prefix + QStringList{QStringLiteral("true")}, probeMs).has_value();
}

} // namespace

Result<ClusterAccount> findClusterAccount()
{
    if (::geteuid() != 0)
        return ClusterAccount{ClusterAccount::Kind::Self, {}, ::geteuid(), ::getegid()};
    const QStringList prefix = namespacePrefix(accountInNamespace());
    if (works(prefix))
        return ClusterAccount{ClusterAccount::Kind::Namespace, prefix, 0, 0};
    const std::optional<Account> postgres = postgresAccount();
    if (postgres && works(postgresPrefix(*postgres)))
        return ClusterAccount{ClusterAccount::Kind::Postgres, postgresPrefix(*postgres), postgres->uid, postgres->gid};
    return failure(ProblemKind::Failed, QStringLiteral("cluster.no_account"),
                   QCoreApplication::translate("PrivateCluster", "PostgreSQL does not run as root, and this system "
                                                                 "allows no other account for it."),
                   QCoreApplication::translate("PrivateCluster", "Start the platform as an ordinary user."));
}

} // namespace crema::platform
