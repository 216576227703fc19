// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>

namespace crema::desktop {

class ExampleDesk;

/// Fills the desk with the coffee shop of the pictures: seven categories, some sixty products.
void fillExampleShop(ExampleDesk &desk);

/// The same one in each run.
template<class AnyId>
[[nodiscard]] AnyId exampleId(int number)
{
    return AnyId(QUuid::createUuidV5(QUuid(), QStringLiteral("example person %1").arg(number)));
}

} // namespace crema::desktop
