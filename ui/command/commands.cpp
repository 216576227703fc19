// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"

namespace crema::command {

Grammar cremaGrammar()
{
    return {{productNoun(), categoryNoun(), customerNoun(), shiftNoun(),      cashNoun(),    cartNoun(),
             saleNoun(),    giftCardNoun(), paymentNoun(),  promotionNoun(),  priceNoun(),   stockNoun(),
             syncNoun(),    deviceNoun(),   userNoun(),     passwordNoun(),   sessionNoun(), personNoun(),
             roleNoun(),    auditNoun(),    configNoun(),   settingNoun(),    keysNoun(),    scannerNoun(),
             journalNoun(), databaseNoun(), doctorNoun(),   completionNoun(), helpNoun(),    versionNoun()}};
}

} // namespace crema::command
