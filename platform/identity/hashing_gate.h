// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace crema::platform {

/// Lets few passwords be hashed at a time: hashing is slow on purpose, and a flood of sign-ins must not take the
/// processors and workers that everybody else needs. Any thread may use it.
class HashingGate
{
public:
    /// A place in it, until it goes.
    class Place
    {
    public:
        explicit Place(HashingGate &gate) : m_gate(&gate) {}
        Place(Place &&other) noexcept : m_gate(std::exchange(other.m_gate, nullptr)) {}
        Place &operator=(Place &&) = delete;
        ~Place();

    private:
        HashingGate *m_gate;
    };

    /// `places` at a time (at least 1), and `waiting` callers at most that wait for one.
    HashingGate(int places, int waiting) : m_free(places), m_mayWait(waiting) {}

    /// Waits for a place; nothing when too many wait already.
    [[nodiscard]] std::optional<Place> enter();

private:
    void leave();

    std::mutex m_mutex;
    std::condition_variable m_left;
    int m_free;
    int m_mayWait;
};

} // namespace crema::platform
