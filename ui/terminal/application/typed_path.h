// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::terminal {

/// The file that somebody means, as a shell would take it: people type "~/unsent.crema" and names without a folder.
[[nodiscard]] QString typedPath(const QString &typed);

} // namespace crema::terminal
