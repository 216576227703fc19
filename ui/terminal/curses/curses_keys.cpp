// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/curses/curses_keys.h"

#define NCURSES_NOMACROS
#include <ncursesw/curses.h>

namespace crema::terminal {

namespace {

// Codes above KEY_MAX are ours to give.
constexpr int pasteBeginCode = KEY_MAX + 1;
constexpr int pasteEndCode = KEY_MAX + 2;
constexpr int keypadDigitCode = KEY_MAX + 10; // and nine more
constexpr int keypadDotCode = KEY_MAX + 20;

struct KeySequence {
    const char *bytes;
    int code;
};

const std::array alwaysDefined{
    KeySequence{"\033OP", KEY_F(1)},        KeySequence{"\033OQ", KEY_F(2)},
    KeySequence{"\033OR", KEY_F(3)},        KeySequence{"\033OS", KEY_F(4)},
    KeySequence{"\033[[A", KEY_F(1)},       KeySequence{"\033[[B", KEY_F(2)},
    KeySequence{"\033[[C", KEY_F(3)},       KeySequence{"\033[[D", KEY_F(4)},
    KeySequence{"\033[11~", KEY_F(1)},      KeySequence{"\033[12~", KEY_F(2)},
    KeySequence{"\033[13~", KEY_F(3)},      KeySequence{"\033[14~", KEY_F(4)},
    KeySequence{"\033[15~", KEY_F(5)},      KeySequence{"\033[17~", KEY_F(6)},
    KeySequence{"\033[18~", KEY_F(7)},      KeySequence{"\033[19~", KEY_F(8)},
    KeySequence{"\033[20~", KEY_F(9)},      KeySequence{"\033[21~", KEY_F(10)},
    KeySequence{"\033[23~", KEY_F(11)},     KeySequence{"\033[24~", KEY_F(12)},
    KeySequence{"\033[A", KEY_UP},          KeySequence{"\033OA", KEY_UP},
    KeySequence{"\033[B", KEY_DOWN},        KeySequence{"\033OB", KEY_DOWN},
    KeySequence{"\033[C", KEY_RIGHT},       KeySequence{"\033OC", KEY_RIGHT},
    KeySequence{"\033[D", KEY_LEFT},        KeySequence{"\033OD", KEY_LEFT},
    KeySequence{"\033[H", KEY_HOME},        KeySequence{"\033OH", KEY_HOME},
    KeySequence{"\033[1~", KEY_HOME},       KeySequence{"\033[F", KEY_END},
    KeySequence{"\033OF", KEY_END},         KeySequence{"\033[4~", KEY_END},
    KeySequence{"\033[3~", KEY_DC},         KeySequence{"\033[5~", KEY_PPAGE},
    KeySequence{"\033[6~", KEY_NPAGE},      KeySequence{"\033[200~", pasteBeginCode},
    KeySequence{"\033[201~", pasteEndCode},
};

// The numeric keypad in application mode. The vt100 description has function keys there, which then count.
const std::array definedIfFree{
    KeySequence{"\033Op", keypadDigitCode},     KeySequence{"\033Oq", keypadDigitCode + 1},
    KeySequence{"\033Or", keypadDigitCode + 2}, KeySequence{"\033Os", keypadDigitCode + 3},
    KeySequence{"\033Ot", keypadDigitCode + 4}, KeySequence{"\033Ou", keypadDigitCode + 5},
    KeySequence{"\033Ov", keypadDigitCode + 6}, KeySequence{"\033Ow", keypadDigitCode + 7},
    KeySequence{"\033Ox", keypadDigitCode + 8}, KeySequence{"\033Oy", keypadDigitCode + 9},
    KeySequence{"\033On", keypadDotCode},       KeySequence{"\033OM", KEY_ENTER},
};

std::optional<Key> keyOfCode(int code)
{
    switch (code) {
    case KEY_ENTER: return Key::Enter;
    case KEY_BACKSPACE: return Key::Backspace;
    case KEY_DC: return Key::Delete;
    case KEY_UP: return Key::Up;
    case KEY_DOWN: return Key::Down;
    case KEY_LEFT: return Key::Left;
    case KEY_RIGHT: return Key::Right;
    case KEY_HOME: return Key::Home;
    case KEY_END: return Key::End;
    case KEY_PPAGE: return Key::PageUp;
    case KEY_NPAGE: return Key::PageDown;
    case pasteBeginCode: return Key::PasteBegin;
    case pasteEndCode: return Key::PasteEnd;
    default: return std::nullopt;
    }
}

} // namespace

void defineKeys()
{
    for (const KeySequence &sequence : alwaysDefined)
        define_key(sequence.bytes, sequence.code);
    for (const KeySequence &sequence : definedIfFree) {
        if (key_defined(sequence.bytes) == 0)
            define_key(sequence.bytes, sequence.code);
    }
}

void defineKey(const QByteArray &bytes, Key key)
{
    if (key >= Key::F1 && key <= Key::F12)
        define_key(bytes.constData(), KEY_F(1 + static_cast<int>(key) - static_cast<int>(Key::F1)));
}

std::optional<KeyEvent> eventOfKeyCode(int code)
{
    if (code >= KEY_F(1) && code <= KEY_F(12))
        return KeyEvent::of(static_cast<Key>(static_cast<int>(Key::F1) + code - KEY_F(1)));
    if (code >= keypadDigitCode && code < keypadDigitCode + 10)
        return KeyEvent::character(QString::number(code - keypadDigitCode));
    if (code == keypadDotCode)
        return KeyEvent::character(QStringLiteral("."));
    if (const std::optional<Key> key = keyOfCode(code))
        return KeyEvent::of(*key);
    return std::nullopt;
}

std::optional<KeyEvent> eventOfCharacter(char32_t character)
{
    switch (character) {
    case U'\r':
    case U'\n': return KeyEvent::of(Key::Enter);
    case U'\b':
    case 0x7F: return KeyEvent::of(Key::Backspace);
    case U'\t': return KeyEvent::of(Key::Tab);
    case 0x1B: return KeyEvent::of(Key::Escape);
    case 0: return std::nullopt;
    default: break;
    }
    if (character < 0x20)
        return KeyEvent::control(QChar(static_cast<char16_t>(character + 0x40)));
    if (character < 0xA0 && character > 0x7E)
        return std::nullopt;
    return KeyEvent::character(QString::fromUcs4(&character, 1));
}

} // namespace crema::terminal
