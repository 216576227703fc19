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

} // namespace crema::presenters
