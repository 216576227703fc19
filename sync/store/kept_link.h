// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_state.h"

namespace crema::sync {

/// How the platform was found at the last attempt. Kept in the store, so that a program that only looks into it says
/// the same as the one that tried.
struct KeptLink {
    Link link = Link::NeverTried;
    std::optional<Problem> problem;

    /// Whether it says the same to whoever looks; the words of a problem may differ.
    [[nodiscard]] bool isLike(const KeptLink &other) const;

    friend bool operator==(const KeptLink &, const KeptLink &) = default;
};

/// For the setting; a text that cannot be read is as none.
[[nodiscard]] QString keptLinkToText(const KeptLink &kept);
[[nodiscard]] KeptLink keptLinkFromText(const QString &text);

} // namespace crema::sync
