// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/input/key_map.h"

#include "ui/presenters/keys/key_book.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace crema::terminal {

namespace {

struct VerbName {
    Verb verb;
    QLatin1String name;
};

/// In the order in which hints and help show them.
constexpr std::array verbs{
    VerbName{Verb::Help, QLatin1String("help")},          VerbName{Verb::Back, QLatin1String("back")},
    VerbName{Verb::Done, QLatin1String("done")},          VerbName{Verb::Undo, QLatin1String("undo")},
    VerbName{Verb::Find, QLatin1String("find")},          VerbName{Verb::Skip, QLatin1String("skip")},
    VerbName{Verb::NextPage, QLatin1String("next-page")}, VerbName{Verb::Details, QLatin1String("details")},
    VerbName{Verb::MainMenu, QLatin1String("main-menu")}, VerbName{Verb::Redraw, QLatin1String("redraw")},
};

constexpr int lastFunctionKey = 12;
constexpr int lastDotTwin = 10; ///< F10 is `.0`

QStringList usualKeysOf(Verb verb)
{
    return usualKeys(actionIdOf(verb)).value_or(QStringList());
}

KeyBinding bindingOf(Verb verb, const QStringList &keys)
{
    KeyBinding binding{.verb = verb, .keyName = keys.value(0)};
    for (const QString &key : keys) {
        const int number = key.startsWith(u'F') ? key.mid(1).toInt() : 0;
        if (key.startsWith(u'^') && binding.control.isNull()) {
            binding.control = key.back();
            binding.controlName = key;
        } else if (number >= 1 && number <= lastFunctionKey && !binding.functionKey) {
            binding.functionKey = static_cast<Key>(static_cast<int>(Key::F1) + number - 1);
            if (number <= lastDotTwin)
                binding.dot = QChar(u'0' + number % lastDotTwin);
            binding.keyName = key;
        }
    }
    return binding;
}

} // namespace

QString actionIdOf(Verb verb)
{
    const auto found = std::ranges::find(verbs, verb, &VerbName::verb);
    Q_ASSERT(found != verbs.end());
    return QStringLiteral("terminal.") + found->name;
}

KeyMap::KeyMap()
{
    fill([](const QString &id) { return usualKeys(id).value_or(QStringList()); });
}

KeyMap::KeyMap(const KeyBook &book)
{
    fill([&book](const QString &id) { return book.keys(id).value_or(QStringList()); });
    m_isUsual = !book.hasChanges(KeyFace::Terminal);
}

template<class KeysOf>
void KeyMap::fill(KeysOf keysOf)
{
    for (const VerbName &each : verbs)
        m_bindings.append(bindingOf(each.verb, keysOf(actionIdOf(each.verb))));
}

const KeyBinding &KeyMap::of(Verb verb) const
{
    return m_bindings.at(placeOf(verb));
}

qsizetype KeyMap::placeOf(Verb verb) const
{
    return std::ranges::find(verbs, verb, &VerbName::verb) - verbs.begin();
}

std::optional<Verb> KeyMap::verbOfKey(const KeyEvent &event, QStringView fieldText) const
{
    if (event.key == Key::Escape)
        return Verb::Back;
    const bool empties = event == KeyEvent::control(u'U') && !fieldText.isEmpty();
    for (const KeyBinding &binding : m_bindings) {
        const bool isControl = event.key == Key::Control && event.text == binding.control && !empties;
        if (event.key == binding.functionKey || isControl)
            return binding.verb;
    }
    return std::nullopt;
}

std::optional<Verb> KeyMap::verbOfDotTwin(QStringView fieldText) const
{
    if (fieldText.size() != 2 || fieldText[0] != u'.')
        return std::nullopt;
    for (const KeyBinding &binding : m_bindings) {
        if (!binding.dot.isNull() && fieldText[1] == binding.dot)
            return binding.verb;
    }
    return std::nullopt;
}

QString KeyMap::inWords(const QString &text) const
{
    if (m_isUsual)
        return text;
    static const QRegularExpression keyName(QStringLiteral("\\bF(10|[1-9])\\b"));
    QString told;
    qsizetype end = 0;
    for (auto each = keyName.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        told += text.mid(end, match.capturedStart() - end);
        end = match.capturedEnd();
        const auto verb = std::ranges::find_if(
            verbs, [&match](const VerbName &one) { return usualKeysOf(one.verb).contains(match.captured()); });
        told += verb == verbs.end() ? match.captured() : of(verb->verb).keyName;
    }
    return told + text.mid(end);
}

} // namespace crema::terminal
