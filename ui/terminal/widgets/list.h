// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/input/key.h"
#include "ui/terminal/widgets/layout.h"

#include <QList>

#include <optional>

namespace crema::terminal {

/// One line of a List: a name, a value at the end of its row, and what stands for a name that cannot be shown.
struct ListItem {
    QString text;
    QString value = {};
    QString code = {};
};

/// A list to choose from, in pages of at most nine, so that a digit chooses a line of the page shown. Arrows, j and k
/// move a mark for terminals that have them.
class List
{
public:
    static constexpr int maximumPage = 9;

    void setItems(QList<ListItem> items);
    [[nodiscard]] const QList<ListItem> &items() const { return m_items; }
    [[nodiscard]] qsizetype current() const { return m_current; }

    /// The item that a digit stands for on the page shown.
    [[nodiscard]] std::optional<qsizetype> itemOfDigit(QStringView digit) const;
    /// Goes to the next page, from the last one to the first.
    void nextPage();
    [[nodiscard]] bool isOnLastPage() const { return firstOfPage() + m_page >= m_items.size(); }
    [[nodiscard]] bool isPageFull() const { return firstOfPage() + m_page <= m_items.size(); }
    [[nodiscard]] bool hasPages() const { return m_items.size() > m_page; }
    /// Returns whether the key moved the mark.
    bool key(const KeyEvent &event);

    /// "2/7": page and pages, empty when there is one.
    [[nodiscard]] QString progress() const;

    /// Draws the page that holds the current item; the room decides how long a page is.
    [[nodiscard]] Canvas layout(const Layout &layout) const;

private:
    [[nodiscard]] qsizetype firstOfPage() const { return m_current / m_page * m_page; }
    void moveTo(qsizetype index);
    [[nodiscard]] int rowsPerItem(const Layout &layout) const;
    [[nodiscard]] QStringList rowsOf(qsizetype index, int number, int rows, const Layout &layout) const;

    QList<ListItem> m_items;
    qsizetype m_current = 0;
    mutable int m_page = maximumPage; ///< items on a page as last drawn: digits mean what is on the screen
};

} // namespace crema::terminal
