// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/lock/lock_card.h"

#include "ui/desktop/account/authenticator_card.h"
#include "ui/desktop/lock/password_code_form.h"
#include "ui/desktop/lock/people_list.h"
#include "ui/desktop/lock/pin_pad.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/lock_presenter.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int padWidth = 3 * 96 + 2 * 8;
constexpr int listWidth = 320;

} // namespace

LockCard::LockCard(const Theme &theme, LockPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_icon(new QLabel),
      m_title(makeText(theme, QStringLiteral("lockTitle"), 28, QFont::DemiBold)),
      m_dots(makeText(theme, QStringLiteral("pinDots"), 28, QFont::Bold)),
      m_message(makeText(theme, QStringLiteral("lockMessage"), 14, QFont::DemiBold, "warning")),
      m_hint(makeText(theme, QStringLiteral("lockHint"), 14, QFont::Normal, "muted")),
      m_people(new PeopleList(theme, presenter)), m_middle(new QHBoxLayout), m_side(new QStackedWidget),
      m_unlock(new TouchButton(theme, QStringLiteral("unlockButton"))),
      m_cancel(new TouchButton(theme, QStringLiteral("lockCancel"))),
      m_toPassword(new TouchButton(theme, QStringLiteral("lockToPassword"))), m_mail(new QLineEdit),
      m_password(new QLineEdit), m_codeStep(new QWidget), m_code(new QLineEdit),
      m_signIn(new TouchButton(theme, QStringLiteral("lockSignIn"))),
      m_toCode(new TouchButton(theme, QStringLiteral("lockToPasswordCode"))),
      m_codeForm(new PasswordCodeForm(theme, presenter.passwordCode()))
{
    setObjectName(QStringLiteral("lockCard"));
    m_icon->setObjectName(QStringLiteral("lockIcon"));
    m_side->setObjectName(QStringLiteral("lockSide"));
    m_side->addWidget(makePad());
    m_side->addWidget(makePasswordForm());
    m_side->addWidget(m_codeForm);
    m_side->setFixedWidth(padWidth);
    m_cancel->setTextSize(14, QFont::Medium);
    m_cancel->setIconName(QStringLiteral("left"));
    m_toPassword->setTextSize(14, QFont::Medium);

    m_people->setFixedWidth(theme.scaled(listWidth));
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(m_cancel);
    feet->addStretch(1);
    feet->addWidget(m_toPassword);
    m_middle->setSpacing(32);
    m_middle->addWidget(m_people);
    m_middle->addWidget(m_side, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(24);
    column->addLayout(head);
    column->addLayout(m_middle);
    column->addLayout(feet);

    connect(m_unlock, &QPushButton::clicked, &presenter, &LockPresenter::submit);
    connect(m_cancel, &QPushButton::clicked, &presenter, &LockPresenter::cancel);
    connect(m_toPassword, &QPushButton::clicked, this, [this] { askPassword(!isAskingPassword()); });
    connect(&presenter, &LockPresenter::changed, this, &LockCard::showState);
    connect(&theme, &Theme::changed, this, &LockCard::showState);
}

QString LockCard::titleOf(const LockPresenter &presenter)
{
    if (presenter.isSettingUp())
        return tr("The shop asks you for an authenticator");
    return presenter.mode() == LockMode::Switching ? tr("Who takes over?") : tr("This till is locked");
}

QWidget *LockCard::makePad()
{
    auto *pad = new QWidget;
    auto *column = new QVBoxLayout(pad);
    column->setContentsMargins(0, 4, 0, 0); // in line with the list, whose focus ring needs 4 px
    column->setSpacing(8);
    auto *field = new QFrame;
    field->setObjectName(QStringLiteral("amountField"));
    field->setFixedHeight(56);
    m_dots->setAlignment(Qt::AlignCenter);
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(m_dots);
    column->addWidget(field);
    auto *keys = new PinPad(m_theme);
    connect(keys, &PinPad::digit, &m_presenter, &LockPresenter::typeDigit);
    connect(keys, &PinPad::erase, &m_presenter, &LockPresenter::eraseDigit);
    connect(keys, &PinPad::clear, &m_presenter, &LockPresenter::clearDigits);
    column->addWidget(keys);
    m_unlock->setKind("primary");
    m_unlock->setTextSize(18, QFont::DemiBold);
    m_unlock->setFixedHeight(72);
    m_unlock->setKeyHint(tr("Enter", "the key"));
    m_unlock->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_unlock);
    m_message->setWordWrap(true);
    m_hint->setWordWrap(true);
    column->addWidget(m_message);
    column->addWidget(m_hint);
    // Room for two lines each, so that nothing moves when a PIN was wrong.
    m_message->setMinimumHeight(m_theme.scaled(36));
    m_hint->setMinimumHeight(m_theme.scaled(36));
    return pad;
}

QWidget *LockCard::makePasswordForm()
{
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(4, 0, 4, 0);
    column->setSpacing(6);
    const auto addField = [&](QVBoxLayout &place, QLineEdit &field, const char *name, const QString &label) {
        auto *text = makeText(m_theme, QString::fromLatin1(name) + QStringLiteral("Label"), 14, QFont::Medium);
        text->setText(label);
        field.setObjectName(QString::fromLatin1(name));
        field.setAccessibleName(label);
        text->setBuddy(&field);
        place.addWidget(text);
        place.addWidget(&field);
        place.addSpacing(12);
    };
    addField(*column, *m_mail, "lockMail", tr("Mail address"));
    addField(*column, *m_password, "lockPassword", tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    auto *codeColumn = new QVBoxLayout(m_codeStep);
    codeColumn->setContentsMargins(0, 0, 0, 0);
    codeColumn->setSpacing(6);
    addField(*codeColumn, *m_code, "lockCode", tr("Code of the authenticator"));
    column->addWidget(m_codeStep);
    m_codeStep->hide();
    m_code->setInputMethodHints(Qt::ImhNoPredictiveText);
    m_signIn->setKind("primary");
    m_signIn->setTextSize(18, QFont::DemiBold);
    m_signIn->setText(tr("Sign in"));
    m_signIn->setAccessibleName(tr("Sign in"));
    m_signIn->setFixedHeight(72);
    column->addWidget(m_signIn);
    m_toCode->setTextSize(14, QFont::Medium);
    m_toCode->setText(tr("Invited, or lost it?"));
    m_toCode->setAccessibleName(tr("Set a password with a code that was mailed"));
    column->addWidget(m_toCode, 0, Qt::AlignLeading);
    auto *note = makeText(m_theme, QStringLiteral("lockPasswordNote"), 14, QFont::Normal, "muted");
    note->setWordWrap(true);
    note->setText(tr("This asks the platform, so it needs the network."));
    column->addWidget(note);
    auto *message = makeText(m_theme, QStringLiteral("lockPasswordMessage"), 14, QFont::DemiBold, "warning");
    message->setWordWrap(true);
    column->addWidget(message);
    column->addStretch(1);
    connect(m_signIn, &QPushButton::clicked, this, &LockCard::signIn);
    connect(m_toCode, &QPushButton::clicked, this, &LockCard::askPasswordCode);
    connect(&m_presenter.passwordCode(), &PasswordCodePresenter::done, this, [this](const QString &mail) {
        // What follows, a code of an authenticator or that it did not work, is said there.
        askPassword(true);
        m_mail->setText(mail);
    });
    connect(m_mail, &QLineEdit::returnPressed, m_password, [this] { m_password->setFocus(Qt::TabFocusReason); });
    connect(m_password, &QLineEdit::returnPressed, this, &LockCard::signIn);
    connect(m_code, &QLineEdit::returnPressed, this, &LockCard::signIn);
    connect(&m_presenter, &LockPresenter::changed, message, [this, message] {
        const std::optional<TillMessage> &said = m_presenter.message();
        message->setText(said ? said->text : QString());
    });
    return form;
}

void LockCard::signIn()
{
    if (m_presenter.isCodeNeeded())
        m_presenter.submitCode(m_code->text());
    else
        m_presenter.signIn(m_mail->text(), m_password->text());
    m_password->clear();
    m_code->clear();
}

void LockCard::showCodeStep()
{
    const bool asked = m_presenter.isCodeNeeded();
    const bool isNew = asked && m_codeStep->isHidden();
    m_codeStep->setVisible(asked);
    m_toCode->setVisible(!asked);
    m_mail->setEnabled(!asked);
    m_password->setEnabled(!asked);
    if (isNew && isAskingPassword())
        m_code->setFocus(Qt::OtherFocusReason);
}

void LockCard::showSetUp()
{
    const bool asked = m_presenter.isSettingUp();
    const bool isNew = asked && (!m_authenticator || m_authenticator->isHidden());
    if (asked && !m_authenticator) {
        m_authenticator = new AuthenticatorCard(m_theme, m_presenter.authenticator());
        m_authenticator->setFixedWidth(m_theme.scaled(listWidth) + padWidth);
        m_middle->addWidget(m_authenticator, 0, Qt::AlignTop);
    }
    m_people->setVisible(!asked);
    m_side->setVisible(!asked);
    m_toPassword->setVisible(!asked);
    if (m_authenticator)
        m_authenticator->setVisible(asked);
    if (isNew)
        m_authenticator->begin();
}

bool LockCard::isAskingPassword() const
{
    return m_side->currentIndex() != 0;
}

const QWidget *LockCard::passwordButton() const
{
    return m_toPassword;
}

void LockCard::begin()
{
    m_mail->clear();
    m_password->clear();
    m_code->clear();
    askPassword(false);
    showState();
}

void LockCard::askPasswordCode()
{
    m_password->clear();
    m_side->setCurrentWidget(m_codeForm);
    m_codeForm->begin(m_mail->text());
}

void LockCard::askPassword(bool asked)
{
    if (!asked) {
        m_presenter.authenticator().leave();
        m_presenter.cancelCode();
        m_presenter.passwordCode().clear();
    }
    m_side->setCurrentIndex(asked ? 1 : 0);
    m_toPassword->setText(asked ? tr("Use a PIN") : tr("Use mail and password"));
    m_toPassword->setAccessibleName(m_toPassword->text());
    m_toPassword->setMinimumWidth(m_toPassword->sizeHint().width());
    if (asked)
        m_mail->setFocus();
    else
        Q_EMIT pinWanted();
}

void LockCard::showState()
{
    const bool switching = m_presenter.mode() == LockMode::Switching;
    m_icon->setPixmap(
        m_theme.icon(switching ? QStringLiteral("users") : QStringLiteral("lock"), "accent").pixmap(32, 32));
    m_title->setText(titleOf(m_presenter));
    const int length = m_presenter.pinLength();
    m_dots->setText(length == 0 ? QString() : QString(length, QChar(0x2022)));
    m_dots->setAccessibleName(tr("%n digits of the PIN", nullptr, length));
    m_unlock->setText(switching ? tr("Take over") : tr("Unlock"));
    m_unlock->setAccessibleName(m_unlock->text());
    m_unlock->setEnabled(length > 0 && !m_presenter.isBusy() && m_presenter.selected() >= 0);
    m_unlock->setAccessibleDescription(m_unlock->isEnabled() ? QString() : tr("Type the PIN first."));
    m_signIn->setEnabled(!m_presenter.isBusy());
    showSetUp();
    showCodeStep();
    const std::optional<TillMessage> &message = m_presenter.message();
    m_message->setText(message ? message->text : QString());
    const int row = m_presenter.selected();
    const bool noPin = row >= 0 && !m_presenter.people().at(row).hasPin;
    m_hint->setText(message ? message->hint
                    : noPin ? tr("%1 has no PIN here. Use mail and password.").arg(m_presenter.people().at(row).name)
                    : m_presenter.anyBadge() ? tr("Or scan your badge.")
                                             : QString());
    m_cancel->setVisible(switching);
    m_cancel->setText(tr("Back to %1").arg(m_presenter.presentName()));
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setMinimumWidth(m_cancel->sizeHint().width());
}

} // namespace crema::desktop
