// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_program.h"

#include "app/desktop/desktop_window.h"
#include "app/desktop/ready_report.h"
#include "app/device/shop_program.h"

#include <QApplication>

#include <cstdio>

namespace crema::desktop {

namespace {

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
    // The store opens on its own thread while the window is built.
    program.start([](const Problem &problem) { refuse(problem); });
    DesktopWindow window(application, options, program.shop(), program.clock());
    if (qEnvironmentVariableIsSet("CREMA_REPORT_READY"))
        new ReadyReport(window.widget(), program.till());
    window.show();
    return QApplication::exec();
}

} // namespace crema::desktop
