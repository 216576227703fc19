// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/keys/key_editor.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// The keys of the terminal on this device, each to be given another one. The editor outlives it.
class KeyListScreen final : public ListScreen
{
    Q_OBJECT

public:
    KeyListScreen(Navigator &navigator, Clock &clock, MenuEnter enter, KeyEditor &editor);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;

protected:
    void openRow(qsizetype row) override;

private:
    void refresh();

    KeyEditor &m_editor;
};

/// One action of the terminal: waits for the key that it is to have.
class KeyScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    KeyScreen(Navigator &navigator, KeyEditor &editor, const QString &id);
    ~KeyScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool rawKeys(const QList<KeyEvent> &keys) override;
    void submit(const QString &text) override;

private:
    void take(const QString &key);
    void tell(const QString &done);

    KeyEditor &m_editor;
    QString m_id;
    LineEdit m_field;
};

} // namespace crema::terminal
