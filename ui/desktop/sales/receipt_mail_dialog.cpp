// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/receipt_mail_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/printing/receipt_mail_presenter.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 480;
/// RFC 5321 section 4.5.3.1.
constexpr int longestAddress = 254;

} // namespace

ReceiptMailDialog::ReceiptMailDialog(const Theme &theme, ReceiptMailPresenter &presenter, QWidget *window)
    : QDialog(window), m_theme(theme), m_presenter(presenter), m_address(new QLineEdit),
      m_field(new FormField(theme, QStringLiteral("mailAddress"), tr("Mail address"), m_address)),
      m_send(new TouchButton(theme, QStringLiteral("mailSend")))
{
    setObjectName(QStringLiteral("receiptMailDialog"));
    setWindowTitle(tr("E-mail the receipt"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_address->setMaxLength(longestAddress);
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    auto *sale = makeText(theme, QStringLiteral("mailSale"), 16, QFont::DemiBold);
    sale->setText(presenter.saleText());
    column->addWidget(sale);
    column->addWidget(m_field);
    column->addStretch(1);
    makeFeet();
    connect(m_address, &QLineEdit::returnPressed, this, &ReceiptMailDialog::send);
    connect(&presenter, &ReceiptMailPresenter::changed, this, &ReceiptMailDialog::showState);
    connect(&presenter, &ReceiptMailPresenter::sent, this, &QDialog::accept);
    setFixedWidth(window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth));
    showState();
    m_address->setFocus();
}

void ReceiptMailDialog::makeFeet()
{
    auto *back = new TouchButton(m_theme, QStringLiteral("mailBack"));
    back->setText(tr("Back"));
    back->setAccessibleName(back->text());
    m_send->setText(tr("Send"));
    m_send->setAccessibleName(m_send->text());
    m_send->setKind("primary");
    for (TouchButton *button : {back, m_send}) {
        button->setTextSize(16, QFont::Medium);
        button->setMinimumHeight(qMax(48, m_theme.scaled(44)));
        button->setAutoDefault(false); // Enter in the field sends
    }
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(back);
    feet->addStretch(1);
    feet->addWidget(m_send);
    static_cast<QVBoxLayout *>(layout())->addLayout(feet);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &ReceiptMailDialog::send);
}

// What the customer gave once is there at once, and typed over by whatever they say now.
void ReceiptMailDialog::showState()
{
    if (m_address->text().isEmpty() && !m_address->isModified() && !m_presenter.knownAddress().isEmpty()) {
        m_address->setText(m_presenter.knownAddress());
        m_address->selectAll();
    }
    m_field->setProblem(m_presenter.problem());
    m_send->setEnabled(!m_presenter.isBusy());
}

void ReceiptMailDialog::send()
{
    if (m_send->isEnabled())
        m_presenter.send(m_address->text());
}

} // namespace crema::desktop
