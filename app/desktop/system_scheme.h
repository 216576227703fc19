// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace crema {
class Appearance;
}

namespace crema::desktop {

/// Whether the desktop around the program is dark, as its settings portal says (org.freedesktop.appearance
/// color-scheme: 1 prefers dark). Qt 6.4 has no word for it yet. Without a portal it stays light.
class SystemScheme final : public QObject
{
    Q_OBJECT

public:
    /// `appearance` outlives it.
    explicit SystemScheme(Appearance &appearance) : m_appearance(appearance) {}

    /// Asks now, without waiting, and listens from now on.
    void follow();

private Q_SLOTS:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);

    Appearance &m_appearance;
};

} // namespace crema::desktop
