// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/desktop_resources.h"

#include <QtGlobal>

// Outside of every namespace: the macro declares a function of the global one.
static void initialise()
{
    Q_INIT_RESOURCE(desktop_resources);
}

namespace crema::desktop {

void loadResources()
{
    initialise();
}

} // namespace crema::desktop
