// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/bootstrap.h"

#include "models/base/uuid7.h"
#include "models/operations/storage_failure.h"
#include "models/people/permission.h"
#include "platform/company/reference_writer.h"
#include "platform/company/stored_reference.h"
#include "platform/database/migrator.h"
#include "platform/database/transaction.h"
#include "platform/identity/stored_token_keys.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Bootstrap", text);
}

Location firstShop(UtcTime now, Randomness &randomness)
{
    Location shop;
    shop.id = makeId<LocationId>(now, randomness);
    shop.code = QStringLiteral("MAIN");
    shop.name = tr("Main shop");
    shop.currency = *Currency::fromCode(u"EUR");
    shop.country = QStringLiteral("DE");
    shop.timeZone = "Europe/Berlin";
    return shop;
}

void saveRoles(Connection &connection)
{
    for (const Role role : allRoles) {
        QStringList permissions;
        for (const Permission permission : permissionsOf(role))
            permissions.append(permissionText(permission));
        connection.run("identity/save_role", {roleText(role), permissions});
    }
}

} // namespace

Result<void> prepareDatabase(Connection &connection)
{
    if (const Result<void> migrated = migrate(connection); !migrated)
        return migrated;
    saveRoles(connection);
    return {};
}

bool isSetUp(Connection &connection)
{
    return !connection.run("company/load_company").isEmpty();
}

void setUpCompany(Connection &connection, UtcTime now, Randomness &randomness)
{
    retrying([&] {
        Transaction transaction(connection);
        if (hasCompany(transaction))
            return;
        ReferenceWriter writer(transaction);
        const Location shop = firstShop(now, randomness);
        writer.save(Company{makeUuid7(now, randomness), tr("My company"), shop.currency});
        writer.save(shop);
        writer.save(TaxClass{makeId<TaxClassId>(now, randomness), tr("Standard"), TaxRate(1900), true});
        writer.save(TaxClass{makeId<TaxClassId>(now, randomness), tr("Reduced"), TaxRate(700), false});
        writer.finish();
        transaction.commit();
    });
}

Result<std::unique_ptr<AccessTokens>> loadAccessTokens(ConnectionPool &pool, UtcTime now, Randomness &randomness)
{
    QList<StoredTokenKey> keys;
    {
        const auto connection = pool.borrow();
        Transaction transaction(*connection);
        // Two nodes that start at once must end up with one key.
        transaction.run("identity/lock_signing_key");
        keys = loadTokenKeys(transaction);
        if (keys.isEmpty())
            keys.append(saveTokenKey(transaction, now, randomness));
        transaction.commit();
    }
    // A session of its own, for once a minute: whoever makes a token may hold one of the pool, and the last one at
    // that.
    const auto readAgain = [url = pool.url(), secrets = pool.secrets()]() -> std::optional<QList<StoredTokenKey>> {
        try {
            Connection connection(url);
            connection.setSecrets(secrets);
            Transaction transaction(connection);
            return loadTokenKeys(transaction);
        } catch (const StorageFailure &) {
            return std::nullopt;
        }
    };
    return TokenKeyRing::make(keys, now, AccessTokens::lifetimeS * 1000, readAgain)
        .map([&randomness](std::unique_ptr<TokenKeyRing> ring) {
            return std::make_unique<AccessTokens>(std::move(ring), randomness);
        });
}

} // namespace crema::platform
