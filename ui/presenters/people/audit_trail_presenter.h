// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

#include <QList>
#include <QString>

namespace crema::presenters {

/// Which entries of the audit trail are asked for, as typed; empty is no limit.
struct TrailQuestion {
    QString person; ///< who did it or approved it: an id, or a part of name or e-mail
    QString device; ///< where: an id, a name, or a register as receipts have it
    QString action; ///< "person.edit", or "person." for all of that kind
    QString from;   ///< the first day: "2026-11-20", of the shop's place
    QString until;  ///< the last day
    int limit = 100;
};

/// The platform's audit trail. The client outlives it.
class AuditTrailPresenter
{
public:
    explicit AuditTrailPresenter(sync::Client &client) : m_client(client) {}

    /// Newest first, in as many questions as it takes. Errors: `person.unknown`, `person.ambiguous`, `device.unknown`,
    /// `device.ambiguous`, `audit.day`, those of sync::Client::auditTrail().
    [[nodiscard]] QCoro::Task<Result<QList<AuditRecord>>> list(TrailQuestion question) const;

private:
    [[nodiscard]] QCoro::Task<Result<DeviceId>> deviceOf(QString words) const;
    [[nodiscard]] QCoro::Task<Result<AuditFilter>> filterOf(TrailQuestion question) const;

    sync::Client &m_client;
};

} // namespace crema::presenters
