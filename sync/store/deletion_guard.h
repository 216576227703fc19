// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/feed/feed_row.h"
#include "sync/client/deletion_question.h"
#include "sync/store/device_rows.h"
#include "sync/store/entity_rows.h"

#include <QJsonArray>
#include <QMap>

namespace crema::sync {

/// Counts what goes within an hour and asks before it is too much (sync.md rule 28). People, registers and places are
/// not counted: that one who lost a right keeps it meanwhile would be the greater harm. Sales and what belongs to them
/// are only counted where the platform says that they are gone, for nothing says so today. Failures are thrown as
/// StorageFailure.
class DeletionGuard
{
public:
    static constexpr std::int64_t windowMs = 3'600'000;
    /// What goes within so long is counted together, so that an hour has few counts.
    static constexpr std::int64_t spanMs = 300'000;
    static constexpr std::int64_t mostRows = 100;
    static constexpr std::int64_t mostPercent = 5;
    /// So few are no mass, however small the shop is.
    static constexpr std::int64_t fewRows = 5;

    using Leaving = QMap<QString, std::int64_t>; ///< rows by entity type

    DeletionGuard(Database &database, DeviceRows &device, EntityRows &rows, Clock &clock)
        : m_database(database), m_device(device), m_rows(rows), m_clock(clock)
    {}

    /// What is here and would go with these rows.
    [[nodiscard]] Leaving leavingWith(const QList<FeedRow> &rows);

    /// Nothing: they may go. A question that was answered for as many or more is not asked again.
    [[nodiscard]] std::optional<DeletionQuestion> ask(DeletionSource source, const Leaving &leaving);

    /// Inside the transaction in which they go: they count, and the answer is used up.
    void note(DeletionSource source, const Leaving &leaving);

    /// Inside the transaction in which they go, unless there is a question: they are noted, and what was asked about is
    /// settled, or the platform has taken it back.
    [[nodiscard]] std::optional<DeletionQuestion> letGo(DeletionSource source, const Leaving &leaving);

    /// What waits for an answer, as it was asked.
    [[nodiscard]] std::optional<DeletionQuestion> question(DeletionSource source);
    /// What was asked here within the hour, by what is here now; nothing when it would not be asked any more.
    [[nodiscard]] std::optional<DeletionQuestion> stillAskedHere();
    /// Inside a transaction. Nothing: there is none any more.
    void keep(DeletionSource source, const std::optional<DeletionQuestion> &question);
    /// Inside a transaction: as much may go within the hour, and nothing is asked any more.
    void allow(const DeletionQuestion &question);

private:
    [[nodiscard]] std::int64_t presentOf(const QString &type);
    [[nodiscard]] bool isOfThisHour(const QJsonObject &json);
    [[nodiscard]] QJsonArray lastHour(DeletionSource source);
    [[nodiscard]] std::int64_t goneWithinTheHour(DeletionSource source, const QString &type);

    Database &m_database;
    DeviceRows &m_device;
    EntityRows &m_rows;
    Clock &m_clock;
};

} // namespace crema::sync
