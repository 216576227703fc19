// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/settings/shop_settings_screen.h"

#include "ui/terminal/settings/shop_setting_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

ShopSettingsScreen::ShopSettingsScreen(Navigator &navigator, Clock &clock, MenuEnter enter,
                                       ShopSettingsPresenter &settings)
    : ListScreen(navigator, clock, enter), m_settings(settings)
{
    connect(&m_settings, &ShopSettingsPresenter::changed, this, &ShopSettingsScreen::refresh);
    m_settings.arrive();
    refresh();
}

ShopSettingsScreen::~ShopSettingsScreen()
{
    disconnect(&m_settings, nullptr, this, nullptr);
    m_settings.leave();
}

void ShopSettingsScreen::refresh()
{
    QList<ListItem> items;
    for (const ShopSettingRow &row : m_settings.rows()) {
        // Lines of a text stand in one.
        items.append({.text = row.title, .value = QString(row.valueText).replace(u'\n', u' ')});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

QString ShopSettingsScreen::placeName() const
{
    return m_settings.places().isEmpty() ? QString() : m_settings.places().at(m_settings.place()).name;
}

Page ShopSettingsScreen::page() const
{
    Page page{.title = tr("SETTINGS"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty()) {
            const QString why = m_settings.problem()
                                    ? m_settings.problem()->message
                                    : tr("Once this device is enrolled, the shop's settings are here.");
            return textBlock({{.left = why, .maximumRows = 6}}, layout);
        }
        return listAbove({{.left = placeName()}}, 1, layout);
    };
    page.prompt = Prompt{m_list.items().isEmpty() ? QString() : tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> ShopSettingsScreen::actions()
{
    QList<TerminalAction> actions;
    const auto count = static_cast<int>(m_settings.places().size());
    if (count > 1) {
        actions.append({Verb::Done, tr("place"), tr("Settings of the next place"),
                        [this, count] { m_settings.choosePlace((m_settings.place() + 1) % count); }});
    }
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString ShopSettingsScreen::helpText() const
{
    return tr("Here is what the shop has set. Press the number of a line to see what it means, who changed it, and to "
              "change it.");
}

void ShopSettingsScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row < m_settings.rows().size())
        navigator().open(std::make_unique<ShopSettingScreen>(navigator(), m_settings, m_settings.rows().at(row).key));
}

} // namespace crema::terminal
