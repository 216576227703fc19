// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/devices/device_presenter.h"

#include "sync/seams/certificate_pin.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::DevicePresenter)
};

Result<QUrl> readAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == u"http" || url.scheme() == u"https";
    if (url.isValid() && web && !url.host().isEmpty() && !sync::hasReadablePin(url)) {
        return failure(
            ProblemKind::Invalid, u"device.pin"_s,
            Texts::tr("What stands behind # in \"%1\" is not the pin of a certificate.").arg(text),
            Texts::tr("Write it as https://HOST:PORT#sha256=…, as crema-platform certificate show prints it."));
    }
    if (url.isValid() && web && !url.host().isEmpty())
        return url;
    return failure(ProblemKind::Invalid, u"device.address"_s,
                   Texts::tr("\"%1\" is not the address of a platform.").arg(text),
                   Texts::tr("Write it as https://HOST or http://HOST:PORT."));
}

/// The one that fits best: those that are let in before those that are not.
Result<DeviceStanding> deviceIn(const QList<DeviceStanding> &devices, const QString &words)
{
    QList<DeviceStanding> fitting;
    for (const DeviceStanding &each : devices) {
        const QString reg = each.locationCode + u'-' + each.registerCode;
        if (each.device.toString() == words.toLower())
            return each;
        if (reg.compare(words, Qt::CaseInsensitive) == 0 || each.name.compare(words, Qt::CaseInsensitive) == 0)
            fitting.append(each);
    }
    if (fitting.size() == 1)
        return fitting.first();
    if (fitting.isEmpty()) {
        return failure(ProblemKind::NotFound, u"device.unknown"_s, Texts::tr("No device is called \"%1\".").arg(words),
                       Texts::tr("Run: crema device list"));
    }
    return failure(ProblemKind::Invalid, u"device.several"_s,
                   Texts::tr("\"%1\" fits %2 devices.").arg(words).arg(fitting.size()),
                   Texts::tr("Use the id of one: crema device list --json"));
}

/// The one with this code or name; `here` when nothing was said.
Result<LocationId> locationIn(const QList<Location> &locations, const QString &words,
                              const std::optional<Location> &here)
{
    for (const Location &each : locations) {
        const bool isMeant = words.isEmpty() ? here && here->id == each.id
                                             : each.code.compare(words, Qt::CaseInsensitive) == 0 ||
                                                   each.name.compare(words, Qt::CaseInsensitive) == 0;
        if (isMeant)
            return each.id;
    }
    return failure(ProblemKind::NotFound, u"location.unknown"_s, Texts::tr("There is no location \"%1\".").arg(words),
                   Texts::tr("Use the code of a shop or warehouse."));
}

} // namespace

QCoro::Task<Result<void>> DevicePresenter::enroll(QString platform, QString code, QString name) const
{
    sync::Client &client = m_client;
    const Result<QUrl> address = readAddress(platform);
    if (!address)
        co_return failure(address.error());
    co_return co_await client.enroll(*address, code.trimmed().toUpper(), name);
}

QCoro::Task<Result<void>> DevicePresenter::readmit(QString code) const
{
    return m_client.readmit(code.trimmed().toUpper());
}

QCoro::Task<Result<sync::KnownDevices>> DevicePresenter::devices() const
{
    return m_client.devices();
}

QCoro::Task<Result<DeviceStanding>> DevicePresenter::byWords(QString words) const
{
    sync::Client &client = m_client;
    const Result<sync::KnownDevices> known = co_await client.devices();
    if (!known)
        co_return failure(known.error());
    co_return deviceIn(known->list.devices, words);
}

QCoro::Task<Result<DeviceCode>> DevicePresenter::makeEnrolCode(QString location) const
{
    sync::Client &client = m_client;
    const Result<QList<Location>> locations = co_await client.locations();
    if (!locations)
        co_return failure(locations.error());
    const auto meant = locationIn(*locations, location, client.state().location);
    if (!meant)
        co_return failure(meant.error());
    co_return co_await client.makeEnrolCode(*meant);
}

QCoro::Task<Result<void>> DevicePresenter::moveDevice(DeviceStanding device, QString location, QString code) const
{
    sync::Client &client = m_client;
    if (location.isEmpty())
        co_return co_await client.moveDevice(device.device, device.location, code);
    const Result<QList<Location>> locations = co_await client.locations();
    if (!locations)
        co_return failure(locations.error());
    const auto meant = locationIn(*locations, location, std::nullopt);
    if (!meant)
        co_return failure(meant.error());
    co_return co_await client.moveDevice(device.device, *meant, code);
}

QCoro::Task<Result<ShutOut>> DevicePresenter::shutDeviceOut(DeviceId device, ShutOutReason reason,
                                                            ThisDevice thisDevice) const
{
    return m_client.shutDeviceOut(device, reason, thisDevice);
}

QCoro::Task<Result<DeviceCode>> DevicePresenter::makeReadmissionCode(DeviceId device) const
{
    return m_client.makeReadmissionCode(device);
}

QCoro::Task<Result<void>> DevicePresenter::renameDevice(DeviceId device, QString name) const
{
    return m_client.renameDevice(device, std::move(name));
}

} // namespace crema::presenters
