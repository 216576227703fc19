// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_row.h"
#include "models/operations/aggregates.h"
#include "models/operations/operation_content.h"
#include "platform/sync/unit_storage.h"

#include <QStringList>

namespace crema::platform {

/// One transaction of the platform, seen from the sync rules: aggregates and what stands around them. Saved entities go
/// into the feed by themselves. Dropping it without commit() undoes everything. Storage failures are thrown
/// (StorageFailure).
class UnitOfWork : public Aggregates
{
public:
    using Aggregates::save;

    /// Keeps other transactions from the stream until the end, and tells where it stands.
    [[nodiscard]] virtual Stream lockStream(DeviceId device, std::int64_t epoch) = 0;
    virtual void saveStream(DeviceId device, std::int64_t epoch, const Stream &stream) = 0;

    [[nodiscard]] virtual std::optional<Receipt> receipt(DeviceId device, std::int64_t epoch,
                                                         std::int64_t sequence) = 0;
    virtual void append(const Receipt &receipt) = 0;

    [[nodiscard]] virtual std::optional<StoredOperation> operation(OperationId id) = 0;
    virtual void save(const StoredOperation &operation) = 0;
    /// Those that wait for one of `causes`, after `place`, at most `limit`, in the order of (device, epoch, sequence)
    /// and locked until the end.
    [[nodiscard]] virtual QList<StoredOperation> lockWaiting(const QList<OperationId> &causes,
                                                             const OperationPlace &place, int limit) = 0;
    /// What operations still wait for although it took effect or was settled, at most `limit`.
    [[nodiscard]] virtual QList<OperationId> overdueCauses(int limit) = 0;
    /// Those about one subject that wait, or were refused and are not settled, in the order of their sequence.
    [[nodiscard]] virtual QList<StoredOperation> openOperationsOn(const QUuid &subject) = 0;

    /// What is in force at this location; without one what the company set.
    [[nodiscard]] virtual SettingValues settingsAt(const std::optional<LocationId> &location) = 0;

    /// All about a customer or a person, and the decisions about their cards.
    [[nodiscard]] virtual QList<StoredOperation> operationsAbout(const QUuid &subject) = 0;
    /// All that lost a field to a value that this person gave it.
    [[nodiscard]] virtual QList<StoredOperation> operationsNaming(PersonId person) = 0;
    /// The adjustments of a customer's store credit and points, also those that did not take effect.
    [[nodiscard]] virtual QList<StoredOperation> adjustmentsFor(CustomerId customer) = 0;
    /// Takes the reasons out of the ledgers of a customer's store credit and points, those of this unit among them.
    virtual void eraseReasonsOf(CustomerId customer) = 0;
    /// Puts a mark in place of the dead letters whose bytes have one of these words, those of this unit among them.
    virtual void eraseDeadLetters(const QList<QByteArray> &words) = 0;

    /// Who enrolled the device: acts for operations of before its enrolment.
    [[nodiscard]] virtual std::optional<PersonId> enrollerOf(DeviceId device) = 0;

    /// Who gave the field the value that it has; nothing: it has it since it was made.
    [[nodiscard]] virtual std::optional<FieldChange> fieldChange(const QUuid &subject, const QString &field) = 0;
    virtual void append(const FieldChange &change) = 0;

    virtual void append(const DeadLetter &letter) = 0;
    virtual void append(const Review &review) = 0;
    virtual void append(const AuditEntry &entry) = 0;
    virtual void append(const AddressChange &change) = 0;
    /// Tells one device about a later outcome of its operation.
    virtual void announce(const StoredOperation &operation) = 0;

    /// Says what will be asked for soon, so that it can be fetched in one step. Changes nothing.
    virtual void expect(const QList<OperationContent> &operations) = 0;

    /// From here on effects can be taken back with rollback(). Savepoints do not nest.
    virtual void savepoint() = 0;
    virtual void release() = 0;
    virtual void rollback() = 0;

    /// How many rows the feed gets from this unit so far, at most; see maxFeedRowsOfTransaction.
    [[nodiscard]] virtual qsizetype feedRows() const = 0;

    /// Makes everything durable. Operations that took effect get their `visibleAt`: from that place in the feed on
    /// whoever follows `audiences` has seen what this unit changed.
    virtual void commit(const QStringList &audiences) = 0;
};

} // namespace crema::platform
