// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_program.h"

#include "app/desktop/ready_report.h"
#include "app/device/shop_program.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/window/main_window.h"

#include <QApplication>
#include <QLocale>

#include <cstdio>

namespace crema::desktop {

namespace {

QString themeOf(const DesktopOptions &options)
{
    return options.theme.isEmpty() ? qEnvironmentVariable("CREMA_THEME", QStringLiteral("light")) : options.theme;
}

int refuse(const Problem &problem)
{
    std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(problem.message), qUtf8Printable(problem.hint));
    return 1;
}

} // namespace

int runDesktop(QApplication &application, const DesktopOptions &options)
{
    const auto choice = DeviceWorld::storeChoice();
    if (!choice)
        return refuse(choice.error());
    ShopProgram program(QStringLiteral("crema-desktop"), *choice);
    Theme theme(themeOf(options), options.textScale);
    theme.apply(application);
    MainWindow window(theme, program.shop(), program.clock(), QLocale());
    if (qEnvironmentVariableIsSet("CREMA_REPORT_READY"))
        new ReadyReport(window, program.till());
    window.show();
    program.start([](const Problem &problem) { refuse(problem); });
    return QApplication::exec();
}

} // namespace crema::desktop
