// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/keys/key_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {

namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(KeyText)
};

constexpr int mostFunctionKeys = 24;
constexpr int lastTerminalFunctionKey = 10;

/// The order in which Qt writes them.
const QStringList &modifierNames()
{
    static const QStringList names{u"Meta"_s, u"Ctrl"_s, u"Alt"_s, u"Shift"_s};
    return names;
}

const QStringList &fieldKeys()
{
    static const QStringList names{u"Return"_s, u"Esc"_s,  u"Tab"_s,  u"Backtab"_s, u"Space"_s, u"Backspace"_s,
                                   u"Del"_s,    u"Ins"_s,  u"Home"_s, u"End"_s,     u"PgUp"_s,  u"PgDown"_s,
                                   u"Up"_s,     u"Down"_s, u"Left"_s, u"Right"_s};
    return names;
}

/// Keys that edit a text, besides those of fieldKeys() alone.
const QStringList &editingKeys()
{
    static const QStringList names{
        u"Ctrl+A"_s,           u"Ctrl+C"_s,          u"Ctrl+V"_s,        u"Ctrl+X"_s,     u"Ctrl+Y"_s,
        u"Ctrl+Z"_s,           u"Ctrl+Shift+Z"_s,    u"Ctrl+Left"_s,     u"Ctrl+Right"_s, u"Ctrl+Home"_s,
        u"Ctrl+End"_s,         u"Ctrl+Backspace"_s,  u"Ctrl+Del"_s,      u"Ctrl+Ins"_s,   u"Ctrl+Shift+Left"_s,
        u"Ctrl+Shift+Right"_s, u"Ctrl+Shift+Home"_s, u"Ctrl+Shift+End"_s};
    return names;
}

/// What desktops and the kernel take before any program sees it.
bool isOfSystem(const QString &key)
{
    static const QStringList names{
        u"Alt+F4"_s,  u"Alt+Tab"_s,  u"Alt+Shift+Tab"_s, u"Alt+Shift+Backtab"_s,  u"Alt+Space"_s,
        u"Alt+Esc"_s, u"Ctrl+Esc"_s, u"Ctrl+Alt+Del"_s,  u"Ctrl+Alt+Backspace"_s, u"Alt+F1"_s,
        u"Alt+F2"_s};
    return names.contains(key) || key.startsWith("Meta+"_L1) || key.startsWith("Ctrl+Alt+F"_L1);
}

/// What scanners send for the control characters within a code: GS, RS, FS, US, CR, NUL.
bool isOfScanner(const QString &key)
{
    static const QStringList names{u"Ctrl+]"_s, u"Ctrl+^"_s, u"Ctrl+\\"_s, u"Ctrl+_"_s,
                                   u"Ctrl+M"_s, u"Ctrl+@"_s, u"Ctrl+["_s};
    return names.contains(key);
}

int functionNumber(const QString &name)
{
    bool isNumber = false;
    const int number = name.startsWith(u'F') ? name.mid(1).toInt(&isNumber) : 0;
    return isNumber ? number : 0;
}

QString windowObstacle(const QString &key)
{
    const QString modifiers = key.left(key.lastIndexOf(u'+', -2) + 1);
    const QString name = key.mid(modifiers.size());
    const bool isBare = modifiers.isEmpty() || modifiers == "Shift+"_L1;
    if (isOfSystem(key))
        return Texts::tr("The system takes %1 before any program does.").arg(key);
    if (isBare && name.size() == 1)
        return Texts::tr("%1 is a character: whoever types and every scanner sends it.").arg(key);
    if (isBare && fieldKeys().contains(name))
        return Texts::tr("Fields, lists and buttons need %1.").arg(key);
    if (editingKeys().contains(key))
        return Texts::tr("Text fields need %1.").arg(key);
    if (isOfScanner(key))
        return Texts::tr("Scanners send %1 within codes.").arg(key);
    if (modifiers.contains("Ctrl+Alt+"_L1) && name.size() == 1)
        return Texts::tr("%1 is how some keyboards write a character (AltGr).").arg(key);
    return {};
}

QString terminalObstacle(const QString &key)
{
    if (const int number = functionNumber(key); number > lastTerminalFunctionKey)
        return Texts::tr("Many terminals keep %1 for themselves, and it has no twin for keyboards without it.")
            .arg(key);
    if (u"SQ"_s.contains(key.back()) && key.startsWith(u'^'))
        return Texts::tr("%1 stops or starts the output of a terminal.").arg(key);
    if (u"CZ\\"_s.contains(key.back()) && key.startsWith(u'^'))
        return Texts::tr("%1 ends or halts programs.").arg(key);
    if (u"MJIH[?"_s.contains(key.back()) && key.startsWith(u'^'))
        return Texts::tr("A terminal sends the same for %1 as for a key that fields need.").arg(key);
    if (u"]^_@"_s.contains(key.back()) && key.startsWith(u'^'))
        return Texts::tr("Scanners send %1 within codes.").arg(key);
    return {};
}

} // namespace

std::optional<QString> windowKey(const QString &typed)
{
    QString rest = typed.trimmed();
    QStringList found;
    for (qsizetype plus = rest.indexOf(u'+', 1); plus > 0 && rest.size() > plus + 1; plus = rest.indexOf(u'+', 1)) {
        const QString name = rest.left(plus).trimmed();
        const auto known = std::find_if(modifierNames().begin(), modifierNames().end(), [&name](const QString &each) {
            return each.compare(name, Qt::CaseInsensitive) == 0;
        });
        if (known == modifierNames().end() || found.contains(*known))
            return std::nullopt;
        found.append(*known);
        rest = rest.mid(plus + 1).trimmed();
    }
    if (rest.compare("Enter"_L1, Qt::CaseInsensitive) == 0)
        rest = u"Return"_s;
    const auto named = std::find_if(fieldKeys().begin(), fieldKeys().end(), [&rest](const QString &each) {
        return each.compare(rest, Qt::CaseInsensitive) == 0;
    });
    const int function = functionNumber(rest.toUpper());
    if (named != fieldKeys().end())
        rest = *named;
    else if (rest.size() == 1 && rest.front().isPrint() && !rest.front().isSpace())
        rest = rest.toUpper();
    else if (function >= 1 && function <= mostFunctionKeys)
        rest = u"F%1"_s.arg(function);
    else
        return std::nullopt;
    QString key;
    for (const QString &name : modifierNames())
        key += found.contains(name) ? name + u'+' : QString();
    return key + rest;
}

std::optional<QString> terminalKey(const QString &typed)
{
    const QString text = typed.trimmed().toUpper();
    const int function = functionNumber(text);
    if (function >= 1 && function <= mostFunctionKeys)
        return u"F%1"_s.arg(function);
    const QString letter = text.startsWith("CTRL+"_L1) ? text.mid(5) : text.startsWith(u'^') ? text.mid(1) : QString();
    const bool isLetter = letter.size() == 1 && letter.front().unicode() >= u'?' && letter.front().unicode() <= u'_';
    return isLetter ? std::optional(u'^' + letter) : std::nullopt;
}

std::optional<QString> keyText(KeyFace face, const QString &typed)
{
    return face == KeyFace::Window ? windowKey(typed) : terminalKey(typed);
}

QString keyObstacle(KeyFace face, const QString &key)
{
    return face == KeyFace::Window ? windowObstacle(key) : terminalObstacle(key);
}

} // namespace crema
