// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/rest/exchange_race.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

Result<HttpAnswer> tooLate(const QUrl &url)
{
    return failure(ProblemKind::Unavailable, QStringLiteral("network.timeout"),
                   QCoreApplication::translate("Rest", "%1 did not answer in time.").arg(url.host()),
                   QCoreApplication::translate("Rest", "Work goes on; it is sent as soon as the platform answers."));
}

} // namespace

ExchangeRace::ExchangeRace(HttpTransport &network, Clock &clock, const HttpRequest &request)
{
    const std::shared_ptr<State> state = m_state;
    [[maybe_unused]] const auto task =
        network.send(request).then([state](const Result<HttpAnswer> &result) { state->settle(result); });
    if (state->answer)
        return;
    state->timer = clock.after(request.timeoutMs, [weak = std::weak_ptr(state), url = request.url] {
        if (const auto late = weak.lock())
            late->settle(tooLate(url));
    });
}

void ExchangeRace::State::settle(const Result<HttpAnswer> &result)
{
    if (answer)
        return;
    answer = result;
    timer.reset();
    if (const auto resumed = std::exchange(waiting, nullptr))
        resumed.resume();
}

} // namespace crema::sync
