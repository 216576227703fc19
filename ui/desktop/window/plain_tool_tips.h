// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace crema::desktop {

/// Tool tips show names that somebody typed, and Qt takes what looks like markup for markup. As a filter of the
/// application it shows such a text letter by letter; all others are left to their widgets.
class PlainToolTips final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace crema::desktop
