// SPDX-License-Identifier: GPL-3.0-or-later
// A shop's own server without a public certificate: tills trust its key and no other, and nothing goes out in plain.
#include "tests/e2e/programs.h"

#include <gtest/gtest.h>

namespace crema::e2e {
namespace {

Finished platformProgram(const QStringList &arguments)
{
    QProcess process;
    process.start(qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-platform"), arguments);
    process.waitForFinished(60'000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// What stands behind `name` in the text that a certificate is described by.
QString lineOf(const QByteArray &text, const QByteArray &name)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(name + ' '))
            return QString::fromUtf8(line.mid(name.size()).trimmed());
    }
    return {};
}

TEST(TlsStory, ATillTrustsTheKeyOfItsShopAndNoOther)
{
    const QTemporaryDir folder;
    const QString certificate = folder.filePath(QStringLiteral("shop.pem"));
    const QString key = folder.filePath(QStringLiteral("shop.key"));
    const Finished made = platformProgram({QStringLiteral("certificate"), QStringLiteral("create"),
                                           QStringLiteral("--host"), QStringLiteral("shop.local"),
                                           QStringLiteral("--certificate"), certificate, QStringLiteral("--key"), key});
    ASSERT_EQ(made.exitCode, 0) << made.err.constData();
    const QString pin = lineOf(made.out, "pin");
    ASSERT_TRUE(pin.startsWith(QStringLiteral("sha256="))) << made.out.constData();
    const Finished shown = platformProgram(
        {QStringLiteral("certificate"), QStringLiteral("show"), QStringLiteral("--certificate"), certificate});
    EXPECT_EQ(lineOf(shown.out, "pin"), pin);

    PlatformProcess platform(folder.path(), {QStringLiteral("--demo"), QStringLiteral("--tls-certificate"), certificate,
                                             QStringLiteral("--tls-key"), key});
    ASSERT_TRUE(platform.start());
    const QString address = QStringLiteral("https://127.0.0.1:%1").arg(platform.port());

    const Device till(folder.filePath(QStringLiteral("till")));
    const auto enrol = [&](const QString &url) {
        return till.run({QStringLiteral("device"), QStringLiteral("enroll"), QStringLiteral("--platform"), url,
                         QStringLiteral("--code"), platform.enrolCode()});
    };
    const Finished untrusted = enrol(address);
    EXPECT_EQ(untrusted.exitCode, 1);
    EXPECT_TRUE(untrusted.err.contains("sha256=")) << untrusted.err.constData();
    QString other = pin;
    other[10] = other[10] == u'A' ? u'B' : u'A';
    const Finished foreign = enrol(address + u'#' + other);
    EXPECT_EQ(foreign.exitCode, 1);
    EXPECT_TRUE(foreign.err.contains("another certificate")) << foreign.err.constData();
    EXPECT_EQ(enrol(address + QStringLiteral("#sha256=short")).exitCode, 2);
    const Finished plain = enrol(platform.url());
    EXPECT_NE(plain.exitCode, 0) << "http to a platform that speaks https";

    ASSERT_TRUE(till.enrol(platform, address + u'#' + pin));
    ASSERT_EQ(till.run({QStringLiteral("sync"), QStringLiteral("run"), QStringLiteral("--wait")}).exitCode, 0);
    const QJsonObject status =
        till.run({QStringLiteral("sync"), QStringLiteral("status"), QStringLiteral("--json")}).json();
    EXPECT_EQ(status.value(QStringLiteral("platform")).toString(), address + u'#' + pin);
    const Finished doctor = till.run({QStringLiteral("doctor")});
    EXPECT_TRUE(doctor.out.contains(" answers.")) << doctor.out.constData();
}

} // namespace
} // namespace crema::e2e
