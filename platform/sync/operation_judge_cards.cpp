// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards whose making was refused, and of which documents told all the same (ADR 060).
#include "models/giftcards/gift_ledger.h"
#include "models/operations/operation_types.h"
#include "platform/sync/operation_judge.h"

namespace crema::platform {

bool OperationJudge::isToldOfAllTheSame(const StoredOperation &creation)
{
    return creation.type == operation::giftCardCreate && creation.acknowledgement.outcome == Outcome::Refused &&
           m_unit.giftCard(GiftCardId(creation.subject.id));
}

void OperationJudge::noteCardsToldOf(const Sale &sale)
{
    const QList<GiftEntry> entries = giftEntriesOf(sale);
    for (const GiftEntry &entry : entries) {
        const auto card = m_unit.giftCard(entry.card);
        if (!card || card->isStoreCredit() || !card->codeHash.isEmpty())
            continue;
        const QList<StoredOperation> open = m_unit.openOperationsOn(entry.card.value());
        for (const StoredOperation &other : open) {
            if (isToldOfAllTheSame(other) && !m_causes.contains(other.id))
                m_causes.append(other.id);
        }
    }
}

} // namespace crema::platform
