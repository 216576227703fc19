// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/sim_network.h"

#include "platform/sync/feed_entry.h"
#include "tests/simulation/world/template_world.h"

namespace crema::simulation {

using sync::HttpAnswer;

namespace {

constexpr qsizetype keptAnswers = 6;

Problem unreachable()
{
    return {ProblemKind::Unavailable, QStringLiteral("network.unreachable"), QStringLiteral("unreachable"), {}, {}};
}

HttpAnswer portalAnswer()
{
    return {200, {{"content-type", "text/html"}}, "<html><body>Welcome to our Wi-Fi</body></html>"};
}

} // namespace

SimNetwork::Fate SimNetwork::drawFate()
{
    if (!m_isFaulty)
        return Fate::Good;
    if (m_scheduler.nowMs() < m_partitionedUntilMs)
        return m_answersOnly ? Fate::LostAfter : Fate::Lost;
    if (m_dice.chance(m_plan.lost))
        return Fate::Lost;
    if (m_dice.chance(m_plan.lostAfter))
        return Fate::LostAfter;
    if (m_dice.chance(m_plan.cut))
        return Fate::Cut;
    if (m_dice.chance(m_plan.portal))
        return Fate::Portal;
    if (m_dice.chance(m_plan.storm))
        return Fate::Storm;
    if (m_dice.chance(m_plan.replayed))
        return Fate::Replayed;
    return Fate::Good;
}

std::int64_t SimNetwork::drawDelayMs()
{
    return m_isFaulty && m_dice.chance(m_plan.delayed) ? m_dice.between(1, 5'000) : m_dice.between(1, 30);
}

HttpAnswer SimNetwork::stormAnswer()
{
    static const QList<int> statuses{401, 403, 408, 413, 429, 500, 503};
    HttpAnswer answer{m_dice.oneOf(statuses), {{"content-type", "application/problem+json"}}, {}};
    answer.body =
        "{\"type\":\"urn:crema:problem:storm\",\"title\":\"storm\",\"status\":" + QByteArray::number(answer.status) +
        "}";
    if (answer.status == 429 || answer.status == 503)
        answer.headers.insert("retry-after", QByteArray::number(m_dice.between(1, 20)));
    return answer;
}

void SimNetwork::partition(std::int64_t untilMs, bool answersOnly)
{
    m_partitionedUntilMs = untilMs;
    m_answersOnly = answersOnly;
}

bool SimNetwork::isCaughtUp() const
{
    return m_doubles == 0 && m_seenVersion && m_seenVersion == m_platform.database().feedVersion();
}

HttpAnswer SimNetwork::unheardAnswer() const
{
    if (m_plan.unheard == Plan::Unheard::Portal)
        return portalAnswer();
    const int status = m_plan.unheard == Plan::Unheard::Unknown ? 404 : 503;
    return {status,
            {{"content-type", "application/problem+json"}},
            "{\"type\":\"urn:crema:problem:unheard\",\"title\":\"unheard\",\"status\":" + QByteArray::number(status) +
                "}"};
}

/// Who reads sees whole transactions (sync.md rule 11).
void SimNetwork::look(const QByteArray &page)
{
    const QByteArray name = "\"next\":\"";
    const qsizetype begin = page.indexOf(name) + name.size();
    const auto next = Cursor::fromString(QString::fromLatin1(page.sliced(begin, page.indexOf('"', begin) - begin)));
    const auto &registers = TemplateWorld::instance().registers;
    // A copy becomes another register, and a device that moves goes on with the feed of another place.
    if (m_number >= registers.size() || m_plan.moves > 0 || !next || !m_objection.isEmpty())
        return;
    const TemplateRegister &origin = registers.at(m_number);
    const QStringList audiences{platform::companyAudience(), platform::audienceOf(origin.location.id),
                                platform::audienceOf(origin.entry.device)};
    m_objection = m_platform.watch().objectionToPage(*next, audiences);
}

/// The question and the size and end of its answer: enough to follow a world by.
void SimNetwork::note(const sync::HttpRequest &request, const HttpAnswer &answer, const char *what)
{
    constexpr qsizetype shown = 90;
    m_trace.add(m_scheduler.nowMs(), "till " + QByteArray::number(m_number) + " asks " +
                                         request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + ": " +
                                         QByteArray::number(answer.status) + ' ' + answer.body.left(shown) + what);
}

QCoro::Task<Result<HttpAnswer>> SimNetwork::send(sync::HttpRequest request)
{
    const Fate fate = drawFate();
    co_await m_scheduler.pause(drawDelayMs());
    const QString path = request.url.path();
    if (m_plan.unheard != Plan::Unheard::No && path.endsWith(QLatin1String("/devices/health"))) {
        count("health.unheard");
        if (m_plan.unheard != Plan::Unheard::Silent)
            co_return unheardAnswer();
        co_await m_scheduler.pause(request.timeoutMs);
        co_return failure(unreachable());
    }
    if (fate == Fate::Lost) {
        count("network.lost");
        co_await m_scheduler.pause(m_dice.between(100, request.timeoutMs));
        co_return failure(unreachable());
    }
    if (fate == Fate::Portal) {
        count("network.portal");
        co_return portalAnswer();
    }
    if (fate == Fate::Storm) {
        count("network.storm");
        co_return stormAnswer();
    }
    if (fate == Fate::Replayed) {
        for (qsizetype i = m_old.size() - 1; i >= 0; --i) {
            if (m_old[i].first == path && m_dice.chance(500)) {
                count("network.replayed");
                note(request, m_old[i].second, " (again)");
                co_return HttpAnswer(m_old[i].second);
            }
        }
    }
    const std::optional<std::uint64_t> version = m_platform.database().feedVersion();
    HttpAnswer answer = m_platform.answer(request);
    if (answer.status == 200 && path.endsWith(QLatin1String("/sync/changes")))
        look(answer.body);
    note(request, answer, fate == Fate::Good ? "" : " (does not arrive whole)");
    if (m_isFaulty && m_dice.chance(m_plan.doubled)) {
        count("network.doubled");
        ++m_doubles;
        m_scheduler.after(m_dice.between(0, 5'000), [this, request] {
            --m_doubles;
            (void)m_platform.answer(request);
        });
    }
    m_old.append({path, answer});
    if (m_old.size() > keptAnswers)
        m_old.removeFirst();
    co_await m_scheduler.pause(drawDelayMs());
    if (fate == Fate::LostAfter) {
        count("network.lost_after");
        co_await m_scheduler.pause(m_dice.between(100, request.timeoutMs));
        co_return failure(unreachable());
    }
    if (fate == Fate::Cut && !answer.body.isEmpty()) {
        count("network.cut");
        answer.body.truncate(m_dice.between(0, answer.body.size() - 1));
        co_return answer;
    }
    if (path.endsWith(u"/sync/changes") && answer.status == 200 && answer.body.contains("\"more\":false"))
        m_seenVersion = version;
    co_return answer;
}

} // namespace crema::simulation
