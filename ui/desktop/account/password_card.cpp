// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/account/password_card.h"

#include "models/security/password_rule.h"
#include "ui/desktop/account/account_parts.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/password_presenter.h"
#include "ui/presenters/till/till_view.h"

#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {

PasswordCard::PasswordCard(const Theme &theme, PasswordPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_present(makeSecretEdit()), m_new(makeSecretEdit()),
      m_again(makeSecretEdit()),
      m_presentField(new FormField(theme, QStringLiteral("passwordPresent"), tr("Present password"), m_present)),
      m_newField(new FormField(theme, QStringLiteral("passwordNew"), tr("New password"), m_new)),
      m_againField(new FormField(theme, QStringLiteral("passwordAgain"), tr("The new password again"), m_again)),
      m_submit(makeAccountButton(theme, "passwordChange", tr("Change the password"))),
      m_message(new MessageStrip(theme))
{
    setObjectName(QStringLiteral("accountPasswordPart"));
    build();
    connect(&presenter, &PasswordPresenter::changed, this, &PasswordCard::showState);
    connect(&presenter, &PasswordPresenter::kept, this, &PasswordCard::clear);
    showState();
}

void PasswordCard::build()
{
    auto *card = new Card(m_theme, QStringLiteral("accountPasswordCard"), tr("Password"));
    card->addRow(makeAccountNote(m_theme, QStringLiteral("passwordNote"),
                                 tr("At least %1 characters. A few words that do not belong together are easy to keep. "
                                    "Everywhere else you are signed out when it changes.")
                                     .arg(shortestPassword)));
    for (FormField *field : {m_presentField, m_newField, m_againField})
        card->addRow(field);
    card->addRow(makeAccountButtons({m_submit}));
    card->addRow(m_message);
    m_message->setAnswers({}, {});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_submit, &QPushButton::clicked, this, &PasswordCard::submit);
    connect(m_present, &QLineEdit::returnPressed, m_new, [this] { m_new->setFocus(Qt::TabFocusReason); });
    connect(m_new, &QLineEdit::returnPressed, m_again, [this] { m_again->setFocus(Qt::TabFocusReason); });
    connect(m_again, &QLineEdit::returnPressed, this, &PasswordCard::submit);
}

void PasswordCard::clear()
{
    for (QLineEdit *edit : {m_present, m_new, m_again})
        edit->clear();
}

void PasswordCard::focusFields()
{
    m_present->setFocus();
}

void PasswordCard::submit()
{
    m_presenter.change(m_present->text(), m_new->text(), m_again->text());
}

void PasswordCard::showState()
{
    m_presentField->setProblem(m_presenter.fieldProblem(QStringLiteral("present")));
    m_newField->setProblem(m_presenter.fieldProblem(QStringLiteral("new")));
    m_againField->setProblem(m_presenter.fieldProblem(QStringLiteral("again")));
    m_submit->setEnabled(!m_presenter.isBusy());
    const std::optional<Problem> &problem = m_presenter.problem();
    m_message->setVisible(problem || m_presenter.isKept());
    if (problem)
        m_message->showMessage(Tone::Error, problem->message, problem->hint);
    else if (m_presenter.isKept())
        m_message->showMessage(Tone::Ok, tr("The new password counts."),
                               tr("Everywhere else you sign in with it again."));
}

void PasswordCard::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        clear();
}

} // namespace crema::desktop
