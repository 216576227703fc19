// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/settings/preferences.h"

#include <QSettings>

namespace crema {

/// Preferences in one small file of the person's configuration folder; both faces read the same.
class FilePreferences final : public Preferences
{
public:
    /// `path` need not exist. A file that cannot be read counts as empty and is left alone until something is kept.
    explicit FilePreferences(const QString &path);

    /// `crema/crema.conf` below XDG_CONFIG_HOME.
    [[nodiscard]] static QString defaultPath();

    [[nodiscard]] QString value(const QString &key) const override;
    void setValue(const QString &key, const QString &value) override;

private:
    QSettings m_settings;
};

} // namespace crema
