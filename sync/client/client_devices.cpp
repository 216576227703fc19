// SPDX-License-Identifier: GPL-3.0-or-later
// How all devices are. Asked of the platform when somebody looks, not part of the feed: every device would fetch what
// every other one tells each minute, for the few people who look now and then. The last answer is kept, so that a
// manager without network sees what was known.
#include "models/base/json.h"
#include "sync/client/client_private.h"
#include "sync/store/setting_names.h"

namespace crema::sync {
namespace {

Problem notEnrolled()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("device.not_enrolled"),
            Client::tr("This device is not enrolled, so it knows of no other devices."),
            Client::tr("Run crema device enroll --platform URL --code CODE."),
            {}};
}

Problem notAllowed()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("auth.not_allowed"),
            Client::tr("Only who manages devices sees how they are."),
            Client::tr("Let a manager sign in, or ask one to give you the right."),
            {}};
}

Problem mayNotManage()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("auth.not_allowed"),
            Client::tr("Only who manages devices may do this."),
            Client::tr("Let a manager sign in, or ask one to give you the right."),
            {}};
}

Result<void> mayManageDevices(const ClientState &state)
{
    if (!state.enrolled)
        return failure(notEnrolled());
    if (!state.person || !state.may(Permission::DevicesManage))
        return failure(mayNotManage());
    return {};
}

QString pathOf(DeviceId device, const char *what)
{
    return QStringLiteral("/api/v1/devices/%1/%2").arg(device.toString(), QLatin1StringView(what));
}

Result<ShutOut> readShutOutDevice(const QJsonObject &json)
{
    JsonFields fields(json);
    JsonFields told(fields.object(QStringLiteral("shut_out")), QStringLiteral("shut_out."));
    const ShutOut shutOut = codec::readShutOut(told);
    fields.add(told.problems());
    return fields.result(shutOut, QStringLiteral("network.unreadable"));
}

Result<DeviceList> readAnswer(const Exchange &exchange)
{
    if (exchange.verdict != Verdict::Accepted)
        return failure(*exchange.problem);
    return json::readStrict(exchange.answer.body).and_then(&codec::readDeviceList);
}

Result<DeviceList> readKept(LocalStore &local)
{
    return local.read([&]() -> Result<DeviceList> {
        return json::readStrict(local.device().setting(setting::knownDevices).toUtf8())
            .and_then(&codec::readDeviceList);
    });
}

} // namespace

QCoro::Task<Result<KnownDevices>> Client::devices()
{
    using Answer = Result<KnownDevices>;
    const auto self = d;
    if (!self->state.enrolled)
        co_return Answer(failure(notEnrolled()));
    if (!self->state.person || !self->state.may(Permission::DevicesManage))
        co_return Answer(failure(notAllowed()));
    const PersonId person = self->state.person->id;
    const auto connected = co_await self->connectTo(self->state.platform);
    if (!connected)
        co_return Answer(failure(connected.error()));
    const Exchange exchange = co_await (*connected)->deviceHealth(person);
    const Result<DeviceList> fresh = readAnswer(exchange);
    const auto store = self->store;
    constexpr int forbidden = 403;
    if (exchange.answer.status == forbidden)
        co_return Answer(failure(notAllowed()));
    if (!fresh) {
        auto reading = store->run(&readKept);
        const auto kept = co_await reading;
        // Nothing was ever known: the reason says more than an empty list.
        if (!kept)
            co_return Answer(failure(fresh.error()));
        co_return Answer(KnownDevices{*kept, fresh.error()});
    }
    const QString text = QString::fromUtf8(json::writeCanonical(codec::toJson(*fresh)));
    auto keeping = store->run([text](LocalStore &local) -> Result<void> {
        if (local.isReadOnly())
            return {};
        return local.write([&]() -> Result<void> {
            local.device().setSetting(setting::knownDevices, text);
            return {};
        });
    });
    [[maybe_unused]] const auto kept = co_await keeping; // not to be kept is no reason not to be shown
    co_return Answer(KnownDevices{*fresh, std::nullopt});
}

QCoro::Task<Result<DeviceCode>> Client::makeEnrolCode(LocationId location)
{
    const auto self = d;
    if (const Result<void> may = mayManageDevices(self->state); !may)
        co_return failure(may.error());
    const QJsonObject body{{QStringLiteral("location"), location.toString()}};
    const Result<QJsonObject> answer = co_await self->askAsPerson(QStringLiteral("/api/v1/devices/enrol-codes"), body);
    co_return answer.and_then(&codec::readDeviceCode);
}

QCoro::Task<Result<ShutOut>> Client::shutDeviceOut(DeviceId device, ShutOutReason reason, ThisDevice thisDevice)
{
    const auto self = d;
    if (const Result<void> may = mayManageDevices(self->state); !may)
        co_return failure(may.error());
    const QJsonObject body{{QStringLiteral("reason"), shutOutReasonText(reason)},
                           {QStringLiteral("this_device"), thisDevice == ThisDevice::Meant}};
    const Result<QJsonObject> answer = co_await self->askAsPerson(pathOf(device, "revoke"), body);
    co_return answer.and_then(&readShutOutDevice);
}

QCoro::Task<Result<DeviceCode>> Client::makeReadmissionCode(DeviceId device)
{
    const auto self = d;
    if (const Result<void> may = mayManageDevices(self->state); !may)
        co_return failure(may.error());
    const QJsonObject body;
    const Result<QJsonObject> answer = co_await self->askAsPerson(pathOf(device, "readmission-codes"), body);
    co_return answer.and_then(&codec::readDeviceCode);
}

QCoro::Task<Result<void>> Client::renameDevice(DeviceId device, QString name)
{
    const auto self = d;
    if (const Result<void> may = mayManageDevices(self->state); !may)
        co_return failure(may.error());
    const Result<QString> checked = checkedDeviceName(name);
    if (!checked)
        co_return failure(checked.error());
    const QJsonObject body{{QStringLiteral("name"), *checked}};
    const Result<QJsonObject> answer = co_await self->askAsPerson(pathOf(device, "rename"), body);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

QCoro::Task<Result<void>> Client::moveDevice(DeviceId device, LocationId location, QString code)
{
    const auto self = d;
    if (const Result<void> may = mayManageDevices(self->state); !may)
        co_return failure(may.error());
    QJsonObject body{{QStringLiteral("location"), location.toString()}};
    if (const QString typed = code.trimmed(); !typed.isEmpty())
        body.insert(QStringLiteral("register"), typed);
    const Result<QJsonObject> answer = co_await self->askAsPerson(pathOf(device, "move"), body);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

} // namespace crema::sync
