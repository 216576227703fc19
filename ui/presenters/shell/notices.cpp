// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/shell/notices.h"

namespace crema {

void Notices::post(const QString &text, std::function<void()> undo)
{
    Q_ASSERT(undo);
    m_steps.push_back({text, std::move(undo)});
    if (m_steps.size() > maxSteps)
        m_steps.pop_front();
    show();
}

void Notices::show()
{
    m_shown = Notice{m_steps.back().text, static_cast<int>(m_steps.size()) - 1, ++m_number};
    m_held = false;
    wait();
    Q_EMIT changed();
}

void Notices::wait()
{
    m_timer = m_clock.after(shownMs, [this] { dismiss(); });
}

void Notices::dismiss()
{
    m_timer.reset();
    m_held = false;
    if (!m_shown)
        return;
    m_shown.reset();
    Q_EMIT changed();
}

void Notices::hold()
{
    m_held = true;
    m_timer.reset();
}

void Notices::release()
{
    if (!m_held)
        return;
    m_held = false;
    if (m_shown)
        wait();
}

void Notices::undo()
{
    if (m_steps.empty())
        return;
    const Step step = std::move(m_steps.back());
    m_steps.pop_back();
    m_timer.reset();
    m_shown.reset();
    step.undo();
    Q_EMIT changed();
}

} // namespace crema
