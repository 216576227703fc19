// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/page_module.h"

#include <QFileInfo>
#include <QLibrary>

namespace crema::terminal {

const PageModule *loadPageModule()
{
    // There is no application yet that could say where the program is.
    const QString folder = QFileInfo(QFileInfo(QStringLiteral("/proc/self/exe")).canonicalFilePath()).path();
    QLibrary library(folder + QStringLiteral("/../lib/crema/crema-pages.so"));
    const auto module = reinterpret_cast<const PageModule *(*)()>(library.resolve("cremaPageModule"));
    return module != nullptr ? module() : nullptr;
}

} // namespace crema::terminal
