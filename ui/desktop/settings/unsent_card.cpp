// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/settings/unsent_card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/syncing/unsent_presenter.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>

namespace crema::desktop {

namespace {

QLineEdit *makeSecret()
{
    auto *edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

} // namespace

UnsentCard::UnsentCard(const Theme &theme, UnsentPresenter &presenter, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter),
      m_sentence(makeText(theme, QStringLiteral("unsentSentence"), 14, QFont::Normal)), m_passphrase(makeSecret()),
      m_again(makeSecret()),
      m_passphraseField(new FormField(theme, QStringLiteral("unsentPassphrase"), tr("Passphrase"), m_passphrase)),
      m_againField(new FormField(theme, QStringLiteral("unsentAgain"), tr("The passphrase again"), m_again)),
      m_export(new TouchButton(theme, QStringLiteral("unsentExport"))),
      m_import(new TouchButton(theme, QStringLiteral("unsentImport"))), m_message(new MessageStrip(theme))
{
    setObjectName(QStringLiteral("unsentCard"));
    setProperty("role", QStringLiteral("card"));
    build();
    connect(&presenter, &UnsentPresenter::changed, this, &UnsentCard::showStanding);
    connect(&presenter, &UnsentPresenter::exportWanted, this, &UnsentCard::chooseNewFile);
    connect(&presenter, &UnsentPresenter::importWanted, this, &UnsentCard::chooseFile);
    connect(m_message, &MessageStrip::dismissed, m_message, &QWidget::hide);
    for (QLineEdit *edit : {m_passphrase, m_again})
        connect(edit, &QLineEdit::textEdited, this, &UnsentCard::clearProblems);
    showStanding();
}

void UnsentCard::build()
{
    QLabel *title = makeText(m_theme, QStringLiteral("unsentCard.title"), 16, QFont::DemiBold);
    title->setText(tr("What is not sent yet"));
    QLabel *about = makeText(m_theme, QStringLiteral("unsentAbout"), 14, QFont::Normal, "muted");
    about->setText(
        tr("Before this device is left for good, what it has not sent goes into a file that another register "
           "of the business takes over. Nobody reads the file without its passphrase."));
    for (QLabel *text : {m_sentence, about})
        text->setWordWrap(true);
    auto *secrets = new QHBoxLayout;
    secrets->setSpacing(8);
    for (FormField *field : {m_passphraseField, m_againField})
        secrets->addWidget(field, 1, Qt::AlignTop);
    m_export->setAction(*m_presenter.actions().find(u"unsent.export"));
    m_import->setAction(*m_presenter.actions().find(u"unsent.import"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (TouchButton *button : {m_export, m_import}) {
        button->setTextSize(14, QFont::Medium);
        button->setMinimumHeight(m_theme.scaled(40));
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(m_sentence);
    column->addWidget(about);
    column->addLayout(secrets);
    column->addLayout(buttons);
    column->addWidget(m_message);
}

void UnsentCard::showStanding()
{
    m_sentence->setText(m_presenter.sentence());
    const std::optional<TillMessage> &message = m_presenter.message();
    if (!message)
        m_message->hide();
    else if (message->number != std::exchange(m_shownMessage, message->number))
        showMessage();
}

void UnsentCard::showMessage()
{
    const TillMessage &message = *m_presenter.message();
    m_message->showMessage(message.tone, message.text, message.hint);
    m_message->show();
    // One that opened or closed a file is not left lying about.
    if (message.tone == Tone::Ok) {
        m_passphrase->clear();
        m_again->clear();
    }
}

void UnsentCard::clearProblems()
{
    m_passphraseField->setProblem({});
    m_againField->setProblem({});
}

QFileDialog *UnsentCard::newDialog(const QString &objectName, const QString &title)
{
    // Not exec(): the till goes on selling while a person looks for a folder.
    auto *dialog = new QFileDialog(this, title);
    dialog->setObjectName(objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("What a register has not sent (*.crema)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return dialog;
}

void UnsentCard::chooseNewFile()
{
    const QString passphrase = m_passphrase->text();
    const QString tooShort = UnsentPresenter::passphraseProblem(passphrase);
    const QString differs = UnsentPresenter::repetitionProblem(passphrase, m_again->text());
    m_passphraseField->setProblem(tooShort);
    m_againField->setProblem(differs);
    if (!tooShort.isEmpty() || !differs.isEmpty()) {
        (tooShort.isEmpty() ? m_again : m_passphrase)->setFocus();
        return;
    }
    QFileDialog *dialog = newDialog(QStringLiteral("unsentExportDialog"), tr("Write what is not sent to a file"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("crema"));
    dialog->selectFile(m_presenter.proposedName());
    connect(dialog, &QFileDialog::fileSelected, &m_presenter,
            [presenter = &m_presenter, passphrase](const QString &path) { presenter->exportTo(path, passphrase); });
    dialog->open();
}

void UnsentCard::chooseFile()
{
    clearProblems();
    const QString passphrase = m_passphrase->text();
    if (passphrase.isEmpty()) {
        m_passphraseField->setProblem(tr("Type the passphrase of the file first."));
        m_passphrase->setFocus();
        return;
    }
    QFileDialog *dialog = newDialog(QStringLiteral("unsentImportDialog"), tr("Take over what a register has not sent"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_presenter,
            [presenter = &m_presenter, passphrase](const QString &path) { presenter->importFrom(path, passphrase); });
    dialog->open();
}

} // namespace crema::desktop
