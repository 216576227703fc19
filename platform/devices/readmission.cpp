// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/readmission.h"

#include "models/base/json_fields.h"
#include "models/security/signing_key.h"
#include "models/security/tokens.h"
#include "platform/company/config_service.h"
#include "platform/devices/enrolment.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Readmission", text);
}

Problem wrongReadmissionCode()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("device.wrong_code"),
            tr("This code does not let this device in: it is mistyped, used up or older than a day."),
            tr("Check the code, or ask a manager for a new one."),
            {}};
}

bool isSignedBy(const DeviceRecord &device, const ReadmissionRequest &request)
{
    const QString message = QStringLiteral("crema-readmit\n%1\n%2").arg(request.code, request.device.toString());
    return verifySignature(device.publicKey, message.toUtf8(), request.signature);
}

Result<void> letIn(UnitStorage &unit, const ReadmissionRequest &request, UtcTime now, std::optional<QUuid> requestId)
{
    const std::optional<Readmission> code = unit.lockReadmission(oneTimeCodeHash(request.code));
    if (!code || code->device != request.device || code->expiresAt <= now)
        return failure(wrongReadmissionCode());
    if (code->usedAt)
        return code->isShutOut ? Result<void>(failure(wrongReadmissionCode())) : Result<void>();
    unit.readmit(*code, now);
    unit.write(QList<AuditEntry>{{request.device.value(),
                                  now,
                                  std::nullopt,
                                  QStringLiteral("device.readmit"),
                                  {QStringLiteral("device"), request.device.value()},
                                  std::nullopt,
                                  {},
                                  requestId}});
    unit.commit();
    return {};
}

} // namespace

Result<ReadmissionRequest> readReadmissionRequest(const QJsonObject &json)
{
    JsonFields fields(json);
    ReadmissionRequest request;
    request.code = fields.text(QStringLiteral("code"), 1, 40);
    request.device = fields.id<DeviceId>(QStringLiteral("device"));
    // One that is none fits nothing.
    request.signature = fromBase64Url(fields.text(QStringLiteral("signature"), 1, 200)).value_or(QByteArray());
    return fields.result(request, QStringLiteral("request.malformed"));
}

Result<void> readmit(SyncStorage &storage, const ReadmissionRequest &request, UtcTime now,
                     std::optional<QUuid> requestId)
{
    const std::optional<DeviceRecord> device = storage.device(request.device);
    if (!device || !isSignedBy(*device, request))
        return failure(wrongReadmissionCode());
    return retrying([&] { return letIn(*storage.begin(), request, now, requestId); });
}

DeviceCode makeReadmissionCode(Transaction &transaction, DeviceId device, UtcTime now, Randomness &randomness)
{
    const DeviceCode code{makeOneTimeCode(randomness), now.plusMs(codeLifetimeMs(loadSettings(transaction)))};
    transaction.run("devices/delete_old_readmissions", {now});
    transaction.run("devices/delete_readmissions", {device});
    transaction.run("devices/save_readmission", {Param::bytes(oneTimeCodeHash(code.code)), device, code.expiresAt});
    return code;
}

} // namespace crema::platform
