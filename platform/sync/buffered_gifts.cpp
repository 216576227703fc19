// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards in a unit of work, and what managers adjusted on them.
#include "platform/sync/buffered_unit_of_work.h"

namespace crema::platform {

std::optional<GiftCard> BufferedUnitOfWork::giftCard(GiftCardId id)
{
    if (const auto *known = m_giftCards.find(id))
        return known->value;
    const auto stored = m_storage->giftCard(id);
    if (!stored)
        return m_giftCards.loaded(id, std::nullopt).value;
    return m_giftCards.loaded(id, stored->value, stored->revision).value;
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
