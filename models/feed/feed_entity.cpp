// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/feed_entity.h"

#include "models/base/json.h"
#include "models/base/json_builder.h"

namespace crema {

FeedEntity FeedEntity::ofDocument(const QByteArray &canonical)
{
    FeedEntity entity;
    entity.m_document = canonical;
    return entity;
}

QJsonObject FeedEntity::json() const
{
    return m_document.isEmpty() ? m_object : json::buildObject(m_document);
}

QByteArray FeedEntity::document() const
{
    return m_document.isEmpty() ? json::writeCanonical(m_object) : m_document;
}

} // namespace crema
