// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/lock/pin_pad.h"

#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QGridLayout>

namespace crema::desktop {

PinPad::PinPad(const Theme &theme, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("pinPad"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    const auto addKey = [&](const QString &name, const QString &text, int row, int column) {
        auto *key = new TouchButton(theme, QStringLiteral("pinKey") + name, this);
        key->setText(text);
        key->setAccessibleName(text);
        key->setTextSize(28, QFont::Medium);
        // 72 high; large text leaves less room in a small window.
        if (isLargeText(theme))
            key->setMinimumSize(96, 48);
        else
            key->setFixedSize(96, 72);
        key->setMaximumSize(96, 72);
        key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        key->setFocusPolicy(Qt::NoFocus);
        grid->addWidget(key, row, column);
        return key;
    };
    for (int value = 0; value <= 9; ++value) {
        const int place = value == 0 ? 10 : value - 1;
        auto *key = addKey(QString::number(value), QString::number(value), place / 3, place % 3);
        connect(key, &QPushButton::clicked, this, [this, value] { Q_EMIT digit(value); });
    }
    auto *clearKey = addKey(QStringLiteral("Clear"), QString(), 3, 0);
    clearKey->setIconName(QStringLiteral("x"));
    clearKey->setAccessibleName(tr("Clear the PIN"));
    clearKey->setToolTip(tr("Clear the PIN"));
    connect(clearKey, &QPushButton::clicked, this, &PinPad::clear);
    auto *back = addKey(QStringLiteral("Erase"), QString(), 3, 2);
    back->setIconName(QStringLiteral("bksp"));
    back->setAccessibleName(tr("Erase the last digit"));
    back->setToolTip(tr("Erase the last digit"));
    connect(back, &QPushButton::clicked, this, &PinPad::erase);
    // A number pad reads the same way round in every language.
    setLayoutDirection(Qt::LeftToRight);
}

} // namespace crema::desktop
