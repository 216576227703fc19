// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/change_panel.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/till/print_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/action.h"
#include "ui/presenters/till/till_presenter.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int receiptColumns = 42;
constexpr int receiptPx = 13;
constexpr int receiptMargin = 16;
constexpr int edge = 24;
constexpr int iconSize = 48;
constexpr int blockWidth = 664;
/// Where they stand in the row, between what keeps them in the middle.
constexpr int changePlace = 1;
constexpr int receiptPlace = 2;
/// From this width on the receipt stands beside the change, else below it.
constexpr int besideFrom = 800;

} // namespace

ChangePanel::ChangePanel(const Theme &theme, TillPresenter &presenter, PrintPresenter &printing, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_icon(new QLabel),
      m_title(makeText(theme, QStringLiteral("changeTitle"), 20, QFont::DemiBold)), m_change(new AmountLabel),
      m_paid(makeText(theme, QStringLiteral("paidText"), 16, QFont::Normal, "muted")), m_handOut(new QGridLayout),
      m_receiptButton(new TouchButton(theme, QStringLiteral("receiptButton"))), m_receipt(new QPlainTextEdit),
      m_print(new PrintStrip(theme, printing, PrintStrip::WhenQuiet::Again)),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(QStringLiteral("changePanel"));
    m_icon->setObjectName(QStringLiteral("changeIcon"));
    m_icon->setAlignment(Qt::AlignCenter);
    m_icon->setFixedSize(iconSize, iconSize);
    m_change->setObjectName(QStringLiteral("changeAmount"));
    m_change->setFont(theme.font(64, QFont::DemiBold));
    m_change->setAlignment(Qt::AlignCenter);
    m_handOut->setSpacing(8);
    makeReceipt();

    m_block = new QWidget;
    m_block->setMinimumWidth(360);
    m_block->setMaximumWidth(blockWidth);
    auto *column = new QVBoxLayout(m_block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_change, 0, Qt::AlignHCenter);
    m_paid->setAlignment(Qt::AlignCenter);
    m_paid->setWordWrap(true);
    column->addWidget(m_paid);
    column->addSpacing(8);
    m_pieces = new QWidget;
    auto *pieces = new QHBoxLayout(m_pieces);
    pieces->setContentsMargins(0, 0, 0, 0);
    pieces->addStretch(1);
    pieces->addLayout(m_handOut);
    pieces->addStretch(1);
    column->addWidget(m_pieces);
    column->addSpacing(16);
    column->addWidget(makeReceiptChoice());
    column->addWidget(m_print);
    auto *hint = makeText(m_theme, QStringLiteral("nextSaleHint"), 14, QFont::Normal, "muted");
    hint->setText(tr("The next scan or tile starts a new sale"));
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignHCenter);
    m_hint = hint;
    column->addSpacing(8);
    column->addWidget(m_hint);
    column->addStretch(3);
    m_row->setContentsMargins(edge, 16, edge, 12);
    m_row->setSpacing(24);
    m_row->addStretch(1);
    // Where text is very large, what is said of the printer and its answers are more than the page is high.
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("changeScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMaximumWidth(blockWidth);
    scroll->setWidget(m_block);
    m_row->addWidget(scroll, 4);
    // As high as its text, in the middle of what there is.
    auto *preview = new QVBoxLayout;
    preview->addStretch(1);
    preview->addWidget(m_receipt, 100, Qt::AlignHCenter);
    preview->addStretch(1);
    m_row->addLayout(preview, 3);
    m_row->addStretch(1);

    connect(m_receiptButton, &QPushButton::toggled, this, &ChangePanel::showReceipt);
    connect(m_print, &PrintStrip::shownChanged, this, &ChangePanel::makeRoom);
    connect(&presenter, &TillPresenter::modeChanged, this, &ChangePanel::startChange);
    connect(&theme, &Theme::changed, this, &ChangePanel::showChange);
    showChange();
}

void ChangePanel::makeReceipt()
{
    m_receipt->setObjectName(QStringLiteral("receiptText"));
    m_receipt->setAccessibleName(tr("Receipt"));
    m_receipt->setReadOnly(true);
    m_receipt->document()->setDocumentMargin(receiptMargin);
    m_receipt->hide();
    fitReceipt();
}

void ChangePanel::fitReceipt()
{
    // A receipt is not wrapped: where its lines do not fit at the size of the text they become smaller.
    const auto widthAt = [](const QFont &font) {
        return QFontMetrics(font).horizontalAdvance(QLatin1Char('0')) * (receiptColumns + 1) + 3 * receiptMargin;
    };
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(m_theme.scaled(receiptPx));
    const int room = width() - 2 * edge;
    while (fixed.pixelSize() > receiptPx && widthAt(fixed) > room)
        fixed.setPixelSize(fixed.pixelSize() - 1);
    m_receipt->setFont(fixed);
    m_receipt->setFixedWidth(widthAt(fixed));
}

QWidget *ChangePanel::makeReceiptChoice()
{
    auto *choice = new QWidget;
    auto *rule = new QFrame;
    rule->setProperty("role", QStringLiteral("rule"));
    auto *label = makeText(m_theme, QStringLiteral("receiptLabel"), 14, QFont::DemiBold);
    label->setText(tr("Receipt"));
    const auto prepare = [this](TouchButton &button, const char *icon, const QString &text, const QString &detail) {
        button.setIconName(QString::fromLatin1(icon));
        button.setTextSize(16, QFont::DemiBold);
        button.setText(text);
        button.setSecondLine(detail);
        button.setAccessibleName(text);
        button.setFixedHeight(qMax(64, m_theme.scaled(48)));
        button.setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    };
    prepare(*m_receiptButton, "file", tr("Show receipt"), tr("As it prints · R", "R is the key"));
    m_receiptButton->setCheckable(true);
    auto *none = new TouchButton(m_theme, QStringLiteral("noReceiptButton"));
    prepare(*none, "x", tr("No receipt"), tr("Kept in Orders · N", "N is the key"));
    connect(none, &QPushButton::clicked, &m_presenter, &TillPresenter::newSale);
    auto *buttons = new QHBoxLayout;
    m_choices = buttons;
    buttons->setSpacing(8);
    buttons->addWidget(m_receiptButton, 1);
    buttons->addWidget(none, 1);
    auto *column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(rule);
    column->addSpacing(8);
    column->addWidget(label);
    column->addLayout(buttons);
    return choice;
}

void ChangePanel::addMail(Action &mail)
{
    auto *button = new TouchButton(m_theme, QStringLiteral("mailReceiptButton"));
    button->setIconName(QStringLiteral("mail"));
    button->setTextSize(16, QFont::DemiBold);
    button->setText(tr("E-mail"));
    button->setSecondLine(tr("To the customer · E", "E is the key"));
    button->setAccessibleName(mail.text());
    button->setFixedHeight(qMax(64, m_theme.scaled(48)));
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, &mail, [&mail] { mail.trigger(); });
    const auto show = [button, &mail] {
        button->setEnabled(mail.isEnabled());
        button->setToolTip(mail.disabledReason());
    };
    connect(&mail, &Action::changed, button, show);
    show();
    m_choices->insertWidget(1, button, 1);
}

void ChangePanel::toggleReceipt()
{
    m_receiptButton->toggle();
}

void ChangePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitReceipt();
    m_row->setDirection(width() >= besideFrom ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    makeRoom();
}

void ChangePanel::makeRoom()
{
    // Without the receipt all the room is for the change: nothing of it is cut or has to be scrolled to.
    const bool isAlone = m_receipt->isHidden();
    m_row->setStretch(changePlace, isAlone ? 100 : 4);
    m_row->setStretch(receiptPlace, isAlone ? 0 : 3);
    // Where the receipt stands below the change, it takes the place of everything but the amount.
    const bool crowded = width() < besideFrom && !m_receipt->isHidden();
    const QList<QWidget *> extras{m_hint, m_icon, m_paid, m_pieces};
    for (QWidget *widget : extras)
        widget->setVisible(!crowded);
    // With large text only as much of it as the height has room for.
    const QMargins margins = m_row->contentsMargins();
    for (QWidget *widget : extras) {
        m_block->layout()->invalidate();
        if (m_block->sizeHint().height() > height() - margins.top() - margins.bottom())
            widget->hide();
    }
}

void ChangePanel::startChange()
{
    m_receiptButton->setChecked(false);
    showChange();
    makeRoom();
}

void ChangePanel::showChange()
{
    if (m_presenter.mode() != TillMode::ChangeDue)
        return;
    const ChangeView &change = m_presenter.change();
    m_icon->setPixmap(m_theme.icon(QStringLiteral("check"), "ok").pixmap(24, 24));
    m_title->setText(change.titleText);
    m_change->setText(change.changeText);
    m_change->setAccessibleName(
        tr("%1 %2", "name of an amount and the amount").arg(m_title->text(), change.changeText));
    m_change->updateGeometry();
    m_paid->setText(change.hintText.isEmpty() ? change.paidText
                                              : tr("%1. %2", "what goes back in another way, and what to do about it")
                                                    .arg(change.paidText, change.hintText));
    while (QLayoutItem *item = m_handOut->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const int perRow = m_receipt->isHidden() ? 4 : 3;
    for (int row = 0; row < change.handOut.size(); ++row) {
        auto *piece = makeText(m_theme, QStringLiteral("handOut%1").arg(row), 14, QFont::Medium);
        piece->setAlignment(Qt::AlignCenter);
        piece->setProperty("chip", true);
        piece->setText(change.handOut.at(row));
        m_handOut->addWidget(piece, row / perRow, row % perRow);
        piece->show();
    }
    // They count at once when room is made, not only when the event loop has been round.
    m_pieces->layout()->invalidate();
    m_pieces->updateGeometry();
}

void ChangePanel::showReceipt(bool visible)
{
    m_receiptButton->setText(visible ? tr("Hide receipt") : tr("Show receipt"));
    m_receiptButton->setAccessibleName(m_receiptButton->text());
    if (visible) {
        m_receipt->setPlainText(m_presenter.receiptText(receiptColumns));
        m_receipt->setMaximumHeight(m_receipt->document()->lineCount() * m_receipt->fontMetrics().lineSpacing() + 56);
    }
    m_receipt->setVisible(visible);
    showChange();
    makeRoom();
}

} // namespace crema::desktop
