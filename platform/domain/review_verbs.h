// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// `review list`: a line for each thing that waits for a person here, the oldest first: id, when, where, code, what.
int listReviews(const VerbOptions &options, const PlatformParts &parts);

/// `review show ID`: what it means, and the operation as it came.
int showReview(const VerbOptions &options, const PlatformParts &parts);

/// `review close ID|CODE`: somebody looked at it.
int closeReview(const VerbOptions &options, const PlatformParts &parts);

} // namespace crema::platform
