// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/input/key_map.h"
#include "ui/terminal/widgets/message.h"

#include <memory>

namespace crema::terminal {

class TerminalScreen;

/// What a terminal screen may ask of the application around it.
class Navigator
{
public:
    virtual ~Navigator() = default;

    virtual void open(std::unique_ptr<TerminalScreen> screen) = 0;
    /// Closes the screen on top; the last one stays. The screen lives until the present keys are handled.
    virtual void closeTop() = 0;
    /// Closes this screen: at once where it is on top, else as soon as it would come back there.
    virtual void close(TerminalScreen &screen) = 0;
    /// Back as if F3 had been pressed on the screen on top.
    virtual void goBack() = 0;
    virtual void goToMainMenu() = 0;
    /// Leaves the program at once.
    virtual void quit() = 0;
    /// Leaves the program, or asks first when something is unsent.
    virtual void leave() = 0;
    /// From now on these bytes are this key, on this terminal.
    virtual void learnKey(const QByteArray &bytes, Key key) = 0;

    /// The keys as they are set.
    [[nodiscard]] virtual const KeyMap &keys() const = 0;
    /// From now on these keys count.
    virtual void setKeys(const KeyMap &keys) = 0;

    /// Shows a message until the next key that does something.
    virtual void say(MessageKind kind, const QString &text) = 0;
    virtual void bell() = 0;
    /// The tone for an accepted scan; some devices are set to do without.
    virtual void okBell() = 0;
    virtual void dropInput() = 0;
    /// Handles characters as if they were typed now, on the screen that is on top now.
    virtual void typeAhead(const QString &characters) = 0;
    /// The screen looks different; it is drawn once everything that happened is handled.
    virtual void redraw() = 0;
};

} // namespace crema::terminal
