// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/program_log.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <array>
#include <csignal>
#include <cstring>
#include <exception>

#include <fcntl.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

namespace crema {

namespace {

constexpr std::size_t fileBytes = 1'048'576;
constexpr std::size_t olderFiles = 4;

// Qt's handler and the system's take plain functions, so what they write to has to be reachable without an object.
std::weak_ptr<spdlog::logger> current;
int crashFile = -1;
std::terminate_handler formerTerminate = nullptr;
QtMessageHandler formerHandler = nullptr;

std::shared_ptr<spdlog::logger> openLog(const QString &folder, const QString &name)
{
    const QByteArray path = QFile::encodeName(folder + u'/' + name + QStringLiteral(".log"));
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path.toStdString(), fileBytes, olderFiles);
        auto log = std::make_shared<spdlog::logger>(name.toStdString(), std::move(sink));
        log->set_formatter(
            std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc));
        log->flush_on(spdlog::level::info);
        log->set_error_handler([](const std::string &) {}); // a full disk is no reason to write to the screen
        return log;
    } catch (const spdlog::spdlog_ex &) {
        return nullptr;
    }
}

spdlog::level::level_enum levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return spdlog::level::debug;
    case QtInfoMsg: return spdlog::level::info;
    case QtWarningMsg: return spdlog::level::warn;
    case QtCriticalMsg: return spdlog::level::err;
    case QtFatalMsg: return spdlog::level::critical;
    }
    return spdlog::level::warn;
}

void takeMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const std::shared_ptr<spdlog::logger> log = current.lock();
    if (!log)
        return;
    const QString category = QString::fromLatin1(context.category ? context.category : "default");
    log->log(levelOf(type), "qt {} {}", category.toStdString(), withoutPersonalData(text).toStdString());
}

void writeReason(const char *reason)
{
    if (const std::shared_ptr<spdlog::logger> log = current.lock())
        log->critical("terminated: {}", withoutPersonalData(QString::fromUtf8(reason)).toStdString());
}

[[noreturn]] void onTerminate()
{
    const std::exception_ptr thrown = std::current_exception();
    try {
        if (thrown)
            std::rethrow_exception(thrown);
        writeReason("without an exception");
    } catch (const std::exception &exception) {
        writeReason(exception.what());
    } catch (...) {
        writeReason("an exception of another kind");
    }
    if (formerTerminate)
        formerTerminate();
    std::abort();
}

// Only what is safe inside a signal handler: one write of fixed text.
void onCrash(int signal)
{
    const char *line = signal == SIGSEGV  ? "crashed: SIGSEGV\n"
                       : signal == SIGBUS ? "crashed: SIGBUS\n"
                       : signal == SIGFPE ? "crashed: SIGFPE\n"
                       : signal == SIGILL ? "crashed: SIGILL\n"
                                          : "crashed: SIGABRT\n";
    if (crashFile >= 0)
        (void)!::write(crashFile, line, std::strlen(line));
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

constexpr std::array crashSignals{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

const char *kindText(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::Failed: return "failed";
    case ProblemKind::Invalid: return "refused input";
    case ProblemKind::NotFound: return "not found";
    case ProblemKind::NotSignedIn: return "not signed in";
    case ProblemKind::NotAllowed: return "not allowed";
    case ProblemKind::Conflict: return "conflict";
    case ProblemKind::Unavailable: return "unavailable";
    case ProblemKind::Device: return "device";
    }
    return "failed";
}

} // namespace

ProgramLog::ProgramLog(const QString &folder, const QString &program) : m_folder(folder)
{
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    m_own = openLog(folder, program);
    m_platform = openLog(folder, program + QStringLiteral("-platform"));
    current = m_own;
    formerHandler = qInstallMessageHandler(&takeMessage);
    formerTerminate = std::set_terminate(&onTerminate);
    crashFile = ::open(QFile::encodeName(folder + u'/' + program + QStringLiteral(".log")).constData(),
                       O_WRONLY | O_APPEND | O_CLOEXEC);
    for (const int signal : crashSignals)
        std::signal(signal, &onCrash);
    write(ProgramEvent::Note,
          QStringLiteral("started, version " CREMA_VERSION ", Qt %1").arg(QLatin1String(qVersion())));
}

ProgramLog::~ProgramLog()
{
    write(ProgramEvent::Note, QStringLiteral("stopped"));
    for (const int signal : crashSignals)
        std::signal(signal, SIG_DFL);
    std::set_terminate(std::exchange(formerTerminate, nullptr));
    qInstallMessageHandler(std::exchange(formerHandler, nullptr));
    if (crashFile >= 0)
        ::close(std::exchange(crashFile, -1));
}

void ProgramLog::write(ProgramEvent event, const QString &text)
{
    if (m_own)
        m_own->log(event == ProgramEvent::Note ? spdlog::level::info : spdlog::level::warn, "{}", text.toStdString());
}

void ProgramLog::write(const Problem &problem)
{
    if (m_own)
        m_own->warn("problem {} ({})", problem.code.toStdString(), kindText(problem.kind));
}

void ProgramLog::writePlatform(QByteArrayView line)
{
    if (m_platform)
        m_platform->info("{}", std::string_view(line.data(), static_cast<std::size_t>(line.size())));
}

QString withoutPersonalData(const QString &message)
{
    static const QRegularExpression parts(
        QStringLiteral("\"[^\"]*\"|'[^']*'|“[^”]*”|\\S+@\\S+|\\b\\w+://\\S+|(?<![\\w.])/[^\\s:,]+|\\d[\\d.,]{2,}\\d"));
    QString text = message.simplified();
    return text.replace(parts, QStringLiteral("…"));
}

} // namespace crema
