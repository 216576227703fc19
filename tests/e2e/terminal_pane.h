// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace crema::e2e {

/// A program in a real terminal: a tmux server of its own with one pane.
class TerminalPane
{
public:
    TerminalPane(int columns, int rows, const QString &term, const QString &program, QProcessEnvironment environment);
    ~TerminalPane();

    /// Types the characters one by one at the pace of a person.
    void type(const QString &text) const;
    /// A key by tmux's name: "Enter", "F4".
    void key(const QString &name) const;
    /// Pastes the characters at once and ends with Enter, as a scanner does.
    void scan(const QString &code) const;
    /// Many codes in one burst, each with Enter, faster than the program can answer.
    void scanAtOnce(const QString &code, int times) const;
    /// From now on every byte that the program writes goes into this file too.
    void record(const QString &file) const;
    void resize(int columns, int rows) const;
    /// Ends the program as a power cut does.
    void kill() const;
    [[nodiscard]] QString text() const;
    /// The text with the escape codes of its attributes and colours.
    [[nodiscard]] QByteArray codes() const;
    /// Looks until the pane holds the words, at most two minutes.
    [[nodiscard]] bool shows(const QString &words) const;
    /// Looks until the last row, and none behind it, holds the key hints, and no row is wider than the pane; at most as
    /// long as shows().
    [[nodiscard]] bool isFilled(int columns, int rows) const;

private:
    QByteArray tmux(const QStringList &arguments) const;

    QString m_server;
    QProcessEnvironment m_environment;
};

} // namespace crema::e2e
