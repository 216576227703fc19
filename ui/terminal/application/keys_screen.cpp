// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/keys_screen.h"

namespace crema::terminal {

namespace {

constexpr qsizetype maximumNotes = 50;
constexpr int maximumFunctionKey = 10;

// An escape with characters behind it in the same read: a key that curses does not know.
bool isUnknownSequence(const QList<KeyEvent> &keys)
{
    const auto isPlain = [](const KeyEvent &event) { return event.key == Key::Character; };
    return keys.size() > 1 && keys.first().key == Key::Escape && std::ranges::all_of(keys.mid(1), isPlain);
}

QByteArray bytesOf(const QList<KeyEvent> &keys)
{
    QByteArray bytes("\033");
    for (const KeyEvent &event : keys.mid(1))
        bytes += event.text.toUtf8();
    return bytes;
}

} // namespace

Page KeysScreen::page() const
{
    Page page{.title = tr("KEYS")};
    page.body = [notes = m_notes](const Layout &layout) {
        QList<TextLine> lines;
        for (const QString &note : notes)
            lines.append({.left = note, .maximumRows = 2});
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{m_unknown.isEmpty() ? tr("Press or scan") : tr("Which F-key is it?"), m_field};
    return page;
}

// Every verb that is free is declared here, so that pressing its key shows that it arrives.
QList<TerminalAction> KeysScreen::actions()
{
    QList<TerminalAction> actions;
    for (const KeyBinding &binding : navigator().keys().bindings()) {
        if (binding.verb == Verb::Help || binding.verb == Verb::Back || binding.verb == Verb::MainMenu ||
            binding.verb == Verb::Redraw)
            continue;
        const QString name = binding.keyName;
        actions.append({binding.verb, QString(), tr("Show that %1 arrives").arg(name), [this, name] { note(name); }});
    }
    return actions;
}

QString KeysScreen::helpText() const
{
    return tr(
        "Press each key and scan a code to see what arrives. Press a key that is not known, then type its number.");
}

bool KeysScreen::rawKeys(const QList<KeyEvent> &keys)
{
    if (!isUnknownSequence(keys))
        return false;
    m_unknown = bytesOf(keys);
    note(tr("Not known: ESC %1").arg(QString::fromUtf8(m_unknown.mid(1))));
    return true;
}

bool KeysScreen::key(const KeyEvent &event)
{
    switch (event.key) {
    case Key::Character: return false;
    case Key::Control: note(QLatin1Char('^') + event.text); return true;
    case Key::Up:
    case Key::Down: note(tr("Arrow")); return true;
    default: return false;
    }
}

void KeysScreen::submit(const QString &text)
{
    if (m_unknown.isEmpty())
        note(tr("Typed: %1").arg(text));
    else
        learn(text);
}

void KeysScreen::learn(const QString &number)
{
    const int key = number.startsWith(QLatin1Char('F'), Qt::CaseInsensitive) ? number.mid(1).toInt() : number.toInt();
    if (key < 1 || key > maximumFunctionKey) {
        navigator().say(MessageKind::Warning, tr("Type a number from 1 to %1").arg(maximumFunctionKey));
        return;
    }
    const Key learned = static_cast<Key>(static_cast<int>(Key::F1) + key - 1);
    navigator().learnKey(m_unknown, learned);
    const Result<void> saved = m_save(m_unknown, learned);
    m_unknown.clear();
    if (saved)
        navigator().say(MessageKind::Ok, tr("F%1 is kept for this device").arg(key));
    else
        navigator().say(MessageKind::Error, saved.error().message);
    navigator().redraw();
}

void KeysScreen::scan(const QString &code)
{
    navigator().bell();
    note(tr("Scan: %1").arg(code));
}

void KeysScreen::note(const QString &text)
{
    m_notes.prepend(text);
    m_notes = m_notes.mid(0, maximumNotes);
    navigator().redraw();
}

} // namespace crema::terminal
