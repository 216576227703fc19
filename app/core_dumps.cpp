// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core_dumps.h"

#include <QString>

#include <sys/resource.h>

namespace crema {

// Not PR_SET_DUMPABLE as well: it gives /proc/PID to root, where desktop portals look who asks, and the checks of the
// platform for its own processes. A limit of one byte does what none at all leaves out: where dumps go to a program,
// the kernel looks at the limit for exactly this value only (core(5)), and a file has no room in one byte either.
void holdBackCoreDumps()
{
    if (qEnvironmentVariable("CREMA_CORE_DUMPS") == u"1")
        return;
    const rlimit aByte{1, 1};
    // Where the limit is 0 already it cannot be raised, and stays that.
    setrlimit(RLIMIT_CORE, &aByte);
}

} // namespace crema
