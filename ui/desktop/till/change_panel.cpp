// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/change_panel.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_presenter.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int receiptColumns = 42;

} // namespace

ChangePanel::ChangePanel(const Theme &theme, TillPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_icon(new QLabel),
      m_title(makeText(theme, QStringLiteral("changeTitle"), 20, QFont::DemiBold)), m_change(new AmountLabel),
      m_paid(makeText(theme, QStringLiteral("paidText"), 16, QFont::Normal, "muted")), m_handOut(new QGridLayout),
      m_receiptButton(new TouchButton(theme, QStringLiteral("receiptButton"))), m_receipt(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("changePanel"));
    m_icon->setObjectName(QStringLiteral("changeIcon"));
    m_change->setObjectName(QStringLiteral("changeAmount"));
    m_change->setFont(theme.font(56, QFont::DemiBold));
    m_change->setAlignment(Qt::AlignCenter);
    m_handOut->setSpacing(8);

    m_receiptButton->setIconName(QStringLiteral("file"));
    m_receiptButton->setTextSize(16, QFont::DemiBold);
    m_receiptButton->setCheckable(true);
    m_receiptButton->setFixedSize(m_theme.scaled(240), 64);
    m_receiptButton->setText(tr("Show receipt"));
    m_receiptButton->setAccessibleName(tr("Show receipt"));
    m_receipt->setObjectName(QStringLiteral("receiptText"));
    m_receipt->setAccessibleName(tr("Receipt"));
    m_receipt->setReadOnly(true);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(m_theme.scaled(13));
    m_receipt->setFont(fixed);
    m_receipt->setFixedWidth(QFontMetrics(fixed).horizontalAdvance(QLatin1Char('0')) * (receiptColumns + 1) + 48);
    m_receipt->document()->setDocumentMargin(16);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 12);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_change, 0, Qt::AlignHCenter);
    column->addWidget(m_paid, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    auto *pieces = new QHBoxLayout;
    pieces->addStretch(1);
    pieces->addLayout(m_handOut);
    pieces->addStretch(1);
    column->addLayout(pieces);
    column->addSpacing(16);
    column->addWidget(m_receiptButton, 0, Qt::AlignHCenter);
    column->addWidget(m_receipt, 6, Qt::AlignHCenter);
    auto *hint = makeText(theme, QStringLiteral("nextSaleHint"), 14, QFont::Normal, "muted");
    hint->setText(tr("The next scan or tile starts a new sale"));
    column->addWidget(hint, 0, Qt::AlignHCenter);
    column->addStretch(3);

    connect(m_receiptButton, &QPushButton::toggled, this, &ChangePanel::showReceipt);
    connect(&presenter, &TillPresenter::modeChanged, this, &ChangePanel::showChange);
    connect(&theme, &Theme::changed, this, &ChangePanel::showChange);
    showChange();
}

void ChangePanel::showChange()
{
    if (m_presenter.mode() != TillMode::ChangeDue)
        return;
    const ChangeView &change = m_presenter.change();
    m_icon->setPixmap(m_theme.icon(QStringLiteral("okcircle"), "ok").pixmap(48, 48));
    m_title->setText(change.hasChange ? tr("Change due") : tr("No change"));
    m_change->setText(change.changeText);
    m_change->setAccessibleName(
        tr("%1 %2", "name of an amount and the amount").arg(m_title->text(), change.changeText));
    m_change->updateGeometry();
    m_paid->setText(change.paidText);
    while (QLayoutItem *item = m_handOut->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    constexpr int perRow = 4;
    for (int row = 0; row < change.handOut.size(); ++row) {
        auto *piece = makeText(m_theme, QStringLiteral("handOut%1").arg(row), 14, QFont::Medium);
        piece->setAlignment(Qt::AlignCenter);
        piece->setProperty("chip", true);
        piece->setText(change.handOut.at(row));
        m_handOut->addWidget(piece, row / perRow, row % perRow);
    }
    m_receiptButton->setChecked(false);
    showReceipt(false);
}

void ChangePanel::showReceipt(bool visible)
{
    m_receipt->setVisible(visible);
    if (visible)
        m_receipt->setPlainText(m_presenter.receiptText(receiptColumns));
}

} // namespace crema::desktop
