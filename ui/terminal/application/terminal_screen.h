// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/navigator.h"
#include "ui/terminal/application/terminal_action.h"
#include "ui/terminal/widgets/frame.h"

#include <QObject>

namespace crema::terminal {

/// One screen of the terminal: what it shows and what keys, scans and answers do to it. The application adds title,
/// message and hint rows, help and the way back.
class TerminalScreen : public QObject
{
    Q_OBJECT

public:
    explicit TerminalScreen(Navigator &navigator) : m_navigator(navigator) {}

    /// Title, progress, body and prompt; message and hints are filled in by the application.
    [[nodiscard]] virtual Page page() const = 0;
    /// Besides help, back and main menu, which every screen has.
    [[nodiscard]] virtual QList<TerminalAction> actions() { return {}; }
    /// One sentence on what to do here, for the help screen.
    [[nodiscard]] virtual QString helpText() const = 0;

    /// The field that typed characters go to; null when there is none.
    [[nodiscard]] virtual LineEdit *field() { return nullptr; }
    /// Enter: `text` was in the field, which is empty now.
    virtual void submit(const QString &text) { Q_UNUSED(text) }
    virtual void scan(const QString &code) { Q_UNUSED(code) }
    /// A key before the field gets it; returns whether it was used.
    virtual bool key(const KeyEvent &event)
    {
        Q_UNUSED(event)
        return false;
    }
    /// All keys of one read before anything is made of them; returns whether they were used.
    virtual bool rawKeys(const QList<KeyEvent> &keys)
    {
        Q_UNUSED(keys)
        return false;
    }
    /// Whether nothing else may happen before this screen is dealt with.
    [[nodiscard]] virtual bool mustBeAnswered() const { return false; }
    /// Whether something that was begun here goes on, so that whatever is typed next may be meant for what comes of it.
    /// A redraw follows when it ends.
    [[nodiscard]] virtual bool isWorking() const { return false; }
    /// F3 or Esc; returns whether the screen went back a step inside itself. Else it is closed.
    virtual bool back() { return false; }
    /// Called each time the screen becomes the one on top.
    virtual void shown() {}

protected:
    [[nodiscard]] Navigator &navigator() const { return m_navigator; }

private:
    Navigator &m_navigator;
};

} // namespace crema::terminal
