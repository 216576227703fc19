// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/customers/customer_privacy_card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/erase_dialog.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/customers/customer_list_presenter.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QStandardPaths>

namespace crema::desktop {

CustomerPrivacyCard::CustomerPrivacyCard(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_card(new Card(theme, QStringLiteral("customerPrivacyCard"), tr("Privacy"))),
      m_reasons(makeText(theme, QStringLiteral("customerPrivacyReasons"), 14, QFont::Normal, "muted"))
{
    QLabel *about = makeText(theme, QStringLiteral("customerPrivacyAbout"), 14, QFont::Normal);
    about->setText(tr("A customer may ask for a copy of what is known of them, and to be erased."));
    for (QLabel *label : {about, m_reasons}) {
        label->setWordWrap(true);
        label->setContentsMargins(4, 0, 4, 8);
    }
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(4, 4, 4, 8);
    row->setSpacing(8);
    row->addWidget(makeButton(QStringLiteral("customers.export"), tr("Save a copy")));
    row->addWidget(makeButton(QStringLiteral("customers.erase"), tr("Erase")));
    row->addStretch(1);
    m_card->addRow(about);
    m_card->addRow(buttons);
    m_card->addRow(m_reasons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(&presenter, &CustomerListPresenter::exportWanted, this, &CustomerPrivacyCard::chooseFile);
    connect(&presenter, &CustomerListPresenter::eraseWanted, this, &CustomerPrivacyCard::askToErase);
    showReasons();
}

TouchButton *CustomerPrivacyCard::makeButton(const QString &action, const QString &text)
{
    auto *made = new TouchButton(m_theme, action + QStringLiteral(".button"));
    Action &declared = *m_presenter.actions().find(action);
    made->setAction(declared);
    made->setTextSize(14, QFont::Medium);
    made->setMinimumHeight(m_theme.controlHeight());
    made->setText(text);
    connect(&declared, &Action::changed, made, [made, text] { made->setText(text); });
    connect(&declared, &Action::changed, this, &CustomerPrivacyCard::showReasons);
    return made;
}

void CustomerPrivacyCard::showReasons()
{
    QStringList reasons;
    for (const QStringView id : {u"customers.erase", u"customers.export"})
        reasons.append(m_presenter.actions().find(id)->disabledReason());
    reasons.removeAll(QString());
    reasons.removeDuplicates();
    m_reasons->setText(reasons.join(u'\n'));
    m_reasons->setVisible(!reasons.isEmpty());
}

void CustomerPrivacyCard::chooseFile()
{
    // Not exec(): the till goes on selling while a person looks for a folder.
    auto *dialog = new QFileDialog(this, tr("Save what is known of the customer"));
    dialog->setObjectName(QStringLiteral("customerExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("JSON (*.json)"));
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_presenter.exportName());
    // Whoever is open by then is not whom the file is for.
    connect(&m_presenter, &CustomerListPresenter::placeChanged, dialog, &QDialog::reject);
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &CustomerListPresenter::exportTo);
    dialog->open();
}

void CustomerPrivacyCard::askToErase()
{
    if (!m_presenter.eraseQuestion())
        return;
    const auto question = [this, id = m_presenter.openId()] {
        return m_presenter.openId() == id ? m_presenter.eraseQuestion() : std::nullopt;
    };
    auto *dialog = new EraseDialog(m_theme,
                                   {QStringLiteral("eraseCustomer"), tr("Erase the customer"), question,
                                    [this](EraseReason reason) { m_presenter.erase(reason); }},
                                   window());
    connect(&m_presenter, &CustomerListPresenter::detailChanged, dialog, &EraseDialog::follow);
    dialog->open();
}

} // namespace crema::desktop
