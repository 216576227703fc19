// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/devices/device_words.h"

#include <QCoreApplication>

#include <cstdlib>
#include <limits>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DeviceWords)
};

int plural(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

Tone toneOf(DeviceFinding finding)
{
    return levelOf(finding) == FindingLevel::Act ? Tone::Error : Tone::Warning;
}

QString iconOf(DeviceFinding finding)
{
    switch (finding) {
    case DeviceFinding::WorkIsSilent:
    case DeviceFinding::WorkIsStuck: return QStringLiteral("cloud");
    case DeviceFinding::DiskIsLow: return QStringLiteral("box");
    case DeviceFinding::ClockIsWrong:
    case DeviceFinding::ClockIsOff: return QStringLiteral("clock");
    case DeviceFinding::NeedsAttention: return QStringLiteral("warn");
    case DeviceFinding::IsSilent:
    case DeviceFinding::NeverHeard: return QStringLiteral("offline");
    case DeviceFinding::IsOnDetour: return QStringLiteral("split");
    }
    Q_UNREACHABLE();
}

void add(QList<DeviceFact> &facts, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        facts.append({name, value});
}

} // namespace

CellBadge DeviceWords::badge(DeviceFinding finding)
{
    const auto make = [finding](const QString &text) { return CellBadge{iconOf(finding), text, toneOf(finding)}; };
    switch (finding) {
    case DeviceFinding::WorkIsSilent: return make(Texts::tr("Work at risk", "a device; a badge"));
    case DeviceFinding::WorkIsStuck: return make(Texts::tr("Not sending", "a device; a badge"));
    case DeviceFinding::DiskIsLow: return make(Texts::tr("Disk full", "a device; a badge"));
    case DeviceFinding::ClockIsWrong: return make(Texts::tr("Clock wrong", "a device; a badge"));
    case DeviceFinding::NeedsAttention: return make(Texts::tr("Needs attention", "a device; a badge"));
    case DeviceFinding::IsSilent: return make(Texts::tr("Silent", "a device; a badge"));
    case DeviceFinding::NeverHeard: return make(Texts::tr("Never seen", "a device; a badge"));
    case DeviceFinding::ClockIsOff: return make(Texts::tr("Clock off", "a device; a badge"));
    case DeviceFinding::IsOnDetour: return make(Texts::tr("On a detour", "a device; a badge"));
    }
    Q_UNREACHABLE();
}

QString DeviceWords::number(std::int64_t value) const
{
    return m_locale.toString(static_cast<qlonglong>(value));
}

QString DeviceWords::duration(std::int64_t ms) const
{
    return m_times.age(m_at.plusMs(-ms), m_at);
}

QString DeviceWords::contact(const DeviceStanding &standing) const
{
    if (!standing.heardAt)
        return Texts::tr("never", "when a device was last heard of");
    if (isInContact(standing, m_at))
        return Texts::tr("now", "when a device was last heard of");
    return Texts::tr("%1 ago", "a duration, such as 3 d").arg(duration(silenceMs(standing, m_at)));
}

QString DeviceWords::waiting(const DeviceHealth &health) const
{
    if (health.waiting == 0)
        return {};
    const std::int64_t others = health.waiting - health.waitingSales;
    const QString sales = Texts::tr("%n sales", nullptr, plural(health.waitingSales));
    if (others <= 0)
        return sales;
    if (health.waitingSales == 0)
        return Texts::tr("%n changes", nullptr, plural(others));
    return Texts::tr("%1, %2 more", "sales that wait, and how much else").arg(sales, number(others));
}

QString DeviceWords::clock(const DeviceHealth &health) const
{
    const std::int64_t off = std::abs(health.clockOffsetMs);
    if (off <= device_limit::clockOffMs)
        return Texts::tr("right", "a clock");
    return health.clockOffsetMs > 0 ? Texts::tr("%1 slow", "a clock, by a duration").arg(duration(off))
                                    : Texts::tr("%1 fast", "a clock, by a duration").arg(duration(off));
}

QString DeviceWords::disk(const DeviceHealth &health) const
{
    if (!health.freeBytes)
        return {};
    return Texts::tr("%1 free", "room on a disk").arg(m_locale.formattedDataSize(*health.freeBytes, 0));
}

DeviceRow DeviceWords::row(const DeviceStanding &standing, DeviceId here) const
{
    DeviceRow row;
    row.id = standing.device.toString();
    row.name = standing.name;
    row.placeText = standing.movesTo.isEmpty()
                        ? standing.locationName
                        : Texts::tr("%1, moves to %2", "two locations").arg(standing.locationName, standing.movesTo);
    row.registerText = Texts::tr("%1-%2", "location and register, as receipt numbers have them")
                           .arg(standing.locationCode, standing.registerCode);
    row.contactText = contact(standing);
    row.isThis = standing.device == here;
    row.silenceMs = silenceMs(standing, m_at);
    if (standing.heardAt)
        row.exactText = m_times.exact(*standing.heardAt);
    if (standing.health) {
        row.waiting = standing.health->waiting;
        row.waitingText = waiting(*standing.health);
        row.attentionText = standing.health->needsAttention > 0 ? number(standing.health->needsAttention) : QString();
        row.clockText = clock(*standing.health);
        row.diskText = disk(*standing.health);
        row.versionText = standing.health->version;
    }
    row.isOut = standing.shutOut.has_value();
    const QList<DeviceFinding> findings = findingsOf(standing, m_at);
    if (row.isOut)
        row.state = {QStringLiteral("lock"), Texts::tr("Shut out", "a device; a badge"), Tone::Neutral};
    else if (!findings.isEmpty())
        row.state = badge(findings.first());
    return row;
}

QString DeviceWords::title(DeviceFinding finding) const
{
    switch (finding) {
    case DeviceFinding::WorkIsSilent: return Texts::tr("Work waits on a device that is silent");
    case DeviceFinding::WorkIsStuck: return Texts::tr("Something does not go out");
    case DeviceFinding::DiskIsLow: return Texts::tr("The disk is nearly full");
    case DeviceFinding::ClockIsWrong: return Texts::tr("The clock is wrong");
    case DeviceFinding::NeedsAttention: return Texts::tr("Somebody has to decide");
    case DeviceFinding::IsSilent: return Texts::tr("Silent for a long time");
    case DeviceFinding::NeverHeard: return Texts::tr("Never seen");
    case DeviceFinding::ClockIsOff: return Texts::tr("The clock is a little off");
    case DeviceFinding::IsOnDetour: return Texts::tr("On a detour");
    }
    Q_UNREACHABLE();
}

QString DeviceWords::sentence(DeviceFinding finding, const DeviceStanding &standing) const
{
    const DeviceHealth health = standing.health.value_or(DeviceHealth());
    const QString silence = duration(silenceMs(standing, m_at));
    switch (finding) {
    case DeviceFinding::WorkIsSilent:
        return Texts::tr("Not seen for %1; waiting on it then: %2. Switch it on where it reaches the platform: what "
                         "waits goes out by itself.",
                         "a duration, what waits")
            .arg(silence, waiting(health));
    case DeviceFinding::WorkIsStuck:
        return Texts::tr("It is in contact, but the oldest of what waits is %1 old. Open its sync panel to see why.",
                         "a duration")
            .arg(duration(health.oldestWaitingMs.value_or(0)));
    case DeviceFinding::DiskIsLow:
        return Texts::tr("It warns before it takes money. Free some space on it: %1.", "room on a disk")
            .arg(disk(health));
    case DeviceFinding::ClockIsWrong:
    case DeviceFinding::ClockIsOff:
        return Texts::tr("It goes %1. Set it right on the device; selling goes on, and the order of sales is right all "
                         "the same.",
                         "as in: 3 min slow")
            .arg(clock(health));
    case DeviceFinding::NeedsAttention:
        return Texts::tr("%n changes made on it wait for a decision. They stand in the sync panel of every device of "
                         "this location.",
                         nullptr, plural(health.needsAttention));
    case DeviceFinding::IsSilent:
        return Texts::tr("Not seen for %1; nothing was waiting on it. If it is not in use any more, revoke it.",
                         "a duration")
            .arg(silence);
    case DeviceFinding::NeverHeard:
        return Texts::tr("Enrolled %1 ago and not seen since. If it was a try, revoke it.", "a duration").arg(silence);
    case DeviceFinding::IsOnDetour:
        return Texts::tr("%n addresses of the platform do not answer it, so it uses another one.", nullptr,
                         health.openBreakers);
    }
    Q_UNREACHABLE();
}

DeviceFindingView DeviceWords::well(const DeviceStanding &standing) const
{
    if (!standing.heardAt)
        return {QStringLiteral("clock"), Tone::Neutral, Texts::tr("Not seen yet"),
                Texts::tr("It was enrolled a short time ago and has not told anything.")};
    if (isInContact(standing, m_at))
        return {QStringLiteral("okcircle"), Tone::Ok, Texts::tr("In contact"),
                Texts::tr("Nothing about it needs a person.")};
    return {QStringLiteral("moon"), Tone::Neutral, Texts::tr("At rest"),
            Texts::tr("Not seen for %1. Nothing about it needs a person.", "a duration")
                .arg(duration(silenceMs(standing, m_at)))};
}

QList<DeviceFact> DeviceWords::work(const DeviceStanding &standing) const
{
    QList<DeviceFact> facts;
    add(facts, Texts::tr("Last contact"),
        standing.heardAt ? m_times.exact(*standing.heardAt) : Texts::tr("never", "when a device was last heard of"));
    if (!standing.health)
        return facts;
    const DeviceHealth &health = *standing.health;
    const QString nothing = Texts::tr("nothing", "what waits");
    add(facts, Texts::tr("Waits to be sent"), health.waiting > 0 ? waiting(health) : nothing);
    if (health.oldestWaitingMs)
        add(facts, Texts::tr("Oldest of it"), duration(*health.oldestWaitingMs));
    add(facts, Texts::tr("Needs attention"), health.needsAttention > 0 ? number(health.needsAttention) : nothing);
    if (health.refused > 0)
        add(facts, Texts::tr("Not taken by the platform"), number(health.refused));
    if (standing.heardAt && health.syncedAgoMs)
        add(facts, Texts::tr("Last sent and fetched"), m_times.exact(standing.heardAt->plusMs(-*health.syncedAgoMs)));
    return facts;
}

QList<DeviceFact> DeviceWords::machine(const DeviceStanding &standing) const
{
    QList<DeviceFact> facts;
    add(facts, Texts::tr("Register"),
        Texts::tr("%1-%2", "location and register, as receipt numbers have them")
            .arg(standing.locationCode, standing.registerCode));
    add(facts, Texts::tr("Enrolled"), m_times.exact(standing.enrolledAt));
    if (!standing.health)
        return facts;
    const DeviceHealth &health = *standing.health;
    add(facts, Texts::tr("Program"),
        Texts::tr("%1, store of format %2", "a version, a number").arg(health.version).arg(health.storeFormat));
    add(facts, Texts::tr("Clock"), clock(health));
    add(facts, Texts::tr("Disk"), disk(health));
    add(facts, Texts::tr("Local store"), m_locale.formattedDataSize(health.storeBytes, 1));
    if (standing.heardAt && health.checkedAgoMs)
        add(facts, Texts::tr("Store last checked"), m_times.exact(standing.heardAt->plusMs(-*health.checkedAgoMs)));
    constexpr double second = 1'000;
    add(facts, Texts::tr("Last round of sync"),
        Texts::tr("%1 s").arg(m_locale.toString(static_cast<double>(health.roundMs) / second, 'f', 1)));
    if (health.addresses > 1)
        add(facts, Texts::tr("Addresses of the platform"),
            Texts::tr("%1 of %2 answer").arg(number(health.addresses - health.openBreakers), number(health.addresses)));
    return facts;
}

QString DeviceWords::reasonName(ShutOutReason reason)
{
    switch (reason) {
    case ShutOutReason::Lost: return Texts::tr("Lost", "why a device was shut out");
    case ShutOutReason::Stolen: return Texts::tr("Stolen", "why a device was shut out");
    case ShutOutReason::Broken: return Texts::tr("Broken", "why a device was shut out");
    case ShutOutReason::Sold: return Texts::tr("Sold", "why a device was shut out");
    case ShutOutReason::Unused: return Texts::tr("Not in use any more", "why a device was shut out");
    }
    Q_UNREACHABLE();
}

ShutOutQuestion DeviceWords::question(const DeviceStanding &standing, bool isHere) const
{
    ShutOutQuestion question;
    question.title = Texts::tr("Shut out %1?", "a device").arg(standing.name);
    question.meaning = Texts::tr("From now on the platform takes nothing from it and tells it nothing, and whoever is "
                                 "signed in on it is signed out. What it has not sent stays on its disk. It cannot be "
                                 "taken back: it comes in again only with a code that is typed on it.");
    if (isHere) {
        question.warning = Texts::tr("This is the device that you are at.");
    } else if (standing.health && standing.health->waiting > 0) {
        question.warning = Texts::tr("When it was last heard of (%1), this waited on it: %2.", "3 d ago, what waits")
                               .arg(contact(standing), waiting(*standing.health));
    }
    question.button = Texts::tr("Shut out", "a button");
    for (const ShutOutReason reason : allShutOutReasons)
        question.reasonNames.append(reasonName(reason));
    return question;
}

QList<DeviceFindingView> DeviceWords::outFindings(const DeviceStanding &standing) const
{
    const ShutOut &out = *standing.shutOut;
    const QString since = m_times.exact(out.at);
    QList<DeviceFindingView> findings{
        {QStringLiteral("lock"), Tone::Neutral, Texts::tr("Shut out"),
         out.reason ? Texts::tr("Since %1. Why: %2.", "a moment, a reason").arg(since, reasonName(*out.reason))
                    : Texts::tr("Since %1.", "a moment").arg(since)}};
    if (standing.health && standing.health->waiting > 0) {
        findings.append({QStringLiteral("cloud"), Tone::Warning, Texts::tr("Work may be missing"),
                         Texts::tr("When it was last heard of, this waited on it: %1. It is on its disk, unless it "
                                   "arrived meanwhile.",
                                   "what waits")
                             .arg(waiting(*standing.health))});
    }
    for (const ArrivedStore &store : out.stores) {
        if (!store.shiftIsOpen)
            continue;
        findings.append({QStringLiteral("drawer"), Tone::Warning, Texts::tr("A shift of it is open"),
                         Texts::tr("As far as has arrived, the drawer of %1-%2 was not closed. Only the device itself "
                                   "closes it.",
                                   "location and register, as receipt numbers have them")
                             .arg(standing.locationCode, store.registerCode)});
    }
    return findings;
}

QList<DeviceFact> DeviceWords::arrived(const DeviceStanding &standing) const
{
    QList<DeviceFact> facts;
    constexpr qsizetype shownDigits = 12;
    for (const ArrivedStore &store : standing.shutOut->stores) {
        const QString reg = Texts::tr("%1-%2", "location and register, as receipt numbers have them")
                                .arg(standing.locationCode, store.registerCode);
        add(facts, reg,
            store.arrived > 0 ? Texts::tr("everything up to its operation %1").arg(number(store.arrived))
                              : Texts::tr("nothing", "what arrived"));
        if (store.journalEntries > 0) {
            add(facts, Texts::tr("Its auditor's journal"),
                Texts::tr("%1 entries, the last is %2", "a number, the first digits of a hash")
                    .arg(number(store.journalEntries),
                         store.journalHash.first(std::min(shownDigits, store.journalHash.size()))));
        }
    }
    return facts;
}

DeviceDetail DeviceWords::detail(const DeviceStanding &standing, DeviceId here) const
{
    DeviceDetail detail;
    detail.row = row(standing, here);
    const QList<DeviceFinding> findings = findingsOf(standing, m_at);
    for (const DeviceFinding finding : findings)
        detail.findings.append({iconOf(finding), toneOf(finding), title(finding), sentence(finding, standing)});
    if (standing.shutOut)
        detail.findings = outFindings(standing);
    else if (findings.isEmpty())
        detail.findings.append(well(standing));
    detail.work = work(standing);
    if (standing.shutOut)
        detail.arrived = arrived(standing);
    detail.machine = machine(standing);
    detail.asOfText = Texts::tr("As of %1", "a time of day").arg(m_times.clock(m_at));
    return detail;
}

} // namespace crema
