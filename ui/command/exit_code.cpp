// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/exit_code.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::ExitCode)
};

} // namespace

QList<ExitCodeMeaning> exitCodeMeanings()
{
    return {
        {ExitCode::Done, Texts::tr("Done. Also when the platform is away and the work waits in the queue.")},
        {ExitCode::Failed, Texts::tr("It could not be done. Trying again later may help.")},
        {ExitCode::Usage, Texts::tr("The command or a value on it cannot be used as it is.")},
        {ExitCode::NotFound, Texts::tr("Nothing has that code, number, name or id.")},
        {ExitCode::NotAllowed, Texts::tr("Nobody is signed in, the device is not enrolled, or the person may not.")},
        {ExitCode::Conflict, Texts::tr("The state does not allow it, or something needs attention.")},
        {ExitCode::SomeFailed, Texts::tr("Some records of a batch were set aside; the others are done.")},
        {ExitCode::Device, Texts::tr("A disk, printer or other device does not do its part.")},
        {ExitCode::NotSynced, Texts::tr("With --wait: not synced before --timeout. Everything stays queued.")},
        {ExitCode::Interrupted, Texts::tr("Interrupted with Ctrl+C. What was done before stays done.")},
    };
}

ExitCode exitCodeOf(const Problem &problem)
{
    if (problem.code == u"sync.timeout")
        return ExitCode::NotSynced;
    if (problem.code == u"sync.stopped")
        return ExitCode::Interrupted;
    switch (problem.kind) {
    case ProblemKind::Failed:
    case ProblemKind::Unavailable: return ExitCode::Failed;
    case ProblemKind::Invalid: return ExitCode::Usage;
    case ProblemKind::NotFound: return ExitCode::NotFound;
    case ProblemKind::NotSignedIn:
    case ProblemKind::NotAllowed: return ExitCode::NotAllowed;
    case ProblemKind::Conflict: return ExitCode::Conflict;
    case ProblemKind::Device: return ExitCode::Device;
    }
    return ExitCode::Failed;
}

} // namespace crema::command
