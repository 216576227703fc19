// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/connection_pool.h"
#include "platform/database/rows.h"
#include "platform/identity/audit_verifier.h"

namespace crema::testing {

/// Whether the hash chains of the audit trail are whole; one without entries is not.
inline bool auditVerifies(platform::ConnectionPool &pool)
{
    platform::AuditVerifier verifier{{}};
    const auto connection = pool.borrow();
    const platform::Rows rows = connection->run("identity/list_audit_entries", {QUuid(), std::int64_t(0)});
    for (int i = 0; i < rows.count(); ++i) {
        const platform::AuditRow row{QUuid::fromString(rows.text(i, 0)),
                                     rows.number(i, 1),
                                     UtcTime(rows.number(i, 2)),
                                     rows.optionalUuid(i, 3),
                                     rows.text(i, 4),
                                     rows.text(i, 5),
                                     rows.optionalUuid(i, 6),
                                     rows.optionalUuid(i, 7),
                                     rows.utf8(i, 8),
                                     rows.bytes(i, 9),
                                     rows.bytes(i, 10),
                                     rows.bytes(i, 11),
                                     rows.isNull(i, 12) ? std::nullopt : std::optional(rows.bytes(i, 12)),
                                     rows.isNull(i, 13) ? std::nullopt : std::optional(rows.utf8(i, 13))};
        if (verifier.take(row))
            return false;
    }
    return rows.count() > 0 && !verifier.end();
}

} // namespace crema::testing
