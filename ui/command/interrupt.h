// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace crema::command {

/// Ctrl+C while a verb runs: the first one asks the verb to stop after the record it is at, the second one ends the
/// program at once with exit code 130. Installs the handler for as long as it lives; at most one lives at a time.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

    /// Whether Ctrl+C was pressed. Cheap: batch verbs ask before each record.
    [[nodiscard]] static bool requested();

Q_SIGNALS:
    /// Once, from the event loop, after the first Ctrl+C.
    void pressed();

private:
    int m_pipe[2] = {-1, -1};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace crema::command
