// SPDX-License-Identifier: GPL-3.0-or-later
// crema-desktop: the till's window.
#include "app/core_dumps.h"
#include "app/desktop/desktop_options.h"
#include "app/desktop/desktop_program.h"
#include "app/desktop/shots/shots.h"
#include "app/device/file_preferences.h"
#include "app/translation_loader.h"
#include "sync/seams/system_clock.h"
#include "ui/desktop/desktop_resources.h"
#include "ui/desktop/window/watched_application.h"
#include "ui/presenters/settings/appearance.h"

#include <QLocale>

#include <cstdio>

namespace {

QString chosenLanguage()
{
    crema::FilePreferences preferences(crema::FilePreferences::defaultPath());
    return crema::Appearance(preferences).language();
}

} // namespace

int main(int argc, char **argv)
{
    using namespace crema::desktop;
    constexpr int usageExitCode = 2;

    crema::holdBackCoreDumps();
    // Pictures and self-test need no display.
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (argument == "--shots" || argument == "--self-test")
            qputenv("QT_QPA_PLATFORM", "offscreen");
        if (argument == "--version") {
            std::puts("crema-desktop " CREMA_VERSION);
            return 0;
        }
    }
    const crema::sync::SystemClock clock;
    WatchedApplication application(argc, argv, clock);
    QApplication::setApplicationName(QStringLiteral("crema-desktop"));
    QApplication::setApplicationVersion(QStringLiteral(CREMA_VERSION));
    crema::installTranslation(application, QLocale::system(), chosenLanguage());
    loadResources();

    const auto options = desktopOptionsOf(QApplication::arguments().mid(1));
    if (!options) {
        std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(options.error().message), qUtf8Printable(options.error().hint));
        return usageExitCode;
    }
    if (options->help) {
        std::fputs(qUtf8Printable(desktopOptionsHelp()), stdout);
        return 0;
    }
    if (!options->shotsFolder.isEmpty())
        return writeShots(application, options->shotsFolder, options->shotsPattern);
    if (options->selfTest)
        return runSelfTest(application);
    return runDesktop(application, *options);
}
