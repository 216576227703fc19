// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/file_preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QStandardPaths>

namespace crema {

FilePreferences::FilePreferences(const QString &path) : m_settings(path, QSettings::IniFormat) {}

FilePreferences::~FilePreferences() = default;

QString FilePreferences::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/crema/crema.conf");
}

QString FilePreferences::value(const QString &key) const
{
    return m_settings.value(QString(key).replace(u'.', u'/')).toString();
}

void FilePreferences::setValue(const QString &key, const QString &value)
{
    m_settings.setValue(QString(key).replace(u'.', u'/'), value);
    m_settings.sync(); // by a new file that replaces the old one
}

void FilePreferences::follow(std::function<void()> changed)
{
    m_changed = std::move(changed);
    const QString folder = QFileInfo(m_settings.fileName()).absolutePath();
    QDir().mkpath(folder);
    // A program puts a new file in place of the old one, which the folder tells; a person may write into the old one.
    m_watcher = std::make_unique<QFileSystemWatcher>(QStringList{folder});
    QObject::connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, m_watcher.get(), [this] { readAgain(); });
    QObject::connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, m_watcher.get(), [this] { readAgain(); });
    if (QFileInfo::exists(m_settings.fileName()))
        m_watcher->addPath(m_settings.fileName());
}

void FilePreferences::readAgain()
{
    if (!m_watcher->files().contains(m_settings.fileName()) && QFileInfo::exists(m_settings.fileName()))
        m_watcher->addPath(m_settings.fileName());
    m_settings.sync();
    m_changed();
}

} // namespace crema
