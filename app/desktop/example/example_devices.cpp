// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/example_devices.h"

#include "app/desktop/example/example_desk.h"
#include "models/devices/device_findings.h"

#include <QCoreApplication>

namespace crema::desktop {
namespace {

using namespace device_limit;

constexpr std::int64_t gigabyte = 1'000'000'000;
constexpr std::int64_t megabyte = 1'000'000;

class Devices
{
public:
    Devices(const std::optional<Location> &here, UtcTime at) : m_here(here) { m_list.at = at; }

    /// A device in contact with nothing the matter.
    DeviceStanding &add(DeviceId device, const char *name, const char *code, const char *place, const char *reg)
    {
        DeviceStanding standing;
        standing.device = device;
        standing.name = QString::fromLatin1(name);
        standing.locationCode = QString::fromLatin1(code);
        standing.locationName = QString::fromLatin1(place);
        const bool isHere = m_here && m_here->name == standing.locationName;
        standing.location = isHere ? m_here->id : LocationId(QUuid::createUuidV5(QUuid(), standing.locationCode));
        standing.registerCode = QString::fromLatin1(reg);
        standing.enrolledAt = m_list.at.plusMs(-90 * dayMs);
        standing.heardAt = m_list.at.plusMs(-minuteMs);
        DeviceHealth health;
        health.version = QStringLiteral("0.1.0");
        health.storeFormat = 5;
        health.storeBytes = 84 * megabyte;
        health.freeBytes = 41 * gigabyte;
        health.syncedAgoMs = 2'000;
        health.checkedAgoMs = 5 * hourMs;
        health.roundMs = 400;
        standing.health = health;
        m_list.devices.append(standing);
        return m_list.devices.last();
    }

    [[nodiscard]] const DeviceList &list() const { return m_list; }

private:
    std::optional<Location> m_here;
    DeviceList m_list;
};

DeviceList exampleDevices(const ExampleDesk &desk, UtcTime at)
{
    const auto id = [](int number) { return DeviceId(QUuid::createUuidV5(QUuid(), QByteArray::number(number))); };
    Devices devices(desk.state().location, at);
    devices.add(desk.state().device, "Counter", "HARBOUR", "Harbour Street", "1");
    DeviceStanding &window = devices.add(id(2), "Window", "HARBOUR", "Harbour Street", "2");
    window.heardAt = at.plusMs(-3 * dayMs - 2 * hourMs);
    window.health->waiting = 16;
    window.health->waitingSales = 14;
    window.health->oldestWaitingMs = 5 * hourMs;
    DeviceStanding &garden = devices.add(id(3), "Garden", "HARBOUR", "Harbour Street", "3");
    garden.health->clockOffsetMs = -3 * minuteMs;
    garden.health->needsAttention = 2;
    garden.health->refused = 1;
    DeviceStanding &store = devices.add(id(4), "Stockroom", "HARBOUR", "Harbour Street", "4");
    store.heardAt = at.plusMs(-9 * hourMs);
    devices.add(id(5), "Counter", "MILL", "Mill Lane", "1").health->freeBytes = 812 * megabyte;
    DeviceStanding &truck = devices.add(id(6), "Coffee van", "MILL", "Mill Lane", "2");
    truck.health->freeBytes = 48 * megabyte;
    truck.health->diskIsLow = true;
    DeviceStanding &spare = devices.add(id(7), "Spare", "MILL", "Mill Lane", "3");
    spare.enrolledAt = at.plusMs(-6 * dayMs);
    spare.heardAt.reset();
    spare.health.reset();
    DeviceStanding &lost = devices.add(id(8), "Terrace", "HARBOUR", "Harbour Street", "5");
    lost.heardAt = at.plusMs(-5 * dayMs);
    lost.health->waiting = 3;
    lost.health->waitingSales = 3;
    lost.shutOut = {at.plusMs(-4 * dayMs),
                    ShutOutReason::Lost,
                    {{1, QStringLiteral("5"), 1'204, 1'190, QStringLiteral("9f2c4b7d10aa63e8"), true}}};
    return devices.list();
}

constexpr std::int64_t codeHoldsMs = dayMs;

} // namespace

Result<DeviceStanding *> ExampleDesk::deviceOf(DeviceId id)
{
    if (failDevices)
        return failure(*std::exchange(failDevices, std::nullopt));
    for (DeviceStanding &standing : m_devices->list.devices) {
        if (standing.device == id)
            return &standing;
    }
    return failure(ProblemKind::NotFound, QStringLiteral("device.unknown"), QStringLiteral("There is no such device."),
                   QStringLiteral("Look at the list of devices again."));
}

QCoro::Task<Result<DeviceCode>> ExampleDesk::makeEnrolCode(LocationId location)
{
    co_await turn();
    if (failDevices)
        co_return failure(*std::exchange(failDevices, std::nullopt));
    m_codePlace = location;
    co_return DeviceCode{QStringLiteral("K7QP-3M2X"), m_devices->list.at.plusMs(codeHoldsMs)};
}

QCoro::Task<Result<ShutOut>> ExampleDesk::shutDeviceOut(DeviceId device, ShutOutReason reason, ThisDevice thisDevice)
{
    co_await turn();
    const Result<DeviceStanding *> found = deviceOf(device);
    if (!found)
        co_return failure(found.error());
    if (device == m_state.device && thisDevice == ThisDevice::Kept) {
        co_return failure(ProblemKind::Conflict, QStringLiteral("device.is_this"),
                          QStringLiteral("This is the device that you are at."));
    }
    const ArrivedStore store{1, (*found)->registerCode, 80, 78, QStringLiteral("51d0c9e2"), false};
    const ShutOut out{m_devices->list.at, reason, {store}};
    (*found)->shutOut = out;
    co_return out;
}

QCoro::Task<Result<DeviceCode>> ExampleDesk::makeReadmissionCode(DeviceId device)
{
    co_await turn();
    const Result<DeviceStanding *> found = deviceOf(device);
    if (!found)
        co_return failure(found.error());
    co_return DeviceCode{QStringLiteral("9TRA-D4WF"), m_devices->list.at.plusMs(codeHoldsMs)};
}

QCoro::Task<Result<void>> ExampleDesk::renameDevice(DeviceId device, QString name)
{
    co_await turn();
    const Result<DeviceStanding *> found = deviceOf(device);
    if (!found)
        co_return failure(found.error());
    (*found)->name = name;
    co_return Result<void>();
}

QCoro::Task<Result<void>> ExampleDesk::moveDevice(DeviceId device, LocationId location, QString code)
{
    co_await turn();
    const Result<DeviceStanding *> found = deviceOf(device);
    if (!found)
        co_return failure(found.error());
    if (code == QStringLiteral("1")) {
        const QString taken = QStringLiteral("Register 1 was there already.");
        co_return failure(Problem{ProblemKind::Conflict,
                                  QStringLiteral("device.register_taken"),
                                  taken,
                                  {},
                                  {{QStringLiteral("register"), taken}}});
    }
    const Result<QList<Location>> all = co_await locations();
    for (const Location &each : all.value_or(QList<Location>()))
        if (each.id == location)
            (*found)->movesTo = location == (*found)->location ? QString() : each.name;
    co_return Result<void>();
}

void addExampleDevices(ExampleDesk &desk, UtcTime now)
{
    desk.setDevices(sync::KnownDevices{exampleDevices(desk, now), std::nullopt});
}

void denyDevices(ExampleDesk &desk)
{
    desk.setDevices(Result<sync::KnownDevices>(
        failure(ProblemKind::NotAllowed, QStringLiteral("auth.not_allowed"),
                QCoreApplication::translate("Client", "Only who manages devices sees how they are."),
                QCoreApplication::translate("Client", "Let a manager sign in, or ask one to give you the right."))));
}

void addKnownDevices(ExampleDesk &desk, UtcTime now)
{
    const Problem away{ProblemKind::Unavailable,
                       QStringLiteral("network.unreachable"),
                       QStringLiteral("crema.example cannot be reached."),
                       {},
                       {}};
    desk.setDevices(sync::KnownDevices{exampleDevices(desk, now.plusMs(-hourMs)), away});
}

} // namespace crema::desktop
