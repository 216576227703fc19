// SPDX-License-Identifier: GPL-3.0-or-later
// Practising at the till: the rights for it, and that nothing of it is recorded.
#include "sync/store/local_store.h"

#include <QCoreApplication>

namespace crema::sync {

Problem LocalStore::notRecordedProblem()
{
    return {ProblemKind::Conflict,
            QStringLiteral("training.not_recorded"),
            QCoreApplication::translate("Store", "In training nothing is recorded, so only sales can be practised."),
            QCoreApplication::translate("Store", "End the training at the till first."),
            {}};
}

Result<void> LocalStore::beginTraining()
{
    Operation asked = newOperation(trainingBegin, {}, {});
    if (const Result<void> right = requireRight(asked, Demand{Permission::TillTrain}); !right)
        return right;
    m_training = Practice{place().device.person};
    return {};
}

bool LocalStore::isTraining()
{
    // A till that is locked goes on with it; somebody else begins at work.
    const std::optional<PersonId> &here = place().device.person;
    if (m_training && here && here != m_training->person)
        m_training.reset();
    return m_training.has_value();
}

} // namespace crema::sync
