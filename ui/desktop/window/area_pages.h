// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QList>
#include <QLocale>

namespace crema {
class ShopPresenters;
}

namespace crema::desktop {

class AreaPage;
class Theme;

/// The page of every work area, in the order of the rail; the window that gets them owns them.
[[nodiscard]] QList<AreaPage *> makeAreaPages(const Theme &theme, ShopPresenters &shop, Clock &clock,
                                              const QLocale &locale);

} // namespace crema::desktop
