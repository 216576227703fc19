// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/input/key.h"

#include <optional>
#include <span>

namespace crema::terminal {

/// What a key asks for, whatever the key: the verbs of the terminal (ux.md 3.3).
enum class Verb { Help, Find, Back, Done, Skip, Undo, NextPage, Details, MainMenu, Redraw };

/// When a Ctrl twin counts.
enum class TwinWhen { Always, FieldEmpty };

/// One verb with every way to press it. Hints, the help screen and the dispatcher all read this one table.
struct KeyBinding {
    Verb verb;
    std::optional<Key> functionKey;
    QLatin1Char dot;     ///< n of the `.n` twin, for handhelds without F-keys; 0 when there is none
    QLatin1Char control; ///< letter of the Ctrl twin
    TwinWhen twinWhen;
    QLatin1String keyName;     ///< "F4", or "^L"
    QLatin1String controlName; ///< "^D"
};

/// Every binding, in the order in which hints and help show them.
[[nodiscard]] std::span<const KeyBinding> keyBindings();

[[nodiscard]] const KeyBinding &bindingOf(Verb verb);

/// The verb of a function or control key; `fieldText` is what the input field holds.
[[nodiscard]] std::optional<Verb> verbOfKey(const KeyEvent &event, QStringView fieldText);

/// The verb of a `.n` twin that stands alone in the input field when Enter is pressed.
[[nodiscard]] std::optional<Verb> verbOfDotTwin(QStringView fieldText);

} // namespace crema::terminal
