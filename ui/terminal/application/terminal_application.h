// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/input/scan_detector.h"
#include "ui/terminal/screen/screen.h"

#include <QPointer>

#include <functional>
#include <vector>

namespace crema::terminal {

enum class OkBell { One, None };

/// Runs a stack of terminal screens on one Screen: tells scans from keys, finds what a key does, draws once after
/// everything that happened. Without keys and changes it does nothing at all.
class TerminalApplication final : public QObject, public Navigator, private ScreenListener
{
    Q_OBJECT

public:
    /// `screen` and `clock` outlive the application.
    TerminalApplication(Screen &screen, Clock &clock, ScanSettings scanSettings);
    ~TerminalApplication() override;

    void open(std::unique_ptr<TerminalScreen> screen) override;
    /// Destroys every screen at once and begins anew with this one. Not from the code of a screen.
    void openInstead(std::unique_ptr<TerminalScreen> screen);
    void closeTop() override;
    void close(TerminalScreen &screen) override;
    void goBack() override;
    void goToMainMenu() override;
    void quit() override;
    void leave() override;
    void learnKey(const QByteArray &bytes, Key key) override;
    [[nodiscard]] const KeyMap &keys() const override { return m_keys; }
    void setKeys(const KeyMap &keys) override;
    void say(MessageKind kind, const QString &text) override;
    void bell() override;
    void okBell() override;
    void dropInput() override;
    void typeAhead(const QString &characters) override;
    void redraw() override;

    /// What to ask before the program is left; nothing when there is nothing to ask. Ctrl+C twice leaves anyway.
    void setLeaveQuestion(std::function<std::unique_ptr<TerminalScreen>()> question)
    {
        m_leaveQuestion = std::move(question);
    }

    /// From now on scans are told from typing by these.
    void setScanSettings(ScanSettings settings) { m_detector.setSettings(std::move(settings)); }
    /// Whether an accepted scan rings; errors always do.
    void setOkBell(OkBell bell) { m_okBell = bell; }

    /// Looks at each scan before the screen does, unless an error or a question is on top; returns whether it took it.
    void setScanFilter(std::function<bool(const QString &)> filter) { m_scanFilter = std::move(filter); }

    [[nodiscard]] TerminalScreen *top() const { return m_stack.empty() ? nullptr : m_stack.back().get(); }
    [[nodiscard]] std::size_t depth() const { return m_stack.size(); }

    /// A code that came another way than by keys: it goes on as a scan.
    void takeCode(const QString &code);

    /// Draws what is on top now, without waiting for the event loop.
    void draw();

Q_SIGNALS:
    /// The person left, or the terminal is gone: end the program.
    void finished();
    /// Keys arrived: somebody is there.
    void activity();

private:
    class Batch;

    void keysArrived(const QList<KeyEvent> &keys) override;
    void resized() override;
    void interrupted() override;
    void closed() override;
    [[nodiscard]] bool isWorking() const override;

    void handle(const Input &input);
    void handleKey(const KeyEvent &event);
    void handleScan(const Scan &scan);
    void handleEnter();
    void handleBack(const KeyEvent &event);
    void perform(Verb verb);
    void performCommon(Verb verb);
    [[nodiscard]] QList<TerminalAction> allActions();
    [[nodiscard]] QList<Hint> hints();
    [[nodiscard]] bool isTooSmall() const;
    void retireTop();
    void retireEnded();
    void endBatch();

    Screen &m_screen;
    std::function<std::unique_ptr<TerminalScreen>()> m_leaveQuestion;
    std::function<bool(const QString &)> m_scanFilter;
    QPointer<TerminalScreen> m_leaving; ///< the question, while it is asked
    ScanDetector m_detector;
    KeyMap m_keys;
    std::vector<std::unique_ptr<TerminalScreen>> m_stack;
    std::vector<std::unique_ptr<TerminalScreen>> m_closed; ///< destroyed when the event loop turns
    std::vector<QPointer<TerminalScreen>> m_ended; ///< below the top, and to be closed when they come back there
    Message m_message;
    OkBell m_okBell = OkBell::One;
    int m_batches = 0; ///< nested batches being handled
    bool m_drawPending = false;
};

} // namespace crema::terminal
