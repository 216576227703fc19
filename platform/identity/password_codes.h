// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/randomness.h"
#include "models/base/result.h"
#include "models/settings/shop_settings.h"
#include "platform/database/transaction.h"

namespace crema::platform {

/// Codes that are mailed, to set a password with (docs/adr/035). One stands for each person; only its hash is kept. So
/// long one holds, as the shop set it.
[[nodiscard]] std::int64_t passwordCodeLifetimeMs(const SettingValues &settings = {});
/// Whoever is new reads their mail when they begin.
[[nodiscard]] std::int64_t invitationLifetimeMs(const SettingValues &settings = {});
/// So many tries, right or wrong, has a code.
inline constexpr int passwordCodeTries = 5;

/// Whose code it is, and the address that it went to: for another one it does not count.
struct CodeOwner {
    PersonId person;
    QString mailbox;
};

/// In place of the one before: "K7QP-3M2X-9TRA-5VWX-2HJM-8DKE", 120 random bits.
[[nodiscard]] QString makePasswordCode(Transaction &transaction, const CodeOwner &owner, UtcTime endsAt,
                                       Randomness &randomness);

/// Whether the code stands; it does so until the password is set. The try counts once the transaction is committed.
[[nodiscard]] bool tryPasswordCode(Transaction &transaction, const CodeOwner &owner, const QString &code, UtcTime now);

/// Takes it away where it still stands, and with it all that have ended. Whether it did.
[[nodiscard]] bool usePasswordCode(Transaction &transaction, const CodeOwner &owner, const QString &code, UtcTime now);

} // namespace crema::platform
