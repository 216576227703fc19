// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/local_store.h"

namespace crema::sync {

/// Wrong PINs or badges in a row, kept in the store, so that a restart does not forget them: five are free, then each
/// one more makes who tries wait, 30 s at first and twice as long each time. Used inside LocalStore::write().
class FailedAttempts
{
public:
    /// Of the PIN of this person.
    [[nodiscard]] static FailedAttempts ofPin(LocalStore &local, PersonId person);
    /// Of badges at this device: whose one was meant nobody knows.
    [[nodiscard]] static FailedAttempts ofBadges(LocalStore &local);

    void add();
    void forget();
    /// How long nothing more is tried, in ms. A wall clock that was set back locks nobody out for longer than the
    /// longest block.
    [[nodiscard]] std::int64_t waitMs() const;

private:
    FailedAttempts(LocalStore &local, const QString &setting);

    void save();

    LocalStore &m_local;
    QString m_setting;
    int m_failures = 0;
    std::int64_t m_blockedUntilMs = 0; ///< of the wall clock
};

} // namespace crema::sync
