// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/input/key.h"
#include "ui/terminal/widgets/layout.h"

#include <QStringList>

namespace crema::terminal {

/// One line of input. Moves and deletes by what the eye takes for one character: a base with its marks.
class LineEdit
{
public:
    static constexpr qsizetype maximumCharacters = 256;

    [[nodiscard]] QString text() const { return m_clusters.join(QString()); }
    [[nodiscard]] bool isEmpty() const { return m_clusters.isEmpty(); }
    void setText(const QString &text);
    void clear() { setText({}); }
    /// Takes the text out and leaves the field empty.
    [[nodiscard]] QString take();
    /// Removes the last `characters` that were typed before the cursor.
    void retract(int characters);

    /// Returns whether the key was one of editing.
    bool key(const KeyEvent &event);

    /// One row: the part of the text around the cursor, and the cursor.
    [[nodiscard]] Canvas layout(const Layout &layout) const;

private:
    void insert(const QString &text);
    bool moveOrDelete(Key key);

    QStringList m_clusters;
    qsizetype m_cursor = 0; ///< in clusters
};

} // namespace crema::terminal
