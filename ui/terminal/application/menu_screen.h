// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/menu.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// One line of a MenuScreen and what it opens.
struct MenuChoice {
    MenuEntry entry;
    std::function<void()> choose;
    QString disabledReason = {};
};

/// How a digit is taken: alone when nothing follows it, or only with Enter (for lines that batch keys).
enum class MenuEnter { AfterPause, Required };

/// A numbered menu, or a question with numbered answers. A digit counts when nothing follows for 60 ms, so that the
/// digits of a scan never open anything; digits typed ahead go on to the next screen.
class MenuScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    static constexpr std::int64_t pauseMs = 60;
    static constexpr qsizetype maximumTypedAhead = 3; ///< ux.md 3.1: everything is at most three digits away

    MenuScreen(Navigator &navigator, Clock &clock, MenuEnter enter, QString title, QList<MenuChoice> choices);

    /// Lines above the entries, for a question.
    void setText(QList<TextLine> lines) { m_lines = std::move(lines); }
    void setHelpText(const QString &text) { m_helpText = text; }
    /// Asked at each drawing, as are the panel and the choices that change.
    void setProgress(std::function<QString()> progress) { m_progress = std::move(progress); }
    void setChoices(std::function<QList<MenuChoice>()> choices) { m_askChoices = std::move(choices); }
    /// What stands beside the entries where there is room for it: at the side of large screens, below on medium ones.
    void setPanel(std::function<QList<TextLine>()> lines) { m_panel = std::move(lines); }
    void setActions(std::function<QList<TerminalAction>()> actions) { m_askActions = std::move(actions); }
    /// What Enter without a number does; without it nothing.
    void setEnterAction(std::function<void()> action) { m_enterAction = std::move(action); }
    /// For a title with the time of day.
    void redrawEveryMinute() { m_everyMinute = true; }
    /// F3 instead of closing; returns whether it did something.
    void setBackAction(std::function<bool()> action) { m_backAction = std::move(action); }
    /// What a scan does here; without it a scan is refused with a message.
    void setScanAction(std::function<void(const QString &)> action) { m_scanAction = std::move(action); }

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override
    {
        return m_askActions ? m_askActions() : QList<TerminalAction>();
    }
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override { return m_backAction && m_backAction(); }
    [[nodiscard]] bool mustBeAnswered() const override { return !m_lines.isEmpty(); }
    void shown() override;

private:
    [[nodiscard]] QList<MenuChoice> choices() const { return m_askChoices ? m_askChoices() : m_choices; }
    void settle();
    void waitForMinute();
    void chooseFirstOf(const QString &digits);

    Clock &m_clock;
    MenuEnter m_enter;
    QString m_title;
    QString m_helpText;
    QList<TextLine> m_lines;
    QList<MenuChoice> m_choices;
    std::function<QString()> m_progress;
    std::function<QList<MenuChoice>()> m_askChoices;
    std::function<QList<TextLine>()> m_panel;
    std::function<QList<TerminalAction>()> m_askActions;
    std::function<void()> m_enterAction;
    std::function<bool()> m_backAction;
    std::function<void(const QString &)> m_scanAction;
    LineEdit m_field;
    std::unique_ptr<Timer> m_pause;
    std::unique_ptr<Timer> m_minute;
    bool m_everyMinute = false;
};

} // namespace crema::terminal
