// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <mutex>
#include <thread>

namespace crema::testing {

/// A receipt printer on loopback, which can lose its power in the middle of a receipt and come back.
class FakePrinter
{
public:
    FakePrinter();
    ~FakePrinter();
    FakePrinter(const FakePrinter &) = delete;
    FakePrinter &operator=(const FakePrinter &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// From the next line on: it breaks the line once it has read so many bytes; −1: it reads everything.
    void dieAfter(int bytes);
    /// It answers when it is asked (GS r 1), or never.
    void answer(bool answers);
    /// Whether lines are taken at all.
    void switchOn(bool isOn);

    /// What came by each line that was opened, oldest first.
    [[nodiscard]] QList<QByteArray> papers() const;
    /// Those it read to the end, without the question for the state.
    [[nodiscard]] QList<QByteArray> whole() const;

private:
    void listen();
    void run();
    void serve(int line);

    mutable std::mutex m_mutex;
    QList<QByteArray> m_papers;
    QList<QByteArray> m_whole;
    int m_dieAfter = -1;
    bool m_answers = true;
    bool m_stop = false;
    int m_port = 0;
    int m_listener = -1;
    std::thread m_thread;
};

} // namespace crema::testing
