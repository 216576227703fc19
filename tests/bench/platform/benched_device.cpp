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

QByteArray enrolment(const QString &code)
{
    platform::SystemClock clock;
    platform::SystemRandomness randomness;
    const auto device = makeId<DeviceId>(clock.now(), randomness);
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

} // namespace

QByteArray enrolledToken(const ServedPlatform &platform)
{
    if (!makeManager(platform))
        return {};
    const QByteArray code = platform.verb({QStringLiteral("enroll-code"), QStringLiteral("--location"),
                                           QStringLiteral("main"), QStringLiteral("--user"), email});
    const QByteArray body = enrolment(QString::fromLatin1(code.split('\n').constLast()));
    const auto answer = exchange(platform.port(), "POST /api/v1/devices/enroll HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                                  "Content-Type: application/json\r\nContent-Length: " +
                                                      QByteArray::number(body.size()) + "\r\n\r\n" + body);
    if (!answer || answer->status != 200)
        return {};
    return QJsonDocument::fromJson(answer->body).object().value(QStringLiteral("access_token")).toString().toLatin1();
}

} // namespace crema::bench
