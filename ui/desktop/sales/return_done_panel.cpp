// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/return_done_panel.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/till/print_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/printing/print_presenter.h"
#include "ui/presenters/selling/return_presenter.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int buttonHeight = 64;
constexpr int blockWidth = 664;

void empty(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

ReturnDonePanel::ReturnDonePanel(const Theme &theme, ReturnPresenter &presenter, PrintPresenter &printing,
                                 QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_printing(printing), m_icon(new QLabel),
      m_title(makeText(theme, QStringLiteral("returnDoneTitle"), 20, QFont::DemiBold)),
      m_cashTitle(makeText(theme, QStringLiteral("returnCashTitle"), 16, QFont::Normal, "muted")),
      m_cash(new AmountLabel), m_pieces(new QHBoxLayout), m_others(new QWidget), m_otherRows(new QGridLayout(m_others)),
      m_hint(makeText(theme, QStringLiteral("returnOtherHint"), 14, QFont::Medium)),
      m_show(makeButton("returnShow", tr("Show the return"))), m_print(makeButton("returnPrint", tr("Print again"))),
      m_done(makeButton("returnDone", tr("Done")))
{
    setObjectName(QStringLiteral("returnDonePanel"));
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_cashTitle->setText(tr("Hand out in cash"));
    m_cash->setObjectName(QStringLiteral("returnCash"));
    m_cash->setFont(theme.font(56, QFont::DemiBold));
    m_cash->setAlignment(Qt::AlignCenter);
    m_pieces->setSpacing(8);
    m_otherRows->setContentsMargins(0, 0, 0, 0);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_done->setKind("primary");
    connect(m_show, &QPushButton::clicked, &presenter, &ReturnPresenter::showDocument);
    connect(m_print, &QPushButton::clicked, &presenter, &ReturnPresenter::printAgain);
    connect(m_done, &QPushButton::clicked, &presenter, &ReturnPresenter::close);
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    for (TouchButton *button : {m_show, m_print, m_done})
        feet->addWidget(button, 1);
    auto *block = new QWidget;
    block->setMaximumWidth(theme.scaled(blockWidth));
    auto *column = new QVBoxLayout(block);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addSpacing(16);
    column->addWidget(m_cashTitle, 0, Qt::AlignHCenter);
    column->addWidget(m_cash, 0, Qt::AlignHCenter);
    auto *pieces = new QHBoxLayout;
    pieces->addStretch(1);
    pieces->addLayout(m_pieces);
    pieces->addStretch(1);
    column->addLayout(pieces);
    column->addSpacing(8);
    column->addWidget(m_others, 0, Qt::AlignHCenter);
    column->addWidget(m_hint);
    column->addSpacing(16);
    column->addLayout(feet);
    column->addWidget(new PrintStrip(theme, printing, PrintStrip::WhenQuiet::Hidden));
    column->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(block, 8);
    row->addStretch(1);
    connect(&presenter, &ReturnPresenter::stepChanged, this, &ReturnDonePanel::showDone);
    connect(&printing, &PrintPresenter::viewChanged, this, &ReturnDonePanel::showDone);
    connect(&theme, &Theme::changed, this, &ReturnDonePanel::showDone);
}

TouchButton *ReturnDonePanel::makeButton(const char *name, const QString &text)
{
    auto *button = new TouchButton(m_theme, QString::fromLatin1(name));
    button->setText(text);
    button->setAccessibleName(text);
    button->setTextSize(16, QFont::Medium);
    button->setMinimumHeight(buttonHeight);
    return button;
}

void ReturnDonePanel::showDone()
{
    if (m_presenter.step() != ReturnStep::Done)
        return;
    const ReturnDone &done = m_presenter.done();
    m_icon->setPixmap(m_theme.icon(QStringLiteral("okcircle"), "ok").pixmap(48, 48));
    m_title->setText(done.title);
    m_cashTitle->setVisible(done.hasCash);
    m_cash->setVisible(done.hasCash);
    m_cash->setText(done.cashText);
    m_cash->setAccessibleName(tr("%1 %2", "name of an amount and the amount").arg(m_cashTitle->text(), done.cashText));
    m_cash->updateGeometry();
    empty(*m_pieces);
    for (int row = 0; row < done.handOut.size(); ++row) {
        auto *piece = makeText(m_theme, QStringLiteral("returnPiece%1").arg(row), 14, QFont::Medium);
        piece->setProperty("chip", true);
        piece->setText(done.handOut.at(row));
        m_pieces->addWidget(piece);
    }
    empty(*m_otherRows);
    for (int row = 0; row < done.byOther.size(); ++row) {
        auto *label = makeText(m_theme, QStringLiteral("returnOther%1").arg(row), 20, QFont::Normal, "muted");
        label->setText(done.byOther.at(row).label);
        auto *amount = new AmountLabel;
        amount->setText(done.byOther.at(row).amountText);
        amount->setFont(m_theme.font(28, QFont::DemiBold));
        m_otherRows->addWidget(label, row, 0);
        m_otherRows->addWidget(amount, row, 1);
    }
    m_hint->setText(done.otherHint);
    m_hint->setVisible(!done.otherHint.isEmpty());
    m_print->setVisible(m_printing.canPrint());
}

void ReturnDonePanel::focusDone()
{
    m_done->setFocus();
}

} // namespace crema::desktop
