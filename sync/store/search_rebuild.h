// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/catalog_indices.h"

#include <QHash>
#include <QUuid>

#include <vector>

namespace crema::sync {

/// Makes good what a bulk left aside: the indices of the catalog where they are missing, and product search, which is
/// written anew as a whole, in the useful order: what sold most first, then by name, then as added. In steps that are
/// short enough for a sale to go between two of them, but for an index that is missing; search finds what was written
/// so far. Each runs in the caller's transaction, one or one for all. Failures are thrown as StorageFailure; after one,
/// or when a transaction was undone, it has to be begun anew.
class SearchRebuild
{
public:
    enum class Stage {
        Indexing, ///< what else a bulk left aside, see CatalogIndices
        Reading,
        Writing,
        Done,
    };

    explicit SearchRebuild(Database &database) : m_database(database), m_indices(database) {}

    /// Answers what is done now. Nothing is left to do after Done.
    Stage step();

private:
    /// One product on its way into the index; texts in UTF-8.
    struct Product {
        QUuid id;
        QByteArray nameKey;
        QByteArray words;
        std::int64_t sold = 0;
    };

    /// These answer whether there was less than a step.
    bool readProducts();
    bool readVariants();
    void putInUsefulOrder();
    void begin();
    bool write();
    void end();

    Database &m_database;
    CatalogIndices m_indices;
    bool m_hasIndices = false;
    std::vector<Product> m_products;
    QHash<QUuid, std::size_t> m_places; ///< of m_products
    bool m_hasProducts = false;
    bool m_hasVariants = false;
    std::int64_t m_number = 0; ///< of the last row that was read
    std::size_t m_written = 0; ///< of m_products
};

} // namespace crema::sync
