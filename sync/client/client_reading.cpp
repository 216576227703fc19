// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"

namespace crema::sync {

Result<void> mayRead(LocalStore &local, Reading reading)
{
    const LocalStore::Place &here = local.place();
    return here.device.enrolled() && here.person ? crema::mayRead(*here.person, reading) : Result<void>();
}

} // namespace crema::sync
