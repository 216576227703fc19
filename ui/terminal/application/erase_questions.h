// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/customers/erase_question.h"
#include "ui/terminal/application/menu_screen.h"

#include <functional>
#include <optional>

namespace crema::terminal {

/// Who is erased, and in which words that is asked.
struct EraseQuestions {
    QString title;    ///< of the screens: "ERASE CUSTOMER"
    QString keepText; ///< what the first answer does
    QString whyHelp;
    QString sureHelp;
    /// Nothing once they are not open any more, or cannot be erased.
    std::function<std::optional<EraseQuestion>()> question;
    std::function<void(EraseReason)> erase;
};

/// Asks why somebody is erased, then whether that is sure, and erases them; opens nothing where there is no question.
/// What the functions use outlives the screens.
void openEraseQuestions(Navigator &navigator, Clock &clock, MenuEnter enter, const EraseQuestions &asked);

} // namespace crema::terminal
