// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace crema::platform {

/// The text of `platform/<domain>/sql/<statement>.sql`, named "<domain>/<statement>". Asserts that it was compiled in.
[[nodiscard]] QByteArray statementText(const char *name);

/// One step of the schema: `platform/<domain>/sql/migrations/NNNN_name.sql`. The numbers run through all domains.
struct Migration {
    int number = 0;
    QString name; ///< "sync/0008_feed"
    QByteArray text;
    QByteArray checksum; ///< SHA-256 of the text, as hex
};

/// Every migration that was compiled in, by number. Asserts that numbers begin at 1 and have no gap.
[[nodiscard]] QList<Migration> compiledMigrations();

} // namespace crema::platform
