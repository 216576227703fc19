// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/till_page.h"

#include "ui/desktop/till/cart_panel.h"
#include "ui/desktop/till/catalog_panel.h"
#include "ui/desktop/till/change_panel.h"
#include "ui/desktop/till/enrol_panel.h"
#include "ui/desktop/till/payment_panel.h"
#include "ui/desktop/till/shift_panel.h"
#include "ui/desktop/till/tile_view.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/presenters/till/till_presenter.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace crema::desktop {

namespace {

bool isEnter(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

std::optional<int> digitOf(const QKeyEvent &key)
{
    if (key.text().size() != 1 || !key.text().at(0).isDigit())
        return std::nullopt;
    return key.text().at(0).digitValue();
}

} // namespace

TillPage::TillPage(const Theme &theme, TillPresenter &presenter, Clock &clock, QWidget *parent)
    : AreaPage(parent), m_theme(theme), m_presenter(presenter), m_catalog(new CatalogPanel(theme, presenter)),
      m_payment(new PaymentPanel(theme, presenter)), m_change(new ChangePanel(theme, presenter)),
      m_shift(new ShiftPanel(theme, presenter)), m_enrol(new EnrolPanel(theme, presenter)), m_starting(new QWidget),
      m_stack(new QStackedWidget), m_messageRow(new QWidget), m_message(new MessageStrip(theme)),
      m_cart(new CartPanel(theme, presenter, clock))
{
    setObjectName(QStringLiteral("tillPage"));
    // While no control has the focus the page takes the keys: digits, codes, plus and minus.
    setFocusPolicy(Qt::ClickFocus);
    setProperty("noRing", true);
    m_stack->setObjectName(QStringLiteral("tillStack"));
    for (QWidget *panel :
         {m_starting, static_cast<QWidget *>(m_enrol), static_cast<QWidget *>(m_shift),
          static_cast<QWidget *>(m_catalog), static_cast<QWidget *>(m_payment), static_cast<QWidget *>(m_change)})
        m_stack->addWidget(panel);

    m_messageRow->setObjectName(QStringLiteral("messageRow"));
    auto *messageRow = new QHBoxLayout(m_messageRow);
    messageRow->setContentsMargins(16, 8, 16, 0);
    messageRow->addWidget(m_message);
    auto *leading = new QVBoxLayout;
    leading->setContentsMargins(0, 0, 0, 0);
    leading->setSpacing(0);
    leading->addWidget(m_messageRow);
    leading->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(leading, 1);
    row->addWidget(m_cart);

    connect(&presenter, &TillPresenter::modeChanged, this, &TillPage::showMode);
    connect(&presenter, &TillPresenter::messageChanged, this, &TillPage::showMessage);
    connect(&presenter, &TillPresenter::entryChanged, this, &TillPage::showMessage);
    connect(&presenter, &TillPresenter::searchWanted, this, [this] {
        m_catalog->searchField()->setFocus(Qt::ShortcutFocusReason);
        m_catalog->searchField()->selectAll();
    });
    connect(m_catalog, &CatalogPanel::searchLeft, this, [this] { setFocus(); });
    connect(m_message, &MessageStrip::accepted, &presenter, [&presenter] { presenter.answerLookUp(true); });
    connect(m_message, &MessageStrip::dismissed, &presenter, [&presenter] {
        if (presenter.lookUpQuestion().isEmpty())
            presenter.clearMessage();
        else
            presenter.answerLookUp(false);
    });
    qApp->installEventFilter(this);
    showMode();
    showMessage();
}

void TillPage::setSizeClass(SizeClass size)
{
    m_catalog->setSizeClass(size);
    m_cart->setSizeClass(size);
}

AreaPage::Area TillPage::area() const
{
    return {QStringLiteral("till"), tr("Till"), QStringLiteral("till")};
}

ActionList *TillPage::actionList()
{
    return &m_presenter.actions();
}

bool TillPage::takeScan(const QString &code)
{
    m_presenter.enterCode(code);
    return true;
}

void TillPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showMode(); // a hidden page cannot take the focus
}

void TillPage::showMode()
{
    m_cart->setVisible(m_presenter.mode() >= TillMode::Selling);
    switch (m_presenter.mode()) {
    case TillMode::Starting: m_stack->setCurrentWidget(m_starting); break;
    case TillMode::NotEnrolled:
        m_stack->setCurrentWidget(m_enrol);
        m_enrol->setFocus();
        break;
    case TillMode::NoShift:
        m_stack->setCurrentWidget(m_shift);
        m_shift->findChild<QPushButton *>(QStringLiteral("openShiftButton"))->setFocus();
        break;
    case TillMode::Selling:
        m_stack->setCurrentWidget(m_catalog);
        setFocus();
        break;
    case TillMode::Paying:
        m_stack->setCurrentWidget(m_payment);
        m_payment->amountField()->setFocus();
        break;
    case TillMode::ChangeDue:
        m_stack->setCurrentWidget(m_change);
        m_cart->findChild<QPushButton *>(QStringLiteral("payButton"))->setFocus();
        break;
    }
}

void TillPage::showMessage()
{
    // Good news is in the status strip; the strip in the page is for what needs reading or answering.
    const std::optional<TillMessage> &message = m_presenter.message();
    const bool needed = message && (message->tone == Tone::Warning || message->tone == Tone::Error);
    m_messageRow->setVisible(needed);
    if (!needed)
        return;
    m_message->showMessage(message->tone, message->text, message->hint);
    const bool asked = !m_presenter.lookUpQuestion().isEmpty();
    m_message->setAnswers(asked ? tr("Look up") : QString(), asked ? tr("Leave it") : tr("Close"));
}

bool TillPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !isVisible() || watched != QApplication::focusWidget())
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || (widget != this && !isAncestorOf(widget)) || qobject_cast<QLineEdit *>(widget) ||
        qobject_cast<QPlainTextEdit *>(widget))
        return false;
    return keyPressed(static_cast<QKeyEvent &>(*event));
}

bool TillPage::keyPressed(QKeyEvent &key)
{
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (m_presenter.mode()) {
    case TillMode::NoShift: return keyBeforeShift(key);
    case TillMode::Selling: return keyWhileSelling(key);
    case TillMode::Paying: return keyWhilePaying(key);
    case TillMode::ChangeDue: return keyWithChange(key);
    default: return false;
    }
}

bool TillPage::keyWhileSelling(QKeyEvent &key)
{
    if (const std::optional<int> digit = digitOf(key)) {
        m_presenter.typeDigit(*digit);
        return true;
    }
    const QString text = key.text();
    if (text == QLatin1String("*")) {
        m_presenter.typeTimes();
        return true;
    }
    if (text == QLatin1String("+") || text == QLatin1String("-"))
        return m_presenter.actions().find(text == QLatin1String("+") ? u"till.more" : u"till.less")->trigger();
    if (text == QLatin1String("/")) {
        return m_presenter.actions().find(u"till.search")->trigger();
    }
    if (key.key() == Qt::Key_Backspace) {
        m_presenter.eraseDigit();
        return true;
    }
    if (key.key() == Qt::Key_Escape) {
        if (!m_presenter.lookUpQuestion().isEmpty())
            m_presenter.answerLookUp(false);
        else if (!m_presenter.entryText().isEmpty())
            while (!m_presenter.entryText().isEmpty())
                m_presenter.eraseDigit();
        else
            m_presenter.clearMessage();
        return true;
    }
    if (isEnter(key)) {
        if (!m_presenter.lookUpQuestion().isEmpty()) {
            m_presenter.answerLookUp(true);
            return true;
        }
        if (!m_presenter.entryText().isEmpty()) {
            m_presenter.commitEntry();
            return true;
        }
        TileView *tiles = m_catalog->tiles();
        if (tiles->hasFocus() && tiles->currentIndex().isValid()) {
            m_presenter.addTile(tiles->currentIndex().row());
            return true;
        }
    }
    return false;
}

bool TillPage::keyWhilePaying(QKeyEvent &key)
{
    if (const std::optional<int> digit = digitOf(key)) {
        m_presenter.typeAmountDigit(*digit);
        return true;
    }
    if (key.key() == Qt::Key_Backspace) {
        m_presenter.eraseAmountDigit();
        return true;
    }
    if (key.key() == Qt::Key_Escape) {
        m_presenter.backToSale();
        return true;
    }
    if (isEnter(key) && !qobject_cast<QPushButton *>(QApplication::focusWidget())) {
        m_presenter.completeCash();
        return true;
    }
    return false;
}

bool TillPage::keyWithChange(QKeyEvent &key)
{
    if (isEnter(key) || key.key() == Qt::Key_Escape) {
        if (key.isAutoRepeat())
            return true; // a held Enter must not hide the change
        m_presenter.newSale();
        return true;
    }
    if (const std::optional<int> digit = digitOf(key)) {
        m_presenter.newSale();
        m_presenter.typeDigit(*digit);
        return true;
    }
    return false;
}

bool TillPage::keyBeforeShift(QKeyEvent &key)
{
    if (const std::optional<int> digit = digitOf(key)) {
        m_shift->typeDigit(*digit);
        return true;
    }
    if (key.key() == Qt::Key_Backspace) {
        m_shift->eraseDigit();
        return true;
    }
    if (isEnter(key)) {
        m_shift->open();
        return true;
    }
    return false;
}

} // namespace crema::desktop
