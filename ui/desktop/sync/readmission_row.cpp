// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sync/readmission_row.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/syncing/sync_panel_presenter.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace crema::desktop {

ReadmissionRow::ReadmissionRow(const Theme &theme, SyncPanelPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_code(new QLineEdit),
      m_button(new TouchButton(theme, QStringLiteral("readmitButton")))
{
    setObjectName(QStringLiteral("readmissionRow"));
    m_code->setObjectName(QStringLiteral("readmissionCode"));
    m_code->setAccessibleName(tr("One-time code"));
    m_code->setPlaceholderText(QStringLiteral("K7QP-3M2X"));
    m_button->setKind("primary");
    m_button->setText(tr("Let in again"));
    m_button->setAccessibleName(m_button->text());
    m_button->setTextSize(14, QFont::Medium);
    for (QWidget *widget : {static_cast<QWidget *>(m_code), static_cast<QWidget *>(m_button)})
        widget->setMinimumHeight(theme.scaled(40));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_code, 1);
    row->addWidget(m_button);
    setFocusProxy(m_code);
    connect(m_code, &QLineEdit::returnPressed, this, &ReadmissionRow::submit);
    connect(m_button, &QPushButton::clicked, this, &ReadmissionRow::submit);
    showStatus();
}

void ReadmissionRow::showStatus()
{
    setVisible(m_presenter.isShutOut());
    m_button->setEnabled(!m_presenter.status().busy);
    if (!m_presenter.isShutOut())
        m_code->clear();
}

void ReadmissionRow::submit()
{
    m_presenter.readmit(m_code->text());
}

} // namespace crema::desktop
