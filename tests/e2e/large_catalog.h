// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::e2e {

/// Lays so many products with three barcodes each into the store below a device's home, as pages of a feed that the
/// platform never sent: a platform that makes them itself takes minutes. Answers whether it could. Nothing may hold the
/// store meanwhile.
[[nodiscard]] bool layLargeCatalog(const QString &home, int products);

} // namespace crema::e2e
