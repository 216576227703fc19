// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/keys/key_list_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

const QLatin1String asUsual("-");

/// What a function or control key is called: "F5", "^E"; empty for any other.
QString nameOf(const KeyEvent &event)
{
    if (event.key == Key::Control)
        return QLatin1Char('^') + event.text;
    const int number = static_cast<int>(event.key) - static_cast<int>(Key::F1) + 1;
    return event.key >= Key::F1 && event.key <= Key::F12 ? QStringLiteral("F%1").arg(number) : QString();
}

/// The place of the key that another one of its kind takes: a function key for a function key, a letter for a letter.
qsizetype placeFor(const QStringList &keys, const QString &key)
{
    for (qsizetype place = 0; place < keys.size(); ++place) {
        if (keys.at(place).front() == key.front())
            return place;
    }
    return keys.size();
}

} // namespace

KeyListScreen::KeyListScreen(Navigator &navigator, Clock &clock, MenuEnter enter, KeyEditor &editor)
    : ListScreen(navigator, clock, enter), m_editor(editor)
{
    connect(&m_editor, &KeyEditor::changed, this, &KeyListScreen::refresh);
    refresh();
}

void KeyListScreen::refresh()
{
    QList<ListItem> items;
    for (const KeyRow &row : m_editor.book().rows(KeyFace::Terminal)) {
        const QString changed = row.isChanged ? QStringLiteral("* ") : QString();
        items.append({.text = row.action.text, .value = changed + row.keys.join(QLatin1Char(' '))});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

Page KeyListScreen::page() const
{
    Page page{.title = tr("KEYS"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) { return m_list.layout(layout); };
    page.prompt = Prompt{tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> KeyListScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_editor.book().hasChanges(KeyFace::Terminal)) {
        actions.append({Verb::Done, tr("all"), tr("All keys as usual"), [this] {
                            m_editor.resetAll(KeyFace::Terminal);
                            navigator().say(MessageKind::Ok, tr("All as usual"));
                        }});
    }
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString KeyListScreen::helpText() const
{
    return tr("Press the number of a line to give it another key. A star marks what is not as usual.");
}

void KeyListScreen::openRow(qsizetype row)
{
    m_field.clear();
    const QList<KeyRow> rows = m_editor.book().rows(KeyFace::Terminal);
    if (row < rows.size())
        navigator().open(std::make_unique<KeyScreen>(navigator(), m_editor, rows.at(row).action.id));
}

KeyScreen::KeyScreen(Navigator &navigator, KeyEditor &editor, const QString &id)
    : TerminalScreen(navigator), m_editor(editor), m_id(id)
{}

KeyScreen::~KeyScreen()
{
    m_editor.cancel();
}

Page KeyScreen::page() const
{
    Page page{.title = tr("KEY")};
    page.body = [this](const Layout &layout) {
        const std::optional<KeyRow> row = m_editor.book().row(m_id);
        QList<TextLine> lines;
        if (row) {
            lines.append({.left = row->action.text, .style = Style::strong(), .maximumRows = 2});
            lines.append({.left = tr("Now"), .right = row->keys.join(QLatin1Char(' '))});
            if (row->isChanged)
                lines.append({.left = tr("Usual"), .right = row->action.usual.join(QLatin1Char(' '))});
        }
        if (const std::optional<Problem> &problem = m_editor.problem()) {
            lines.append({.left = problem->message, .style = Style::strong(), .maximumRows = 4});
            lines.append(
                {.left = m_editor.mayTake() ? tr("Enter takes it from there, or press another key.") : problem->hint,
                 .maximumRows = 3});
        }
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{tr("Press the key"), m_field};
    return page;
}

QString KeyScreen::helpText() const
{
    return tr("Press the new key, or type it as F5 or ^E and Enter. A dash alone: as usual. Esc leaves.");
}

bool KeyScreen::rawKeys(const QList<KeyEvent> &keys)
{
    const QString name = keys.size() == 1 ? nameOf(keys.first()) : QString();
    if (name.isEmpty())
        return false;
    take(name);
    return true;
}

void KeyScreen::submit(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty() && m_editor.mayTake()) {
        m_editor.takeFromOther();
        tell(tr("Kept for this device"));
    } else if (typed.isEmpty()) {
        navigator().closeTop();
    } else if (typed == asUsual) {
        m_editor.reset(m_id);
        tell(tr("As usual"));
    } else {
        take(typed);
    }
}

void KeyScreen::take(const QString &key)
{
    const QStringList keys = m_editor.book().keys(m_id).value_or(QStringList());
    m_editor.ask(m_id, placeFor(keys, terminalKey(key).value_or(key)));
    m_editor.take(key);
    tell(tr("Kept for this device"));
}

void KeyScreen::tell(const QString &done)
{
    if (m_editor.problem()) {
        navigator().bell();
        navigator().say(MessageKind::Error, tr("Not taken"));
    } else {
        navigator().say(MessageKind::Ok, done);
    }
    navigator().redraw();
}

} // namespace crema::terminal
