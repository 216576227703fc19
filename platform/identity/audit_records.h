// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/audit_record.h"
#include "platform/database/transaction.h"

namespace crema::platform {

/// What was done, newest first. `places`: those whose devices are told of; empty: all of them, and what was done at the
/// platform itself.
[[nodiscard]] AuditPage listAuditRecords(Transaction &transaction, const AuditFilter &filter,
                                         const QList<LocationId> &places);

/// Of what an article costs the shop only that it was given another cost, as of a PIN: for who does not see costs
/// (ADR 047).
void hideCosts(AuditPage &page);

} // namespace crema::platform
