// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_view.h"
#include "ui/terminal/application/navigator.h"

namespace crema::terminal {

/// Says what a presenter has to tell: what happened, and what to do about it.
void sayMessage(Navigator &navigator, const TillMessage &message);

} // namespace crema::terminal
