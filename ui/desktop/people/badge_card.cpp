// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/badge_card.h"

#include "ui/desktop/account/qr_code_view.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/person_list_presenter.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace crema::desktop {

BadgeCard::BadgeCard(const Theme &theme, PersonListPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_text(makeText(theme, QStringLiteral("personBadgeText"), 14, QFont::Normal, "muted")),
      m_code(new QrCodeView(theme, QStringLiteral("personBadgeCode"))),
      m_make(new TouchButton(theme, QStringLiteral("personMakeBadge"))),
      m_save(new TouchButton(theme, QStringLiteral("personSaveBadge"))),
      m_take(new TouchButton(theme, QStringLiteral("personTakeBadge")))
{
    setObjectName(QStringLiteral("personBadge.card"));
    build();
    connect(m_make, &QPushButton::clicked, &presenter, &PersonListPresenter::makeBadge);
    connect(m_take, &QPushButton::clicked, &presenter, &PersonListPresenter::takeBadge);
    connect(m_save, &QPushButton::clicked, this, &BadgeCard::chooseFile);
    connect(&presenter, &PersonListPresenter::detailChanged, this, &BadgeCard::showBadge);
    connect(&presenter, &PersonListPresenter::badgeMade, this, &BadgeCard::showBadge);
    connect(&presenter, &PersonListPresenter::badgeSaved, this, [this](const QString &fileName) {
        m_text->setText(tr("The badge is in %1. It can be printed and cut out from there.", "a file").arg(fileName));
    });
    showBadge();
}

void BadgeCard::build()
{
    m_text->setWordWrap(true);
    m_text->setContentsMargins(4, 0, 4, 0);
    m_code->setAccessibleName(tr("QR code of the badge"));
    m_code->setAccessibleDescription(tr("Whoever scans it at a till is signed in as this person."));
    m_save->setText(tr("Save to print"));
    m_take->setText(tr("Take the badge away"));
    auto *codeRow = new QHBoxLayout;
    codeRow->setContentsMargins(Card::padding + 4, 0, Card::padding, 0);
    codeRow->addWidget(m_code);
    codeRow->addStretch(1);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(4, 8, 4, 4);
    row->setSpacing(8);
    for (TouchButton *each : {m_save, m_make, m_take}) {
        each->setMinimumHeight(m_theme.controlHeight());
        row->addWidget(each);
    }
    row->addStretch(1);
    auto *card = new Card(m_theme, QStringLiteral("personBadgeCard"), tr("Badge"));
    card->addRow(m_text);
    card->body()->addLayout(codeRow);
    card->addRow(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
}

void BadgeCard::showBadge()
{
    const auto &detail = m_presenter.detail();
    const auto &made = m_presenter.madeBadge();
    setVisible(detail && !detail->isNew && detail->isActive && detail->lockedText.isEmpty());
    const bool hasBadge = detail && detail->hasBadge;
    m_code->setText(made ? made->code : QString());
    m_code->setVisible(made.has_value());
    m_save->setVisible(made.has_value());
    m_make->setVisible(!made);
    m_make->setText(hasBadge ? tr("Make a new badge") : tr("Make a badge"));
    m_take->setVisible(hasBadge);
    m_text->setText(made       ? tr("Save it now: it is shown this once. The one before counts no more.")
                    : hasBadge ? tr("A badge was made. Its code cannot be read; a new one takes its place.")
                               : tr("A card to scan at a till instead of typing the PIN, without a network too."));
}

void BadgeCard::chooseFile()
{
    // Not exec(): the till goes on selling while a person looks for a folder.
    auto *dialog = new QFileDialog(this, tr("Save the badge"));
    dialog->setObjectName(QStringLiteral("badgeDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Picture (*.svg)"));
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_presenter.badgeFileName());
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &PersonListPresenter::saveBadge);
    dialog->open();
}

} // namespace crema::desktop
