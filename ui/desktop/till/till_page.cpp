// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/till_page.h"

#include "ui/desktop/input/beep_tones.h"
#include "ui/desktop/till/cart_panel.h"
#include "ui/desktop/till/cart_step_face.h"
#include "ui/desktop/till/catalog_panel.h"
#include "ui/desktop/till/change_panel.h"
#include "ui/desktop/till/enrol_panel.h"
#include "ui/desktop/till/online_panel.h"
#include "ui/desktop/till/pay_back_panel.h"
#include "ui/desktop/till/payment_panel.h"
#include "ui/desktop/till/shift_panel.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/presenters/till/cart_step_presenter.h"
#include "ui/presenters/till/open_cart_presenter.h"
#include "ui/presenters/till/till_presenter.h"
#include "ui/presenters/till/unknown_code_presenter.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace crema::desktop {

namespace {

/// A machine that stands still tears a code apart; after so long the letters were typed.
constexpr std::int64_t tornCodeMs = 2'000;

} // namespace

TillPage::TillPage(const Theme &theme, TillPresenter &presenter, UnknownCodePresenter &unknownCode,
                   OpenCartPresenter &openCart, CartStepPresenter &steps, PrintPresenter &printing, Clock &clock,
                   QWidget *parent)
    : AreaPage(parent), m_theme(theme), m_presenter(presenter), m_unknownCode(unknownCode), m_openCart(openCart),
      m_steps(steps), m_clock(clock), m_ownTones(std::make_unique<BeepTones>(clock)), m_tones(m_ownTones.get()),
      m_stack(new QStackedWidget), m_catalog(new CatalogPanel(theme, presenter, unknownCode)),
      m_stepFace(*m_stack, [&theme, &steps, &openCart] { return new CartStepFace(theme, steps, openCart); }),
      m_payment(*m_stack, [&theme, &presenter] { return new PaymentPanel(theme, presenter); }),
      m_payBack(*m_stack, [&theme, &presenter] { return new PayBackPanel(theme, presenter); }),
      m_online(*m_stack, [&theme, &presenter] { return new OnlinePanel(theme, presenter); }),
      m_change(*m_stack,
               [this, &theme, &presenter, &printing] {
                   auto *panel = new ChangePanel(theme, presenter, printing);
                   if (m_mail)
                       panel->addMail(*m_mail);
                   return panel;
               }),
      m_shift(*m_stack, [&theme, &presenter] { return new ShiftPanel(theme, presenter); }),
      m_enrol(*m_stack, [&theme, &presenter] { return new EnrolPanel(theme, presenter); }), m_leading(new QVBoxLayout),
      m_starting(new QWidget), m_messageRow(new QWidget), m_message(new MessageStrip(theme)),
      m_offer(new MessageStrip(theme)), m_cart(new CartPanel(theme, presenter, steps, clock))
{
    setObjectName(QStringLiteral("tillPage"));
    // While no control has the focus the page takes the keys: digits, codes, plus and minus.
    setFocusPolicy(Qt::ClickFocus);
    setProperty("noRing", true);
    m_stack->setObjectName(QStringLiteral("tillStack"));
    m_stack->setProperty("region", true);
    m_stack->addWidget(m_starting);
    m_stack->addWidget(m_catalog);

    m_messageRow->setObjectName(QStringLiteral("messageRow"));
    auto *messageRow = new QHBoxLayout(m_messageRow);
    messageRow->setContentsMargins(16, 8, 16, 0);
    messageRow->addWidget(m_message);
    m_leading->setContentsMargins(0, 0, 0, 0);
    m_leading->setSpacing(0);
    // The two strips never stand for the same: they have their own names for tests and screen readers.
    m_offer->setObjectName(QStringLiteral("openCartStrip"));
    m_offer->setProperty("role", QStringLiteral("message"));
    for (QWidget *part : m_offer->findChildren<QWidget *>())
        part->setObjectName(part->objectName().replace(QStringLiteral("message"), QStringLiteral("openCart")));
    auto *offerRow = new QHBoxLayout;
    offerRow->setContentsMargins(16, 0, 16, 0);
    offerRow->addWidget(m_offer);
    m_leading->addLayout(offerRow);
    m_leading->addWidget(m_messageRow);
    m_leading->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(m_leading, 1);
    row->addWidget(m_cart);

    connect(&presenter, &TillPresenter::modeChanged, this, &TillPage::showMode);
    connect(&presenter, &TillPresenter::paymentChanged, this, &TillPage::followPayment);
    connect(&presenter, &TillPresenter::messageChanged, this, &TillPage::showMessage);
    connect(&presenter, &TillPresenter::entryChanged, this, &TillPage::showMessage);
    connect(&presenter, &TillPresenter::searchWanted, this, [this] {
        m_catalog->searchField()->setFocus(Qt::ShortcutFocusReason);
        m_catalog->searchField()->selectAll();
    });
    connect(&unknownCode, &UnknownCodePresenter::changed, this, &TillPage::showMessage);
    connect(&steps, &CartStepPresenter::stepChanged, this, &TillPage::showStep);
    connect(&openCart, &OpenCartPresenter::offerChanged, this, &TillPage::showOffer);
    connect(m_offer, &MessageStrip::accepted, &openCart, &OpenCartPresenter::resume);
    connect(m_offer, &MessageStrip::dismissed, &openCart, &OpenCartPresenter::drop);
    connect(m_offer, &MessageStrip::thirdChosen, &openCart, &OpenCartPresenter::discard);
    connect(&presenter, &TillPresenter::codeFound, this, [this] { m_tones->found(); });
    connect(&presenter, &TillPresenter::codeUnknown, this, [this] {
        m_isUnknown = true;
        m_tones->notFound();
    });
    connect(&presenter, &TillPresenter::codeRefused, this, [this] {
        if (!std::exchange(m_isUnknown, false))
            m_tones->refused();
    });
    connect(m_catalog, &CatalogPanel::searchLeft, this, [this] { setFocus(); });
    connect(&presenter, &TillPresenter::itemAdded, this, &TillPage::endTypedSearch);
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
    showOffer();
}

TillPage::~TillPage() = default;

void TillPage::setSizeClass(SizeClass size)
{
    m_catalog->setSizeClass(size);
    m_cart->setSizeClass(size);
}

void TillPage::addStrip(QWidget *strip)
{
    m_leading->insertWidget(0, strip);
}

void TillPage::addMore(ActionList &actions, const QString &id)
{
    m_cart->addMore(actions, id);
}

QRect TillPage::freeRect() const
{
    QRect free = rect();
    if (m_cart->isHidden())
        return free;
    if (layoutDirection() == Qt::RightToLeft)
        free.setLeft(free.left() + m_cart->width());
    else
        free.setRight(free.right() - m_cart->width());
    return free;
}

AreaPage::Area TillPage::area()
{
    return {QStringLiteral("till"), tr("Till"), QStringLiteral("till")};
}

bool TillPage::takeScan(const QString &code)
{
    // The first letters of a code may have been taken for the beginning of a search.
    if (m_searchFrom && m_clock.monotonicMs() - m_searchBeganMs < tornCodeMs) {
        m_presenter.setSearchText({});
        endTypedSearch();
    }
    if (!m_steps.takeScan(code))
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
    case TillMode::NotEnrolled: m_enrol.show()->setFocus(); break;
    case TillMode::NoShift:
        m_shift.show()->findChild<QPushButton *>(QStringLiteral("openShiftButton"))->setFocus();
        break;
    case TillMode::Selling:
        if (m_steps.step() != CartStep::None) {
            m_stepFace.show()->comeBack();
            break;
        }
        m_stack->setCurrentWidget(m_catalog);
        if (!m_catalog->focusQuestion())
            setFocus();
        break;
    case TillMode::Paying: showPaying(); break;
    case TillMode::ChangeDue:
        m_change.show();
        m_cart->findChild<QPushButton *>(QStringLiteral("payButton"))->setFocus();
        break;
    }
}

void TillPage::showPaying()
{
    const PaymentView &payment = m_presenter.payment();
    if (payment.online || payment.payBack) {
        if (payment.online)
            m_online.show();
        else
            m_payBack.show();
        setFocus();
    } else {
        m_payment.show()->amountField()->setFocus();
    }
}

// An online payment begins and ends while the customer pays.
void TillPage::followPayment()
{
    const bool isShown = m_online.made() && m_stack->currentWidget() == m_online.made();
    if (m_presenter.mode() == TillMode::Paying && m_presenter.payment().online.has_value() != isShown)
        showPaying();
}

void TillPage::showStep()
{
    if (m_presenter.mode() != TillMode::Selling)
        return;
    if (m_steps.step() == CartStep::None)
        showMode();
    else
        m_stepFace.show()->showStep();
}

void TillPage::showOffer()
{
    const std::optional<OpenCartOffer> &offer = m_openCart.offer();
    m_offer->setVisible(offer.has_value());
    if (!offer)
        return;
    const QString text = offer->isParked ? tr("A sale of %1 is parked.").arg(offer->totalText)
                                         : tr("A sale of %1 was open when the program ended.").arg(offer->totalText);
    QStringList lines = offer->lines;
    if (offer->missing > 0)
        lines.append(tr("Lines that can no longer be sold: %1").arg(offer->missing));
    m_offer->showMessage(Tone::Neutral, text, lines.join(QStringLiteral(" · ")));
    // What is left stays among the parked sales; only the last answer lets go of it.
    m_offer->setAnswers(tr("Go on with it"), tr("Leave it"), tr("Discard"));
}

void TillPage::showMessage()
{
    // Good news is in the status strip; the strip in the page is for what needs reading or answering.
    const std::optional<TillMessage> &message = m_presenter.message();
    // An unknown code has a strip of its own, with what can be done about it.
    const bool asked = m_unknownCode.step() == UnknownCodePresenter::Step::Asking;
    const bool needed = message && !asked && (message->tone == Tone::Warning || message->tone == Tone::Error);
    m_messageRow->setVisible(needed);
    if (!needed)
        return;
    m_message->showMessage(message->tone, message->text, message->hint);
    const bool lookUp = !m_presenter.lookUpQuestion().isEmpty();
    QAccessibleEvent alert(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    m_message->setAnswers(lookUp ? tr("Look up") : QString(), lookUp ? tr("Leave it") : tr("Close"));
}

} // namespace crema::desktop
