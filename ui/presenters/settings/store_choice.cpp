// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/settings/store_choice.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::StoreChoice)
};

QString placeOf(Business business)
{
    switch (business) {
    case Business::Sample: return u"/demo-store/store.sqlite"_s;
    case Business::Shop: return u"/shop-store/store.sqlite"_s;
    case Business::None:
    case Business::Connected: break;
    }
    return u"/store.sqlite"_s;
}

} // namespace

Result<StoreChoice> chooseStore(const QString &variable, const QString &dataHome, Business business)
{
    if (variable.isEmpty())
        return StoreChoice{dataHome + u"/crema"_s + placeOf(business), false};
    const QString prefix = u"sqlite:"_s;
    if (variable.startsWith(prefix) && variable.size() > prefix.size())
        return StoreChoice{variable.mid(prefix.size()), true};
    if (variable.startsWith("postgresql:"_L1))
        return failure(ProblemKind::Invalid, u"store.choice"_s,
                       Texts::tr("CREMA_STORE names a PostgreSQL store, which this version cannot open."),
                       Texts::tr("Set it to sqlite:PATH, or unset it."));
    return failure(ProblemKind::Invalid, u"store.choice"_s,
                   Texts::tr("CREMA_STORE is \"%1\", which names no store.").arg(variable),
                   Texts::tr("Set it to sqlite:PATH, or unset it."));
}

Problem storeMissing(const QString &path)
{
    return {ProblemKind::NotFound,
            u"store.missing"_s,
            Texts::tr("There is no store at %1, where CREMA_STORE says.").arg(path),
            Texts::tr("Check CREMA_STORE; \"crema device enroll\" makes a store there."),
            {}};
}

} // namespace crema::presenters
