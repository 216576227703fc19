// SPDX-License-Identifier: GPL-3.0-or-later
// What else happens to a till and its store.
#include "models/security/tokens.h"
#include "platform/devices/enrolment.h"
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"

namespace crema::simulation {

namespace {

const QString passphrase = QStringLiteral("what was not sent");

} // namespace

void SimRegister::disturbClock()
{
    constexpr std::int64_t hourMs = 3'600'000;
    constexpr std::int64_t yearMs = 365 * 24 * hourMs;
    const std::int64_t kind = m_dice.between(0, 9);
    if (kind < 5) {
        setClockError(m_dice.between(-hourMs, hourMs));
    } else if (kind < 7) {
        // Somebody changes it between summer and winter by hand.
        setClockError(m_clock.errorMs() + (m_dice.chance(500) ? hourMs : -hourMs));
    } else if (kind < 9) {
        ++m_world.counts["clock.years"];
        setClockError(m_dice.between(-10 * yearMs, 10 * yearMs));
    } else {
        note("has a clock that stands still");
        ++m_world.counts["clock.frozen"];
        m_clock.freeze();
    }
}

void SimRegister::failNextRead()
{
    note("has a disk that does not read");
    ++m_world.counts["disk.read_failed"];
    m_disk.files().failReads(1);
}

void SimRegister::startAnother()
{
    if (!isOpen())
        return;
    note("is started a second time");
    ++m_world.counts["till.second_program"];
    sync::Client second(sync::ClientParts{m_clock, m_dice, m_executor, m_network, m_vault});
    const auto opened = answerOf(second.open({m_disk.path("store.sqlite"), sync::OpenMode::ReadWrite,
                                              QStringLiteral("second"), *Currency::fromCode(u"EUR")}));
    if ((!opened || *opened || opened->error().code != QLatin1String("store.in_use")) && !m_disk.files().isDead())
        m_objection = QStringLiteral("a second program was not told that the store is in use");
}

bool SimRegister::handOverTo(SimRegister &other)
{
    if (!isOpen() || !other.isOpen() || here() != other.here())
        return false;
    const QString here = m_disk.path("unsent.crema");
    const auto exported = answerOf(m_client->exportUnsent(here, passphrase));
    const Result<QByteArray> file = m_disk.read(here);
    if (!exported || !*exported || !file || m_disk.files().isDead()) {
        note("hands nothing over");
        return false;
    }
    const QString there = other.m_disk.path("unsent.crema");
    const bool isWritten = other.m_disk.replacePrivate(there, *file).has_value();
    other.m_watch.forgetOwn(); // from now on it may hold what was moved here
    const auto brought = answerOf(other.m_client->importUnsent(there, passphrase));
    const bool isTold = isWritten && brought && *brought && !other.m_disk.files().isDead();
    note("hands " + QByteArray::number(qint64((*exported)->operations)) + (isTold ? " over to " : " perhaps over to ") +
         QByteArray::number(other.m_number));
    ++m_world.counts["store.handed_over"];
    if (isTold && (*brought)->operations != (*exported)->operations)
        m_objection = QStringLiteral("%1 operations were exported and %2 brought in")
                          .arg((*exported)->operations)
                          .arg((*brought)->operations);
    return isTold;
}

void SimRegister::throwAway()
{
    note("is thrown away");
    ++m_world.counts["till.thrown_away"];
    m_isAway = m_isGone = true;
    m_disk.files().die();
    m_client.reset();
    m_executor.finish();
    m_disk.files().crash(Crash::Kill);
}

/// A copy is the same device as its original.
bool SimRegister::isShutOut() const
{
    return m_world.platform.database().devices.value(origin().entry.device).isRevoked;
}

void SimRegister::shutOut()
{
    constexpr std::int64_t soonMs = 20;
    const DeviceId device = origin().entry.device;
    if (m_number != m_origin || isShutOut())
        return;
    if (!m_world.platform.database().revoke(device)) {
        m_world.scheduler.after(soonMs, [this] { shutOut(); });
        return;
    }
    note("is shut out");
    ++m_world.counts["till.shut_out"];
    m_soldOutside = 0;
    m_world.platform.watch().shutOut(device);
}

void SimRegister::letIn()
{
    if (m_isGone || !isShutOut())
        return;
    if (m_number == m_origin && isOpen() && m_client->state().queue.unsent() < m_soldOutside)
        m_objection = QStringLiteral("%1 sales were made outside, and %2 operations are said to be unsent")
                          .arg(m_soldOutside)
                          .arg(m_client->state().queue.unsent());
    if (std::exchange(m_isComingIn, true))
        return;
    note("may come in again");
    m_readmission = std::make_shared<std::optional<Result<void>>>();
    giveCode();
    typeCode();
}

/// What `crema-platform device readmit` does.
void SimRegister::giveCode()
{
    m_code = QStringLiteral("TILL-%1").arg(++m_codes * 100 + m_number);
    const QByteArray hash = oneTimeCodeHash(m_code);
    const DeviceId device = origin().entry.device;
    const UtcTime end = m_world.platform.clock().now().plusMs(platform::codeLifetimeMs());
    m_world.platform.database().state.readmissions.insert(hash, {hash, device, end, std::nullopt});
    m_world.platform.watch().mayComeIn(device);
}

/// Somebody types it until the till says that it is in; the platform may have heard of it before.
void SimRegister::typeCode()
{
    constexpr std::int64_t againMs = 2'000;
    const std::optional<Result<void>> answer = *m_readmission;
    if (m_isGone || (answer && *answer)) {
        m_isComingIn = false;
        note(m_isGone ? "does not come in any more" : "is let in again");
        m_world.counts["till.let_in"] += m_isGone ? 0 : 1;
        return;
    }
    if (answer && answer->error().code == QLatin1String("device.wrong_code"))
        giveCode(); // the platform was put back to before the last one
    if (isOpen()) {
        m_readmission = std::make_shared<std::optional<Result<void>>>();
        keepAnswer(m_client->readmit(m_code), m_readmission);
    }
    m_world.scheduler.after(againMs, [this] { typeCode(); });
}

void SimRegister::leave()
{
    m_isAway = true;
    note("is left alone");
    if (m_dice.chance(500))
        stop();
    else
        crash(Crash::PowerCut, false);
}

void SimRegister::comeBack()
{
    m_isAway = m_isGone;
    m_clock.boot(bootId());
    start();
}

} // namespace crema::simulation
