// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/settings/shop_setting_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

ShopSettingScreen::ShopSettingScreen(Navigator &navigator, ShopSettingsPresenter &settings, const QString &key)
    : TerminalScreen(navigator), m_settings(settings), m_key(key)
{
    connect(&m_settings, &ShopSettingsPresenter::changed, this, &ShopSettingScreen::refresh);
    connect(&m_settings, &ShopSettingsPresenter::saved, this,
            [this] { this->navigator().say(MessageKind::Ok, tr("Saved")); });
}

void ShopSettingScreen::refresh()
{
    const ShopSettingRow *row = m_settings.row(m_key);
    QString told = row ? row->problem : QString();
    if (told.isEmpty() && m_settings.problem())
        told = m_settings.problem()->message;
    if (told != m_said && !told.isEmpty())
        navigator().say(MessageKind::Error, told);
    m_said = told;
    navigator().redraw();
}

QString ShopSettingScreen::promptText(const ShopSettingRow &row) const
{
    return row.lockedText.isEmpty() ? row.rangeText : QString();
}

Page ShopSettingScreen::page() const
{
    const ShopSettingRow *row = m_settings.row(m_key);
    Page page{.title = row ? row->title : tr("SETTING")};
    page.body = [this](const Layout &layout) {
        const ShopSettingRow *shown = m_settings.row(m_key);
        if (!shown)
            return textBlock({{.left = tr("It is the same for all locations."), .maximumRows = 3}}, layout);
        QList<TextLine> lines{{.left = shown->valueText, .style = Style::strong(), .maximumRows = 3},
                              {.left = shown->originText},
                              {.left = shown->usualText},
                              {.left = shown->help, .maximumRows = 4}};
        for (const QString &example : shown->examples)
            lines.append({.left = example, .maximumRows = 3});
        if (!shown->lockedText.isEmpty())
            lines.append({.left = shown->lockedText, .maximumRows = 3});
        for (const SettingChangeRow &change : shown->history) {
            lines.append({.left = tr("%1 > %2", "before, after").arg(change.fromText, change.toText)});
            lines.append({.left = tr("%1, %2", "who, when").arg(change.who, change.timeText)});
        }
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{row ? promptText(*row) : QString(), m_field};
    return page;
}

QList<TerminalAction> ShopSettingScreen::actions()
{
    const ShopSettingRow *row = m_settings.row(m_key);
    if (!row || !row->isSetHere || !row->lockedText.isEmpty())
        return {};
    return {{Verb::Done, tr("reset"), tr("Back to what it is otherwise"), [this] { m_settings.reset(m_key); }}};
}

QString ShopSettingScreen::helpText() const
{
    return tr("Type what shall count and press Enter; it counts on all devices. Enter alone goes back.");
}

void ShopSettingScreen::submit(const QString &text)
{
    m_field.clear();
    const ShopSettingRow *row = m_settings.row(m_key);
    if (text.isEmpty() || !row) {
        navigator().closeTop();
        return;
    }
    if (!row->lockedText.isEmpty()) {
        navigator().say(MessageKind::Warning, row->lockedText);
        return;
    }
    m_said.clear();
    m_settings.set(m_key, text);
}

} // namespace crema::terminal
