// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/terminal_screen.h"

#include <QStringList>

namespace crema::terminal {

/// Shows what the keys and the scanner of this device really send, for setting it up. Opened by typing "keys" in the
/// main menu.
class KeysScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    explicit KeysScreen(Navigator &navigator) : TerminalScreen(navigator) {}

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;

private:
    void note(const QString &text);

    QStringList m_notes; ///< newest first
    LineEdit m_field;
};

} // namespace crema::terminal
