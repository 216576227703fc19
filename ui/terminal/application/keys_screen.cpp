// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/keys_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

constexpr qsizetype maximumNotes = 50;

} // namespace

Page KeysScreen::page() const
{
    Page page{.title = tr("KEYS")};
    page.body = [notes = m_notes](const Layout &layout) {
        QList<TextLine> lines;
        for (const QString &note : notes)
            lines.append({.left = note, .maximumRows = 1});
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{tr("Press or scan"), m_field};
    return page;
}

// Every verb that is free is declared here, so that pressing its key shows that it arrives.
QList<TerminalAction> KeysScreen::actions()
{
    QList<TerminalAction> actions;
    for (const KeyBinding &binding : keyBindings()) {
        if (binding.verb == Verb::Help || binding.verb == Verb::Back || binding.verb == Verb::MainMenu ||
            binding.verb == Verb::Redraw)
            continue;
        const QString name = binding.keyName;
        actions.append(
            {binding.verb, QStringLiteral("."), tr("Show that %1 arrives").arg(name), [this, name] { note(name); }});
    }
    return actions;
}

QString KeysScreen::helpText() const
{
    return tr("Press each key and scan a code to see what this device sends.");
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
    note(tr("Typed: %1").arg(text));
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
