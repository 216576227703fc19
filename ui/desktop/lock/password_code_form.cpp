// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/lock/password_code_form.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/password_code_presenter.h"

#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crema::desktop {

PasswordCodeForm::PasswordCodeForm(const Theme &theme, PasswordCodePresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_column(new QVBoxLayout), m_mail(new QLineEdit),
      m_code(new QLineEdit), m_password(new QLineEdit),
      m_ask(new TouchButton(theme, QStringLiteral("passwordCodeAsk"))),
      m_set(new TouchButton(theme, QStringLiteral("passwordCodeSet"))),
      m_message(makeText(theme, QStringLiteral("passwordCodeMessage"), 14, QFont::DemiBold, "warning")),
      m_hint(makeText(theme, QStringLiteral("passwordCodeHint"), 14, QFont::Normal, "muted"))
{
    m_column->setContentsMargins(4, 0, 4, 0);
    m_column->setSpacing(6);
    addField(*m_mail, "passwordCodeMail", tr("Mail address"));
    m_ask->setTextSize(14, QFont::Medium);
    m_ask->setText(tr("Mail me a code"));
    m_ask->setAccessibleName(m_ask->text());
    m_column->addWidget(m_ask, 0, Qt::AlignLeading);
    m_column->addSpacing(12);
    addField(*m_code, "passwordCodeCode", tr("Code of the mail"));
    m_code->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhPreferUppercase);
    addField(*m_password, "passwordCodePassword", tr("New password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_set->setKind("primary");
    m_set->setTextSize(18, QFont::DemiBold);
    m_set->setText(tr("Set password"));
    m_set->setAccessibleName(m_set->text());
    m_set->setFixedHeight(72);
    m_column->addWidget(m_set);
    m_message->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_column->addWidget(m_message);
    m_column->addWidget(m_hint);
    m_column->addStretch(1);
    // Large text needs more room than there is beside the people.
    auto *content = new QWidget;
    content->setLayout(m_column);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("passwordCodeScroll"));
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    connect(m_ask, &QPushButton::clicked, this, [this] { m_presenter.ask(m_mail->text()); });
    connect(m_set, &QPushButton::clicked, this, &PasswordCodeForm::submit);
    connect(m_mail, &QLineEdit::returnPressed, m_code, [this] { m_code->setFocus(Qt::TabFocusReason); });
    connect(m_code, &QLineEdit::returnPressed, m_password, [this] { m_password->setFocus(Qt::TabFocusReason); });
    connect(m_password, &QLineEdit::returnPressed, this, &PasswordCodeForm::submit);
    connect(&presenter, &PasswordCodePresenter::changed, this, &PasswordCodeForm::showState);
    connect(&presenter, &PasswordCodePresenter::asked, m_code, [this] { m_code->setFocus(Qt::OtherFocusReason); });
    connect(&presenter, &PasswordCodePresenter::codeRefused, m_code, [this] {
        m_code->selectAll();
        m_code->setFocus(Qt::OtherFocusReason);
    });
    connect(&presenter, &PasswordCodePresenter::done, this, &PasswordCodeForm::forget);
    showState();
}

void PasswordCodeForm::addField(QLineEdit &field, const char *name, const QString &label)
{
    auto *text = makeText(m_theme, QString::fromLatin1(name) + QStringLiteral("Label"), 14, QFont::Medium);
    text->setText(label);
    field.setObjectName(QString::fromLatin1(name));
    field.setAccessibleName(label);
    text->setBuddy(&field);
    m_column->addWidget(text);
    m_column->addWidget(&field);
    m_column->addSpacing(6);
}

void PasswordCodeForm::begin(const QString &mail)
{
    forget();
    m_mail->setText(mail);
    m_presenter.clear();
    (mail.isEmpty() ? m_mail : m_code)->setFocus(Qt::OtherFocusReason);
}

void PasswordCodeForm::forget()
{
    m_code->clear();
    m_password->clear();
}

void PasswordCodeForm::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        forget();
}

void PasswordCodeForm::submit()
{
    // A code that does not fit stays to be looked at; a password is typed anew.
    m_presenter.set(m_mail->text(), m_code->text(), m_password->text());
    m_password->clear();
}

void PasswordCodeForm::showState()
{
    m_ask->setEnabled(!m_presenter.isBusy());
    m_set->setEnabled(!m_presenter.isBusy());
    const std::optional<TillMessage> &message = m_presenter.message();
    const bool isWarning = message && message->tone == Tone::Warning;
    restyle(*m_message, "tone", isWarning ? QStringLiteral("warning") : QString());
    m_message->setText(message ? message->text : QString());
    m_hint->setText(message ? message->hint
                            : tr("For who was invited, or lost their password. This needs the network."));
}

} // namespace crema::desktop
