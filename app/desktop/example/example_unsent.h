// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"

namespace crema::desktop {

class ExampleDesk;

/// So many operations wait for a platform that is out of reach, and so many of them are in a file as well.
void addExampleUnsent(ExampleDesk &desk, int queued, int exported);

/// The platform wants most products to go, and nobody has agreed yet.
void addExampleDeletion(ExampleDesk &desk);
/// The platform shut this device out; the code of ExampleDesk::enroll() lets it in again.
void shutExampleOut(ExampleDesk &desk);

/// An auditor's journal with a closing in it, the newest entries of which the platform has not signed yet.
void addExampleJournal(ExampleDesk &desk, UtcTime now);

} // namespace crema::desktop
