// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/print_job.h"
#include "sync/store/database.h"

namespace crema::sync {

/// What waits for the printer of this device, and how often receipts were printed. Throws StorageFailure.
class PrintRows
{
public:
    explicit PrintRows(Database &database) : m_database(database) {}

    /// Inside a transaction. Counts one more print of the sale's receipt and answers how many there are now.
    [[nodiscard]] int countPrint(const QUuid &sale);
    /// Inside a transaction. Keeps it as the newest; where there are too many, the oldest go.
    void add(const PrintJob &job);
    /// The oldest first.
    [[nodiscard]] QList<PrintJob> all();
    /// Inside a transaction; nothing happens when it is gone.
    void change(std::int64_t number, PrintJob::State state, int tries);
    void remove(std::int64_t number);
    void removeAll();

private:
    Database &m_database;
};

} // namespace crema::sync
