// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/programs.h"

namespace crema::e2e {

/// An article that a test scans.
struct ScannedArticle {
    QString name;
    QString barcode;
    qint64 priceMinor = 0;
};

/// Puts these articles, and so many products with three barcodes each, into the feed that a platform has for its
/// devices. They come to a device as any others do; the platform's own tables do not hear of them, which would take it
/// minutes. Answers whether it could.
[[nodiscard]] bool feedLargeCatalog(const PlatformProcess &platform, int products,
                                    const QList<ScannedArticle> &articles);

/// Gives the first of these products another name in the feed.
[[nodiscard]] bool renameInFeed(const PlatformProcess &platform, int products);

/// The names of product `number` before and after.
[[nodiscard]] QString largeName(int number);
[[nodiscard]] QString renamedName(int number);

} // namespace crema::e2e
