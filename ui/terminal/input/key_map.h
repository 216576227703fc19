// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/input/key.h"

#include <optional>

namespace crema {
class KeyBook;
}

namespace crema::terminal {

/// What a key asks for, whatever the key: the verbs of the terminal (ux.md 3.3).
enum class Verb { Help, Find, Back, Done, Skip, Undo, NextPage, Details, MainMenu, Redraw };

/// The id of the action under which the keys of a verb are kept: "terminal.done".
[[nodiscard]] QString actionIdOf(Verb verb);

/// One verb with every way to press it. Hints, the help screen and the dispatcher all read this.
struct KeyBinding {
    Verb verb = Verb::Help;
    std::optional<Key> functionKey;
    QChar dot;           ///< n of the `.n` twin, for handhelds without F-keys; null when there is none
    QChar control;       ///< letter of the Ctrl twin; null when there is none
    QString keyName;     ///< "F4", or "^L"
    QString controlName; ///< "^D"; empty without one
};

/// The keys of the terminal, as they are usual or as this device has set them.
class KeyMap
{
public:
    /// As usual.
    KeyMap();
    /// As the book has them.
    explicit KeyMap(const KeyBook &book);

    /// Every binding, in the order in which hints and help show them.
    [[nodiscard]] const QList<KeyBinding> &bindings() const { return m_bindings; }
    [[nodiscard]] const KeyBinding &of(Verb verb) const;
    /// The place of a verb in that order.
    [[nodiscard]] qsizetype placeOf(Verb verb) const;

    /// The verb of a function or control key; `fieldText` is what the input field holds. ^U empties a field that holds
    /// something, whatever else it means.
    [[nodiscard]] std::optional<Verb> verbOfKey(const KeyEvent &event, QStringView fieldText) const;
    /// The verb of a `.n` twin that stands alone in the input field when Enter is pressed.
    [[nodiscard]] std::optional<Verb> verbOfDotTwin(QStringView fieldText) const;
    /// A text that names usual keys ("F4 saves it."), with the keys that are set instead.
    [[nodiscard]] QString inWords(const QString &text) const;

private:
    template<class KeysOf>
    void fill(KeysOf keysOf);

    QList<KeyBinding> m_bindings;
    bool m_isUsual = true;
};

} // namespace crema::terminal
