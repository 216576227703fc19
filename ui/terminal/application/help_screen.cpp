// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/help_screen.h"

#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {

namespace {

constexpr int sentenceRows = 5;

// "F4 .4 ^D": every way to press it.
QString keysText(const KeyBinding &binding)
{
    if (!binding.functionKey)
        return binding.controlName;
    const QString dot = binding.dot.isNull() ? QStringLiteral("  ") : u'.' + QString(binding.dot);
    return QStringLiteral("%1 %2 %3").arg(binding.keyName, -3).arg(dot, binding.controlName).trimmed();
}

} // namespace

HelpScreen::HelpScreen(Navigator &navigator, const QString &sentence, const QList<TerminalAction> &actions)
    : TerminalScreen(navigator), m_sentence(sentence), m_actions(actions)
{}

Page HelpScreen::page() const
{
    Page page{.title = tr("HELP")};
    page.body = [this](const Layout &layout) {
        const QString sentence = layout.text(m_sentence);
        const QStringList rows = wrapped(sentence, layout.size.width, sentenceRows, layout.charset);
        QList<TextLine> lines;
        for (const QString &row : rows)
            lines.append({.left = row});
        m_shown = std::max(1, layout.size.height - static_cast<int>(rows.size()));
        for (const TerminalAction &action : m_actions.mid(m_first, m_shown))
            lines.append({.left = keysText(navigator().keys().of(action.verb)) + QLatin1Char(' ') + action.text,
                          .maximumRows = 1});
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{{}, m_field};
    return page;
}

QList<TerminalAction> HelpScreen::actions()
{
    if (m_actions.size() <= m_shown)
        return {};
    return {{.verb = Verb::NextPage, .shortText = tr("+"), .text = tr("Next page"), .run = [this] {
                 m_first = m_first + m_shown < m_actions.size() ? m_first + m_shown : 0;
             }}};
}

QString HelpScreen::helpText() const
{
    return tr("These keys work on the screen before. Press F3 to go back to it.");
}

void HelpScreen::submit(const QString &text)
{
    if (text.isEmpty())
        navigator().closeTop();
}

} // namespace crema::terminal
