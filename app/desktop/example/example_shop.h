// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema::desktop {

class ExampleDesk;

/// Fills the desk with the coffee shop of the pictures: seven categories, some sixty products.
void fillExampleShop(ExampleDesk &desk);

} // namespace crema::desktop
