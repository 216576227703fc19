// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace crema {

/// Why something comes back, as people usually say it. What is recorded is the text: another version may know more
/// reasons, and somebody may type one.
enum class ReturnReason { Damaged, WrongItem, NotLiked, TooMany, Other };

inline constexpr std::array allReturnReasons{ReturnReason::Damaged, ReturnReason::WrongItem, ReturnReason::NotLiked,
                                             ReturnReason::TooMany, ReturnReason::Other};

/// The longest reason that is kept, in UTF-16 units.
inline constexpr qsizetype maxReturnReason = 200;

/// "damaged", "wrong_item", "not_liked", "too_many", "other"; stable, as stored and sent.
[[nodiscard]] QString returnReasonText(ReturnReason reason);
/// As people read it: "damaged"; a reason that was typed as it is.
[[nodiscard]] QString returnReasonWords(const QString &reason);
/// Whether goods that come back for this reason are usually fit to be sold again.
[[nodiscard]] bool isUsuallyRestocked(ReturnReason reason);

} // namespace crema
