// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/uuid7.h"
#include "models/operations/envelope.h"
#include "models/operations/operation.h"
#include "models/selling/location.h"
#include "models/selling/register.h"
#include "platform/database/connection.h"

namespace crema::platform {

/// A register of the demo company: collects operations as a device does and pushes them in batches.
class DemoDevice
{
public:
    DemoDevice(Connection &connection, Randomness &randomness, const Location &location, const Register &reg);

    [[nodiscard]] const Location &location() const { return m_location; }
    [[nodiscard]] const Register &registerEntry() const { return m_register; }

    /// Queues one operation that `actor` did at that moment.
    void record(QStringView type, const SubjectRef &subject, const QJsonObject &body, PersonId actor, UtcTime at,
                int schema = 1);

    /// Sends what is queued. Errors: `demo.refused` naming what became of the first that did not take effect.
    [[nodiscard]] Result<void> push(UtcTime now);

private:
    Connection &m_connection;
    Randomness &m_randomness;
    Location m_location;
    Register m_register;
    QUuid m_boot;
    std::int64_t m_sequence = 0;
    QList<Envelope> m_queue;
};

} // namespace crema::platform
