// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// What this person wants of the program on this computer, as texts by key; kept apart from the shop's data.
class Preferences
{
public:
    virtual ~Preferences() = default;

    /// Empty when nothing was kept. Keys are snake_case with dots: "appearance.theme".
    [[nodiscard]] virtual QString value(const QString &key) const = 0;
    /// Keeps it at once. What cannot be written stays in force until the program ends.
    virtual void setValue(const QString &key, const QString &value) = 0;
};

} // namespace crema
