// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/platform_process.h"

#include "app/device/platform_problem.h"
#include "ui/presenters/syncing/clock_wait.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QProcess>
#include <QPromise>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace crema {

using namespace Qt::StringLiterals;

namespace {

/// The first start makes a database and fills it: 15 s on a usual computer.
constexpr std::int64_t readyLimitMs = 180'000;
/// The platform itself ends what hangs after 5 s.
constexpr int stopLimitMs = 6'000;
/// One that another program is just ending gets this long.
constexpr int tries = 20;
constexpr std::int64_t retryMs = 500;
constexpr int healthTimeoutMs = 2'000;
constexpr qsizetype keptBytes = 16'384;

const QString portTaken = u"door.listen"_s;
const QString inUse = u"cluster.in_use"_s;

// In the child, between fork and exec: only what is safe there.
void tieToParent()
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    // Ctrl+C in the terminal is for this program, which then ends its child in order.
    ::setpgid(0, 0);
}

} // namespace

/// One run of the program, from its start to its end.
struct PlatformProcess::Run {
    QProcess process;
    QByteArray out;
    QByteArray saidLast; ///< the end of what it said to standard error
    QString data;
    QPromise<Result<QUrl>> ready;
    QPromise<int> ended;
    std::unique_ptr<Timer> limit;
    bool answered = false;

    Run()
    {
        ready.start();
        ended.start();
    }

    void answer(const Result<QUrl> &address)
    {
        if (std::exchange(answered, true))
            return;
        limit.reset();
        ready.addResult(address);
        ready.finish();
    }
};

PlatformProcess::PlatformProcess(const Places &places, Clock &clock, sync::HttpTransport &network, Log log,
                                 QObject *parent)
    : PlatformChild(parent), m_places(places), m_clock(clock), m_network(network), m_log(std::move(log))
{}

PlatformProcess::~PlatformProcess()
{
    stop();
    const QList<std::shared_ptr<Run>> runs = std::exchange(m_runs, {});
    for (const std::shared_ptr<Run> &run : runs) {
        run->process.disconnect(this);
        run->answer(failure(platformNotReady()));
        run->ended.addResult(-1);
        run->ended.finish();
        if (run->process.state() == QProcess::NotRunning)
            continue;
        run->process.terminate();
        if (!run->process.waitForFinished(stopLimitMs)) {
            run->process.kill();
            run->process.waitForFinished();
        }
    }
}

QString PlatformProcess::findProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/crema-platform"_s;
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(u"crema-platform"_s);
}

QString PlatformProcess::dataOf(LocalBusiness business) const
{
    return business == LocalBusiness::Sample ? m_places.sampleData : m_places.shopData;
}

std::shared_ptr<PlatformProcess::Run> PlatformProcess::newRun(LocalBusiness business, const QStringList &arguments)
{
    auto run = std::make_shared<Run>();
    run->data = dataOf(business);
    QDir().mkpath(QFileInfo(run->data).path());
    QProcess &process = run->process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CREMA_PROBLEMS"_s, u"json"_s);
    environment.remove(u"DATABASE_URL"_s);
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier(&tieToParent);
    process.setProgram(m_places.program);
    process.setArguments(arguments + QStringList{u"--data="_s + run->data});
    const std::weak_ptr<Run> weak = run;
    connect(&process, &QProcess::readyReadStandardOutput, this, [this, weak] { takeOutput(weak.lock()); });
    connect(&process, &QProcess::readyReadStandardError, this, [this, weak] { takeComplaints(weak.lock()); });
    connect(&process, &QProcess::finished, this, [this, weak] { takeEnd(weak.lock()); });
    connect(&process, &QProcess::errorOccurred, this, [this, weak](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            takeEnd(weak.lock());
    });
    m_runs.append(run);
    return run;
}

void PlatformProcess::takeOutput(const std::shared_ptr<Run> &run)
{
    if (!run)
        return;
    run->out += run->process.readAllStandardOutput();
    run->out = run->out.right(keptBytes);
    const qsizetype begin = run->out.indexOf("ready http");
    const qsizetype end = run->out.indexOf('\n', begin);
    if (run != m_server || run->answered || begin < 0 || end < 0)
        return;
    m_address = QUrl(QString::fromLatin1(run->out.mid(begin + 6, end - begin - 6).trimmed()));
    run->answer(m_address);
}

void PlatformProcess::takeComplaints(const std::shared_ptr<Run> &run)
{
    if (!run)
        return;
    const QByteArray said = run->process.readAllStandardError();
    run->saidLast = (run->saidLast + said).right(keptBytes);
    // Lines of its log; what it says to people may name folders.
    for (const QByteArray &line : said.split('\n')) {
        if (m_log && line.contains("\"event\""))
            m_log(line);
    }
}

void PlatformProcess::takeEnd(const std::shared_ptr<Run> &run)
{
    if (!run || !m_runs.removeOne(run))
        return;
    takeOutput(run);
    takeComplaints(run);
    const bool wasServing = run == m_server && run->answered;
    if (run == m_server) {
        m_server.reset();
        m_address.clear();
    }
    Problem problem = platformProblem(run->saidLast, run->data);
    const QString code = platformCode(run->saidLast);
    if (code == portTaken || code == inUse)
        problem.code = code; // start() tries in another way
    run->answer(failure(problem));
    run->ended.addResult(run->process.exitStatus() == QProcess::NormalExit &&
                                 run->process.error() != QProcess::FailedToStart
                             ? run->process.exitCode()
                             : -1);
    run->ended.finish();
    // Not from inside its own signal.
    QMetaObject::invokeMethod(
        this, [run] { Q_UNUSED(run) }, Qt::QueuedConnection);
    if (wasServing)
        Q_EMIT ended();
}

QCoro::Task<Result<QUrl>> PlatformProcess::serve(LocalBusiness business, quint16 port)
{
    QStringList arguments{u"serve"_s, u"--embedded"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(port), u"--create"_s};
    if (business == LocalBusiness::Sample)
        arguments.append(u"--demo"_s);
    const std::shared_ptr<Run> run = newRun(business, arguments);
    m_server = run;
    m_business = business;
    const std::weak_ptr<Run> weak = run;
    run->limit = m_clock.after(readyLimitMs, [this, weak] {
        if (const auto late = weak.lock(); late && late == m_server)
            stop();
    });
    run->process.start();
    const QFuture<Result<QUrl>> ready = run->ready.future();
    const Result<QUrl> address = co_await ready;
    co_return address;
}

QCoro::Task<bool> PlatformProcess::answers(QUrl address)
{
    sync::HttpRequest request;
    request.url = address.resolved(QUrl(u"/api/v1/health"_s));
    request.timeoutMs = healthTimeoutMs;
    const Result<sync::HttpAnswer> answer = co_await m_network.send(request);
    co_return answer && answer->status == 200;
}

QCoro::Task<Result<QUrl>> PlatformProcess::start(LocalBusiness business, quint16 port)
{
    const QPointer<PlatformProcess> self(this);
    if (m_places.program.isEmpty())
        co_return failure(platformMissing());
    if (m_server && m_business == business && m_address.isValid()) {
        const QUrl address = m_address;
        co_return address;
    }
    stop();
    const int turn = m_turn;
    const QUrl known(u"http://127.0.0.1:%1"_s.arg(port));
    quint16 wanted = port;
    for (int attempt = 0; attempt < tries; ++attempt) {
        const Result<QUrl> served = co_await serve(business, wanted);
        if (!self || self->m_turn != turn)
            co_return failure(platformNotReady());
        if (served)
            co_return served;
        if (served.error().code == portTaken && wanted != 0) {
            wanted = 0;
            continue;
        }
        if (served.error().code != inUse)
            co_return failure(served.error());
        if (port != 0) {
            const bool isThere = co_await answers(known);
            if (isThere)
                co_return known;
        }
        if (!self)
            co_return failure(platformNotReady());
        co_await presenters::ClockWait(self->m_clock, retryMs);
        if (!self || self->m_turn != turn)
            co_return failure(platformNotReady());
    }
    co_return failure(platformNotReady());
}

QCoro::Task<Result<QByteArray>> PlatformProcess::runVerb(LocalBusiness business, QStringList arguments,
                                                         QByteArray input, QString about)
{
    if (m_places.program.isEmpty())
        co_return failure(platformMissing());
    const std::shared_ptr<Run> run = newRun(business, arguments);
    run->process.start();
    run->process.write(input);
    run->process.closeWriteChannel();
    const QFuture<int> ended = run->ended.future();
    const int exitCode = co_await ended;
    if (exitCode != 0)
        co_return failure(platformProblem(run->saidLast, about.isEmpty() ? run->data : about));
    co_return run->out.trimmed();
}

QCoro::Task<Result<void>> PlatformProcess::createShop(NewShop shop)
{
    // Values stand behind "=", so that a name may begin with anything. Secrets go the way nobody can list.
    QStringList arguments{u"company"_s,
                          u"create"_s,
                          u"--name="_s + shop.businessName.simplified(),
                          u"--shop="_s + shop.shopName.simplified(),
                          u"--country="_s + shop.country,
                          u"--currency="_s + shop.currency,
                          u"--tax="_s + shop.standardRate.trimmed(),
                          u"--reduced-tax="_s + shop.reducedRate.trimmed(),
                          u"--owner="_s + shop.ownerName.simplified(),
                          u"--email="_s + shop.email.trimmed(),
                          u"--password-file=-"_s};
    if (!shop.pin.isEmpty())
        arguments.append(u"--pin-file=-"_s);
    const QByteArray secrets = shop.password.toUtf8() + '\n' + shop.pin.toUtf8() + '\n';
    const Result<QByteArray> made = co_await runVerb(LocalBusiness::Shop, arguments, secrets, {});
    if (!made)
        co_return failure(made.error());
    co_return Result<void>();
}

QCoro::Task<Result<QString>> PlatformProcess::enrolCode(LocalBusiness business)
{
    const QStringList arguments{u"enroll-code"_s, u"--location"_s, u"main"_s};
    const Result<QByteArray> said = co_await runVerb(business, arguments, {}, {});
    if (!said)
        co_return failure(said.error());
    co_return QString::fromLatin1(said->split('\n').constLast().trimmed());
}

QCoro::Task<Result<void>> PlatformProcess::backUp(LocalBusiness business, QString file)
{
    const QStringList arguments{u"backup"_s, u"--to="_s + file};
    const Result<QByteArray> written = co_await runVerb(business, arguments, {}, file);
    if (!written)
        co_return failure(written.error());
    co_return Result<void>();
}

QCoro::Task<Result<void>> PlatformProcess::restore(QString file)
{
    // A computer that is new has not the key of the one before; the shop is to open nevertheless.
    const QStringList arguments{u"restore"_s, u"--from="_s + file, u"--new-keys"_s};
    const Result<QByteArray> read = co_await runVerb(LocalBusiness::Shop, arguments, {}, {});
    if (!read)
        co_return failure(read.error());
    co_return Result<void>();
}

void PlatformProcess::stop()
{
    ++m_turn;
    m_address.clear();
    const std::shared_ptr<Run> run = std::exchange(m_server, nullptr);
    if (!run)
        return;
    run->answer(failure(platformNotReady()));
    run->process.terminate();
    const std::weak_ptr<Run> weak = run;
    run->limit = m_clock.after(stopLimitMs, [weak] {
        if (const auto late = weak.lock())
            late->process.kill();
    });
}

} // namespace crema
