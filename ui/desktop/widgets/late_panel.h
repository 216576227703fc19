// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

#include <functional>

namespace crema::desktop {

/// A panel of a stack that is made when it is first needed: a window does not wait for what nobody looks at yet.
template<class Panel>
class LatePanel final
{
public:
    /// The stack outlives it and owns what `make` returns.
    LatePanel(QStackedWidget &stack, std::function<Panel *()> make) : m_stack(stack), m_make(std::move(make)) {}

    [[nodiscard]] Panel *get()
    {
        if (!m_panel) {
            m_panel = m_make();
            m_stack.addWidget(m_panel);
        }
        return m_panel;
    }
    /// Null while nobody needed it.
    [[nodiscard]] Panel *made() const { return m_panel; }
    /// Puts it in front.
    Panel *show()
    {
        m_stack.setCurrentWidget(get());
        return m_panel;
    }

private:
    QStackedWidget &m_stack;
    std::function<Panel *()> m_make;
    Panel *m_panel = nullptr;
};

} // namespace crema::desktop
