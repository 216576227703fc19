// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/program/command_line.h"

#include "platform/cluster/database_address.h"
#include "platform/http/health_routes.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

tl::unexpected<Problem> usage(const QString &code, const QString &message)
{
    return failure(ProblemKind::Invalid, code, message,
                   QCoreApplication::translate("PlatformProgram", "crema-platform --help shows every option."));
}

tl::unexpected<Problem> unknown(const QString &word)
{
    return usage(QStringLiteral("usage.unknown"),
                 QCoreApplication::translate("PlatformProgram", "crema-platform does not know %1.").arg(word));
}

// Takes arguments from the front; an option's value may stand behind it or behind "=".
class Arguments
{
public:
    explicit Arguments(const QStringList &list) : m_list(list) {}

    [[nodiscard]] bool isEmpty() const { return m_list.isEmpty(); }
    QString takeFirst() { return m_list.takeFirst(); }

    /// True when the next argument is that option; then `value` has its value, or nothing where there is none.
    bool takeOption(const QString &name, std::optional<QString> &value)
    {
        if (m_list.first().startsWith(name + u'=')) {
            value = m_list.takeFirst().mid(name.size() + 1);
            return true;
        }
        if (m_list.first() != name)
            return false;
        m_list.removeFirst();
        value = m_list.isEmpty() ? std::nullopt : std::optional(m_list.takeFirst());
        return true;
    }

private:
    QStringList m_list;
};

tl::unexpected<Problem> noValue(const QString &option)
{
    return usage(QStringLiteral("usage.value"),
                 QCoreApplication::translate("PlatformProgram", "The option %1 needs a value.").arg(option));
}

Result<void> setDemoProducts(const std::optional<QString> &text, CommandLine &line)
{
    bool isNumber = false;
    const int count = text.value_or(QString()).toInt(&isNumber);
    if (!isNumber || count < 0 || count > 1'000'000) {
        return usage(
            QStringLiteral("usage.value"),
            QCoreApplication::translate("PlatformProgram", "--demo-data needs a whole number from 0 to 1,000,000."));
    }
    line.demoProducts = count;
    line.mayCreate = true;
    return {};
}

Result<void> setDatabase(const QString &url, CommandLine &line)
{
    const std::optional<DatabaseAddress> address = databaseAddress(url);
    if (address && address->hasSecret()) {
        return failure(
            ProblemKind::Invalid, QStringLiteral("usage.secret"),
            QCoreApplication::translate("PlatformProgram", "--database has a password in it, and everybody on this "
                                                           "machine can read the arguments of a program."),
            QCoreApplication::translate("PlatformProgram", "Put the whole address into the environment variable "
                                                           "DATABASE_URL and leave --database out, or leave only the "
                                                           "password out and put it into PGPASSWORD."));
    }
    line.databaseUrl = url;
    return {};
}

// One option that serve and verbs share; false when the next argument is another one.
Result<bool> readPlace(Arguments &arguments, CommandLine &line)
{
    std::optional<QString> value;
    if (arguments.takeOption(QStringLiteral("--data"), value)) {
        if (!value || value->isEmpty())
            return noValue(QStringLiteral("--data"));
        line.dataFolder = *value;
        return true;
    }
    if (arguments.takeOption(QStringLiteral("--database"), value)) {
        if (!value || value->isEmpty())
            return noValue(QStringLiteral("--database"));
        if (const Result<void> set = setDatabase(*value, line); !set)
            return failure(set.error());
        return true;
    }
    return false;
}

Result<void> readServeOption(Arguments &arguments, CommandLine &line)
{
    std::optional<QString> value;
    if (arguments.takeOption(QStringLiteral("--listen"), value)) {
        if (!value)
            return noValue(QStringLiteral("--listen"));
        line.listenAddress = *value;
        return {};
    }
    if (arguments.takeOption(QStringLiteral("--demo-data"), value))
        return setDemoProducts(value, line);
    for (const auto &[option, file] : {std::pair(QStringLiteral("--tls-certificate"), &line.tls.certificate),
                                       std::pair(QStringLiteral("--tls-key"), &line.tls.key)}) {
        if (!arguments.takeOption(option, value))
            continue;
        if (!value || value->isEmpty())
            return noValue(option);
        *file = *value;
        return {};
    }
    const QString word = arguments.takeFirst();
    if (word == u"--embedded")
        line.isEmbedded = true;
    else if (word == u"--create")
        line.mayCreate = true;
    else if (word == u"--demo")
        line.demo = line.mayCreate = true;
    else
        return unknown(word);
    return {};
}

// Which database is meant, once all options are read.
Result<void> settlePlace(CommandLine &line, const ProgramEnvironment &environment)
{
    const bool hasPlace = line.isEmbedded || !line.dataFolder.isEmpty() || !line.databaseUrl.isEmpty();
    if (!hasPlace)
        line.databaseUrl = environment.databaseUrl;
    if (line.isEmbedded && !line.databaseUrl.isEmpty()) {
        return usage(QStringLiteral("usage.database"),
                     QCoreApplication::translate("PlatformProgram", "--embedded and --database exclude each other."));
    }
    if (line.databaseUrl.isEmpty() && line.dataFolder.isEmpty() && !line.isEmbedded) {
        return usage(QStringLiteral("usage.database"),
                     QCoreApplication::translate("PlatformProgram", "No database is named: use --embedded with --data, "
                                                                    "or --database."));
    }
    line.isEmbedded = line.databaseUrl.isEmpty();
    if (line.isEmbedded && line.dataFolder.isEmpty())
        line.dataFolder = environment.dataHome + QStringLiteral("/crema-platform");
    line.secretsKeyFile = environment.secretsKeyFile;
    if (line.secretsKeyFile.isEmpty() && !line.dataFolder.isEmpty())
        line.secretsKeyFile = line.dataFolder + QStringLiteral("/secrets.key");
    return {};
}

Result<http::AddressRanges> readAddresses(const QString &variable, const QString &text)
{
    const Result<http::AddressRanges> addresses = http::AddressRanges::fromText(text);
    if (addresses)
        return addresses;
    return usage(QStringLiteral("usage.addresses"),
                 QStringLiteral("%1: %2 %3").arg(variable, addresses.error().message, addresses.error().hint));
}

Result<void> readDoor(CommandLine &line, const ProgramEnvironment &environment)
{
    const auto proxies = readAddresses(QStringLiteral("CREMA_TRUSTED_PROXIES"), environment.proxies);
    if (!proxies)
        return failure(proxies.error());
    line.proxies = *proxies;
    const QString from =
        environment.metricsFrom.isEmpty() ? http::usualMetricsReaders.toString() : environment.metricsFrom;
    const auto readers = readAddresses(QStringLiteral("CREMA_METRICS_FROM"), from);
    if (!readers)
        return failure(readers.error());
    line.metricsReaders = *readers;
    if (!environment.rateLimit.isEmpty() && environment.rateLimit != u"off") {
        return usage(QStringLiteral("usage.rate_limit"),
                     QCoreApplication::translate("PlatformProgram", "CREMA_RATE_LIMIT is off or not set."));
    }
    line.limitsRates = environment.rateLimit.isEmpty();
    if (!environment.valkeyUrl.isEmpty()) {
        const Result<ValkeyAddress> valkey = ValkeyAddress::fromUrl(environment.valkeyUrl);
        if (!valkey)
            return failure(valkey.error());
        line.valkey = *valkey;
    }
    const Result<PaymentSettings> payments = checkedPaymentSettings(environment.payments);
    if (!payments)
        return failure(payments.error());
    line.payments = *payments;
    line.smtpUrl = environment.smtpUrl;
    line.mailFrom = environment.mailFrom;
    if (line.tls.isEmpty())
        line.tls = environment.tls;
    if (line.tls.certificate.isEmpty() != line.tls.key.isEmpty()) {
        return usage(QStringLiteral("usage.tls"),
                     QCoreApplication::translate("PlatformProgram", "TLS needs two files: --tls-certificate and "
                                                                    "--tls-key."));
    }
    return {};
}

tl::unexpected<Problem> noSecretsKey()
{
    return failure(ProblemKind::Invalid, QStringLiteral("usage.secrets_key"),
                   QCoreApplication::translate(
                       "PlatformProgram", "Nothing says where the key lies that encrypts the keys in the database."),
                   QCoreApplication::translate(
                       "PlatformProgram", "Set CREMA_SECRETS_KEY_FILE to a file of the platform's account; it is "
                                          "made at the first start. Every platform of a database needs the same."));
}

Result<CommandLine> readServe(Arguments arguments, const ProgramEnvironment &environment)
{
    CommandLine line;
    line.kind = CommandLine::Kind::Serve;
    while (!arguments.isEmpty()) {
        const Result<bool> isPlace = readPlace(arguments, line);
        if (!isPlace)
            return failure(isPlace.error());
        if (*isPlace)
            continue;
        if (const Result<void> read = readServeOption(arguments, line); !read)
            return failure(read.error());
    }
    if (const Result<void> settled = settlePlace(line, environment); !settled)
        return failure(settled.error());
    if (line.secretsKeyFile.isEmpty())
        return noSecretsKey();
    if (const Result<void> read = readDoor(line, environment); !read)
        return failure(read.error());
    return line;
}

Result<CommandLine> readVerb(const QString &verb, Arguments arguments, const ProgramEnvironment &environment)
{
    CommandLine line;
    line.kind = CommandLine::Kind::Verb;
    line.verb = verb;
    // The first step of a new platform, or of one that is put back.
    line.mayCreate = verb == u"company create" || verb == u"restore";
    while (!arguments.isEmpty()) {
        const Result<bool> isPlace = readPlace(arguments, line);
        if (!isPlace)
            return failure(isPlace.error());
        if (!*isPlace)
            line.rest.append(arguments.takeFirst());
    }
    if (const Result<void> settled = settlePlace(line, environment); !settled)
        return failure(settled.error());
    return line;
}

CommandLine simple(CommandLine::Kind kind)
{
    CommandLine line;
    line.kind = kind;
    return line;
}

} // namespace

Result<CommandLine> readCommandLine(const QStringList &arguments, const QStringList &verbs,
                                    const ProgramEnvironment &environment)
{
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h")) ||
        arguments.value(0) == u"help")
        return simple(CommandLine::Kind::Help);
    if (arguments.isEmpty())
        return usage(QStringLiteral("usage.nothing"),
                     QCoreApplication::translate("PlatformProgram", "Say what crema-platform should do."));
    if (arguments.first() == u"--version")
        return simple(CommandLine::Kind::Version);
    if (arguments.first() == u"--self-test")
        return simple(CommandLine::Kind::SelfTest);
    if (arguments.first() == u"serve")
        return readServe(Arguments(arguments.mid(1)), environment);
    if (arguments.first() == u"certificate") {
        CommandLine line = simple(CommandLine::Kind::Certificate);
        line.rest = arguments.mid(1);
        return line;
    }
    const QString two = arguments.mid(0, 2).join(u' ');
    if (verbs.contains(two))
        return readVerb(two, Arguments(arguments.mid(2)), environment);
    if (verbs.contains(arguments.first()))
        return readVerb(arguments.first(), Arguments(arguments.mid(1)), environment);
    return unknown(arguments.first());
}

QString helpText()
{
    return QCoreApplication::translate(
        "PlatformProgram", "Examples:\n"
                           "  crema-platform serve --embedded --data ~/crema --listen 127.0.0.1:8080 --demo\n"
                           "  crema-platform serve --database postgresql://crema@db.example/crema\n"
                           "  crema-platform serve --embedded --data ~/crema --create\n"
                           "  crema-platform company create --data ~/crema --name Larkmoor --shop Harbour \\\n"
                           "      --country IE --owner Mina --email a@b.example --password-file pw.txt\n"
                           "  crema-platform user create --data ~/crema --email a@b.example \\\n"
                           "      --role admin --password-file pw.txt\n"
                           "  crema-platform enroll-code --data ~/crema --location main\n"
                           "  crema-platform backup --data ~/crema --to crema.backup\n"
                           "\n"
                           "serve          answer on --listen A:P (default 127.0.0.1:8080); prints\n"
                           "               'ready http://A:P' when it does; ends with SIGTERM\n"
                           "  --embedded     with a private PostgreSQL in --data DIR\n"
                           "  --database URL with a PostgreSQL of yours (or DATABASE_URL); a password is\n"
                           "                 taken from DATABASE_URL or PGPASSWORD only\n"
                           "  --create       make it where there is none yet, as --demo does\n"
                           "  --demo         fill an empty database with a demo shop\n"
                           "  --demo-data N  and N more products\n"
                           "  --tls-certificate F --tls-key F  speak https with the certificate in these\n"
                           "                 PEM files, also as CREMA_TLS_CERTIFICATE and CREMA_TLS_KEY\n"
                           "  CREMA_TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8  whose X-Forwarded-For counts\n"
                           "  CREMA_METRICS_FROM=10.0.0.7  who may read /metrics; else private networks\n"
                           "  SMTP_URL=smtp://USER:PASSWORD@HOST:587  the server that mail goes to; else\n"
                           "                 it is put into DIR/mail. MAIL_FROM=a@b.example  who it is from\n"
                           "  CREMA_SECRETS_KEY_FILE=F  the keys in the database are encrypted by the key in\n"
                           "                 this file, made at the first start, and no backup has it; else\n"
                           "                 DIR/secrets.key, or secrets.key in $CREDENTIALS_DIRECTORY\n"
                           "  PAYMENT_PROVIDER=stripe|simulated|none  who takes card payments; else stripe\n"
                           "                 with STRIPE_SECRET_KEY, and the simulated one with --demo.\n"
                           "                 STRIPE_WEBHOOK_SECRET, CREMA_PUBLIC_URL: see docs/payments.md\n"
                           "  VALKEY_URL=redis://USER:PASSWORD@HOST:6379/0  where several platforms on one\n"
                           "                 database count limits together; also unix:///PATH, REDIS_URL\n"
                           "  CREMA_RATE_LIMIT=off  no client has to wait for having asked too much\n"
                           "company create the first step of an empty database: --name N --shop S\n"
                           "               --country C --owner N --email E --password-file F [--pin-file F]\n"
                           "               [--currency C] [--time-zone Z] [--tax P] [--reduced-tax P]\n"
                           "user create    make a person: --email E --role R [--password-file F]\n"
                           "user set-password, set-role, disable, enable  change one: --email E\n"
                           "user list      everybody: address, role, id, name. --json: for programs\n"
                           "user remove-totp  for who lost their authenticator: --email E\n"
                           "session list   who is signed in, where and until when: [--email E]\n"
                           "session end    sign out: ID, or everything of a person with --email E\n"
                           "enroll-code    print a one-time code for a new device: --location L [--user E]\n"
                           "device list    every device: register, id, since when, whether it is let in\n"
                           "device revoke  shut a lost one out: REGISTER or ID\n"
                           "device readmit print a one-time code that lets it in again: REGISTER or ID\n"
                           "reader set     the card reader beside a register: REGISTER READER, or REGISTER -\n"
                           "               for none. reader list: each register and its reader\n"
                           "review list    what waits for a person here: sales that need a look, and what\n"
                           "               could not be read. show ID: all of it. close ID|CODE: looked at\n"
                           "backup         write everything into one file: --to FILE\n"
                           "restore        put it into an empty database again: --from FILE, with the key\n"
                           "               file of the platform that wrote it: [--secrets-key-file FILE],\n"
                           "               or with --new-keys where it is lost, as keys replace does\n"
                           "feed renew     after the database was put back by other means: devices compare\n"
                           "               and send again what it has lost\n"
                           "audit verify   whether anybody changed the audit trail; --seal N:HASH as noted\n"
                           "               from the log tells also what was cut off before, and so does\n"
                           "               --expect-at-least N with the entries that the log told\n"
                           "audit seal     sign it now instead of within the hour; prints what to note\n"
                           "keys list      the keys that sign access tokens, and what each does now\n"
                           "keys rotate    a new one; it signs in five minutes. --now after a key became\n"
                           "               known: the old ones end at once\n"
                           "keys rotate-secrets  a new secrets.key, while no platform runs\n"
                           "keys replace   when secrets.key is lost: new keys in place of what it had\n"
                           "               encrypted; says who sets up their authenticator anew\n"
                           "  these take --data DIR or --database URL and work while the platform runs\n"
                           "certificate create  for a shop without a name of its own: --host H [--host H…]\n"
                           "               --certificate F --key F [--days N]; prints its pin\n"
                           "certificate show    what is in one: --certificate F\n"
                           "--self-test    start everything once in a folder of its own, and end\n"
                           "--version      print the version\n");
}

int exitCodeOf(const Problem &problem)
{
    if (problem.code.startsWith(u"usage."))
        return 2;
    switch (problem.kind) {
    case ProblemKind::Invalid: return 2;
    case ProblemKind::NotFound: return 3;
    case ProblemKind::NotSignedIn:
    case ProblemKind::NotAllowed: return 4;
    case ProblemKind::Conflict: return 5;
    case ProblemKind::Device: return 7;
    case ProblemKind::Failed:
    case ProblemKind::Unavailable: return 1;
    }
    Q_UNREACHABLE();
}

} // namespace crema::platform
