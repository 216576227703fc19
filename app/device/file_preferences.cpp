// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/file_preferences.h"

#include <QStandardPaths>

namespace crema {

FilePreferences::FilePreferences(const QString &path) : m_settings(path, QSettings::IniFormat) {}

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

} // namespace crema
