// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QList>
#include <QRect>
#include <QString>

namespace crema::e2e {

/// One thing on the screen, as a screen reader tells of it.
struct SpokenItem {
    QString service; ///< where it is asked for on the bus
    QString path;
    QString name;
    QString description;
    QString typed; ///< what stands in a field; of the one with the focus only
    bool hasFocus = false;
};

/// Reads a running program over AT-SPI: what is really shown to people, without a hook in the program.
class ScreenReader
{
public:
    /// `sessionBus` is the address of the session bus that the program was started with.
    explicit ScreenReader(const QString &sessionBus);
    ~ScreenReader();
    ScreenReader(const ScreenReader &) = delete;
    ScreenReader &operator=(const ScreenReader &) = delete;

    /// Everything that shows now, from the outside in and in reading order; empty while no program is there.
    [[nodiscard]] QList<SpokenItem> read() const;
    /// Where it is on the display; empty when it is gone.
    [[nodiscard]] QRect areaOf(const SpokenItem &item) const;

private:
    struct Place {
        QString service;
        QString path;
    };

    [[nodiscard]] QList<Place> childrenOf(const Place &place) const;
    [[nodiscard]] QString property(const Place &place, const char *name) const;
    [[nodiscard]] quint32 statesOf(const Place &place) const;
    void readBelow(const Place &place, QList<SpokenItem> &items) const;

    QString m_name;
    QDBusConnection m_bus;
};

} // namespace crema::e2e
