// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/devices/devices_screen.h"

#include "ui/terminal/devices/device_screen.h"
#include "ui/terminal/devices/device_task_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {
namespace {

/// Why not all is shown takes so many rows at most.
constexpr int limitRows = 2;

} // namespace

DevicesScreen::DevicesScreen(Navigator &navigator, Clock &clock, MenuEnter enter, DeviceListPresenter &devices)
    : ListScreen(navigator, clock, enter), m_devices(devices)
{
    connect(&m_devices, &DeviceListPresenter::listChanged, this, &DevicesScreen::refresh);
    m_devices.arrive();
    refresh();
}

DevicesScreen::~DevicesScreen()
{
    disconnect(&m_devices, nullptr, this, nullptr);
    m_devices.leave();
}

void DevicesScreen::shown()
{
    m_devices.close();
    refresh();
}

void DevicesScreen::refresh()
{
    QList<ListItem> items;
    for (const DeviceRow &row : m_devices.rows()) {
        // What matters most stands first, because a narrow terminal cuts the end. Without colour a device that needs a
        // person is known by its mark.
        QStringList parts{row.state.text.isEmpty() || row.isOut ? row.name : QStringLiteral("! ") + row.name};
        for (const QString &part : {row.state.text, row.waitingText, row.placeText, row.diskText, row.versionText}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        items.append({.text = parts.join(QStringLiteral("  ")), .value = row.contactText, .code = row.registerText});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

QString DevicesScreen::emptyText() const
{
    switch (m_devices.phase()) {
    case ListPhase::FirstUse: return tr("No device is enrolled.");
    case ListPhase::Failed: return m_devices.problem() ? m_devices.problem()->message : QString();
    case ListPhase::Loading:
    case ListPhase::LoadingLong: return tr("Asking how the devices are");
    default: return {};
    }
}

QList<TextLine> DevicesScreen::footer() const
{
    const DeviceSummary &summary = m_devices.summary();
    if (m_devices.problem())
        return {{.left = tr("Offline. %1", "As of 10:42").arg(summary.asOfText), .style = Style::strong()}};
    QList<TextLine> lines{{.left = summary.needText, .right = summary.countText}};
    if (!summary.limitText.isEmpty())
        lines.append({.left = summary.limitText, .maximumRows = limitRows});
    return lines;
}

Page DevicesScreen::page() const
{
    Page page{.title = tr("DEVICES"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty())
            return textBlock({{.left = emptyText(), .maximumRows = 6}}, layout);
        const int lines = m_devices.summary().limitText.isEmpty() ? 1 : 1 + limitRows;
        return listAbove(footer(), lines, layout);
    };
    page.prompt = Prompt{m_list.items().isEmpty() ? QString() : tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> DevicesScreen::actions()
{
    // The way to the next page is the hint that a narrow row keeps.
    Action &add = *m_devices.actions().find(u"devices.add");
    QList<TerminalAction> actions{{Verb::Done, tr("ask"), tr("Ask again"), [this] { m_devices.refresh(); }},
                                  {Verb::Find, m_list.hasPages() ? QString() : tr("new"), add.text(),
                                   [this] { addDevice(); }, add.disabledReason()}};
    if (m_list.hasPages())
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    return actions;
}

QString DevicesScreen::helpText() const
{
    return tr("Here is how every device of your locations is, what needs a person first. Press the number of a line "
              "to see what is the matter and what to do.");
}

void DevicesScreen::addDevice()
{
    if (m_devices.actions().find(u"devices.add")->trigger())
        navigator().open(std::make_unique<DeviceTaskScreen>(navigator(), clock(), enter(), m_devices.task()));
}

void DevicesScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row >= m_devices.rows().size())
        return;
    m_devices.open(m_devices.rows().at(row).id);
    navigator().open(std::make_unique<DeviceScreen>(navigator(), clock(), enter(), m_devices));
}

} // namespace crema::terminal
