// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/person_words.h"

#include <QCoreApplication>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PersonWords)
};

} // namespace

QString roleName(Role role)
{
    switch (role) {
    case Role::Admin: return Texts::tr("Administrator");
    case Role::Manager: return Texts::tr("Manager");
    case Role::Barista: return Texts::tr("Barista");
    case Role::Warehouse: return Texts::tr("Warehouse");
    case Role::Office: return Texts::tr("Office");
    }
    Q_UNREACHABLE();
}

QString roleMeaning(Role role)
{
    switch (role) {
    case Role::Admin: return Texts::tr("May do everything, settings too.");
    case Role::Manager: return Texts::tr("Runs a shop: catalog, prices, people, devices, what needs a look.");
    case Role::Barista: return Texts::tr("Sells, opens and closes shifts, keeps customers.");
    case Role::Warehouse: return Texts::tr("Looks up and changes stock.");
    case Role::Office: return Texts::tr("Keeps catalog, prices and customers; sells nothing.");
    }
    Q_UNREACHABLE();
}

} // namespace crema
