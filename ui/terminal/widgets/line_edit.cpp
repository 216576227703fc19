// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/widgets/line_edit.h"

#include "ui/terminal/cells/cell_width.h"

namespace crema::terminal {

void LineEdit::setText(const QString &text)
{
    m_clusters = clustersOf(text).mid(0, maximumCharacters);
    m_cursor = m_clusters.size();
}

QString LineEdit::take()
{
    const QString result = text();
    clear();
    return result;
}

void LineEdit::retract(int characters)
{
    for (; characters > 0 && m_cursor > 0; --characters)
        m_clusters.removeAt(--m_cursor);
}

void LineEdit::insert(const QString &text)
{
    if (clustersOf(text).isEmpty() || m_clusters.size() >= maximumCharacters)
        return;
    // A combining mark joins the character before it, so the text up to the cursor is cut anew.
    const QStringList before = clustersOf(m_clusters.mid(0, m_cursor).join(QString()) + text);
    m_clusters = before + m_clusters.mid(m_cursor);
    m_cursor = before.size();
}

bool LineEdit::key(const KeyEvent &event)
{
    if (event.key == Key::Character) {
        insert(event.text);
        return true;
    }
    if (event == KeyEvent::control(u'U')) {
        clear();
        return true;
    }
    return moveOrDelete(event.key);
}

bool LineEdit::moveOrDelete(Key key)
{
    switch (key) {
    case Key::Backspace: retract(1); return true;
    case Key::Delete:
        if (m_cursor < m_clusters.size())
            m_clusters.removeAt(m_cursor);
        return true;
    case Key::Left: m_cursor = std::max<qsizetype>(0, m_cursor - 1); return true;
    case Key::Right: m_cursor = std::min(m_clusters.size(), m_cursor + 1); return true;
    case Key::Home: m_cursor = 0; return true;
    case Key::End: m_cursor = m_clusters.size(); return true;
    default: return false;
    }
}

Canvas LineEdit::layout(const Layout &layout) const
{
    QStringList shown;
    for (const QString &cluster : m_clusters)
        shown.append(layout.text(cluster));
    // The cursor needs a column of its own after the last character.
    qsizetype first = 0;
    int columns = textWidth(shown.mid(0, m_cursor).join(QString()));
    while (columns > layout.size.width - 1 && first < m_cursor)
        columns -= textWidth(shown[first++]);
    Canvas canvas({layout.size.width, 1});
    canvas.put({0, 0}, shown.mid(first).join(QString()));
    canvas.setCursor(Position{0, columns});
    return canvas;
}

} // namespace crema::terminal
