// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/base/ready_checks.h"

#include <QCoreApplication>

#include <exception>

namespace crema::platform {
namespace {

Problem thrownProblem()
{
    return {ProblemKind::Failed,
            QStringLiteral("ready.check_failed"),
            QCoreApplication::translate("ReadyChecks", "The check could not be carried out."),
            QCoreApplication::translate("ReadyChecks", "Look in the platform's log for the cause."),
            {}};
}

std::optional<Problem> outcomeOf(const ReadyChecks::Check &check)
{
    try {
        const Result<void> result = check();
        return result ? std::nullopt : std::optional(result.error());
    } catch (const std::exception &) {
        return thrownProblem();
    }
}

} // namespace

void ReadyChecks::add(const QString &name, const Check &check)
{
    m_checks.push_back({name, check});
}

std::vector<ReadyChecks::Outcome> ReadyChecks::run() const
{
    std::vector<Outcome> outcomes;
    outcomes.reserve(m_checks.size());
    for (const Named &named : m_checks)
        outcomes.push_back({named.name, outcomeOf(named.check)});
    return outcomes;
}

} // namespace crema::platform
