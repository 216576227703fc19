// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/curses/curses_screen.h"

#include "ui/terminal/curses/curses_cells.h"
#include "ui/terminal/curses/curses_keys.h"

#include <clocale>
#include <cstdio>

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define NCURSES_NOMACROS
#include <ncursesw/curses.h>

namespace crema::terminal {

namespace {

constexpr int escapeDelayMs = 25;
constexpr qsizetype maximumKeysPerRead = 65'536;

Problem problem(const QString &code, const QString &message, const QString &hint)
{
    return {ProblemKind::Device, code, message, hint, {}};
}

// curses asks the C library how wide a character is and how it is written, so the locale has to fit the charset.
void setLocaleFor(Charset charset)
{
    if (charset != Charset::Utf8)
        std::setlocale(LC_CTYPE, "C");
    else if (MB_CUR_MAX < 4)
        std::setlocale(LC_CTYPE, "C.UTF-8");
}

bool knowsBracketedPaste(const QByteArray &term)
{
    static constexpr std::array families{"xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "vte"};
    return std::ranges::any_of(families, [&term](const char *family) { return term.startsWith(family); });
}

void writeBytes(const char *bytes)
{
    std::fputs(bytes, stdout);
    std::fflush(stdout);
}

} // namespace

Result<std::unique_ptr<CursesScreen>> CursesScreen::take(Charset charset, Colour colour)
{
    if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDOUT_FILENO) == 0) {
        return failure(problem(QStringLiteral("terminal.none"), tr("The full-screen app needs a terminal."),
                               tr("Start it in a terminal window, or with --linear to read and write plain lines.")));
    }
    setLocaleFor(charset);
    ::screen *handle = newterm(nullptr, stdout, stdin);
    const QString term = qEnvironmentVariable("TERM");
    if (handle == nullptr) {
        return failure(problem(
            QStringLiteral("terminal.unknown"), tr("The terminal type “%1” is not known on this machine.").arg(term),
            tr("Set TERM to what your terminal understands, such as vt100, or start with --linear.")));
    }
    const char *cursorAddress = tigetstr("cup");
    if (cursorAddress == nullptr || cursorAddress == reinterpret_cast<const char *>(-1)) {
        endwin();
        delscreen(handle);
        return failure(problem(QStringLiteral("terminal.too_plain"),
                               tr("The terminal type “%1” cannot place text on the screen.").arg(term),
                               tr("Start with --linear to read and write plain lines.")));
    }
    return std::unique_ptr<CursesScreen>(new CursesScreen(handle, charset, colour));
}

// The signal handlers come after newterm, which sets its own.
CursesScreen::CursesScreen(::screen *handle, Charset charset, Colour colour)
    : m_handle(handle), m_charset(charset), m_colour(colour == Colour::On),
      m_signals({SIGWINCH, SIGTERM, SIGHUP, SIGQUIT, SIGINT, SIGTSTP, SIGCONT}),
      m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    cbreak();
    noecho();
    nonl();
    intrflush(stdscr, false);
    keypad(stdscr, true);
    nodelay(stdscr, true);
    set_escdelay(escapeDelayMs);
    defineKeys();
    m_colour = m_colour && startColours();
    const QByteArray term = qgetenv("TERM");
    m_bracketedPaste = knowsBracketedPaste(term);
    if (m_bracketedPaste)
        writeBytes("\033[?2004h");
    connect(&m_signals, &SignalPipe::received, this, &CursesScreen::handleSignal);
    connect(&m_input, &QSocketNotifier::activated, this, &CursesScreen::readInput);
}

CursesScreen::~CursesScreen()
{
    m_input.setEnabled(false);
    if (m_bracketedPaste)
        writeBytes("\033[?2004l");
    // Where the terminal has no second screen, the shell's prompt would stand among what is left of ours.
    werase(stdscr);
    wrefresh(stdscr);
    endwin();
    delscreen(m_handle);
}

Size CursesScreen::size() const
{
    return {getmaxx(stdscr), getmaxy(stdscr)};
}

void CursesScreen::show(const Canvas &canvas)
{
    for (int row = 0; row < canvas.height(); ++row)
        putRow(canvas, row);
    m_shown = canvas;
    if (canvas.cursor())
        wmove(stdscr, canvas.cursor()->row, canvas.cursor()->column);
    curs_set(canvas.cursor() ? 1 : 0);
    wnoutrefresh(stdscr);
    doupdate();
}

void CursesScreen::putRow(const Canvas &canvas, int row) const
{
    for (int column = 0; column < canvas.width(); ++column) {
        const Cell &cell = canvas.cell({row, column});
        if (m_shown && m_shown->size() == canvas.size() && m_shown->cell({row, column}) == cell)
            continue;
        if (!cell.text.isEmpty())
            putCell({row, column}, cell, m_charset, m_colour);
    }
}

void CursesScreen::repaint()
{
    m_shown.reset();
    clearok(curscr, true);
}

void CursesScreen::bell()
{
    beep();
}

void CursesScreen::dropInput()
{
    flushinp();
}

void CursesScreen::learnKey(const QByteArray &bytes, Key key)
{
    defineKey(bytes, key);
}

void CursesScreen::readInput()
{
    // Readable and yet nothing to read: the terminal is gone. Asked in this order, a key that comes between the two
    // questions is not taken for it.
    pollfd descriptor{STDIN_FILENO, POLLIN, 0};
    if (::poll(&descriptor, 1, 0) <= 0)
        return;
    int waiting = 0;
    if (::ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0) {
        endOfInput();
        return;
    }
    const QList<KeyEvent> keys = drainInput();
    if (!keys.isEmpty() && listener())
        listener()->keysArrived(keys);
}

QList<KeyEvent> CursesScreen::drainInput() const
{
    QList<KeyEvent> keys;
    while (keys.size() < maximumKeysPerRead) {
        std::optional<KeyEvent> event;
        if (m_charset == Charset::Utf8) {
            wint_t character = 0;
            const int kind = wget_wch(stdscr, &character);
            if (kind == ERR)
                break;
            event = kind == KEY_CODE_YES ? eventOfKeyCode(static_cast<int>(character)) : eventOfCharacter(character);
        } else {
            const int code = wgetch(stdscr);
            if (code == ERR)
                break;
            // A byte is a Latin-1 character; what an ASCII terminal sends beyond ASCII has no known meaning.
            if (code > 0xFF)
                event = eventOfKeyCode(code);
            else if (code < 0x80 || m_charset == Charset::Latin1)
                event = eventOfCharacter(static_cast<char32_t>(code));
        }
        if (event)
            keys.append(*event);
    }
    return keys;
}

void CursesScreen::endOfInput()
{
    m_input.setEnabled(false);
    if (listener())
        listener()->closed();
}

void CursesScreen::handleSignal(int signalNumber)
{
    switch (signalNumber) {
    case SIGWINCH: fitToTerminal(); break;
    case SIGTSTP: suspend(); break;
    case SIGCONT:
        repaint();
        fitToTerminal();
        break;
    case SIGINT:
        if (listener())
            listener()->interrupted();
        break;
    default: endOfInput();
    }
}

void CursesScreen::suspend()
{
    if (m_bracketedPaste)
        writeBytes("\033[?2004l");
    def_prog_mode();
    endwin();
    m_signals.suspendProgram();
    reset_prog_mode();
    if (m_bracketedPaste)
        writeBytes("\033[?2004h");
    repaint();
    fitToTerminal();
}

void CursesScreen::fitToTerminal()
{
    winsize window = {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_row > 0 && window.ws_col > 0)
        resizeterm(window.ws_row, window.ws_col);
    m_shown.reset();
    if (listener())
        listener()->resized();
}

} // namespace crema::terminal
