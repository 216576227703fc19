// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/diagnosis/diagnosis_presenter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::DiagnosisPresenter)
};

using State = Finding::State;

constexpr std::int64_t lowDiskBytes = 256LL * 1024 * 1024;
constexpr std::int64_t clockWarningMs = 2 * 60 * 1000; // sync.md rule 23
constexpr std::int64_t clockAlarmMs = 10 * 60 * 1000;
constexpr int healthTimeoutMs = 5'000;

QCoro::Task<Finding> lookAtStore(sync::Client &client)
{
    const Result<sync::StoreCheck> check = co_await client.checkDatabase();
    if (!check)
        co_return Finding{u"store"_s, State::Bad, check.error().message, check.error().hint};
    if (!check->isSound())
        co_return Finding{u"store"_s, State::Bad, check->findings.join(u' '),
                          Texts::tr("Copy the folder of the store to a safe place, then run \"crema db check\".")};
    co_return Finding{u"store"_s,
                      State::Good,
                      Texts::tr("The store %1 is sound: %2 products, %3 sales.")
                          .arg(client.state().storePath)
                          .arg(check->products)
                          .arg(check->sales),
                      {}};
}

Finding lookAtDisk(const sync::ClientState &state, const sync::Disk &disk)
{
    const QString folder = QFileInfo(state.storePath).absolutePath();
    if (disk.isNetworkFileSystem(folder))
        return {u"disk"_s, State::Bad,
                Texts::tr("The store lies on a network file system, which does not keep its promises."),
                Texts::tr("Move it to a disk of this machine and set CREMA_STORE to its new place.")};
    const std::int64_t bytes = disk.freeBytes(folder);
    if (bytes < 0)
        return {u"disk"_s, State::Notice, Texts::tr("How much room the disk has could not be found out."), {}};
    const QString room = QLocale().formattedDataSize(bytes);
    if (bytes < lowDiskBytes)
        return {u"disk"_s, State::Bad, Texts::tr("The disk of the store has only %1 left.").arg(room),
                Texts::tr("Make room before you sell: a sale that cannot be written cannot be taken.")};
    return {u"disk"_s, State::Good, Texts::tr("The disk of the store has %1 left.").arg(room), {}};
}

QCoro::Task<Finding> lookAtPlatform(sync::ClientState state, sync::HttpTransport &network)
{
    if (!state.enrolled)
        co_return Finding{u"platform"_s, State::Notice, Texts::tr("This device is not enrolled at a platform."),
                          Texts::tr("Run: crema device enroll --platform URL --code CODE")};
    sync::HttpRequest request;
    request.url = state.platform; // with the pin of its certificate
    request.url.setPath(u"/api/v1/health"_s);
    request.timeoutMs = healthTimeoutMs;
    const Result<sync::HttpAnswer> answer = co_await network.send(request);
    const QString address = state.platform.toString();
    if (!answer)
        co_return Finding{u"platform"_s, State::Notice,
                          Texts::tr("%1 does not answer: %2").arg(address, answer.error().message),
                          Texts::tr("Selling goes on. Check the network cable, Wi-Fi and the address.")};
    if (answer->status != 200)
        co_return Finding{
            u"platform"_s, State::Bad, Texts::tr("%1 answers with status %2.").arg(address).arg(answer->status),
            Texts::tr("Ask whoever runs the platform; a login page of a network in between also answers so.")};
    co_return Finding{u"platform"_s, State::Good, Texts::tr("%1 answers.").arg(address), {}};
}

Finding lookAtClock(const sync::ClientState &state)
{
    if (!state.lastSyncAt)
        return {u"clock"_s, State::Notice, Texts::tr("The clock was never compared with the platform's."),
                state.enrolled ? Texts::tr("Run: crema sync run") : QString()};
    const std::int64_t offset = state.clockOffsetMs < 0 ? -state.clockOffsetMs : state.clockOffsetMs;
    if (offset <= clockWarningMs)
        return {u"clock"_s, State::Good, Texts::tr("The clock agrees with the platform's."), {}};
    return {u"clock"_s, offset > clockAlarmMs ? State::Bad : State::Notice,
            Texts::tr("The clock is %n second(s) away from the platform's.", nullptr, static_cast<int>(offset / 1000)),
            Texts::tr("Turn on network time: timedatectl set-ntp true")};
}

Finding lookAtQueue(const sync::ClientState &state)
{
    if (state.queue.needsAttention > 0)
        return {u"queue"_s, State::Bad,
                Texts::tr("%n operation(s) need attention.", nullptr, static_cast<int>(state.queue.needsAttention)),
                Texts::tr("Run: crema sync list --attention")};
    if (state.queue.unsent() > 0)
        return {u"queue"_s, State::Notice,
                Texts::tr("%n operation(s) wait for the platform.", nullptr, static_cast<int>(state.queue.unsent())),
                state.enrolled ? Texts::tr("Run: crema sync run") : QString()};
    return {u"queue"_s, State::Good, Texts::tr("Nothing waits for the platform."), {}};
}

Finding lookAtPerson(const sync::ClientState &state)
{
    if (!state.enrolled)
        return {u"person"_s, State::Notice, Texts::tr("The owner works on this device until it is enrolled."), {}};
    if (!state.person)
        return {u"person"_s, State::Notice, Texts::tr("Nobody is signed in."),
                Texts::tr("Run: crema user login EMAIL")};
    return {u"person"_s, State::Good, Texts::tr("%1 is signed in.").arg(state.person->name), {}};
}

} // namespace

QCoro::Task<QList<Finding>> DiagnosisPresenter::lookOver() const
{
    sync::Client &client = m_client;
    const sync::ClientParts parts = m_parts;
    QList<Finding> findings;
    findings.append(co_await lookAtStore(client));
    findings.append(lookAtDisk(client.state(), parts.disk));
    findings.append(co_await lookAtPlatform(client.state(), parts.network));
    findings.append(lookAtClock(client.state()));
    findings.append(lookAtQueue(client.state()));
    findings.append(lookAtPerson(client.state()));
    co_return findings;
}

QString findingStateText(Finding::State state)
{
    switch (state) {
    case State::Good: return u"good"_s;
    case State::Notice: return u"notice"_s;
    case State::Bad: break;
    }
    return u"bad"_s;
}

} // namespace crema::presenters
