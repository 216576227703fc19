// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/terminal/curses/signal_pipe.h"
#include "ui/terminal/screen/screen.h"

struct screen;

namespace crema::terminal {

enum class Colour { Off, On };

/// A real terminal through ncurses, driven by Qt's event loop. There is at most one in a program.
class CursesScreen final : public QObject, public Screen
{
    Q_OBJECT

public:
    /// Takes over the terminal of standard input and output. Call after QCoreApplication is made, which sets the
    /// locale. Errors: `terminal.none` (not a terminal), `terminal.unknown` (TERM), `terminal.too_plain` (no cursor
    /// addressing).
    [[nodiscard]] static Result<std::unique_ptr<CursesScreen>> take(Charset charset, Colour colour);
    /// Gives the terminal back as it was.
    ~CursesScreen() override;

    [[nodiscard]] Size size() const override;
    [[nodiscard]] Charset charset() const override { return m_charset; }
    void show(const Canvas &canvas) override;
    void repaint() override;
    void bell() override;
    void dropInput() override;
    void learnKey(const QByteArray &bytes, Key key) override;

private:
    CursesScreen(::screen *handle, Charset charset, Colour colour);

    void readInput();
    [[nodiscard]] QList<KeyEvent> drainInput() const;
    void handleSignal(int signalNumber);
    void suspend();
    void fitToTerminal();
    void putRow(const Canvas &canvas, int row) const;
    void endOfInput();

    ::screen *m_handle;
    Charset m_charset;
    bool m_colour;
    bool m_bracketedPaste = false;
    SignalPipe m_signals;
    QSocketNotifier m_input;
    std::optional<Canvas> m_shown;
};

} // namespace crema::terminal
