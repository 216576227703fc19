// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/program/certificate_verb.h"

#include "platform/http/certificate.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace crema::platform {
namespace {

constexpr int usualDays = 3'650;

tl::unexpected<Problem> usage(const QString &message)
{
    return failure(ProblemKind::Invalid, QStringLiteral("usage.certificate"), message,
                   QCoreApplication::translate("PlatformProgram",
                                               "For example: crema-platform certificate create --host shop.local "
                                               "--host 192.168.1.5 --certificate shop.pem --key shop.key"));
}

QString describe(const http::CertificateFacts &facts)
{
    return QCoreApplication::translate("PlatformProgram", "names    %1\nfrom     %2\nto       %3\npin      %4\n")
        .arg(facts.names.isEmpty() ? facts.subject : facts.names.join(QStringLiteral(", ")), facts.validFrom.toString(),
             facts.validTo.toString(), facts.pin);
}

Result<QString> create(const QCommandLineParser &parser, const http::TlsFiles &files, const Clock &clock)
{
    const QStringList hosts = parser.values(QStringLiteral("host"));
    if (hosts.isEmpty() || files.certificate.isEmpty() || files.key.isEmpty()) {
        return usage(QCoreApplication::translate("PlatformProgram", "certificate create needs --host, --certificate "
                                                                    "and --key."));
    }
    bool isNumber = false;
    const int days = parser.value(QStringLiteral("days")).toInt(&isNumber);
    if (!isNumber || days < 1 || days > usualDays) {
        return usage(
            QCoreApplication::translate("PlatformProgram", "--days needs a whole number from 1 to %1.").arg(usualDays));
    }
    const auto made = http::createCertificate(files, hosts, clock.now(), days);
    if (!made)
        return failure(made.error());
    return describe(*made) +
           QCoreApplication::translate("PlatformProgram", "Devices are given the address with the pin behind it:\n"
                                                          "https://%1:8443#%2\n")
               .arg(hosts.first().contains(u':') ? u'[' + hosts.first() + u']' : hosts.first(), made->pin);
}

} // namespace

Result<QString> runCertificateVerb(const QStringList &arguments, const Clock &clock)
{
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("host"), QString(), QStringLiteral("NAME")},
                       {QStringLiteral("certificate"), QString(), QStringLiteral("FILE")},
                       {QStringLiteral("key"), QString(), QStringLiteral("FILE")},
                       {QStringLiteral("days"), QString(), QStringLiteral("N"), QString::number(usualDays)}});
    if (!parser.parse(QStringList{QString()} + arguments))
        return usage(parser.errorText());
    const http::TlsFiles files{parser.value(QStringLiteral("certificate")), parser.value(QStringLiteral("key"))};
    const QStringList words = parser.positionalArguments();
    if (words == QStringList{QStringLiteral("create")})
        return create(parser, files, clock);
    if (words != QStringList{QStringLiteral("show")} || files.certificate.isEmpty())
        return usage(QCoreApplication::translate("PlatformProgram", "Say certificate create, or certificate show "
                                                                    "--certificate FILE."));
    const auto facts = http::readCertificate(files.certificate);
    return facts ? Result<QString>(describe(*facts)) : failure(facts.error());
}

} // namespace crema::platform
