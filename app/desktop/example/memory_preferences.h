// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/settings/preferences.h"

#include <QHash>

namespace crema::desktop {

/// Preferences that end with the program: for pictures, the self-test and tests.
class MemoryPreferences final : public Preferences
{
public:
    [[nodiscard]] QString value(const QString &key) const override { return m_values.value(key); }
    void setValue(const QString &key, const QString &value) override { m_values.insert(key, value); }

private:
    QHash<QString, QString> m_values;
};

} // namespace crema::desktop
