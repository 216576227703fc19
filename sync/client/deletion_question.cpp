// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/deletion_question.h"

#include "models/feed/entity_types.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::sync::DeletionQuestion)
};

QString elsewhere(const QString &type)
{
    if (type == entity::product)
        return Texts::tr("The platform wants %1 of %2 products to go, so they stay here until somebody agrees.");
    if (type == entity::variant)
        return Texts::tr("The platform wants %1 of %2 articles to go, so they stay here until somebody agrees.");
    if (type == entity::customer)
        return Texts::tr("The platform wants %1 of %2 customers to go, so they stay here until somebody agrees.");
    if (type == entity::category)
        return Texts::tr("The platform wants %1 of %2 categories to go, so they stay here until somebody agrees.");
    if (type == entity::taxClass)
        return Texts::tr("The platform wants %1 of %2 tax classes to go, so they stay here until somebody agrees.");
    if (type == entity::sale)
        return Texts::tr("The platform wants %1 of %2 sales to go, so they stay here until somebody agrees.");
    return Texts::tr("The platform wants %1 of %2 records to go, so they stay here until somebody agrees.");
}

QString here(const QString &type)
{
    if (type == entity::variant)
        return Texts::tr("%1 of %2 articles would be taken out of use within an hour, so somebody has to agree.");
    return Texts::tr("%1 of %2 products would be taken out of use within an hour, so somebody has to agree.");
}

} // namespace

Problem deletionProblem(const DeletionQuestion &question)
{
    const bool isHere = question.source == DeletionSource::Here;
    const QString text = isHere ? here(question.entityType) : elsewhere(question.entityType);
    return {ProblemKind::Conflict,
            isHere ? QStringLiteral("deletion.asks_first") : QStringLiteral("sync.mass_delete"),
            text.arg(question.leaving).arg(question.present),
            Texts::tr("A manager agrees under Sync, or with \"crema sync deletions --allow\"."),
            {}};
}

} // namespace crema::sync
