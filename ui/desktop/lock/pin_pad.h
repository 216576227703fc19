// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace crema::desktop {

class Theme;

/// Twelve keys of 72 px for a PIN: 1 to 9, clear, 0 and backspace. It never takes the keyboard focus, so that typing
/// and tapping may be mixed.
class PinPad final : public QWidget
{
    Q_OBJECT

public:
    explicit PinPad(const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void digit(int value);
    void erase();
    void clear();
};

} // namespace crema::desktop
