// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards in a unit of work, and what managers adjusted on them.
#include "platform/sync/buffered_unit_of_work.h"

#include "platform/sync/load_once.h"

namespace crema::platform {

std::optional<GiftCard> BufferedUnitOfWork::giftCard(GiftCardId id)
{
    return loadOnce(m_giftCards, id, [&] { return m_storage->giftCard(id); });
}

void BufferedUnitOfWork::save(const GiftCard &card)
{
    m_giftCards.put(card.id, card);
}

void BufferedUnitOfWork::add(const GiftEntry &entry)
{
    m_giftEntries.append(entry);
}

} // namespace crema::platform
