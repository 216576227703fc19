// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/account/authenticator_card.h"

#include "ui/desktop/account/account_parts.h"
#include "ui/desktop/account/qr_code_view.h"
#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/authenticator_presenter.h"
#include "ui/presenters/till/till_view.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>

namespace crema::desktop {
namespace {

/// A code of the platform has 29 letters: with large text two of them have no room side by side.
int codeColumns(const Theme &theme)
{
    return isLargeText(theme) ? 1 : 2;
}

/// One step as a column of its own.
QVBoxLayout *stepColumn(QWidget *step)
{
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

QLabel *makeFixedText(const Theme &theme, const QString &objectName)
{
    QLabel *label = makeText(theme, objectName, 16, QFont::Medium);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(theme.scaled(16));
    label->setFont(fixed);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

AuthenticatorCard::AuthenticatorCard(const Theme &theme, AuthenticatorPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_password(makeSecretEdit()), m_code(new QLineEdit),
      m_qr(new QrCodeView(theme, QStringLiteral("authenticatorQr"))),
      m_secret(makeFixedText(theme, QStringLiteral("authenticatorSecret"))), m_codes(new QGridLayout),
      m_question(new MessageStrip(theme)), m_message(new MessageStrip(theme))
{
    setObjectName(QStringLiteral("accountAuthenticatorPart"));
    build();
    connect(&presenter, &AuthenticatorPresenter::changed, this, &AuthenticatorCard::showState);
    showState();
}

void AuthenticatorCard::build()
{
    auto *card = new Card(m_theme, QStringLiteral("accountAuthenticatorCard"), tr("Authenticator"));
    card->body()->setSpacing(8);
    card->addRow(m_question);
    m_steps = {makeStart(), makePassword(), makeCode(), makeCodes()};
    for (QWidget *step : std::as_const(m_steps))
        card->addRow(step);
    card->addRow(m_message);
    m_message->setAnswers({}, {});
    m_question->setAnswers(tr("Leave without them"), tr("Back to the codes"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_question, &MessageStrip::accepted, this, [this] { m_presenter.answerLeaving(true); });
    connect(m_question, &MessageStrip::dismissed, this, [this] { m_presenter.answerLeaving(false); });
}

TouchButton *AuthenticatorCard::makeCancel(const char *objectName)
{
    TouchButton *cancel = makeAccountButton(m_theme, objectName, tr("Cancel"));
    connect(cancel, &QPushButton::clicked, &m_presenter, &AuthenticatorPresenter::leave);
    return cancel;
}

QWidget *AuthenticatorCard::makeStart()
{
    auto *step = new QWidget;
    QVBoxLayout *column = stepColumn(step);
    column->addWidget(makeAccountNote(
        m_theme, QStringLiteral("authenticatorNote"),
        tr("An app on your telephone that shows a new code of six digits every half minute. With it, a password alone "
           "lets nobody in: signing in asks for the code too. Your PIN works as before.")));
    TouchButton *begin = makeAccountButton(m_theme, "authenticatorBegin", tr("Set up an authenticator"));
    column->addWidget(makeAccountButtons({begin}));
    connect(begin, &QPushButton::clicked, &m_presenter, &AuthenticatorPresenter::begin);
    return step;
}

QWidget *AuthenticatorCard::makePassword()
{
    auto *step = new QWidget;
    QVBoxLayout *column = stepColumn(step);
    column->addWidget(
        new FormField(m_theme, QStringLiteral("authenticatorPassword"), tr("Present password"), m_password));
    TouchButton *next = makeAccountButton(m_theme, "authenticatorNext", tr("Go on"));
    next->setKind("primary");
    m_submits.append(next);
    column->addWidget(makeAccountButtons({next, makeCancel("authenticatorCancelPassword")}));
    connect(next, &QPushButton::clicked, this, &AuthenticatorCard::submitPassword);
    connect(m_password, &QLineEdit::returnPressed, this, &AuthenticatorCard::submitPassword);
    return step;
}

QWidget *AuthenticatorCard::makeCode()
{
    auto *step = new QWidget;
    QVBoxLayout *column = stepColumn(step);
    column->addWidget(makeAccountNote(m_theme, QStringLiteral("authenticatorScanNote"),
                                      tr("Take a picture of this with the authenticator app, or type the secret there. "
                                         "Then type the code that the app shows.")));
    m_secret->setAccessibleName(tr("Secret of the authenticator"));
    m_secret->setContentsMargins(4, 8, 4, 12);
    m_secret->setWordWrap(true);
    auto *picture = new QHBoxLayout;
    picture->setContentsMargins(4, 0, 4, 0);
    picture->addWidget(m_qr);
    picture->addStretch(1);
    column->addLayout(picture);
    column->addWidget(m_secret);
    m_code->setInputMethodHints(Qt::ImhDigitsOnly);
    column->addWidget(
        new FormField(m_theme, QStringLiteral("authenticatorCode"), tr("Code that the app shows now"), m_code));
    TouchButton *confirm = makeAccountButton(m_theme, "authenticatorConfirm", tr("Confirm"));
    confirm->setKind("primary");
    m_submits.append(confirm);
    column->addWidget(makeAccountButtons({confirm, makeCancel("authenticatorCancelCode")}));
    connect(confirm, &QPushButton::clicked, this, &AuthenticatorCard::submitCode);
    connect(m_code, &QLineEdit::returnPressed, this, &AuthenticatorCard::submitCode);
    return step;
}

QWidget *AuthenticatorCard::makeCodes()
{
    auto *step = new QWidget;
    QVBoxLayout *column = stepColumn(step);
    column->addWidget(
        makeAccountNote(m_theme, QStringLiteral("authenticatorCodesNote"),
                        tr("The authenticator counts. Each of these recovery codes lets you in once when it is lost. "
                           "They are shown this once: keep them where only you find them.")));
    m_codes->setContentsMargins(4, 0, 4, 8);
    m_codes->setHorizontalSpacing(32);
    m_codes->setVerticalSpacing(8);
    m_codes->setColumnStretch(codeColumns(m_theme), 1);
    column->addLayout(m_codes);
    TouchButton *kept = makeAccountButton(m_theme, "authenticatorKept", tr("I have kept them"));
    TouchButton *save = makeAccountButton(m_theme, "authenticatorSave", tr("Save to a file"));
    TouchButton *copy = makeAccountButton(m_theme, "authenticatorCopy", tr("Copy"));
    kept->setKind("primary");
    column->addWidget(makeAccountButtons({copy, save, kept}));
    connect(kept, &QPushButton::clicked, &m_presenter, &AuthenticatorPresenter::confirmKept);
    connect(save, &QPushButton::clicked, this, &AuthenticatorCard::chooseFile);
    connect(copy, &QPushButton::clicked, this, &AuthenticatorCard::copyCodes);
    return step;
}

void AuthenticatorCard::clear()
{
    m_password->clear();
    m_code->clear();
}

void AuthenticatorCard::begin()
{
    m_presenter.begin();
    focusStep();
}

void AuthenticatorCard::submitPassword()
{
    m_presenter.submitPassword(m_password->text());
    m_password->clear();
}

void AuthenticatorCard::submitCode()
{
    m_presenter.submitCode(m_code->text());
    m_code->clear();
}

void AuthenticatorCard::copyCodes()
{
    QApplication::clipboard()->setText(m_presenter.recoveryText());
    m_isCopied = true;
    showMessage();
}

void AuthenticatorCard::chooseFile()
{
    // Not exec(): the till goes on selling while a person looks for a folder.
    auto *dialog = new QFileDialog(this, tr("Save the recovery codes"));
    dialog->setObjectName(QStringLiteral("recoveryCodesDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text (*.txt)"));
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_presenter.proposedName());
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &AuthenticatorPresenter::saveTo);
    dialog->open();
}

void AuthenticatorCard::showState()
{
    for (TouchButton *submit : std::as_const(m_submits))
        submit->setEnabled(!m_presenter.isBusy());
    m_qr->setText(m_presenter.uri());
    m_secret->setText(m_presenter.secretText());
    if (m_presenter.step() != AuthenticatorStep::Codes)
        m_isCopied = false;
    showCodes();
    showMessage();
    showQuestion();
    showStep();
}

void AuthenticatorCard::showStep()
{
    QWidget *present = m_steps.at(static_cast<int>(m_presenter.step()));
    const bool isOther = present->isHidden();
    const bool hasFocus = isAncestorOf(QApplication::focusWidget());
    for (QWidget *step : std::as_const(m_steps))
        step->setVisible(step == present);
    if (isOther)
        clear();
    if (isOther && hasFocus)
        focusStep();
}

void AuthenticatorCard::focusStep()
{
    const auto focus = [this](const char *name) {
        findChild<QWidget *>(QString::fromLatin1(name))->setFocus(Qt::OtherFocusReason);
    };
    switch (m_presenter.step()) {
    case AuthenticatorStep::Start: focus("authenticatorBegin"); break;
    case AuthenticatorStep::Password: m_password->setFocus(); break;
    case AuthenticatorStep::Code: m_code->setFocus(); break;
    case AuthenticatorStep::Codes: focus("authenticatorCopy"); break;
    }
}

void AuthenticatorCard::showCodes()
{
    const QStringList &codes = m_presenter.recoveryCodes();
    const int columns = codeColumns(m_theme);
    for (int number = 0; number < qMax<int>(m_codes->count(), codes.size()); ++number) {
        if (number >= m_codes->count())
            m_codes->addWidget(makeFixedText(m_theme, QStringLiteral("recoveryCode%1").arg(number)), number / columns,
                               number % columns);
        auto *label = static_cast<QLabel *>(m_codes->itemAt(number)->widget());
        label->setText(codes.value(number));
        label->setVisible(number < codes.size());
    }
}

void AuthenticatorCard::showMessage()
{
    const std::optional<Problem> &problem = m_presenter.problem();
    const QString &file = m_presenter.savedFile();
    m_message->setVisible(problem || m_isCopied || !file.isEmpty() || m_presenter.isDone());
    if (problem)
        m_message->showMessage(Tone::Error, problem->message, problem->hint);
    else if (!file.isEmpty())
        m_message->showMessage(Tone::Ok, tr("The codes are in %1.", "a file").arg(file),
                               tr("Only you can read the file. Move it to a safe place."));
    else if (m_isCopied)
        m_message->showMessage(Tone::Ok, tr("The codes are copied."), tr("Paste them where only you find them."));
    else if (m_presenter.isDone())
        m_message->showMessage(Tone::Ok, tr("The authenticator is set up."),
                               tr("From now on your password needs its code."));
}

void AuthenticatorCard::showQuestion()
{
    const bool isNew = m_presenter.isAskingToLeave() && m_question->isHidden();
    m_question->setVisible(m_presenter.isAskingToLeave());
    if (!m_presenter.isAskingToLeave())
        return;
    m_question->showMessage(Tone::Warning, tr("Leave without the recovery codes?"),
                            tr("They are not shown again. Without them a lost telephone keeps you out until an "
                               "administrator takes the authenticator away."));
    if (isNew)
        m_question->findChild<QWidget *>(QStringLiteral("messageNo"))->setFocus();
}

void AuthenticatorCard::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        clear();
}

} // namespace crema::desktop
