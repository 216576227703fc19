// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/change_signal.h"

#include "sync/engine/backoff.h"

namespace crema::sync {

void ChangeSignal::ensure(const std::shared_ptr<PlatformClient> &platform)
{
    const bool isListening = m_opening || m_stream;
    if ((isListening && m_platform == platform) || m_clock.monotonicMs() < m_notBeforeMs)
        return;
    stop();
    m_platform = platform;
    open(platform);
}

void ChangeSignal::stop()
{
    ++m_number;
    m_stream.reset();
    m_platform.reset();
    m_opening = false;
    m_heard = false;
}

QCoro::Task<void> ChangeSignal::open(std::shared_ptr<PlatformClient> platform)
{
    const auto self = shared_from_this();
    const std::int64_t mine = m_number;
    m_opening = true;
    EventListener listener;
    const auto whileMine = [weak = weak_from_this(), mine](void (ChangeSignal::*what)()) {
        const auto held = weak.lock();
        if (held && held->m_number == mine)
            (held.get()->*what)();
    };
    listener.heard = [whileMine](const QByteArray &) { whileMine(&ChangeSignal::heard); };
    listener.ended = [whileMine] { whileMine(&ChangeSignal::lost); };
    std::unique_ptr<EventStream> stream = co_await platform->follow(listener);
    if (mine != m_number)
        co_return;
    m_opening = false;
    m_stream = std::move(stream);
    if (!m_stream)
        lost();
}

void ChangeSignal::heard()
{
    m_heard = true;
    m_failures = 0;
    m_listener.more();
}

void ChangeSignal::lost()
{
    const bool wasHeard = m_heard;
    stop();
    // A platform that ends streams as soon as they begin is not asked again at once.
    ++m_failures;
    m_notBeforeMs = m_clock.monotonicMs() + backoffMs(m_failures, m_randomness);
    if (wasHeard)
        m_listener.ended();
}

} // namespace crema::sync
