// SPDX-License-Identifier: GPL-3.0-or-later
// crema: the full-screen terminal app without arguments, else the command line.
#include "app/core_dumps.h"
#include "app/terminal/command_world.h"
#include "app/terminal/page_module.h"
#include "app/terminal/shots/terminal_shots.h"
#include "app/terminal/terminal_options.h"
#include "app/terminal/terminal_program.h"
#include "app/translation_loader.h"
#include "ui/command/command_line.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <memory>

#include <fcntl.h>
#include <langinfo.h>
#include <unistd.h>

namespace {

using namespace crema::terminal;

constexpr int usageExitCode = 2;

// A stream that was closed by whoever started us would give its number to the next file that is opened, and what is
// said would be written into that. What stands here instead cannot be written, so that it is told.
void holdStandardStreams()
{
    int held = ::open("/dev/null", O_RDONLY);
    while (held >= 0 && held <= STDERR_FILENO)
        held = ::open("/dev/null", O_RDONLY);
    if (held >= 0)
        ::close(held);
}

// Qt switches to a UTF-8 locale of its own, so the terminal's is asked first.
Charset charsetOfLocale()
{
    std::setlocale(LC_CTYPE, "");
    return charsetOfCodeset(QString::fromLatin1(nl_langinfo(CODESET)));
}

QStringList argumentsOf(int count, char **values)
{
    QStringList arguments;
    for (int i = 1; i < count; ++i)
        arguments.append(QString::fromLocal8Bit(values[i]));
    return arguments;
}

// What draws letters needs fonts, which only come with a QGuiApplication; all other verbs start without. `--format pdf`
// may be written with an equals sign.
bool drawsLetters(const QStringList &arguments)
{
    const QStringList verb = arguments.mid(0, 2);
    if (verb == QStringList{QStringLiteral("device"), QStringLiteral("printer")})
        return true;
    return verb == QStringList{QStringLiteral("sale"), QStringLiteral("receipt")} &&
           std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
               return argument.endsWith(QLatin1String("pdf")) || argument.endsWith(QLatin1String("escpos"));
           });
}

int runFullScreen(QCoreApplication &application, const QStringList &arguments, Charset charset,
                  const crema::documents::PageDrawing &drawing)
{
    const auto options = terminalOptionsOf(arguments, !qEnvironmentVariableIsEmpty("NO_COLOR"));
    if (!options) {
        std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(options.error().message), qUtf8Printable(options.error().hint));
        return usageExitCode;
    }
    if (!options->shotsFolder.isEmpty())
        return writeTerminalShots(options->shotsFolder);
    return options->selfTest ? runSelfTest() : runTerminal(application, *options, charset, drawing);
}

int runCommandLine(QCoreApplication &application, const QStringList &arguments,
                   const crema::documents::PageDrawing &drawing)
{
    CommandWorld world(drawing);
    return crema::command::run(application, arguments, world.environment());
}

} // namespace

int main(int argc, char **argv)
{
    holdStandardStreams();
    crema::holdBackCoreDumps();
    const Charset charset = charsetOfLocale();
    const QStringList typed = argumentsOf(argc, argv);
    const bool fullScreen = isFullScreenCommandLine(typed);
    const PageModule *pages = fullScreen || drawsLetters(typed) ? loadPageModule() : nullptr;
    const auto made =
        pages != nullptr ? pages->makeApplication(argc, argv) : std::make_unique<QCoreApplication>(argc, argv);
    const crema::documents::PageDrawing drawing = pages != nullptr ? pages->drawing() : crema::documents::PageDrawing();
    QCoreApplication &application = *made;
    QCoreApplication::setApplicationName(QStringLiteral("crema"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CREMA_VERSION));
    crema::installTranslation(application, QLocale::system(), {});
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    return fullScreen ? runFullScreen(application, arguments, charset, drawing)
                      : runCommandLine(application, arguments, drawing);
}
