// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/slip_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/desktop/widgets/wrap_layout.h"
#include "ui/presenters/till/till_presenter.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 560;

} // namespace

SlipDialog::SlipDialog(const Theme &theme, TillPresenter &till, QWidget *window)
    : QDialog(window), m_theme(theme), m_till(till)
{
    setObjectName(QStringLiteral("slipDialog"));
    setWindowTitle(tr("Tip and card slip"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    if (!till.payment().tipChoices.isEmpty())
        makeTip(*column);
    if (till.payment().method == PaymentMethod::Card)
        makeSlip(*column);
    column->addStretch(1);
    makeFeet(*column);
    // The payment may end, or go on in another way, while it is open.
    connect(&till, &TillPresenter::modeChanged, this, &QDialog::reject);
    setFixedWidth(window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth));
    if (window)
        setMaximumHeight(window->height() - 64);
    if (QLineEdit *first = m_tip ? m_tip : m_brand)
        first->setFocus();
}

TouchButton *SlipDialog::makeButton(const QString &name, const QString &text)
{
    auto *button = new TouchButton(m_theme, name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setTextSize(14, QFont::Medium);
    button->setFixedHeight(qMax(48, m_theme.scaled(40)));
    button->setAutoDefault(false); // Enter in a field presses none
    return button;
}

void SlipDialog::makeTip(QVBoxLayout &column)
{
    m_tip = new QLineEdit(m_till.typedTip());
    m_tip->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_tipField = new FormField(m_theme, QStringLiteral("slipTip"), tr("Tip"), m_tip);
    column.addWidget(m_tipField);
    auto *row = new WrapLayout;
    row->setSpacing(8);
    const QList<TipChoice> choices = m_till.payment().tipChoices;
    for (int number = 0; number < choices.size(); ++number) {
        const TipChoice &choice = choices.at(number);
        auto *button = makeButton(QStringLiteral("slipTip%1").arg(number), choice.text);
        button->setSecondLine(choice.amountText);
        button->setAccessibleName(tr("Tip of %1: %2", "rate, amount").arg(choice.text, choice.amountText));
        button->setFixedHeight(qMax(64, m_theme.scaled(52)));
        connect(button, &QPushButton::clicked, this, [this, number] {
            m_till.chooseTip(number);
            m_tip->setText(m_till.typedTip());
            (m_brand ? m_brand : m_tip)->setFocus();
        });
        row->addWidget(button);
    }
    auto *none = makeButton(QStringLiteral("slipNoTip"), tr("No tip"));
    none->setFixedHeight(qMax(64, m_theme.scaled(52)));
    connect(none, &QPushButton::clicked, m_tip, &QLineEdit::clear);
    row->addWidget(none);
    column.addLayout(row);
    connect(m_tip, &QLineEdit::returnPressed, this, &SlipDialog::note);
}

void SlipDialog::makeSlip(QVBoxLayout &column)
{
    const CardSlip slip = m_till.slip().value_or(CardSlip());
    m_brand = new QLineEdit(slip.brand);
    m_brand->setMaxLength(60);
    m_reference = new QLineEdit(slip.reference);
    m_reference->setMaxLength(100);
    column.addWidget(new FormField(m_theme, QStringLiteral("slipBrand"), tr("Card, if it matters"), m_brand));
    auto *row = new WrapLayout;
    row->setSpacing(8);
    const QStringList brands = TillPresenter::cardBrands();
    for (int number = 0; number < brands.size(); ++number) {
        auto *button = makeButton(QStringLiteral("slipBrand%1").arg(number), brands.at(number));
        connect(button, &QPushButton::clicked, this, [this, brand = brands.at(number)] {
            m_brand->setText(brand);
            m_reference->setFocus();
        });
        row->addWidget(button);
    }
    column.addLayout(row);
    column.addWidget(
        new FormField(m_theme, QStringLiteral("slipReference"), tr("Number on the slip, if it matters"), m_reference));
    for (QLineEdit *field : {m_brand, m_reference})
        connect(field, &QLineEdit::returnPressed, this, &SlipDialog::note);
}

void SlipDialog::makeFeet(QVBoxLayout &column)
{
    auto *back = makeButton(QStringLiteral("slipBack"), tr("Back"));
    auto *note = makeButton(QStringLiteral("slipNote"), tr("Note it"));
    note->setKind("primary");
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(back);
    feet->addStretch(1);
    feet->addWidget(note);
    column.addLayout(feet);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(note, &QPushButton::clicked, this, &SlipDialog::note);
}

void SlipDialog::note()
{
    if (m_tip && !m_till.enterTip(m_tip->text())) {
        const QString why = m_till.message() ? m_till.message()->text : QString();
        m_tipField->setProblem(why);
        m_tip->setFocus();
        return;
    }
    if (m_brand)
        m_till.setSlip(m_brand->text(), m_reference->text());
    accept();
}

} // namespace crema::desktop
