// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/platform/memory_database.h"

#include <QSet>

namespace crema::simulation {

/// What must hold on the platform after each of its commits (docs/reliability.md, 'The simulation'). Compares what is
/// committed now with what was committed before, so that a step costs what it changed.
class PlatformWatch
{
public:
    explicit PlatformWatch(MemoryDatabase &database);

    /// A transaction was committed.
    void look();
    /// The database was put back to a backup: what came before counts no more.
    void beginAnew();
    /// From now on nothing more comes from this device.
    void shutOut(DeviceId device)
    {
        m_shutOut.insert(device);
        m_mayComeIn.remove(device);
    }
    /// A manager gave a code: once the platform has let it in, things may come from this one again.
    void mayComeIn(DeviceId device) { m_mayComeIn.insert(device); }
    /// The cashier at this till was told of this sale, as the next one.
    void saleWasTold(int till, SaleId sale) { m_told.insert(sale, {till, m_told.size() + 1}); }

    /// What a whole transaction looks like to whoever reads up to here: nothing of it lies behind.
    [[nodiscard]] QString objectionToPage(const Cursor &next, const QStringList &audiences) const;
    /// Whether a till that holds `here` of something, and moved it by `own` itself, knows of others what was true at
    /// some moment: each of its own movements counts once, also while it is under way (sync.md rules 16 and 17).
    [[nodiscard]] bool wasTrue(RegisterId reg, LocationId location, VariantId variant, std::int64_t here,
                               std::int64_t own) const;

    /// The first thing that did not hold; empty when all did.
    [[nodiscard]] const QString &objection() const { return m_objection; }

private:
    using Place = std::pair<LocationId, VariantId>;

    void object(const QString &what);
    void lookAtReceipts();
    void lookAtOperations();
    void lookAtSales();
    void lookAtCash();
    void lookAtGiftCards();
    void lookAtPayments();
    /// What it puts into the drawer, and what it moves on gift cards.
    void notePayments(const Sale &sale);
    void lookAtCarts();
    void lookAtShifts();
    void lookAtStock();
    void lookAtPeople();
    void lookAtApproval(const platform::StoredOperation &operation);
    void lookAtErasure(const platform::StoredOperation &operation, const QList<platform::StoredOperation> &fresh);
    void lookAtRights(const platform::StoredOperation &operation);
    void lookAtRightsOfRole(const Operation &operation);
    void lookAtWhole(const Operation &operation, const QJsonObject &before, const QJsonObject &now,
                     const QStringList &rights);
    void lookAtRoles();
    void lookAtGain(const QString &name, const QList<Permission> &gained);
    [[nodiscard]] static Person personIn(const MemoryState &state, PersonId id);
    [[nodiscard]] bool isOut(DeviceId device) const;
    void noteOrder(const platform::StoredOperation &operation);
    Place noteMovement(const Movement &movement);
    void noteOthers(const Place &place);

    MemoryDatabase &m_database;
    MemoryState m_before;
    QSet<DeviceId> m_shutOut;
    QSet<DeviceId> m_mayComeIn;
    QHash<SaleId, std::pair<int, qsizetype>> m_told; ///< the till, and the sale's place among all
    /// The highest place that came of a stream, for each till whose sales came in it.
    QMap<std::pair<MemoryState::StreamKey, int>, qsizetype> m_lastTold;
    QHash<ShiftId, std::int64_t> m_taken;     ///< cash of the sales of each shift, in cents
    QHash<ShiftId, std::int64_t> m_cashMoved; ///< by its movements of cash, in cents
    QHash<GiftCardId, std::int64_t> m_gifts;  ///< what documents moved on each card and store credit, in cents
    QMap<Place, std::int64_t> m_moved;        ///< sums of all movements
    QMap<Place, std::int64_t> m_initial;
    QMap<std::pair<RegisterId, Place>, std::int64_t> m_ownMoved; ///< of those that were made at a register
    /// What others than the register had made of a level, at any moment so far.
    QMap<std::pair<RegisterId, Place>, QSet<std::int64_t>> m_others;
    QString m_objection;
};

} // namespace crema::simulation
