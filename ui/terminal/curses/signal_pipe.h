// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <vector>

#include <signal.h>

namespace crema::terminal {

/// Brings POSIX signals into the event loop through a pipe, because next to nothing may be called in a handler.
/// There is at most one in a program. The handlers from before come back when it goes.
class SignalPipe final : public QObject
{
    Q_OBJECT

public:
    explicit SignalPipe(const std::vector<int> &signalNumbers);
    ~SignalPipe() override;
    Q_DISABLE_COPY_MOVE(SignalPipe)

    /// Stops the program as the terminal's suspend key does without us, and returns when it goes on.
    void suspendProgram();

Q_SIGNALS:
    void received(int signalNumber);

private:
    struct Previous {
        int signalNumber;
        struct sigaction action;
    };

    void readPipe();

    int m_readEnd = -1;
    int m_writeEnd = -1;
    std::vector<Previous> m_previous;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace crema::terminal
