// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/file_check.h"

#include "models/operations/storage_failure.h"
#include "sync/store/database.h"
#include "sync/store/documents.h"

#include <QStringList>

namespace crema::sync {

Result<void> checkFileQuickly(const Disk &disk, const QString &path, std::stop_token stop)
{
    const Result<std::unique_ptr<Database>> database = Database::open(disk, path, Access::ReadOnly);
    if (!database)
        return failure(database.error());
    try {
        QStringList tables;
        {
            Rows rows = (*database)->query("list_tables_on_disk");
            while (rows.next())
                tables.append(rows.text(0));
        }
        for (const QString &table : tables) {
            if (stop.stop_requested())
                return {};
            const QString finding = (*database)->value("check_table_quickly", {table}).toString();
            if (finding != QLatin1String("ok"))
                throwDamaged(finding);
        }
        return {};
    } catch (const StorageFailure &failed) {
        return failure(failed.problem());
    }
}

} // namespace crema::sync
