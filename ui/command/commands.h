// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

// One noun each, in its own file: what the parser, --help, completion and the manual page know, and what it does.
[[nodiscard]] Noun productNoun();
[[nodiscard]] Noun categoryNoun();
[[nodiscard]] Noun cartNoun();
[[nodiscard]] Noun cashNoun();
[[nodiscard]] Noun shiftNoun();
[[nodiscard]] Noun saleNoun();
[[nodiscard]] Noun giftCardNoun();
[[nodiscard]] Noun paymentNoun();
[[nodiscard]] Noun stockNoun();
[[nodiscard]] Noun customerNoun();
[[nodiscard]] Noun syncNoun();
[[nodiscard]] Noun deviceNoun();
[[nodiscard]] Noun userNoun();
[[nodiscard]] Noun passwordNoun();
[[nodiscard]] Noun sessionNoun();
[[nodiscard]] Noun personNoun();
[[nodiscard]] Noun roleNoun();
[[nodiscard]] Noun promotionNoun();
[[nodiscard]] Noun priceNoun();
[[nodiscard]] Noun auditNoun();
[[nodiscard]] Noun configNoun();
[[nodiscard]] Noun settingNoun();
[[nodiscard]] Noun keysNoun();
[[nodiscard]] Noun scannerNoun();
[[nodiscard]] Noun journalNoun();
[[nodiscard]] Noun databaseNoun();
[[nodiscard]] Noun doctorNoun();
[[nodiscard]] Noun completionNoun();
[[nodiscard]] Noun helpNoun();
[[nodiscard]] Noun versionNoun();

} // namespace crema::command
