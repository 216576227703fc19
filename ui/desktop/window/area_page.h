// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/size_class.h"

#include <QWidget>

namespace crema::desktop {

/// One work area as the window knows it: what it is called, what can be done on it, where in it a person is.
class AreaPage : public QWidget
{
    Q_OBJECT

public:
    /// How the rail and the palette name an area. `id` is the first part of its addresses: crema://ID/PLACE.
    struct Area {
        QString id;           ///< "till"
        QString name;         ///< translated: "Till"
        QString iconName;     ///< a file of resources/icons without its ending
        QString key;          ///< what leads there; empty: Alt and its number, as for the work areas
        bool isInRail = true; ///< otherwise another area or the menu of the person leads there
        QString under;        ///< the area that it belongs to and whose entry in the rail stands for it; empty: its own
    };

    using QWidget::QWidget;

    /// Keys that no action declares, as people read them, and what they do: {"0–9", "Quantity of the selected line"}.
    [[nodiscard]] virtual QList<std::pair<QString, QString>> otherKeys() const { return {}; }
    virtual void setSizeClass(SizeClass size) = 0;
    /// Where a panel may lie over the page; the rest is always seen.
    [[nodiscard]] virtual QRect freeRect() const { return rect(); }
    /// The page is in front now: puts the focus where work begins.
    virtual void arrive() {}
    /// A scan while the page is in front, whatever has the focus. False: the page has no use for it, the till gets it.
    virtual bool takeScan(const QString &code)
    {
        Q_UNUSED(code)
        return false;
    }
    /// What of the area is shown, as the rest of its address: "" for its start, "MAIN-2-000123" for one sale.
    [[nodiscard]] virtual QString place() const { return {}; }
    /// Shows it again: history, links and the palette. An unknown place shows the area's start and says so.
    virtual void showPlace(const QString &place) { Q_UNUSED(place) }

Q_SIGNALS:
    /// The person went to another place of this area by themselves.
    void placeChanged();
};

} // namespace crema::desktop
