// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace crema::desktop {

class Theme;

/// Twelve keys for fingers: 1 to 9, 00, 0 and backspace. It never takes the keyboard focus, so that typing and
/// tapping may be mixed.
class Keypad final : public QWidget
{
    Q_OBJECT

public:
    Keypad(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

Q_SIGNALS:
    void digit(int value);
    void erase();
};

} // namespace crema::desktop
