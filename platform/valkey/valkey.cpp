// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/valkey/valkey.h"

#include "platform/base/log.h"
#include "platform/base/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>

#include <QCryptographicHash>

#include <chrono>

namespace crema::platform {
namespace {

prometheus::Counter &counterOf(Metrics &metrics, const char *name, const char *help)
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(metrics.registry()).Add({});
}

} // namespace

class Valkey::Figures
{
public:
    explicit Figures(Metrics &metrics)
        : isUp(metrics.addGauge("crema_valkey_up", "1 while Valkey answers, 0 while limits are kept by this process.")),
          calls(counterOf(metrics, "crema_valkey_calls_total", "What was asked of Valkey.")),
          losses(counterOf(metrics, "crema_valkey_losses_total", "How often Valkey was not there any more."))
    {}

    prometheus::Gauge &isUp;
    prometheus::Counter &calls;
    prometheus::Counter &losses;
};

ValkeyScript::ValkeyScript(const QByteArray &lua)
    : text(lua), sha1(QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex())
{}

Valkey::Valkey(const ValkeyAddress &address, Log &log, Metrics &metrics)
    : m_address(address), m_log(log), m_figures(std::make_unique<Figures>(metrics))
{
    connect();
}

Valkey::~Valkey()
{
    stop();
}

std::optional<QList<std::int64_t>> Valkey::run(const ValkeyScript &script, const QByteArrayList &keys,
                                               const QByteArrayList &arguments)
{
    if (!m_isUp)
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    // Whoever was first may have found out meanwhile that it does not answer: nobody finds it out once more.
    if (!m_connection)
        return std::nullopt;
    m_figures->calls.Increment();
    const auto answer = askFor(script, keys, arguments);
    if (answer)
        return *answer;
    lose(answer.error());
    return std::nullopt;
}

ValkeyConnection::Answer<QList<std::int64_t>> Valkey::askFor(const ValkeyScript &script, const QByteArrayList &keys,
                                                             const QByteArrayList &arguments)
{
    QByteArrayList words{QByteArrayLiteral("EVALSHA"), script.sha1, QByteArray::number(keys.size())};
    words += keys + arguments;
    auto answer = m_connection->ask(words);
    if (answer || !answer.error().startsWith("NOSCRIPT"))
        return answer;
    words[0] = QByteArrayLiteral("EVAL");
    words[1] = script.text;
    return m_connection->ask(words);
}

// With the connection's lock held.
void Valkey::lose(const QByteArray &why)
{
    m_connection.reset();
    m_isUp = false;
    m_figures->isUp.Set(0);
    if (std::exchange(m_isToldLost, true))
        return;
    m_figures->losses.Increment();
    LogFields fields;
    fields.add("place", m_address.place()).add("reason", why);
    m_log.write(LogLevel::Warning, "valkey.lost", fields);
}

void Valkey::connect()
{
    // Without the lock: it may take a moment, and nobody is to wait for it.
    auto opened = ValkeyConnection::open(m_address);
    const std::lock_guard lock(m_mutex);
    if (!opened) {
        lose(opened.error());
        return;
    }
    m_connection = *std::move(opened);
    m_isUp = true;
    m_isToldLost = false;
    m_figures->isUp.Set(1);
    LogFields fields;
    fields.add("place", m_address.place());
    m_log.write(LogLevel::Info, "valkey.connected", fields);
}

void Valkey::addRound(std::function<void()> round)
{
    m_rounds.push_back(std::move(round));
}

void Valkey::start()
{
    (void)m_thread.tryPost([this] { work(); });
}

void Valkey::stop()
{
    {
        const std::lock_guard lock(m_stopMutex);
        m_isStopping = true;
    }
    m_stopped.notify_all();
    m_thread.stop();
}

void Valkey::work()
{
    while (!waitMs(m_isUp ? roundMs : tryAgainMs)) {
        if (!m_isUp)
            connect();
        for (const std::function<void()> &round : m_rounds) {
            if (m_isUp)
                round();
        }
    }
}

bool Valkey::waitMs(int ms)
{
    std::unique_lock lock(m_stopMutex);
    return m_stopped.wait_for(lock, std::chrono::milliseconds(ms), [this] { return m_isStopping; });
}

} // namespace crema::platform
