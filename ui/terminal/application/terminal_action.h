// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/input/key_map.h"

#include <functional>

namespace crema::terminal {

/// Something a person can do on a screen with one of the verbs. Hints, help and the dispatcher draw it from here.
struct TerminalAction {
    Verb verb;
    QString shortText; ///< at most three letters: "ok"; empty for what the hint row leaves out
    QString text;      ///< "Pay"
    std::function<void()> run;
    QString disabledReason = {}; ///< why it cannot be done now; empty when it can
};

} // namespace crema::terminal
