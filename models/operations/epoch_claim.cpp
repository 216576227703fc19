// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/epoch_claim.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/feed/entity_codec.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

bool isRegisterCode(const QString &code)
{
    return std::all_of(code.begin(), code.end(),
                       [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9'); });
}

} // namespace

QByteArray EpochClaim::signedText() const
{
    return "crema-device-epoch\n" + json::writeCanonical(toJson(*this));
}

QJsonObject toJson(const EpochClaim &claim)
{
    return {{QStringLiteral("claim"), claim.claim.toString(QUuid::WithoutBraces)},
            {QStringLiteral("device"), claim.device.toString()},
            {QStringLiteral("epoch"), qint64(claim.epoch)},
            {QStringLiteral("register"), claim.registerId.toString()},
            {QStringLiteral("register_code"), claim.registerCode},
            {QStringLiteral("register_name"), claim.registerName},
            {QStringLiteral("reason"), claim.reason}};
}

Result<EpochClaim> readEpochClaim(const QJsonObject &json)
{
    JsonFields fields(json);
    EpochClaim claim;
    claim.claim = fields.uuid(QStringLiteral("claim"));
    claim.device = fields.id<DeviceId>(QStringLiteral("device"));
    claim.epoch = fields.integer(QStringLiteral("epoch"), 1, json::maxInteger - 1);
    claim.registerId = fields.id<RegisterId>(QStringLiteral("register"));
    claim.registerCode = fields.text(QStringLiteral("register_code"), 1, 12);
    claim.registerName = fields.text(QStringLiteral("register_name"), 1, 100);
    claim.reason = fields.text(QStringLiteral("reason"), 1, 20);
    if (!isRegisterCode(claim.registerCode)) {
        fields.add(QStringLiteral("register_code"),
                   QCoreApplication::translate("EpochClaim", "Letters A to Z and digits are needed here."));
    }
    return fields.result(claim, QStringLiteral("request.malformed"));
}

QJsonObject toJson(const EpochGiven &given)
{
    return {{QStringLiteral("epoch"), qint64(given.epoch)},
            {QStringLiteral("highest_sequence"), qint64(given.highestSequence)},
            {QStringLiteral("register"), codec::toJson(given.registerEntry)}};
}

Result<EpochGiven> readEpochGiven(const QJsonObject &json)
{
    JsonFields fields(json);
    EpochGiven given;
    given.epoch = fields.integer(QStringLiteral("epoch"), 1, json::maxInteger);
    given.highestSequence = fields.integer(QStringLiteral("highest_sequence"), 0, json::maxInteger);
    const Result<Register> reg = codec::readRegister(fields.object(QStringLiteral("register")));
    if (reg)
        given.registerEntry = *reg;
    else
        fields.add(QStringLiteral("register"), reg.error());
    return fields.result(given, QStringLiteral("answer.malformed"));
}

} // namespace crema
