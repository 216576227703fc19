// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/input/key.h"

namespace crema::terminal {

QList<KeyEvent> keysOf(QStringView text)
{
    QList<KeyEvent> keys;
    for (const uint codePoint : text.toUcs4()) {
        const char32_t one = codePoint;
        keys.append(one == U'\n' ? KeyEvent::of(Key::Enter) : KeyEvent::character(QString::fromUcs4(&one, 1)));
    }
    return keys;
}

} // namespace crema::terminal
