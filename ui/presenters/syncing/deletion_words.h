// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/deletion_question.h"

#include <QLocale>

namespace crema {

/// What somebody has to agree to before it goes, and what goes on meanwhile: "30 of 200 products would be deleted here,
/// so somebody has to agree first. Selling and sending go on."
[[nodiscard]] QString deletionText(const sync::DeletionQuestion &question, const QLocale &locale);

} // namespace crema
