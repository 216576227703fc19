// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/settings/preferences.h"

#include <QSettings>

#include <functional>
#include <memory>

class QFileSystemWatcher;

namespace crema {

/// Preferences in one small file of the person's configuration folder; both faces read the same.
class FilePreferences final : public Preferences
{
public:
    /// `path` need not exist. A file that cannot be read counts as empty and is left alone until something is kept.
    explicit FilePreferences(const QString &path);
    ~FilePreferences() override;

    /// `crema/crema.conf` below XDG_CONFIG_HOME.
    [[nodiscard]] static QString defaultPath();

    [[nodiscard]] QString value(const QString &key) const override;
    void setValue(const QString &key, const QString &value) override;

    /// From now on `changed` is called on this thread each time the file is another one: another program kept
    /// something, or this one did. Makes the folder of the file.
    void follow(std::function<void()> changed);

private:
    void readAgain();

    QSettings m_settings;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    std::function<void()> m_changed;
};

} // namespace crema
