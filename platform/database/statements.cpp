// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/database/statements.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

// The resource lies in a static library: without this the linker would leave it out.
static void bringInSql()
{
    Q_INIT_RESOURCE(crema_platform_domain_sql);
}

namespace crema::platform {
namespace {

const QString root = QStringLiteral(":/sql/crema_platform_domain");

QByteArray readResource(const QString &path)
{
    bringInSql();
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "statement", qPrintable(path));
    return opened ? file.readAll() : QByteArray();
}

Migration readMigration(const QString &domain, const QString &file)
{
    Migration migration;
    migration.number = file.left(4).toInt();
    migration.name = domain + QLatin1Char('/') + file.chopped(4);
    migration.text = readResource(root + QLatin1Char('/') + domain + QLatin1String("/sql/migrations/") + file);
    migration.checksum = QCryptographicHash::hash(migration.text, QCryptographicHash::Sha256).toHex();
    return migration;
}

} // namespace

QByteArray statementText(const char *name)
{
    const QString path = QString::fromLatin1(name);
    const qsizetype slash = path.indexOf(QLatin1Char('/'));
    Q_ASSERT(slash > 0);
    return readResource(root + QLatin1Char('/') + path.left(slash) + QLatin1String("/sql") + path.mid(slash) +
                        QLatin1String(".sql"));
}

QList<Migration> compiledMigrations()
{
    bringInSql();
    QList<Migration> migrations;
    const QStringList domains = QDir(root).entryList();
    for (const QString &domain : domains) {
        const QStringList files = QDir(root + QLatin1Char('/') + domain + QLatin1String("/sql/migrations")).entryList();
        for (const QString &file : files)
            migrations.append(readMigration(domain, file));
    }
    std::sort(migrations.begin(), migrations.end(),
              [](const Migration &a, const Migration &b) { return a.number < b.number; });
    for (qsizetype i = 0; i < migrations.size(); ++i)
        Q_ASSERT(migrations[i].number == i + 1);
    return migrations;
}

} // namespace crema::platform
