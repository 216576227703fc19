// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/curses/curses_cells.h"

#include "ui/terminal/cells/cell_width.h"

#include <cwchar>

#define NCURSES_NOMACROS
#include <ncursesw/curses.h>

namespace crema::terminal {

namespace {

attr_t attributesOf(const Style &style)
{
    attr_t attributes = A_NORMAL;
    if (style.bold)
        attributes |= A_BOLD;
    if (style.reverse)
        attributes |= A_REVERSE;
    if (style.underline)
        attributes |= A_UNDERLINE;
    return attributes;
}

bool canShow(char32_t codePoint, Charset charset)
{
    switch (charset) {
    case Charset::Ascii: return codePoint < 0x80;
    case Charset::Latin1: return codePoint <= 0xFF;
    case Charset::Utf8:
        // curses lays out by wcwidth(): where it disagrees with us, the rest of the row would shift.
        return ::wcwidth(static_cast<wchar_t>(codePoint)) == codePointWidth(codePoint);
    }
    Q_UNREACHABLE();
}

} // namespace

bool startColours()
{
    if (!has_colors() || start_color() == ERR)
        return false;
    const short background = use_default_colors() == OK ? -1 : COLOR_BLACK;
    init_pair(static_cast<short>(Tone::Ok), COLOR_GREEN, background);
    init_pair(static_cast<short>(Tone::Warning), COLOR_YELLOW, background);
    init_pair(static_cast<short>(Tone::Error), COLOR_RED, background);
    init_pair(static_cast<short>(Tone::Accent), COLOR_CYAN, background);
    // The plain white of sixteen colours is a grey.
    constexpr short brightWhite = 15;
    init_pair(static_cast<short>(Tone::Paper), COLOR_BLACK, COLORS > brightWhite ? brightWhite : COLOR_WHITE);
    return true;
}

void putCell(Position at, const Cell &cell, Charset charset, bool colour)
{
    std::array<wchar_t, CCHARW_MAX + 1> text{};
    std::size_t length = 0;
    for (const uint codePoint : cell.text.toUcs4()) {
        if (length < CCHARW_MAX)
            text[length++] = canShow(codePoint, charset) ? static_cast<wchar_t>(codePoint) : L'?';
    }
    const short pair = colour ? static_cast<short>(cell.style.tone) : short{0};
    cchar_t character;
    setcchar(&character, text.data(), attributesOf(cell.style), pair, nullptr);
    mvwadd_wch(stdscr, at.row, at.column, &character);
}

} // namespace crema::terminal
