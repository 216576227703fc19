// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/gift_card_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/gift_card_presenter.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 560;

} // namespace

GiftCardDialog::GiftCardDialog(const Theme &theme, GiftCardPresenter &cards, QWidget *window)
    : QDialog(window), m_theme(theme), m_cards(cards), m_code(new QLineEdit), m_amount(new QLineEdit),
      m_card(makeText(theme, QStringLiteral("giftCardText"), 16, QFont::Medium, "text")),
      m_soldCode(makeText(theme, QStringLiteral("giftCardCode"), 18, QFont::DemiBold, "text")),
      m_problem(makeText(theme, QStringLiteral("giftCardProblem"), 14, QFont::DemiBold, "error")),
      m_back(makeButton(QStringLiteral("giftCardBack"), tr("Back"))),
      m_byCard(makeButton(QStringLiteral("giftCardByCard"), QString())),
      m_inCash(makeButton(QStringLiteral("giftCardInCash"), QString()))
{
    setObjectName(QStringLiteral("giftCardDialog"));
    setWindowTitle(tr("Gift card"));
    setAttribute(Qt::WA_DeleteOnClose);
    for (QLabel *label : {m_card, m_soldCode, m_problem})
        label->setWordWrap(true);
    m_soldCode->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_inCash->setKind("primary");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    column->addWidget(m_card);
    column->addWidget(m_soldCode);
    makeFields();
    column->addStretch(1);
    column->addWidget(m_problem);
    makeFeet();
    connect(&cards, &GiftCardPresenter::changed, this, &GiftCardDialog::showState);
    connect(&cards, &GiftCardPresenter::sold, this, &GiftCardDialog::showSold);
    setFixedWidth(window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth));
    if (window)
        setMaximumHeight(window->height() - 64);
    showState();
    m_amount->setFocus();
}

TouchButton *GiftCardDialog::makeButton(const QString &name, const QString &text)
{
    auto *button = new TouchButton(m_theme, name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setTextSize(16, QFont::Medium);
    button->setMinimumHeight(qMax(48, m_theme.scaled(44)));
    button->setAutoDefault(false); // Enter in a field presses none
    return button;
}

void GiftCardDialog::makeFields()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_codeField =
        new FormField(m_theme, QStringLiteral("giftCardCodeField"), tr("Code, to load a card or look at it"), m_code);
    m_amountField = new FormField(m_theme, QStringLiteral("giftCardAmount"), tr("How much"), m_amount);
    column->addWidget(m_codeField);
    column->addWidget(m_amountField);
    connect(m_code, &QLineEdit::returnPressed, this, &GiftCardDialog::look);
    connect(m_amount, &QLineEdit::returnPressed, m_inCash, &QPushButton::click);
}

void GiftCardDialog::makeFeet()
{
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(m_back);
    feet->addStretch(1);
    feet->addWidget(m_byCard);
    feet->addWidget(m_inCash);
    static_cast<QVBoxLayout *>(layout())->addLayout(feet);
    connect(m_back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_byCard, &QPushButton::clicked, this, [this] { m_cards.sell(m_amount->text(), PaymentMethod::Card); });
    connect(m_inCash, &QPushButton::clicked, this, [this] { m_cards.sell(m_amount->text(), PaymentMethod::Cash); });
}

void GiftCardDialog::look()
{
    if (m_code->text().trimmed().isEmpty())
        m_cards.forgetCard();
    else
        m_cards.look(m_code->text());
    m_code->clear();
    m_amount->setFocus();
}

void GiftCardDialog::showState()
{
    const bool isSold = !m_cards.soldCode().isEmpty();
    const QString text = m_cards.isKnown() ? m_cards.cardText() : tr("A new card, or one that is shown.");
    if (!isSold)
        m_card->setText(text);
    m_soldCode->setText(m_cards.soldCode());
    m_soldCode->setVisible(isSold);
    m_codeField->setProblem(m_cards.problem(QStringLiteral("code")));
    m_amountField->setProblem(m_cards.problem(QStringLiteral("amount")));
    const QString problem = m_cards.obstacle().isEmpty() ? m_cards.problem() : m_cards.obstacle();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_byCard->setText(tr("%1, by card", "Sell the card").arg(m_cards.verb()));
    m_inCash->setText(tr("%1, in cash", "Sell the card").arg(m_cards.verb()));
    for (TouchButton *button : {m_byCard, m_inCash}) {
        button->setAccessibleName(button->text());
        button->setEnabled(!m_cards.isBusy() && m_cards.obstacle().isEmpty());
    }
}

void GiftCardDialog::showSold(const QString &said)
{
    if (m_cards.soldCode().isEmpty()) {
        accept();
        return;
    }
    m_card->setText(said);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_codeField, m_amountField, m_byCard, m_inCash})
        widget->hide();
    m_back->setText(tr("Close"));
    m_back->setAccessibleName(m_back->text());
    m_back->setFocus();
}

void GiftCardDialog::reject()
{
    if (!m_cards.isBusy())
        QDialog::reject();
}

} // namespace crema::desktop
