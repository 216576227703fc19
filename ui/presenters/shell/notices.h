// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace crema {

/// What the toast says: the latest thing that was done, and how many before it can still be taken back.
struct Notice {
    QString text;            ///< "Price of Guji Natural 250 g changed"
    int earlier = 0;         ///< "and 3 more": steps before it that undo() would reach next
    std::int64_t number = 0; ///< grows with each notice, so that the same text twice is two notices

    bool operator==(const Notice &) const = default;
};

/// What a person did and can take back (ux.md 2.7): the latest step is shown for a while, all of them stay for Ctrl+Z.
/// The clock outlives it.
class Notices final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::int64_t shownMs = 8000;
    /// Older steps are forgotten.
    static constexpr std::size_t maxSteps = 100;

    explicit Notices(Clock &clock, QObject *parent = nullptr) : QObject(parent), m_clock(clock) {}

    /// Shows what was done; `undo` takes it back and is called at most once.
    void post(const QString &text, std::function<void()> undo);

    /// Nothing while there is nothing to show.
    [[nodiscard]] const std::optional<Notice> &shown() const { return m_shown; }
    /// Hides the notice; its step can still be undone.
    void dismiss();
    /// The pointer or the focus is on the toast: it stays until release().
    void hold();
    void release();

    [[nodiscard]] bool canUndo() const { return !m_steps.empty(); }
    /// What undo() would take back; empty when there is nothing.
    [[nodiscard]] QString undoText() const { return m_steps.empty() ? QString() : m_steps.back().text; }
    /// Takes the latest step back.
    void undo();

Q_SIGNALS:
    void changed();

private:
    struct Step {
        QString text;
        std::function<void()> undo;
    };

    void show();
    void wait();

    Clock &m_clock;
    std::deque<Step> m_steps;
    std::optional<Notice> m_shown;
    std::unique_ptr<Timer> m_timer;
    std::int64_t m_number = 0;
    bool m_held = false;
};

} // namespace crema
