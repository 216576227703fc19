// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/keypad.h"

#include "ui/desktop/widgets/touch_button.h"

#include <QGridLayout>

namespace crema::desktop {

Keypad::Keypad(const Theme &theme, const QString &objectName, QWidget *parent) : QWidget(parent)
{
    setObjectName(objectName);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    const auto addKey = [&](const QString &name, const QString &text, int row, int column) {
        auto *key = new TouchButton(theme, objectName + name, this);
        key->setText(text);
        key->setAccessibleName(text);
        key->setTextSize(28, QFont::Medium);
        key->setMinimumSize(72, 56);
        key->setMaximumSize(128, 72);
        key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        key->setFocusPolicy(Qt::NoFocus);
        grid->addWidget(key, row, column);
        return key;
    };
    for (int value = 1; value <= 9; ++value) {
        auto *key = addKey(QString::number(value), QString::number(value), (value - 1) / 3, (value - 1) % 3);
        connect(key, &QPushButton::clicked, this, [this, value] { Q_EMIT digit(value); });
    }
    connect(addKey(QStringLiteral("00"), QStringLiteral("00"), 3, 0), &QPushButton::clicked, this, [this] {
        Q_EMIT digit(0);
        Q_EMIT digit(0);
    });
    connect(addKey(QStringLiteral("0"), QStringLiteral("0"), 3, 1), &QPushButton::clicked, this,
            [this] { Q_EMIT digit(0); });
    auto *back = addKey(QStringLiteral("Erase"), QString(), 3, 2);
    back->setIconName(QStringLiteral("bksp"));
    back->setAccessibleName(tr("Erase the last digit"));
    back->setToolTip(tr("Erase the last digit"));
    connect(back, &QPushButton::clicked, this, &Keypad::erase);
    // A number pad reads the same way round in every language.
    setLayoutDirection(Qt::LeftToRight);
}

} // namespace crema::desktop
