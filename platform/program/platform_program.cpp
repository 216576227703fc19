// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/program/platform_program.h"

#include "platform/base/system_clock.h"
#include "platform/program/certificate_verb.h"
#include "platform/program/command_line.h"
#include "platform/program/complaint.h"
#include "platform/program/end_signals.h"
#include "platform/program/running_platform.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

namespace crema::platform {
namespace {

void print(std::FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
    std::fflush(file);
}

int serve(const CommandLine &line, const Domain &domain)
{
    RunningPlatform platform(domain);
    const EndSignals signals([] { QCoreApplication::quit(); });
    const Result<QString> address = platform.start(line);
    if (!address)
        return complainAbout(address.error());
    print(stdout, QStringLiteral("ready %1\n").arg(*address));
    const int code = QCoreApplication::exec();
    platform.stop();
    return code;
}

int selfTest(const Domain &domain)
{
    const QTemporaryDir folder;
    CommandLine line;
    line.kind = CommandLine::Kind::Serve;
    line.isEmbedded = true;
    line.mayCreate = true;
    line.dataFolder = folder.path();
    line.listenAddress = QStringLiteral("127.0.0.1:0");
    line.secretsKeyFile = folder.filePath(QStringLiteral("secrets.key"));
    RunningPlatform platform(domain, LogLevel::Warning);
    const Result<QString> address = platform.start(line);
    if (!address)
        return complainAbout(address.error());
    platform.stop();
    print(stdout, QCoreApplication::translate("PlatformProgram", "The database, the services and the door work.\n"));
    return 0;
}

/// LoadCredential=secrets.key:FILE of systemd lays it into a folder that the service alone can read.
QString namedSecretsKey()
{
    const QString named = qEnvironmentVariable("CREMA_SECRETS_KEY_FILE");
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    const QString credential = folder + QStringLiteral("/secrets.key");
    return named.isEmpty() && !folder.isEmpty() && QFileInfo::exists(credential) ? credential : named;
}

int runCertificate(const CommandLine &line)
{
    const Result<QString> text = runCertificateVerb(line.rest, SystemClock());
    if (!text)
        return complainAbout(text.error());
    print(stdout, *text);
    return 0;
}

int runVerb(const CommandLine &line, const Domain &domain)
{
    RunningPlatform platform(domain, LogLevel::Warning);
    const Result<int> code = platform.runVerb(line);
    return code ? *code : complainAbout(code.error());
}

} // namespace

int runPlatformProgram(const QStringList &arguments, const Domain &domain)
{
    const ProgramEnvironment environment{
        qEnvironmentVariable("DATABASE_URL"),
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation),
        qEnvironmentVariable("CREMA_TRUSTED_PROXIES"),
        qEnvironmentVariable("CREMA_RATE_LIMIT"),
        qEnvironmentVariable("CREMA_METRICS_FROM"),
        qEnvironmentVariable("SMTP_URL"),
        qEnvironmentVariable("MAIL_FROM"),
        {qEnvironmentVariable("CREMA_TLS_CERTIFICATE"), qEnvironmentVariable("CREMA_TLS_KEY")},
        namedSecretsKey(),
        qEnvironmentVariable("VALKEY_URL", qEnvironmentVariable("REDIS_URL")),
        {qEnvironmentVariable("PAYMENT_PROVIDER"), qEnvironmentVariable("STRIPE_SECRET_KEY"),
         qEnvironmentVariable("STRIPE_WEBHOOK_SECRET"), qEnvironmentVariable("STRIPE_API_BASE"),
         qEnvironmentVariable("CREMA_PUBLIC_URL")}};
    const Result<CommandLine> line = readCommandLine(arguments, domain.verbs.keys(), environment);
    if (!line)
        return complainAbout(line.error());
    switch (line->kind) {
    case CommandLine::Kind::Help: print(stdout, helpText()); return 0;
    case CommandLine::Kind::Version:
        print(stdout, QStringLiteral("crema-platform %1\n").arg(QLatin1StringView(CREMA_VERSION)));
        return 0;
    case CommandLine::Kind::SelfTest: return selfTest(domain);
    case CommandLine::Kind::Serve: return serve(*line, domain);
    case CommandLine::Kind::Verb: return runVerb(*line, domain);
    case CommandLine::Kind::Certificate: return runCertificate(*line);
    }
    Q_UNREACHABLE();
}

} // namespace crema::platform
