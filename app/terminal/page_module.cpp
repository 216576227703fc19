// SPDX-License-Identifier: GPL-3.0-or-later
// The library itself; app/terminal/page_module_loader.cpp finds it.
#include "app/terminal/page_module.h"

#include "reports/page/page_drawing.h"

#include <QGuiApplication>

namespace {

std::unique_ptr<QCoreApplication> makeApplication(int &count, char **values)
{
    // No window is ever shown, so no display is needed.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(count, values);
}

} // namespace

extern "C" Q_DECL_EXPORT const crema::terminal::PageModule *cremaPageModule()
{
    static constexpr crema::terminal::PageModule module{&makeApplication, &crema::documents::pageDrawing};
    return &module;
}
