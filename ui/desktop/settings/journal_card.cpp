// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/settings/journal_card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/selling/journal_presenter.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QStandardPaths>

namespace crema::desktop {

namespace {

enum Column { NumberColumn, WhatColumn, TimeColumn, SignedColumn, AmountColumn };

} // namespace

JournalCard::JournalCard(const Theme &theme, JournalPresenter &presenter, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter),
      m_summary(makeText(theme, QStringLiteral("journalSummary"), 14, QFont::Normal, "muted")),
      m_says(makeText(theme, QStringLiteral("journalSays"), 14, QFont::Medium)), m_rows(new QGridLayout),
      m_more(new TouchButton(theme, QStringLiteral("journalMore"))),
      m_export(new TouchButton(theme, QStringLiteral("journalExport")))
{
    setObjectName(QStringLiteral("journalCard"));
    setProperty("role", QStringLiteral("card"));
    QLabel *title = makeText(theme, QStringLiteral("journalCard.title"), 16, QFont::DemiBold);
    title->setText(tr("Auditor's journal"));
    m_summary->setWordWrap(true);
    m_says->setWordWrap(true);
    m_says->hide();
    m_rows->setContentsMargins(0, 8, 0, 0);
    m_rows->setHorizontalSpacing(16);
    m_rows->setVerticalSpacing(6);
    m_rows->setColumnStretch(WhatColumn, 1);
    m_more->setText(tr("Show older entries"));
    m_export->setText(tr("Export for an auditor"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 8, 0, 0);
    buttons->addWidget(m_export);
    buttons->addWidget(m_more);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(m_summary);
    column->addLayout(m_rows);
    column->addLayout(buttons);
    column->addWidget(m_says);
    connect(m_more, &QPushButton::clicked, &presenter, &JournalPresenter::fetchMore);
    connect(m_export, &QPushButton::clicked, this, &JournalCard::chooseFile);
    connect(&presenter, &JournalPresenter::changed, this, &JournalCard::showRows);
    connect(&presenter, &JournalPresenter::exported, this, &JournalCard::say);
    connect(&presenter, &JournalPresenter::failed, this, [this](const Problem &problem) { say(problem.message); });
    showRows();
}

QLabel *JournalCard::cell(int row, int column)
{
    if (const QLayoutItem *item = m_rows->itemAtPosition(row, column))
        return static_cast<QLabel *>(item->widget());
    const QString name = QStringLiteral("journal%1.%2").arg(row).arg(column);
    const bool isAside = column == NumberColumn || column == TimeColumn || column == SignedColumn;
    QLabel *label = makeText(m_theme, name, 14, QFont::Normal, isAside ? "muted" : "");
    const bool isNumber = column == NumberColumn || column == AmountColumn;
    m_rows->addWidget(label, row, column, isNumber ? Qt::AlignTrailing : Qt::AlignLeading);
    return label;
}

void JournalCard::showRow(int row)
{
    const JournalRow &entry = m_presenter.rows().at(row);
    cell(row, NumberColumn)->setText(entry.numberText);
    cell(row, WhatColumn)->setText(entry.what);
    cell(row, TimeColumn)->setText(entry.timeText);
    cell(row, SignedColumn)->setText(entry.isCountersigned ? tr("countersigned") : QString());
    cell(row, AmountColumn)->setText(entry.amountText);
}

void JournalCard::showRows()
{
    m_summary->setText(m_presenter.summary());
    const int count = static_cast<int>(m_presenter.rows().size());
    for (int row = 0; row < count; ++row)
        showRow(row);
    for (int row = count; row < m_rows->rowCount(); ++row) {
        for (int column = NumberColumn; column <= AmountColumn && m_rows->itemAtPosition(row, column); ++column)
            cell(row, column)->clear();
    }
    m_more->setVisible(m_presenter.canFetchMore());
    m_export->setEnabled(count > 0);
}

void JournalCard::say(const QString &text)
{
    m_says->setText(text);
    m_says->show();
}

void JournalCard::chooseFile()
{
    // Not exec(): the till goes on selling while a person looks for a folder.
    auto *dialog = new QFileDialog(this, tr("Export the auditor's journal"));
    dialog->setObjectName(QStringLiteral("journalExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("JSON lines (*.jsonl)"));
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_presenter.exportName());
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &JournalPresenter::exportTo);
    dialog->open();
}

} // namespace crema::desktop
