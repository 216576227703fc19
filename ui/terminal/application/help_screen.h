// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// What can be done on a screen and with which keys, drawn from the actions it declares.
class HelpScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    HelpScreen(Navigator &navigator, const QString &sentence, const QList<TerminalAction> &actions);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;

private:
    QString m_sentence;
    QList<TerminalAction> m_actions;
    LineEdit m_field;
    int m_first = 0;         ///< first action shown
    mutable int m_shown = 1; ///< how many fitted when last drawn
};

} // namespace crema::terminal
