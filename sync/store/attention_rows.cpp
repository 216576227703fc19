// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/attention_rows.h"

#include "sync/store/documents.h"

namespace crema::sync {

void AttentionRows::save(const AttentionCard &card, const QByteArray &document)
{
    m_database.run("save_card", {card.id, card.isOpen() ? 1 : 0, card.subject.id, card.occurredAt.msSinceEpoch(),
                                 card.device, qint64(card.epoch), qint64(card.sequence), document});
}

void AttentionRows::remove(CardId id)
{
    m_database.run("delete_card", {id});
}

std::optional<AttentionCard> AttentionRows::card(CardId id)
{
    Rows rows = m_database.query("read_card", {id});
    if (!rows.next())
        return std::nullopt;
    return entityOf(rows.bytes(0), &codec::readAttentionCard);
}

QList<OpenCard> AttentionRows::open(int limit, int offset)
{
    QList<OpenCard> result;
    Rows rows = m_database.query("list_open_cards", {std::clamp(limit, 1, 1000), std::max(offset, 0)});
    while (rows.next()) {
        OpenCard card{entityOf(rows.bytes(0), &codec::readAttentionCard), {}};
        if (!rows.isNull(1))
            card.number = rows.integer(1);
        result.append(card);
    }
    return result;
}

std::int64_t AttentionRows::openCount()
{
    return m_database.value("count_attention").toLongLong();
}

} // namespace crema::sync
