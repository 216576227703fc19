// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace crema::terminal {

/// The keys that a terminal can tell apart. Control letters come as Control with the letter in `text`.
enum class Key {
    Character,
    Control,
    Enter,
    Backspace,
    Delete,
    Escape,
    Tab,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
    PasteBegin,
    PasteEnd, ///< the terminal marks pasted text with these
};

/// One key as it arrived. `text` is the character of Character and the upper-case letter of Control, else empty.
struct KeyEvent {
    Key key = Key::Character;
    QString text;

    bool operator==(const KeyEvent &) const = default;

    [[nodiscard]] static KeyEvent character(const QString &text) { return {Key::Character, text}; }
    [[nodiscard]] static KeyEvent control(QChar letter) { return {Key::Control, QString(letter)}; }
    [[nodiscard]] static KeyEvent of(Key key) { return {key, {}}; }
};

/// The key events of a text; `\n` is Enter.
[[nodiscard]] QList<KeyEvent> keysOf(QStringView text);

} // namespace crema::terminal
