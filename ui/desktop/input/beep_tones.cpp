// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/beep_tones.h"

#include <QApplication>

namespace crema::desktop {

void BeepTones::found()
{
    m_second.reset();
    QApplication::beep();
}

void BeepTones::notFound()
{
    QApplication::beep();
    m_second = m_clock.after(pairMs, [] { QApplication::beep(); });
}

} // namespace crema::desktop
