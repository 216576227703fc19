// SPDX-License-Identifier: GPL-3.0-or-later
// What else happens to a till and its store, and what is looked at meanwhile.
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"

#include <algorithm>

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
    sync::Client second(sync::ClientParts{m_clock, m_dice, m_executor, m_network, m_disk});
    const auto opened = answerOf(second.open({m_disk.path("store.sqlite"), sync::OpenMode::ReadWrite,
                                              QStringLiteral("second"), *Currency::fromCode(u"EUR")}));
    if ((!opened || *opened || opened->error().code != QLatin1String("store.in_use")) && !m_disk.files().isDead())
        m_objection = QStringLiteral("a second program was not told that the store is in use");
}

void SimRegister::importArticles()
{
    if (!isOpen())
        return;
    constexpr int articles = 270;
    QList<sync::ImportRow> rows;
    for (int i = 0; i < articles; ++i) {
        sync::ImportRow row;
        row.line = i + 1;
        row.name = QStringLiteral("Imported %1.%2").arg(m_number).arg(++m_edits);
        row.sku = QStringLiteral("IMP-%1-%2").arg(m_number).arg(m_edits);
        rows.append(row);
    }
    const auto imported = answerOf(m_client->importProducts(rows));
    note(imported && *imported ? "imports articles" : "imports nothing");
    ++m_world.counts["person.import"];
    restartIfDead();
}

bool SimRegister::handOverTo(SimRegister &other)
{
    if (!isOpen() || !other.isOpen() || origin().location.id != other.origin().location.id)
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

void SimRegister::isThrownAway()
{
    note("is thrown away");
    ++m_world.counts["till.thrown_away"];
    m_isAway = m_isGone = true;
    m_disk.files().die();
    m_client.reset();
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
    if (m_number != m_origin || !isShutOut())
        return;
    note("is let in again");
    if (isOpen() && m_client->state().queue.unsent() < m_soldOutside)
        m_objection = QStringLiteral("%1 sales were made outside, and %2 operations are said to be unsent")
                          .arg(m_soldOutside)
                          .arg(m_client->state().queue.unsent());
    m_world.platform.database().devices[origin().entry.device].isRevoked = false;
    m_world.platform.watch().letIn(origin().entry.device);
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

bool SimRegister::needsSomebody() const
{
    return !m_client || !m_client->state().open || m_client->state().deletion ||
           m_client->state().link == sync::Link::NeedsSignIn || m_client->state().link == sync::Link::Stopped;
}

bool SimRegister::isAtRest() const
{
    if (m_isGone)
        return true;
    if (!isOpen() || m_client->state().queue.unsent() > 0 || m_client->state().queue.receipted > 0)
        return false;
    const bool isSame = !m_rotted || (!m_client->state().comparison.isOpen && isComparedSinceRot());
    return isSame && isHeardOf() && isCountersigned() && !m_client->state().load && m_network.isCaughtUp();
}

bool SimRegister::isComparedSinceRot() const
{
    const std::optional<UtcTime> at = m_client->state().comparison.at;
    return at && at != m_comparedBeforeRot;
}

bool SimRegister::isHeardOf() const
{
    const auto &health = m_world.platform.database().state.health;
    const auto told = health.constFind(origin().entry.device);
    return m_world.plan.unheard != Plan::Unheard::No || (told != health.constEnd() && told->second.waiting == 0);
}

bool SimRegister::isCountersigned() const
{
    const auto &heads = m_world.platform.database().state.journalHeads;
    return m_journal.lastHash().isEmpty() || std::any_of(heads.cbegin(), heads.cend(), [this](const auto &head) {
               return head.value.head.hash == m_journal.lastHash();
           });
}

QString SimRegister::objectionNow()
{
    if (m_objection.isEmpty())
        m_objection = objectionToView();
    if (m_objection.isEmpty())
        m_objection = objectionToCopy();
    if (m_objection.isEmpty())
        m_objection = objectionToCatalog();
    if (m_objection.isEmpty())
        m_objection = objectionToJournal();
    if (m_objection.isEmpty())
        m_objection = m_network.objection();
    const std::int64_t calls = m_disk.files().changingCalls();
    // What the disk made of rows is found and mended in its own time, and held against the platform in the end.
    if (m_objection.isEmpty() && !m_rotted && isOpen() && calls != m_lookedAt) {
        m_objection = m_watch.look(*m_client);
        m_lookedAt = m_disk.files().changingCalls();
    }
    return m_objection;
}

} // namespace crema::simulation
