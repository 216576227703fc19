// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/text_block.h"

#include <QStringList>

namespace crema::terminal {

/// Shows what the keys and the scanner of this device really send, and teaches the program a function key that it does
/// not know: press it, then type its number. Opened by typing "keys" in the main menu.
class KeysScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// Keeps for this device that `bytes` are this key.
    using Save = std::function<Result<void>(const QByteArray &bytes, Key key)>;

    KeysScreen(Navigator &navigator, Save save) : TerminalScreen(navigator), m_save(std::move(save)) {}

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool rawKeys(const QList<KeyEvent> &keys) override;
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;

private:
    void note(const QString &text);
    void learn(const QString &number);

    Save m_save;
    QStringList m_notes;  ///< newest first
    QByteArray m_unknown; ///< what the last key sent, when nobody knows it
    LineEdit m_field;
};

} // namespace crema::terminal
