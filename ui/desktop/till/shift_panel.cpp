// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/shift_panel.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/keypad.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_presenter.h"

#include <QFrame>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr std::int64_t maxFloatMinor = 99'999'999;

} // namespace

ShiftPanel::ShiftPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_float(new AmountLabel)
{
    setObjectName(QStringLiteral("shiftPanel"));
    auto *title = makeText(theme, QStringLiteral("shiftTitle"), 28, QFont::DemiBold);
    title->setText(tr("Open the shift"));
    auto *hint = makeText(theme, QStringLiteral("shiftHint"), 16, QFont::Normal, "muted");
    hint->setText(tr("Count the cash in the drawer and type it in."));
    hint->setWordWrap(true);

    auto *field = new QFrame;
    field->setObjectName(QStringLiteral("amountField"));
    field->setFixedHeight(64);
    auto *label = makeText(theme, QStringLiteral("floatLabel"), 14, QFont::Normal, "muted");
    label->setText(tr("Cash in the drawer"));
    m_float->setObjectName(QStringLiteral("floatAmount"));
    m_float->setFont(theme.font(28, QFont::DemiBold));
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(16, 0, 16, 0);
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(m_float);

    auto *keypad = new Keypad(theme, QStringLiteral("floatKey"));
    connect(keypad, &Keypad::digit, this, &ShiftPanel::typeDigit);
    connect(keypad, &Keypad::erase, this, &ShiftPanel::eraseDigit);
    auto *button = new TouchButton(theme, QStringLiteral("openShiftButton"));
    button->setKind("primary");
    button->setText(tr("Open the shift"));
    button->setAccessibleName(button->text());
    button->setTextSize(18, QFont::DemiBold);
    button->setFixedHeight(72);
    connect(button, &QPushButton::clicked, this, &ShiftPanel::open);

    auto *card = new QWidget;
    card->setFixedWidth(theme.scaled(400));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(hint);
    column->addSpacing(8);
    column->addWidget(field);
    column->addWidget(keypad);
    column->addWidget(button);
    auto *middle = new QVBoxLayout(this);
    // Not by alignment: an aligned widget gets its size hint, which knows nothing of wrapped lines.
    auto *centre = new QHBoxLayout;
    centre->addStretch(1);
    centre->addWidget(card);
    centre->addStretch(1);
    middle->addStretch(1);
    middle->addLayout(centre);
    middle->addStretch(1);
    connect(&presenter, &TillPresenter::modeChanged, this, [this] {
        m_minor = 0;
        showFloat();
    });
    showFloat();
}

void ShiftPanel::typeDigit(int digit)
{
    if (m_minor * 10 + digit <= maxFloatMinor)
        m_minor = m_minor * 10 + digit;
    showFloat();
}

void ShiftPanel::eraseDigit()
{
    m_minor /= 10;
    showFloat();
}

void ShiftPanel::open()
{
    m_presenter.openShift(m_minor);
}

void ShiftPanel::showFloat()
{
    m_float->setText(m_presenter.amountText(m_minor));
    m_float->updateGeometry();
}

} // namespace crema::desktop
