// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>

namespace crema::platform {

/// Makes whoever guesses wait: after some failures of a key (an account, an address, a device) each further one doubles
/// the wait before the next attempt. Nobody is locked out: the wait has a bound, and what was quiet for an hour begins
/// anew. Any thread may use it.
class AttemptBackoff
{
public:
    struct Shape {
        int freeFailures = 5;            ///< so many cost nothing
        std::int64_t firstMs = 1'000;    ///< the wait after the next one
        std::int64_t longestMs = 60'000; ///< no wait is longer

        /// After so many failures, from the last one on, in milliseconds.
        [[nodiscard]] std::int64_t waitAfter(int failures) const;
        /// Whether the last of so many made the wait longer than the one before had.
        [[nodiscard]] bool growsWith(int failures) const { return waitAfter(failures) > waitAfter(failures - 1); }
    };
    static constexpr std::int64_t quietMs = 60ll * 60 * 1000;

    virtual ~AttemptBackoff() = default;

    /// How long the key has to wait before its next attempt, in milliseconds; 0 when it need not.
    [[nodiscard]] virtual std::int64_t waitMs(const QString &key, std::int64_t monotonicMs) = 0;
    /// How many failures there are by now, when this one made the wait longer than the one before had; else 0.
    virtual int addFailure(const QString &key, std::int64_t monotonicMs) = 0;
    virtual void forget(const QString &key) = 0;
};

/// Counted by this process for itself.
class ProcessAttemptBackoff final : public AttemptBackoff
{
public:
    explicit ProcessAttemptBackoff(const Shape &shape) : m_shape(shape) {}

    [[nodiscard]] std::int64_t waitMs(const QString &key, std::int64_t monotonicMs) override;
    int addFailure(const QString &key, std::int64_t monotonicMs) override;
    void forget(const QString &key) override;

private:
    struct Count {
        int failures = 0;
        std::int64_t lastMs = 0;
    };
    void dropOld(std::int64_t monotonicMs);

    Shape m_shape;
    std::mutex m_mutex;
    QHash<QString, Count> m_counts;
};

/// Makes one for a purpose ("account", "enrol"): what is counted for one purpose is not for another.
using MakeAttemptBackoff =
    std::function<std::unique_ptr<AttemptBackoff>(const QByteArray &purpose, const AttemptBackoff::Shape &shape)>;

/// A ProcessAttemptBackoff.
[[nodiscard]] std::unique_ptr<AttemptBackoff> makeProcessBackoff(const QByteArray &purpose,
                                                                 const AttemptBackoff::Shape &shape);

} // namespace crema::platform
