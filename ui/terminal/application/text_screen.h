// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// A text that is read and nothing else, in pages. Enter goes back.
class TextScreen : public TerminalScreen
{
    Q_OBJECT

public:
    using TerminalScreen::TerminalScreen;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;

protected:
    [[nodiscard]] virtual QString titleText() const = 0;
    [[nodiscard]] virtual QStringList rowsFor(const Layout &layout) const = 0;

    /// Another text begins on its first page.
    void showFirstPage() { m_first = 0; }
    static void addWrapped(QStringList &rows, const QString &text, const Layout &layout);
    /// Name and value in one row where both fit, else below each other.
    static void addFact(QStringList &rows, const QString &name, const QString &value, const Layout &layout);

private:
    LineEdit m_field;
    int m_first = 0;
    mutable int m_rows = 0;  ///< as last drawn
    mutable int m_shown = 0; ///< as last drawn
};

} // namespace crema::terminal
