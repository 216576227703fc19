// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/catalog_indices.h"

#include <array>

namespace crema::sync {
namespace {

constexpr std::array drops{"drop_variant_by_product", "drop_variant_by_sku", "drop_barcode_by_code"};
constexpr std::array makes{"create_variant_by_product", "create_variant_by_sku", "create_barcode_by_code"};

} // namespace

void CatalogIndices::drop()
{
    for (const char *query : drops)
        m_database.run(query);
}

bool CatalogIndices::makeNext()
{
    if (m_next < makes.size())
        m_database.run(makes[m_next++]);
    return m_next < makes.size();
}

} // namespace crema::sync
