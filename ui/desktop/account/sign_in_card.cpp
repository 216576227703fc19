// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/account/sign_in_card.h"

#include "ui/desktop/account/account_parts.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/sign_in_presenter.h"
#include "ui/presenters/till/till_view.h"

#include <QApplication>
#include <QHideEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {

SignInCard::SignInCard(const Theme &theme, SignInPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_email(new QLineEdit), m_password(makeSecretEdit()),
      m_code(new QLineEdit),
      m_emailField(new FormField(theme, QStringLiteral("accountEmail"), tr("Mail address"), m_email)),
      m_passwordField(new FormField(theme, QStringLiteral("accountPassword"), tr("Password"), m_password)),
      m_codeField(new FormField(theme, QStringLiteral("accountCode"), tr("Code of the authenticator"), m_code)),
      m_submit(makeAccountButton(theme, "accountSignIn", tr("Sign in"))),
      m_back(makeAccountButton(theme, "accountSignInBack", tr("Back"))), m_message(new MessageStrip(theme))
{
    setObjectName(QStringLiteral("accountSignInPart"));
    build();
    connect(&presenter, &SignInPresenter::changed, this, &SignInCard::showState);
    clear();
    showState();
}

void SignInCard::build()
{
    m_submit->setKind("primary");
    m_code->setInputMethodHints(Qt::ImhNoPredictiveText);
    m_message->setAnswers({}, {});
    auto *card = new Card(m_theme, QStringLiteral("accountSignInCard"), tr("Sign in at the platform"));
    card->addRow(makeAccountNote(
        m_theme, QStringLiteral("accountSignInNote"),
        tr("Who switches by PIN is known to this device only. The platform asks for the password before it shows or "
           "changes your account. This needs the network.")));
    for (FormField *field : {m_emailField, m_passwordField, m_codeField})
        card->addRow(field);
    card->addRow(makeAccountButtons({m_submit, m_back}));
    card->addRow(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_submit, &QPushButton::clicked, this, &SignInCard::submit);
    connect(m_back, &QPushButton::clicked, &m_presenter, &SignInPresenter::restart);
    connect(m_email, &QLineEdit::returnPressed, m_password, [this] { m_password->setFocus(Qt::TabFocusReason); });
    for (QLineEdit *edit : {m_password, m_code})
        connect(edit, &QLineEdit::returnPressed, this, &SignInCard::submit);
}

void SignInCard::clear()
{
    m_email->setText(m_presenter.email());
    m_password->clear();
    m_code->clear();
}

void SignInCard::focusFields()
{
    if (m_presenter.isCodeNeeded())
        m_code->setFocus();
    else if (m_email->text().isEmpty())
        m_email->setFocus();
    else
        m_password->setFocus();
}

void SignInCard::submit()
{
    if (m_presenter.isCodeNeeded())
        m_presenter.submitCode(m_code->text());
    else
        m_presenter.submit(m_email->text(), m_password->text());
    m_password->clear();
    m_code->clear();
}

void SignInCard::showState()
{
    const bool asked = m_presenter.isCodeNeeded();
    const bool isOther = asked == m_codeField->isHidden();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_emailField->setVisible(!asked);
    m_passwordField->setVisible(!asked);
    m_codeField->setVisible(asked);
    m_back->setVisible(asked);
    m_submit->setEnabled(!m_presenter.isBusy());
    const std::optional<Problem> &problem = m_presenter.problem();
    m_message->setVisible(problem.has_value());
    if (problem)
        m_message->showMessage(Tone::Error, problem->message, problem->hint);
    if (hadFocus && (isOther || problem))
        focusFields();
}

void SignInCard::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        clear();
}

} // namespace crema::desktop
