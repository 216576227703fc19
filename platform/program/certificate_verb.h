// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QStringList>

namespace crema::platform {

/// `crema-platform certificate create|show`, which need no database: makes a certificate for a shop that has no name in
/// the DNS, or says what is in one. `arguments` are those behind the noun. Answers what to print. Errors: `usage.…`
/// (exit 2) and those of createCertificate() and readCertificate().
[[nodiscard]] Result<QString> runCertificateVerb(const QStringList &arguments, const Clock &clock);

} // namespace crema::platform
