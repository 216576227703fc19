// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/deletion_words.h"

#include "models/feed/entity_types.h"

#include <QCoreApplication>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::DeletionWords)
};

QString takenOutOfUse(const QString &type)
{
    if (type == entity::variant)
        return Texts::tr("%1 of %2 articles would be taken out of use within an hour, so somebody has to agree first.");
    return Texts::tr("%1 of %2 products would be taken out of use within an hour, so somebody has to agree first.");
}

QString deleted(const QString &type)
{
    if (type == entity::product)
        return Texts::tr("%1 of %2 products would be deleted here, so somebody has to agree first. Selling and sending "
                         "go on.");
    if (type == entity::variant)
        return Texts::tr("%1 of %2 articles would be deleted here, so somebody has to agree first. Selling and sending "
                         "go on.");
    if (type == entity::customer)
        return Texts::tr("%1 of %2 customers would be deleted here, so somebody has to agree first. Selling and "
                         "sending go on.");
    if (type == entity::category)
        return Texts::tr("%1 of %2 categories would be deleted here, so somebody has to agree first. Selling and "
                         "sending go on.");
    if (type == entity::taxClass)
        return Texts::tr("%1 of %2 tax classes would be deleted here, so somebody has to agree first. Selling and "
                         "sending go on.");
    if (type == entity::sale)
        return Texts::tr("%1 of %2 sales would be deleted here, so somebody has to agree first. Selling and sending go "
                         "on.");
    return Texts::tr("%1 of %2 records of a kind would be deleted here, so somebody has to agree first. Selling and "
                     "sending go on.");
}

} // namespace

QString deletionText(const sync::DeletionQuestion &question, const QLocale &locale)
{
    const bool isHere = question.source == sync::DeletionSource::Here;
    const QString text = isHere ? takenOutOfUse(question.entityType) : deleted(question.entityType);
    return text.arg(locale.toString(static_cast<qlonglong>(question.leaving)),
                    locale.toString(static_cast<qlonglong>(question.present)));
}

} // namespace crema
