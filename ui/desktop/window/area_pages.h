// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/window/area_page.h"

#include <QList>
#include <QLocale>

#include <functional>

namespace crema {
class ActionList;
class ShopPresenters;
} // namespace crema

namespace crema::desktop {

class Theme;

/// One work area before anybody has looked at it. Rail and palette know it by its name and its actions; its page is
/// made when it is first shown, because the till has to be there first.
struct AreaPlan {
    AreaPage::Area area;
    ActionList *actions = nullptr;    ///< bound to keys while the page is in front, in the palette always; may be null
    std::function<AreaPage *()> make; ///< who calls it owns the page
};

/// Every work area, in the order of the rail. Everything given outlives the plans.
[[nodiscard]] QList<AreaPlan> planAreas(const Theme &theme, ShopPresenters &shop, Clock &clock, const QLocale &locale);

} // namespace crema::desktop
