// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {
class Action;
}

namespace crema::desktop {

/// A key as the people of this system write it, of Qt's portable text.
[[nodiscard]] QString keyName(const QString &key);
/// The key of an action that buttons show; empty without one.
[[nodiscard]] QString keyName(const Action &action);
/// "Pay (F12)", or the text alone.
[[nodiscard]] QString textWithKey(const QString &text, const QString &keyName);

} // namespace crema::desktop
