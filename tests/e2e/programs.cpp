// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/programs.h"

#include "tests/testing/free_port.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace crema::e2e {
namespace {

/// Longer than any platform takes that is going to end at all, also on a busy computer.
constexpr int stopMs = 60'000;

QString program(const QString &name)
{
    return qEnvironmentVariable("CREMA_BIN") + u'/' + name;
}

Finished finished(QProcess &process)
{
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

} // namespace

QJsonObject Finished::json() const
{
    return QJsonDocument::fromJson(out).object();
}

PlatformProcess::PlatformProcess(const QString &folder, const QStringList &content)
    : m_folder(folder), m_content(content), m_port(testing::freePort())
{}

PlatformProcess::~PlatformProcess()
{
    stop();
}

/// Begins with a copy of the demo company that CREMA_DEMO_PLATFORM names (demo_platform_test.cpp), if there is one:
/// making it anew takes longer than most of what is tested with it.
bool PlatformProcess::takeDemo() const
{
    const QString demo = qEnvironmentVariable("CREMA_DEMO_PLATFORM");
    const QString made = demo + QStringLiteral("/data");
    const QString own = m_folder + QStringLiteral("/data");
    // As root where namespaces are refused the cluster lies elsewhere (cluster_folder.cpp): that one is made anew.
    if (demo.isEmpty() || !m_content.contains(QStringLiteral("--demo")) || QFile::exists(own) ||
        !QFile::exists(made + QStringLiteral("/postgres/PG_VERSION")))
        return true;
    if (QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), made, own}) != 0)
        return false;
    QFile settings(own + QStringLiteral("/postgres/local.conf"));
    return m_writesThrough || (settings.open(QIODevice::WriteOnly) && settings.write("fsync = off\n") > 0);
}

bool PlatformProcess::start()
{
    if (!takeDemo())
        return false;
    m_said.clear();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    m_process->setStandardErrorFile(m_folder + QStringLiteral("/platform.log"), QIODevice::Append);
    const QStringList arguments{QStringLiteral("serve"),    QStringLiteral("--embedded"),
                                QStringLiteral("--data"),   m_folder + QStringLiteral("/data"),
                                QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port),
                                QStringLiteral("--create")};
    m_process->start(program(QStringLiteral("crema-platform")), arguments + m_content);
    while (m_process->waitForReadyRead(120'000)) {
        m_said += m_process->readAllStandardOutput();
        if (m_said.contains("ready http") && m_said.contains("://127.0.0.1:"))
            return true;
    }
    return false;
}

bool PlatformProcess::stop()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return true;
    m_process->terminate();
    const bool ended = m_process->waitForFinished(stopMs);
    if (!ended)
        m_process->kill();
    m_process->waitForFinished();
    return ended && m_process->exitCode() == 0;
}

void PlatformProcess::kill()
{
    m_process->kill();
    m_process->waitForFinished();
}

QByteArray PlatformProcess::log() const
{
    QFile file(m_folder + QStringLiteral("/platform.log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool PlatformProcess::makeManager() const
{
    QFile password(m_folder + QStringLiteral("/password"));
    if (!password.open(QIODevice::WriteOnly) || password.write("only for this run\n") < 0)
        return false;
    password.close();
    QProcess process;
    process.start(program(QStringLiteral("crema-platform")),
                  {QStringLiteral("user"), QStringLiteral("create"), QStringLiteral("--data"),
                   m_folder + QStringLiteral("/data"), QStringLiteral("--email"),
                   QStringLiteral("manager@shop.example"), QStringLiteral("--role"), QStringLiteral("manager"),
                   QStringLiteral("--password-file"), password.fileName()});
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

QString PlatformProcess::enrolCode() const
{
    QProcess process;
    process.start(program(QStringLiteral("crema-platform")),
                  {QStringLiteral("enroll-code"), QStringLiteral("--data"), m_folder + QStringLiteral("/data"),
                   QStringLiteral("--location"), QStringLiteral("main")});
    process.waitForFinished(60'000);
    return QString::fromUtf8(process.readAllStandardOutput().trimmed().split('\n').last());
}

QStringList PlatformProcess::psql(const QString &statement) const
{
    QFile pid(m_folder + QStringLiteral("/data/postgres/postmaster.pid"));
    const QByteArrayList lines = pid.open(QIODevice::ReadOnly) ? pid.readAll().split('\n') : QByteArrayList();
    return {QStringLiteral("-h"), QString::fromUtf8(lines.value(4)), QStringLiteral("-U"), QStringLiteral("crema"),
            QStringLiteral("-d"), QStringLiteral("crema"),           QStringLiteral("-c"), statement};
}

Device::Device(const QString &home) : m_home(home)
{
    QDir().mkpath(home);
}

QProcessEnvironment Device::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home);
    for (const char *name :
         {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
        const QString folder = m_home + u'/' + QString::fromLatin1(name).toLower();
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        environment.insert(QString::fromLatin1(name), folder);
    }
    environment.remove(QStringLiteral("CREMA_STORE"));
    for (auto it = m_variables.begin(); it != m_variables.end(); ++it)
        environment.insert(it.key(), it.value());
    return environment;
}

std::unique_ptr<QProcess> Device::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->start(program(QStringLiteral("crema")), arguments);
    return process;
}

Finished Device::run(const QStringList &arguments, int timeoutMs) const
{
    const std::unique_ptr<QProcess> process = start(arguments);
    if (!process->waitForFinished(timeoutMs)) {
        process->kill();
        process->waitForFinished();
    }
    return finished(*process);
}

Finished Device::runAndKill(const QStringList &arguments, int afterMs) const
{
    const std::unique_ptr<QProcess> process = start(arguments);
    process->waitForFinished(afterMs);
    process->kill();
    process->waitForFinished();
    return finished(*process);
}

bool Device::enrol(const PlatformProcess &platform) const
{
    return enrol(platform, platform.url());
}

bool Device::enrol(const PlatformProcess &platform, const QString &url) const
{
    return run({QStringLiteral("device"), QStringLiteral("enroll"), QStringLiteral("--platform"), url,
                QStringLiteral("--code"), platform.enrolCode()})
               .exitCode == 0;
}

QJsonArray Device::items(const QStringList &arguments) const
{
    return run(arguments + QStringList{QStringLiteral("--limit"), QStringLiteral("100000"), QStringLiteral("--json")})
        .json()
        .value(QStringLiteral("items"))
        .toArray();
}

std::optional<QString> realProducts()
{
    const QString path = qEnvironmentVariable("CREMA_REAL_DATA") + QStringLiteral("/products.csv");
    return QFile::exists(path) ? std::optional(path) : std::nullopt;
}

QStringList programsAt(const QString &folder)
{
    const QByteArray needle = QFile::encodeName(folder);
    const auto holds = [&](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(needle);
    };
    QStringList found;
    for (const QString &id : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        const QString process = QStringLiteral("/proc/") + id;
        if (id.toInt() > 0 &&
            (QFile::symLinkTarget(process + QStringLiteral("/cwd")).startsWith(folder) ||
             holds(process + QStringLiteral("/cmdline")) || holds(process + QStringLiteral("/environ")))) {
            QFile name(process + QStringLiteral("/comm"));
            found.append(
                id + u' ' +
                (name.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(name.readAll().trimmed()) : QString()));
        }
    }
    return found;
}

bool noProgramStaysAt(const QString &folder)
{
    for (const QDeadlineTimer limit(120'000); !limit.hasExpired();) {
        if (programsAt(folder).isEmpty())
            return true;
    }
    return false;
}

} // namespace crema::e2e
