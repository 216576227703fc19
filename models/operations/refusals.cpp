// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/refusals.h"

#include <QCoreApplication>

namespace crema {

Effect refusedFor(const Problem &problem)
{
    return {Outcome::Refused, problem, {}, {}};
}

Effect unreadableFor(const Problem &problem)
{
    return {Outcome::DeadLetter, problem, {}, {}};
}

Effect subjectIsThere()
{
    return refusedFor({ProblemKind::Conflict,
                       QStringLiteral("subject.exists"),
                       QCoreApplication::translate("crema::Operation", "Something with this id is there already."),
                       QCoreApplication::translate("crema::Operation", "Edit it instead of making it again."),
                       {}});
}

Effect subjectIsGone()
{
    return refusedFor(
        {ProblemKind::NotFound,
         QStringLiteral("subject.unknown"),
         QCoreApplication::translate("crema::Operation", "What should be changed is not there, or not any more."),
         QCoreApplication::translate("crema::Operation", "Look it up again, or make it anew."),
         {}});
}

} // namespace crema
