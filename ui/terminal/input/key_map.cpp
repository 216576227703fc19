// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/input/key_map.h"

namespace crema::terminal {

namespace {

constexpr QLatin1Char none('\0');

constexpr std::array bindings{
    KeyBinding{Verb::Help, Key::F1, QLatin1Char('1'), QLatin1Char('_'), TwinWhen::Always, QLatin1String("F1"),
               QLatin1String("^_")},
    KeyBinding{Verb::Back, Key::F3, QLatin1Char('3'), QLatin1Char('B'), TwinWhen::Always, QLatin1String("F3"),
               QLatin1String("^B")},
    KeyBinding{Verb::Done, Key::F4, QLatin1Char('4'), QLatin1Char('D'), TwinWhen::Always, QLatin1String("F4"),
               QLatin1String("^D")},
    KeyBinding{Verb::Undo, Key::F7, QLatin1Char('7'), QLatin1Char('U'), TwinWhen::FieldEmpty, QLatin1String("F7"),
               QLatin1String("^U")},
    KeyBinding{Verb::Find, Key::F2, QLatin1Char('2'), QLatin1Char('F'), TwinWhen::Always, QLatin1String("F2"),
               QLatin1String("^F")},
    KeyBinding{Verb::Skip, Key::F6, QLatin1Char('6'), QLatin1Char('K'), TwinWhen::Always, QLatin1String("F6"),
               QLatin1String("^K")},
    KeyBinding{Verb::NextPage, Key::F8, QLatin1Char('8'), QLatin1Char('N'), TwinWhen::Always, QLatin1String("F8"),
               QLatin1String("^N")},
    KeyBinding{Verb::Details, Key::F9, QLatin1Char('9'), QLatin1Char('W'), TwinWhen::Always, QLatin1String("F9"),
               QLatin1String("^W")},
    KeyBinding{Verb::MainMenu, Key::F10, QLatin1Char('0'), QLatin1Char('T'), TwinWhen::Always, QLatin1String("F10"),
               QLatin1String("^T")},
    KeyBinding{Verb::Redraw, std::nullopt, none, QLatin1Char('L'), TwinWhen::Always, QLatin1String("^L"),
               QLatin1String("^L")},
};

bool isControlTwin(const KeyBinding &binding, const KeyEvent &event, QStringView fieldText)
{
    return event.key == Key::Control && event.text == binding.control &&
           (binding.twinWhen == TwinWhen::Always || fieldText.isEmpty());
}

} // namespace

std::span<const KeyBinding> keyBindings()
{
    return bindings;
}

const KeyBinding &bindingOf(Verb verb)
{
    const auto found = std::ranges::find(bindings, verb, &KeyBinding::verb);
    Q_ASSERT(found != bindings.end());
    return *found;
}

std::optional<Verb> verbOfKey(const KeyEvent &event, QStringView fieldText)
{
    if (event.key == Key::Escape)
        return Verb::Back;
    for (const KeyBinding &binding : bindings) {
        if (event.key == binding.functionKey || isControlTwin(binding, event, fieldText))
            return binding.verb;
    }
    return std::nullopt;
}

std::optional<Verb> verbOfDotTwin(QStringView fieldText)
{
    if (fieldText.size() != 2 || fieldText[0] != u'.')
        return std::nullopt;
    for (const KeyBinding &binding : bindings) {
        if (binding.dot != none && fieldText[1] == binding.dot)
            return binding.verb;
    }
    return std::nullopt;
}

} // namespace crema::terminal
