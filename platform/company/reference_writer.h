// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/entity_codec.h"
#include "platform/sync/feed_writer.h"

namespace crema::platform {

/// Writes what is set up rather than done by operations: company, locations, people, registers, categories and tax
/// classes. Each goes into its table and into the feed of those who may see it.
class ReferenceWriter
{
public:
    ReferenceWriter(Transaction &transaction);

    void save(const Company &company);
    void save(const Location &location);
    /// Without a password hash the stored one stays. A new one, and not being active any more, end the person's
    /// sessions.
    void save(const Person &person, const std::optional<QString> &passwordHash, UtcTime now);
    void save(const Register &reg);
    void save(const Category &category);
    void save(const TaxClass &taxClass);

    /// Writes the feed rows; once, before the transaction commits.
    void finish();

private:
    void add(QStringView type, const QUuid &id, const QString &audience, const QJsonObject &entity);
    /// The same for these audiences, and it is gone for all others that were told of it before (sync.md rule 13).
    void addOnly(QStringView type, const QUuid &id, const QStringList &audiences, const QJsonObject &entity);

    Transaction &m_transaction;
    QList<FeedEntry> m_feed;
};

} // namespace crema::platform
