// SPDX-License-Identifier: GPL-3.0-or-later
// Promotions and price lists in a unit of work.
#include "platform/sync/buffered_unit_of_work.h"

#include "platform/sync/load_once.h"

namespace crema::platform {

std::optional<Promotion> BufferedUnitOfWork::promotion(PromotionId id)
{
    return loadOnce(m_promotions, id, [&] { return m_storage->promotion(id); });
}

void BufferedUnitOfWork::save(const Promotion &promotion)
{
    m_promotions.put(promotion.id, promotion);
}

std::optional<PriceList> BufferedUnitOfWork::priceList(PriceListId id)
{
    return loadOnce(m_priceLists, id, [&] { return m_storage->priceList(id); });
}

void BufferedUnitOfWork::save(const PriceList &list)
{
    m_priceLists.put(list.id, list);
}

} // namespace crema::platform
