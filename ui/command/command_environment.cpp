// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/command_environment.h"

#include "ui/command/secret_prompt.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <sys/ioctl.h>
#include <unistd.h>

namespace crema::command {
namespace {

/// Answers 0, or the errno of what went wrong.
int writeAll(std::FILE *stream, const QByteArray &bytes)
{
    // A reader that went away (`| head`) ends the program by SIGPIPE; a full disk shows at the flush.
    errno = 0;
    const auto size = static_cast<size_t>(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0)
        return 0;
    return errno == 0 ? EIO : errno;
}

int terminalColumns()
{
    bool isNumber = false;
    const int asked = qEnvironmentVariableIntValue("COLUMNS", &isNumber);
    if (isNumber && asked > 0)
        return asked;
    struct winsize size = {};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

QIODevice *standardInput()
{
    static QFile file;
    if (!file.isOpen() && !file.open(stdin, QIODevice::ReadOnly))
        return nullptr;
    return &file;
}

} // namespace

QString CommandEnvironment::pathOf(const QString &typed) const
{
    return folder.isEmpty() || typed.isEmpty() ? typed : QDir(folder).filePath(typed);
}

CommandEnvironment processEnvironment()
{
    CommandEnvironment environment;
    const auto failed = std::make_shared<int>(0); // the first one says most
    environment.writeOut = [failed](const QByteArray &bytes) {
        const int error = writeAll(stdout, bytes);
        if (*failed == 0)
            *failed = error;
    };
    environment.outputFailure = [failed] {
        return *failed == 0 ? QString() : QString::fromLocal8Bit(std::strerror(*failed));
    };
    environment.writeError = [](const QByteArray &bytes) { writeAll(stderr, bytes); };
    environment.input = standardInput();
    environment.askSecret = askSecretOnTerminal;
    environment.askYesNo = askYesNoOnTerminal;
    environment.outputIsTerminal = isatty(STDOUT_FILENO) != 0;
    environment.errorIsTerminal = isatty(STDERR_FILENO) != 0;
    environment.inputIsTerminal = isatty(STDIN_FILENO) != 0;
    environment.columns = terminalColumns();
    environment.variable = [](const QString &name) { return qEnvironmentVariable(name.toLatin1().constData()); };
    environment.locale = QLocale::system();
    return environment;
}

} // namespace crema::command
