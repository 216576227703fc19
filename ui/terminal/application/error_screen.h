// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// Stops the flow after a wrong scan: three bells, a title that changes between reverse and bold, and nothing counts
/// until Enter or F3. Scans that come meanwhile are dropped with another bell, so that nobody scans past it.
class ErrorScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    static constexpr int bells = 3;
    static constexpr std::int64_t bellGapMs = 150;
    /// Enter this soon after a character belongs to a scan and acknowledges nothing.
    static constexpr std::int64_t scanTailMs = 60;

    /// `title` is shown in capitals as given: "NOT FOUND".
    ErrorScreen(Navigator &navigator, Clock &clock, const QString &title, QList<TextLine> lines);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    void shown() override;
    [[nodiscard]] bool mustBeAnswered() const override { return true; }

private:
    void ring(int times);

    Clock &m_clock;
    QString m_title;
    QList<TextLine> m_lines;
    LineEdit m_field; ///< for the `.3` twin
    std::unique_ptr<Timer> m_next;
    std::int64_t m_lastCharacterMs = 0;
    bool m_reverse = true;
};

} // namespace crema::terminal
