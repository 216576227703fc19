// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/diagnosis/diagnosis_presenter.h"

#include "sync/rest/answer_verdict.h"
#include "sync/rest/platform_client.h"
#include "ui/presenters/selling/time_words.h"

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
    if (!disk.isWritable(folder))
        return {
            u"disk"_s, State::Bad,
            Texts::tr("The folder of the store, %1, cannot be written: nothing can be sold.").arg(folder),
            Texts::tr("Give the user of the till the right to write there, and look whether the disk is mounted for "
                      "reading only.")};
    const std::int64_t bytes = disk.freeBytes(folder);
    if (bytes < 0)
        return {u"disk"_s, State::Notice, Texts::tr("How much room the disk has could not be found out."), {}};
    const QString room = QLocale().formattedDataSize(bytes);
    if (bytes < lowDiskBytes)
        return {u"disk"_s, State::Bad, Texts::tr("The disk of the store has only %1 left.").arg(room),
                Texts::tr("Make room before you sell: a sale that cannot be written cannot be taken.")};
    return {u"disk"_s, State::Good, Texts::tr("The disk of the store has %1 left.").arg(room), {}};
}

/// How the platform was found, and how far its clock is from this one's when it told.
struct PlatformLook {
    Finding finding;
    std::optional<std::int64_t> clockOffsetMs;
};

QCoro::Task<PlatformLook> lookAtPlatform(sync::ClientState state, sync::HttpTransport &network, Clock &clock)
{
    if (!state.enrolled)
        co_return PlatformLook{{u"platform"_s, State::Notice, Texts::tr("This device is not enrolled at a platform."),
                                Texts::tr("Run: crema device enroll --platform URL --code CODE")},
                               {}};
    sync::HttpRequest request;
    request.url = state.platform; // with the pin of its certificate
    request.url.setPath(u"/api/v1/health"_s);
    request.timeoutMs = healthTimeoutMs;
    const std::int64_t sentMs = clock.monotonicMs();
    const Result<sync::HttpAnswer> answer = co_await network.send(request);
    const std::int64_t tripMs = clock.monotonicMs() - sentMs;
    const QString address = state.platform.toString();
    PlatformLook look;
    if (!answer) {
        look.finding = {u"platform"_s, State::Notice,
                        Texts::tr("%1 does not answer: %2").arg(address, answer.error().message),
                        Texts::tr("Selling goes on. Check the network cable, Wi-Fi and the address.")};
    } else if (answer->status != 200) {
        look.finding = {
            u"platform"_s, State::Bad, Texts::tr("%1 answers with status %2.").arg(address).arg(answer->status),
            Texts::tr("Ask whoever runs the platform; a login page of a network in between also answers so.")};
    } else {
        if (const auto serverTime = sync::judge(answer, clock.now()).serverTime)
            look.clockOffsetMs = sync::sampleOf(*serverTime, clock.now(), tripMs).offsetMs;
        look.finding = {u"platform"_s, State::Good, Texts::tr("%1 answers.").arg(address), {}};
    }
    // Whoever answers a stranger may still not let this device in.
    if (state.link == sync::Link::NeedsSignIn && state.linkProblem)
        look.finding = {u"platform"_s, State::Bad, state.linkProblem->message, state.linkProblem->hint};
    co_return look;
}

Finding lookAtClock(const sync::ClientState &state, std::optional<std::int64_t> measured)
{
    if (!measured && !state.lastSyncAt)
        return {u"clock"_s, State::Notice, Texts::tr("The clock was never compared with the platform's."),
                state.enrolled ? Texts::tr("Run: crema sync run") : QString()};
    const std::int64_t offset = std::abs(measured.value_or(state.clockOffsetMs));
    if (offset <= clockWarningMs && measured)
        return {u"clock"_s, State::Good, Texts::tr("The clock agrees with the platform's."), {}};
    if (offset <= clockWarningMs) {
        const TimeWords words = TimeWords::ofShop(QLocale(), state.location);
        return {u"clock"_s,
                State::Notice,
                Texts::tr("The clock could not be compared now; it agreed with the platform's at the last contact, %1.")
                    .arg(words.exact(*state.lastSyncAt)),
                {}};
    }
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
    const PlatformLook platform = co_await lookAtPlatform(client.state(), parts.network, parts.clock);
    findings.append(platform.finding);
    findings.append(lookAtClock(client.state(), platform.clockOffsetMs));
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
