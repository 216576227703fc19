// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/money/money.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace crema::sync {

/// One product with one variant, as a line of an import file describes it. A line whose SKU or barcode is known
/// changes that variant and its product; members that are nothing are left as they are.
struct ImportRow {
    std::int64_t line = 0;      ///< of the file, from 1, for reports
    QString name;               ///< 1 to 200 characters
    QString sku;                ///< empty: the first barcode is the SKU
    QStringList barcodes;       ///< in any form; check digits are verified
    std::optional<Money> price; ///< per piece; nothing: kept unpriced
    std::optional<Money> cost;
    std::optional<QString> description;
    std::optional<QString> brand;
    QString category; ///< name of an existing category; empty: none
};

struct ImportProblem {
    std::int64_t line = 0;
    Problem problem;
};

struct ImportReport {
    std::int64_t created = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    QList<ImportProblem> setAside; ///< lines that were not taken, each with its reason
};

} // namespace crema::sync
