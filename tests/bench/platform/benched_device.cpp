// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/platform/benched_device.h"

#include "models/base/id.h"
#include "models/base/uuid7.h"
#include "models/security/signing_key.h"
#include "models/security/tokens.h"
#include "platform/base/system_clock.h"
#include "platform/base/system_randomness.h"
#include "tests/bench/platform/http_load.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>

namespace crema::bench {
namespace {

const QString email = QStringLiteral("bench@example.org");

bool makeManager(const ServedPlatform &platform)
{
    QTemporaryFile password;
    if (!password.open())
        return false;
    password.write("only for this benchmark\n");
    password.close();
    return !platform
                .verb({QStringLiteral("user"), QStringLiteral("create"), QStringLiteral("--email"), email,
                       QStringLiteral("--role"), QStringLiteral("manager"), QStringLiteral("--password-file"),
                       password.fileName()})
                .isEmpty();
}

QByteArray enrolment(const QString &code, DeviceId device)
{
    platform::SystemRandomness randomness;
    const SigningKey key = SigningKey::generate(randomness);
    const QByteArray message = QStringLiteral("crema-enroll\n%1\n%2").arg(code, device.toString()).toUtf8();
    const QJsonObject body{{QStringLiteral("code"), code},
                           {QStringLiteral("device"), device.toString()},
                           {QStringLiteral("epoch"), 1},
                           {QStringLiteral("name"), QStringLiteral("Benchmark")},
                           {QStringLiteral("public_key"), toBase64Url(key.publicKey())},
                           {QStringLiteral("signature"), toBase64Url(key.sign(message))}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

std::optional<BenchedDevice> enrol(const ServedPlatform &platform)
{
    platform::SystemClock clock;
    platform::SystemRandomness randomness;
    const auto device = makeId<DeviceId>(clock.now(), randomness);
    const QByteArray code = platform.verb({QStringLiteral("enroll-code"), QStringLiteral("--location"),
                                           QStringLiteral("main"), QStringLiteral("--user"), email});
    const QByteArray body = enrolment(QString::fromLatin1(code.split('\n').constLast()), device);
    const auto answer = exchange(platform.port(), "POST /api/v1/devices/enroll HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                                  "Content-Type: application/json\r\nContent-Length: " +
                                                      QByteArray::number(body.size()) + "\r\n\r\n" + body);
    if (!answer || answer->status != 200)
        return std::nullopt;
    const QJsonObject given = QJsonDocument::fromJson(answer->body).object();
    return BenchedDevice{device, given.value(QStringLiteral("access_token")).toString().toLatin1()};
}

} // namespace

std::vector<BenchedDevice> enrolledDevices(const ServedPlatform &platform, int count)
{
    std::vector<BenchedDevice> devices;
    if (!makeManager(platform))
        return devices;
    for (int number = 0; number < count; ++number) {
        const auto device = enrol(platform);
        if (!device)
            return {};
        devices.push_back(*device);
    }
    return devices;
}

QByteArray enrolledToken(const ServedPlatform &platform)
{
    const std::vector<BenchedDevice> devices = enrolledDevices(platform, 1);
    return devices.empty() ? QByteArray() : devices.front().token;
}

} // namespace crema::bench
