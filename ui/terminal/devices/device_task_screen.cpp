// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/devices/device_task_screen.h"

#include "ui/presenters/devices/device_words.h"

namespace crema::terminal {
namespace {

constexpr int longRows = 8;

} // namespace

DeviceTaskScreen::DeviceTaskScreen(Navigator &navigator, Clock &clock, MenuEnter enter, DeviceTaskPresenter &task)
    : ListScreen(navigator, clock, enter), m_task(task)
{
    if (m_task.step() == DeviceStep::Rename)
        m_field.setText(m_task.device()->name);
    connect(&m_task, &DeviceTaskPresenter::changed, this, &DeviceTaskScreen::refresh);
    refresh();
}

DeviceTaskScreen::~DeviceTaskScreen()
{
    disconnect(&m_task, nullptr, this, nullptr);
    m_task.close();
}

void DeviceTaskScreen::refresh()
{
    QList<ListItem> items;
    const bool asksPlace = m_task.step() == DeviceStep::Place || (m_task.step() == DeviceStep::Move && !m_target);
    if (asksPlace && !m_task.isBusy()) {
        for (const PlaceChoice &place : m_task.places())
            items.append({place.name, {}});
    } else if (m_task.step() == DeviceStep::ShutOut && m_reason) {
        items = {{tr("Cancel"), {}}, {m_task.question().button, {}}};
    } else if (m_task.step() == DeviceStep::ShutOut) {
        for (const QString &name : m_task.question().reasonNames)
            items.append({name, {}});
    }
    m_list.setItems(std::move(items));
    const QString told = m_task.problem() ? m_task.problem()->message : QString();
    if (told != std::exchange(m_said, told) && !told.isEmpty())
        navigator().say(MessageKind::Error, told);
    navigator().redraw();
}

QString DeviceTaskScreen::titleText() const
{
    switch (m_task.step()) {
    case DeviceStep::Place: return tr("NEW DEVICE");
    case DeviceStep::Code: return tr("CODE");
    case DeviceStep::Rename: return tr("RENAME");
    case DeviceStep::ShutOut: return tr("SHUT OUT");
    case DeviceStep::Move: return tr("MOVE");
    case DeviceStep::None: break;
    }
    return tr("DEVICE");
}

QString DeviceTaskScreen::promptText() const
{
    if (m_task.isBusy())
        return {};
    switch (m_task.step()) {
    case DeviceStep::Place: return tr("Works where?");
    case DeviceStep::Rename: return tr("New name");
    case DeviceStep::Move: return m_target ? tr("Register, empty: the first free") : tr("Move where?");
    case DeviceStep::ShutOut: return m_reason ? tr("Is it meant? 1-2") : tr("Why? 1-5");
    case DeviceStep::Code:
    case DeviceStep::None: break;
    }
    return {};
}

QList<TextLine> DeviceTaskScreen::lines() const
{
    QList<TextLine> lines;
    const auto add = [&lines](const QString &text, Style style = {}) {
        if (!text.isEmpty())
            lines.append({.left = text, .style = style, .maximumRows = longRows});
    };
    if (m_task.problem())
        add(m_task.problem()->hint);
    if (m_task.isBusy())
        add(tr("Asking the platform"));
    switch (m_task.step()) {
    case DeviceStep::Code:
        add(m_task.code().title);
        add(m_task.code().code, Style::strong());
        add(m_task.code().untilText);
        add(m_task.code().howText);
        add(m_task.code().command);
        break;
    case DeviceStep::ShutOut:
        add(m_task.question().title, Style::strong());
        if (m_reason) {
            add(m_task.question().warning);
            add(m_task.question().meaning);
        }
        break;
    case DeviceStep::Move: add(m_task.moveText()); break;
    case DeviceStep::None: add(m_task.doneText()); break;
    case DeviceStep::Place:
    case DeviceStep::Rename: break;
    }
    return lines;
}

Page DeviceTaskScreen::page() const
{
    Page page{.title = titleText(), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        const int listRows = std::min(static_cast<int>(m_list.items().size()), layout.size.height);
        const int textRows = layout.size.height - listRows;
        Canvas canvas(layout.size);
        if (textRows > 0)
            canvas.paste({0, 0}, textBlock(lines(), layout.within({layout.size.width, textRows})));
        if (listRows > 0)
            canvas.paste({textRows, 0}, m_list.layout(layout.within({layout.size.width, listRows})));
        return canvas;
    };
    page.prompt = Prompt{promptText(), m_field};
    return page;
}

QString DeviceTaskScreen::helpText() const
{
    return tr("The platform does this at once. F3 leaves it undone; a code is shown this once.");
}

bool DeviceTaskScreen::key(const KeyEvent &event)
{
    return !m_list.items().isEmpty() && ListScreen::key(event);
}

void DeviceTaskScreen::submit(const QString &text)
{
    if (m_task.isBusy())
        return;
    if (m_task.step() == DeviceStep::Rename)
        m_task.saveName(text);
    else if (m_task.step() == DeviceStep::Move && m_target)
        m_task.move(*m_target, text);
    else if (!m_list.items().isEmpty())
        ListScreen::submit(text);
    else
        navigator().closeTop();
}

bool DeviceTaskScreen::back()
{
    if (!m_reason && !m_target)
        return false;
    stopWaiting();
    m_reason.reset();
    m_target.reset();
    m_field.clear();
    refresh();
    return true;
}

void DeviceTaskScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (m_task.isBusy() || row >= m_list.items().size())
        return;
    if (m_task.step() == DeviceStep::Place) {
        m_task.choosePlace(m_task.places().at(row).id);
    } else if (m_task.step() == DeviceStep::Move) {
        m_target = m_task.places().at(row).id;
        refresh();
    } else if (m_reason) {
        const ShutOutReason reason = *m_reason;
        m_reason.reset();
        if (row == 1)
            m_task.shutOut(reason);
        else
            refresh();
    } else {
        m_reason = allShutOutReasons.at(static_cast<std::size_t>(row));
        refresh();
    }
}

} // namespace crema::terminal
