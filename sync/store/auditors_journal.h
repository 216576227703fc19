// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/chain_verifier.h"
#include "models/base/clock.h"
#include "models/security/signing_key.h"
#include "models/selling/location.h"
#include "sync/store/device_rows.h"

#include <functional>
#include <vector>

namespace crema::sync {

/// One row of the auditor's journal as it lies in the store.
struct AuditorRow {
    std::int64_t position = 0; ///< over all chains of the store
    QUuid chain;
    auditing::ChainEntry entry; ///< without a document when the operation that holds it is gone
    QByteArray state;
    std::optional<std::int64_t> operation; ///< the number of the one that holds the document
    OperationId operationId;               ///< of that one; null when there is none
    bool isAcknowledged = true;            ///< the platform answered it, or there is none

    [[nodiscard]] static AuditorRow of(const Rows &rows);
};

/// The auditor's journal of this store (sync.md rule 34): appends an entry for each document of the register, in the
/// transaction that records it. What an entry says follows from the documents and the place alone, and the signatures
/// from the key; so a journal whose end was lost is made again as it was, as long as its operations are there. Failures
/// are thrown as StorageFailure.
class AuditorsJournal
{
public:
    using KeySource = std::function<std::optional<SigningKey>()>;

    /// `key` is asked until it gives one: a register that lost its key goes on selling, and its entries stay unsigned.
    AuditorsJournal(Database &database, KeySource key) : m_database(database), m_keySource(std::move(key)) {}

    /// Who this device is and where it stands, for the entries from now on.
    void setPlace(const DeviceRow &device, const std::optional<Location> &location);

    /// An operation of this number in the queue; what is no document of a register is left alone.
    void append(const Operation &operation, std::int64_t number, const QByteArray &bytes);
    /// As append(), for one whose document was looked at already.
    void append(const auditing::ChainDocument &document, std::optional<RegisterId> reg, OperationId id,
                std::int64_t number, const QByteArray &bytes);

    /// Reads the end of the chain again: a transaction was undone.
    void forget();

    /// After the store was rebuilt or took operations from its operation journal: enters what is not entered yet. What
    /// cannot be made again as it was is followed by a new chain, which says so.
    void mend();
    /// The platform knows the last chain otherwise: the next document begins a new one.
    void beginAnew();

    /// The rows after this position, at most `limit`.
    [[nodiscard]] std::vector<AuditorRow> rows(std::int64_t after, int limit);

private:
    struct Lost {
        QUuid chain;
        std::int64_t number = 0;
        QByteArray hash;
    };

    void load();
    void begin(RegisterId reg, OperationId first, std::int64_t number, UtcTime at);
    void close(const auditing::ChainClosing &closing);
    void add(const auditing::ChainState &next, std::optional<std::int64_t> operation, const QByteArray &document);
    [[nodiscard]] std::optional<QDate> businessDayOf(UtcTime at) const;
    [[nodiscard]] std::int64_t firstNumber();
    /// Removes what comes from the first entry on that does not verify. Gives what is known of it.
    [[nodiscard]] QList<Lost> dropUnsound();
    void appendMissing();
    [[nodiscard]] bool holds(const QList<Lost> &lost);

    Database &m_database;
    KeySource m_keySource;
    std::optional<SigningKey> m_key;
    DeviceRow m_device;
    std::optional<Location> m_location;
    bool m_isLoaded = false;
    std::int64_t m_position = 0;                            ///< of the last row
    std::optional<auditing::ChainState> m_state;            ///< of the last row
    std::optional<auditing::ChainBegin::Reason> m_newChain; ///< the next document begins one
};

} // namespace crema::sync
