// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/input/key.h"

#include <optional>

namespace crema::terminal {

/// Makes curses know the function keys of both families, VT100's `ESC O P` and the `ESC [ 11 ~` of the VT220,
/// whatever TERM says: on handhelds it often names the wrong terminal. Also arrows, pasting and the keypad.
void defineKeys();

/// Makes curses know one more sequence of bytes as a function key F1 to F12; other keys are left alone.
void defineKey(const QByteArray &bytes, Key key);

/// The event of a curses key code (KEY_…); nothing for those that mean nothing here.
[[nodiscard]] std::optional<KeyEvent> eventOfKeyCode(int code);

/// The event of a character that curses handed over as such; nothing for those that mean nothing here.
[[nodiscard]] std::optional<KeyEvent> eventOfCharacter(char32_t character);

} // namespace crema::terminal
