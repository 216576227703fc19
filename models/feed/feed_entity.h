// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace crema {

/// The state of an entity as the platform told it. What came in its canonical form is kept as these bytes: nearly all
/// of it goes into the store as it is, and a load brings a great deal of it.
class FeedEntity
{
public:
    FeedEntity() = default;
    FeedEntity(const QJsonObject &object) : m_object(object) {}
    /// `canonical` has to be what json::writeCanonical() writes: bytes that were not looked at are none
    /// (json::canonicalObjectAt() does).
    [[nodiscard]] static FeedEntity ofDocument(const QByteArray &canonical);

    [[nodiscard]] bool isEmpty() const { return m_document.isEmpty() && m_object.isEmpty(); }
    /// Reads it anew each time where it came as bytes.
    [[nodiscard]] QJsonObject json() const;
    /// Its canonical bytes (RFC 8785).
    [[nodiscard]] QByteArray document() const;

    friend bool operator==(const FeedEntity &a, const FeedEntity &b) { return a.document() == b.document(); }

private:
    QJsonObject m_object;
    QByteArray m_document; ///< empty when it came otherwise
};

} // namespace crema
