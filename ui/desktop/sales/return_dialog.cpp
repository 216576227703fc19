// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/return_dialog.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/selling/return_presenter.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 560;
constexpr int buttonHeight = 64;

} // namespace

ReturnDialog::ReturnDialog(const Theme &theme, ReturnPresenter &presenter, QWidget *window)
    : QDialog(window), m_theme(theme)
{
    setObjectName(QStringLiteral("returnDialog"));
    setWindowTitle(tr("Pay back"));
    setAttribute(Qt::WA_DeleteOnClose);
    const ReturnQuestion question = presenter.question();
    auto *title = makeText(theme, QStringLiteral("returnQuestion"), 20, QFont::DemiBold);
    title->setWordWrap(true);
    title->setText(question.title);
    setAccessibleDescription(question.title);
    auto *payments = new QGridLayout;
    payments->setVerticalSpacing(8);
    for (const AmountRow &row : question.payments) {
        const int at = payments->rowCount();
        auto *label = makeText(theme, QStringLiteral("returnMethod%1").arg(at), 16, QFont::Normal, "muted");
        label->setText(row.label);
        auto *amount = new AmountLabel;
        amount->setText(row.amountText);
        amount->setFont(theme.font(16, QFont::DemiBold));
        amount->setAlignment(Qt::AlignRight);
        payments->addWidget(label, at, 0);
        payments->addWidget(amount, at, 1, Qt::AlignRight);
    }
    auto *no = makeButton("returnNo", question.no);
    auto *yes = makeButton("returnYes", question.yes);
    yes->setKind("primary");
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(no);
    feet->addStretch(1);
    feet->addWidget(yes);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(16);
    column->addWidget(title);
    column->addLayout(payments);
    column->addLayout(feet);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::accepted, &presenter, &ReturnPresenter::payBack);
    setFixedWidth(window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth));
    no->setFocus();
}

TouchButton *ReturnDialog::makeButton(const char *name, const QString &text)
{
    auto *button = new TouchButton(m_theme, QString::fromLatin1(name));
    button->setText(text);
    button->setAccessibleName(text);
    button->setTextSize(16, QFont::Medium);
    button->setMinimumHeight(buttonHeight);
    button->setAutoDefault(false);
    return button;
}

void ReturnDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter) {
        QDialog::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat() && focusWidget() && focusWidget()->objectName() == QLatin1String("returnNo"))
        reject();
    event->accept();
}

} // namespace crema::desktop
