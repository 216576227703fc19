// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.h"

namespace crema::sync {

/// The indices of the catalog whose order is not that in which a snapshot brings its rows. Each chunk would change
/// nearly every page of them, and write it anew; made at once at the end they are a hundredth of that. Failures are
/// thrown as StorageFailure.
class CatalogIndices
{
public:
    explicit CatalogIndices(Database &database) : m_database(database) {}

    /// Until they are made, looking a variant up by its code or its product reads all variants.
    void drop();
    /// Makes the next one that may be missing; answers whether there is another. Of 100,000 variants each takes some
    /// 200 ms, for which a sale that comes just then waits.
    [[nodiscard]] bool makeNext();

private:
    Database &m_database;
    std::size_t m_next = 0;
};

} // namespace crema::sync
