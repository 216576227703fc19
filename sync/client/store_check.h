// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::sync {

/// What `crema db check` found.
struct StoreCheck {
    QStringList findings;        ///< one sentence for people each; empty: everything is in order
    std::int64_t operations = 0; ///< queue rows read and verified against their hash
    std::int64_t products = 0;
    std::int64_t sales = 0;
    std::int64_t journalEntries = 0; ///< of the auditor's journal, each verified
    int schemaVersion = 0;

    [[nodiscard]] bool isSound() const { return findings.isEmpty(); }
};

} // namespace crema::sync
