// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

namespace crema::e2e {

/// `crema --linear` on a pipe, as a screen reader or a script talks to it: lines in, lines out.
class LineTalk
{
public:
    explicit LineTalk(const QProcessEnvironment &environment);

    /// Waits until these words are said after everything that was heard before; at most two minutes.
    [[nodiscard]] bool hears(const QString &words);
    void say(const QString &line);
    /// Ends the input, as a closed pipe does; answers the exit code, -1 when it goes on or a signal ended it.
    [[nodiscard]] int hangUp();
    /// Everything that was said since the beginning.
    [[nodiscard]] const QByteArray &everything() const { return m_said; }

private:
    QProcess m_program;
    QByteArray m_said;
    qsizetype m_heard = 0;
};

} // namespace crema::e2e
