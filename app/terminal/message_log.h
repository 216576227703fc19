// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema::terminal {

/// From now on, what Qt and Crema log goes to terminal.log in the state folder (XDG_STATE_HOME/crema) instead of
/// standard error, where it would be drawn over the screen. The file is made with the first message.
void logMessagesToFile();

} // namespace crema::terminal
