// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/secret_prompt.h"

#include <QCoreApplication>

#include <cstdio>
#include <iostream>

#include <termios.h>
#include <unistd.h>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::SecretPrompt)
};

/// Keeps the terminal from showing what is typed, for as long as it lives.
class EchoOff
{
public:
    EchoOff()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~EchoOff()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

private:
    termios m_before = {};
    bool m_changed = false;
};

std::optional<QString> askLine(const QString &prompt)
{
    std::fputs(prompt.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
    std::string line;
    if (!std::getline(std::cin, line))
        return std::nullopt;
    return QString::fromLocal8Bit(line);
}

} // namespace

Result<QString> askSecretOnTerminal(const QString &prompt)
{
    std::optional<QString> line;
    {
        const EchoOff silence;
        line = askLine(prompt + u": "_s);
    }
    std::fputc('\n', stderr);
    if (!line)
        return failure(ProblemKind::Failed, u"input.closed"_s, Texts::tr("The input ended before an answer came."),
                       Texts::tr("Run the command again and type the answer, then Enter."));
    return *line;
}

bool askYesNoOnTerminal(const QString &question)
{
    const QString answer = askLine(question + u" [y/N] "_s).value_or(QString()).trimmed().toLower();
    return answer == u"y" || answer == u"yes";
}

} // namespace crema::command
