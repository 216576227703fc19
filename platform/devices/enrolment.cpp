// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/enrolment.h"

#include "models/base/json_fields.h"
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/security/signing_key.h"
#include "models/security/tokens.h"
#include "platform/company/config_service.h"
#include "platform/company/reference_writer.h"
#include "platform/company/stored_reference.h"
#include "platform/database/transaction.h"
#include "platform/sync/feed_epoch.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

constexpr qsizetype keyLength = 32;
constexpr qsizetype signatureLength = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Enrolment", text);
}

Problem wrongEnrolCode()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("device.wrong_code"),
            tr("This code does not enrol a device: it is mistyped, used up or older than a day."),
            tr("Check the code, or ask a manager for a new one."),
            {}};
}

bool isSignedByDevice(const EnrolmentRequest &request)
{
    const QString message = QStringLiteral("crema-enroll\n%1\n%2").arg(request.code, request.device.toString());
    return verifySignature(request.publicKey, message.toUtf8(), request.signature);
}

/// The code's row, locked until the end of the transaction.
struct Code {
    LocationId location;
    PersonId person;
    std::optional<DeviceId> usedBy;
};

std::optional<Code> lockCode(Transaction &transaction, const QString &code, UtcTime now)
{
    const Rows rows = transaction.run("devices/lock_code", {Param::bytes(oneTimeCodeHash(code)), now});
    if (rows.isEmpty() || rows.boolean(0, 2))
        return std::nullopt;
    const auto usedBy = rows.optionalUuid(0, 3);
    return Code{LocationId(rows.uuid(0, 0)), PersonId(rows.uuid(0, 1)),
                usedBy ? std::optional(DeviceId(*usedBy)) : std::nullopt};
}

/// A device that is known already must still be the one it was.
Result<void> checkKnownDevice(Transaction &transaction, const EnrolmentRequest &request)
{
    const Rows known = transaction.run("devices/load_device", {request.device});
    if (known.isEmpty())
        return {};
    if (known.boolean(0, 4)) {
        return failure(ProblemKind::NotAllowed, QStringLiteral("device.revoked"), tr("This device was shut out."),
                       tr("A manager lets it in again with a code of its own: crema-platform device readmit."));
    }
    if (known.bytes(0, 0) != request.publicKey) {
        return failure(ProblemKind::Conflict, QStringLiteral("device.id_used"),
                       tr("Another device has this id already."), tr("Set up the store of this device anew."));
    }
    return {};
}

Register newRegister(Transaction &transaction, const EnrolmentRequest &request, LocationId location, UtcTime now,
                     Randomness &randomness)
{
    const QString code = QString::number(transaction.run("devices/next_register_code", {location}).number(0, 0));
    const QString name = request.name.isEmpty() ? tr("Till %1").arg(code) : request.name;
    return {makeId<RegisterId>(now, randomness), location, code, name, request.device};
}

void saveDevice(Transaction &transaction, const EnrolmentRequest &request, const Register &reg, PersonId person,
                UtcTime now, std::optional<QUuid> requestId)
{
    transaction.run("devices/save_device", {request.device, request.epoch, request.name,
                                            Param::bytes(request.publicKey), reg.location, reg.id, person, now});
    writeAudit(transaction, {{request.device.value(),
                              now,
                              person,
                              QStringLiteral("device.enroll"),
                              {QStringLiteral("register"), reg.id.value()},
                              std::nullopt,
                              {{QStringLiteral("code"), reg.code}, {QStringLiteral("name"), reg.name}},
                              requestId}});
}

Enrolment enrolmentOf(Transaction &transaction, const Code &code, const Register &reg)
{
    return {loadCompany(transaction), loadLocation(transaction, code.location), reg,
            loadPerson(transaction, code.person), loadFeedEpoch(transaction.connection())};
}

} // namespace

Result<EnrolmentRequest> readEnrolmentRequest(const QJsonObject &json)
{
    JsonFields fields(json);
    EnrolmentRequest request;
    request.code = fields.text(QStringLiteral("code"), 1, 40);
    request.device = fields.id<DeviceId>(QStringLiteral("device"));
    request.epoch = fields.integer(QStringLiteral("epoch"), 1, 1'000'000'000);
    request.name = fields.optionalText(QStringLiteral("name"), 100).value_or(QString());
    const auto key = fromBase64Url(fields.text(QStringLiteral("public_key"), 1, 100));
    const auto signature = fromBase64Url(fields.text(QStringLiteral("signature"), 1, 200));
    if (!key || key->size() != keyLength)
        fields.add(QStringLiteral("public_key"), tr("An Ed25519 key of 32 bytes in base64url is needed here."));
    if (!signature || signature->size() != signatureLength)
        fields.add(QStringLiteral("signature"), tr("An Ed25519 signature of 64 bytes in base64url is needed here."));
    request.publicKey = key.value_or(QByteArray());
    request.signature = signature.value_or(QByteArray());
    return fields.result(request, QStringLiteral("request.malformed"));
}

Result<Enrolment> enrol(Connection &connection, const EnrolmentRequest &request, UtcTime now, Randomness &randomness,
                        std::optional<QUuid> requestId)
{
    if (!isSignedByDevice(request))
        return failure(wrongEnrolCode());
    Transaction transaction(connection);
    const std::optional<Code> code = lockCode(transaction, request.code, now);
    if (!code || (code->usedBy && *code->usedBy != request.device))
        return failure(wrongEnrolCode());
    if (const Result<void> fits = checkKnownDevice(transaction, request); !fits)
        return failure(fits.error());
    if (code->usedBy)
        return enrolmentOf(transaction, *code, loadRegisterOf(transaction, request.device));
    // Two devices that enrol at once must not get one register code.
    transaction.run("company/lock_location", {code->location});
    const Register reg = newRegister(transaction, request, code->location, now, randomness);
    ReferenceWriter writer(transaction);
    writer.save(reg);
    writer.finish();
    saveDevice(transaction, request, reg, code->person, now, requestId);
    transaction.run("devices/use_code", {Param::bytes(oneTimeCodeHash(request.code)), now, request.device});
    const Enrolment enrolment = enrolmentOf(transaction, *code, reg);
    transaction.commit();
    return enrolment;
}

std::int64_t codeLifetimeMs(const SettingValues &settings)
{
    return settings.number(shop_setting::deviceCodeHours) * 60 * 60 * 1000;
}

DeviceCode makeEnrolCode(Transaction &transaction, LocationId location, PersonId person, UtcTime now,
                         Randomness &randomness)
{
    const DeviceCode code{makeOneTimeCode(randomness), now.plusMs(codeLifetimeMs(loadSettings(transaction)))};
    transaction.run("devices/delete_old_codes", {now});
    transaction.run("devices/save_code", {Param::bytes(oneTimeCodeHash(code.code)), location, person, code.expiresAt});
    return code;
}

Result<QString> makeEnrolCode(Connection &connection, const QString &locationCode, const std::optional<QString> &email,
                              UtcTime now, Randomness &randomness, const QString &systemUser)
{
    Transaction transaction(connection);
    const auto location = findLocation(transaction, locationCode);
    if (!location) {
        return failure(ProblemKind::NotFound, QStringLiteral("location.unknown"),
                       tr("There is no location %1.").arg(locationCode), tr("Use the code of a shop or warehouse."));
    }
    const auto person = email ? findPerson(transaction, *email) : findEnroller(transaction, location->id);
    if (!person) {
        if (email) {
            return failure(ProblemKind::NotFound, QStringLiteral("person.unknown"),
                           tr("There is nobody with the address %1.").arg(*email), tr("Use the address of a person."));
        }
        return failure(ProblemKind::NotFound, QStringLiteral("person.none"),
                       tr("The location %1 has no manager yet.").arg(locationCode),
                       tr("Make one with crema-platform user create, or name somebody with --user."));
    }
    const DeviceCode code = makeEnrolCode(transaction, location->id, person->id, now, randomness);
    // Never the code: whoever reads the trail would come in with it.
    writeAudit(transaction,
               {{QUuid(),
                 now,
                 std::nullopt,
                 QStringLiteral("device.enroll_code"),
                 {QStringLiteral("location"), location->id.value()},
                 std::nullopt,
                 {{QStringLiteral("location"), location->code}, {QStringLiteral("person"), person->id.toString()}},
                 std::nullopt,
                 systemUser}});
    transaction.commit();
    return code.code;
}

} // namespace crema::platform
