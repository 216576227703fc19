// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_device.h"

#include "models/operations/operation_codec.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "platform/sync/feed_writer.h"
#include "platform/sync/postgres_unit_storage.h"
#include "platform/sync/push.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

// Fewer than a device may send: a batch of sales also changes stock levels, and all of it is one feed transaction.
constexpr qsizetype batchSize = 400;

Result<void> allTookEffect(const PushAnswer &answer)
{
    for (const Acknowledgement &acknowledgement : answer.acknowledgements) {
        if (acknowledgement.outcome != Outcome::Applied) {
            const QString reason = acknowledgement.problem ? acknowledgement.problem->message : QString();
            return failure(
                ProblemKind::Failed, QStringLiteral("demo.refused"),
                QCoreApplication::translate("crema::platform::Demo", "The demo company could not be made: %1")
                    .arg(outcomeText(acknowledgement.outcome) + QLatin1Char(' ') + reason),
                QCoreApplication::translate("crema::platform::Demo", "Start on an empty folder without --demo."));
        }
    }
    return {};
}

} // namespace

DemoDevice::DemoDevice(Connection &connection, Randomness &randomness, const Location &location, const Register &reg)
    : m_connection(connection), m_randomness(randomness), m_location(location), m_register(reg),
      m_boot(makeUuid7(UtcTime(0), randomness))
{}

void DemoDevice::record(QStringView type, const SubjectRef &subject, const QJsonObject &body, PersonId actor,
                        UtcTime at, int schema)
{
    Operation operation;
    operation.schema = schema;
    operation.id = makeId<OperationId>(at, m_randomness);
    operation.type = type.toString();
    operation.subject = subject;
    operation.location = m_location.id;
    operation.registerId = m_register.id;
    operation.actor = actor;
    operation.occurredAt = at;
    operation.clock = {m_boot, at.msSinceEpoch() % 1'000'000'000'000, 0};
    operation.body = body;
    m_queue.append({m_register.device, 1, ++m_sequence, 0, canonicalBytes(operation)});
}

Result<void> DemoDevice::push(UtcTime now)
{
    const Push service(
        [&] { return std::make_unique<BufferedUnitOfWork>(std::make_unique<PostgresUnitStorage>(m_connection)); });
    for (qsizetype from = 0; from < m_queue.size(); from += batchSize) {
        const auto outcome = service.take({m_queue.mid(from, batchSize)}, m_register.device,
                                          {companyAudience(), audienceOf(m_location.id)}, now);
        if (!outcome)
            return failure(outcome.error());
        if (const Result<void> applied = allTookEffect(outcome->answer); !applied)
            return applied;
    }
    m_queue.clear();
    return {};
}

} // namespace crema::platform
