// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's payment: entering an amount, recording the sale once, and the change.
#include "models/giftcards/gift_ledger.h"
#include "models/loyalty/points_rules.h"
#include "models/money/denominations.h"
#include "models/selling/cash_amount.h"
#include "models/selling/practice_sale.h"
#include "ui/presenters/selling/sale_texts.h"
#include "ui/presenters/till/till_presenter.h"

#include "reports/documents/receipt_document.h"
#include "ui/presenters/printing/receipt_input.h"

namespace crema {

namespace {

/// Nobody hands over more digits than this; it keeps the amount far from overflow.
constexpr qsizetype maxAmountDigits = 9;

/// What the customer asks after paying with a card or with store credit; empty where neither was used.
QString leftText(const TillTexts &texts, const Sale &sale, const std::optional<sync::GiftCardView> &payer)
{
    if (!payer)
        return {};
    Money left = payer->card.balance;
    bool isUsed = false;
    for (const GiftEntry &entry : giftEntriesOf(sale)) {
        if (entry.card != payer->card.id)
            continue;
        isUsed = true;
        left += entry.amount;
    }
    if (!isUsed)
        return {};
    return payer->card.isStoreCredit() ? TillPresenter::tr("%1 of store credit is left.").arg(texts.amount(left))
                                       : TillPresenter::tr("%1 is left on the gift card.").arg(texts.amount(left));
}

} // namespace

void TillPresenter::startPaying()
{
    if (m_mode != TillMode::Selling)
        return;
    m_payWhenReady = false;
    if (m_asked) {
        say(Tone::Warning, tr("The options of “%1” are asked for.").arg(m_asked->item.name),
            tr("Choose them, or go back to leave it out."));
        return;
    }
    if (m_payGuard && !m_payGuard())
        return;
    const std::optional<Quantity> typed = typedQuantity();
    commitEntry();
    // What comes to another sum than the one that Pay names is shown first.
    if (!m_lookUp.isEmpty() || (typed && typed->units() == 0))
        return;
    // Whatever was scanned before Pay belongs to this sale, so Pay waits for it.
    if (m_codesInFlight > 0 || !quoteIsCurrent()) {
        m_payWhenReady = true;
        // The rules refused it: they say why once more, or not any more.
        if (m_codesInFlight == 0 && m_wasQuoteRefused)
            requote();
        return;
    }
    if (m_sale.isEmpty())
        return;
    m_amountDigits.clear();
    m_wasRefused = false;
    m_tenders.begin(std::max(m_quoted->total, Money(0, m_quoted->total.currency())),
                    cashRoundingAt(m_desk.state().location, m_desk.state().currency()));
    m_multiplier = 0;
    closeOptions();
    clearMessage();
    setSearchText({});
    m_giftPayer.reset();
    m_credit.reset();
    showPayment();
    setMode(TillMode::Paying);
    Q_EMIT paymentChanged();
    askForCredit();
    followOnline();
}

void TillPresenter::backToSale()
{
    if (m_mode != TillMode::Paying || m_payment.recording || m_online.askingFor)
        return;
    if (!m_tenders.awaited() && refuseWhilePartPaid())
        return; // what is awaited holds the sale as it is, and may take its time
    clearMessage();
    setMode(TillMode::Selling);
}

Money TillPresenter::due() const
{
    return m_tenders.rest(m_tenders.method());
}

Money TillPresenter::received() const
{
    return m_amountDigits.isEmpty() ? asked() + m_tenders.tipInCash()
                                    : Money(m_amountDigits.toLongLong(), due().currency());
}

void TillPresenter::showPayment()
{
    m_payment = {};
    if (isPayingBack())
        m_payment.payBack = payBackView();
    else if (m_online.askingFor || m_tenders.awaited())
        m_payment.online = onlineView();
    m_payment.dueText = m_texts.amount(due());
    showTenders();
    showTips();
    const Money exactly = asked() + m_tenders.tipInCash();
    for (const Money &amount : isCash() ? quickAmounts(exactly) : QList<Money>{exactly}) {
        const bool exact = amount == exactly;
        m_payment.quickAmounts.append(
            {exact ? m_texts.amount(amount) : m_texts.roundAmount(amount), amount.minor(), exact});
    }
    refreshPayment();
}

void TillPresenter::refreshPayment()
{
    const Money paying = received() - m_tenders.tipInCash();
    const Money difference = paying - asked();
    const QString differenceText = m_texts.amount(difference.isNegative() ? -difference : difference);
    const bool isShare = asked() < due();
    const bool isTooMuch = difference.minor() > 0 && !isCash();
    m_payment.entered = !m_amountDigits.isEmpty();
    m_payment.receivedMinor = received().minor();
    m_payment.receivedText = m_texts.amount(received());
    m_payment.shareText = isShare ? m_texts.amount(asked()) : QString();
    m_payment.enough = !difference.isNegative() && !isTooMuch;
    m_payment.missingText = m_payment.enough ? QString()
                            : isTooMuch      ? tr("Only cash gives change")
                                             : tr("%1 is missing").arg(differenceText);
    m_payment.restText = isShare && m_payment.enough ? m_texts.amount(due() - asked()) : QString();
    m_payment.changeText = m_payment.enough && difference.minor() > 0 ? differenceText : QString();
    m_payment.giveBackText.clear();
    m_payment.mayTakePart = m_payment.entered && paying < due() && paying.minor() > 0 && paying >= m_tenders.tip();
    showCharge();
    m_payment.mustBeEntered = m_wasRefused;
    m_payment.questionText.clear(); // it was about another amount
    updateActions();
    Q_EMIT paymentChanged();
}

void TillPresenter::typeAmountDigit(int digit)
{
    if (m_mode != TillMode::Paying || m_payment.recording || m_payment.online || m_payment.payBack || digit < 0 ||
        digit > 9)
        return;
    if (m_amountDigits.size() == maxAmountDigits || (m_amountDigits.isEmpty() && digit == 0))
        return;
    if (m_amountDigits == u"0")
        m_amountDigits.clear();
    m_amountDigits += QChar(static_cast<char16_t>(u'0' + digit));
    refreshPayment();
}

void TillPresenter::eraseAmountDigit()
{
    if (m_mode != TillMode::Paying || m_payment.recording || m_payment.online)
        return;
    m_amountDigits.chop(1);
    refreshPayment();
}

void TillPresenter::setReceived(std::int64_t minor)
{
    if (m_mode != TillMode::Paying || m_payment.recording || m_payment.online || m_payment.payBack || minor < 0)
        return;
    const QString digits = QString::number(minor);
    if (digits.size() > maxAmountDigits)
        return;
    m_amountDigits = digits;
    refreshPayment();
}

void TillPresenter::clearReceived()
{
    if (m_mode != TillMode::Paying || m_payment.recording || m_payment.online)
        return;
    m_amountDigits.clear();
    refreshPayment();
}

void TillPresenter::rejectReceived()
{
    m_wasRefused = m_wasRefused || m_mode == TillMode::Paying;
    clearReceived();
}

void TillPresenter::chooseQuickAmount(int row)
{
    if (row >= 0 && row < m_payment.quickAmounts.size())
        setReceived(m_payment.quickAmounts.at(row).minor);
}

void TillPresenter::takeTender()
{
    if (m_mode != TillMode::Paying || m_payment.recording)
        return;
    // The second half of a double press belongs to the part that is paid already.
    if (!m_tenders.taken().isEmpty() && isSecondOfDoublePress(m_modeSinceMs, m_modePressMs))
        return;
    if (m_payment.payBack) {
        recordPaid();
        return;
    }
    if (m_payment.online) {
        say(Tone::Warning, m_payment.online->stateText, m_payment.online->sentenceText);
        return;
    }
    if (!m_payment.enough) {
        refuseTender();
        return;
    }
    if (m_wasRefused && m_amountDigits.isEmpty()) {
        say(Tone::Warning, tr("No amount is entered."), tr("Type what the customer hands over."));
        return;
    }
    if (!isCash() || !isAskedAbout())
        takeAsked();
}

void TillPresenter::takeAsked()
{
    if (m_tenders.method() == PaymentMethod::Online)
        askOnline(asked());
    else if (asked() < due())
        addPart(asked(), m_payment.changeText);
    else
        recordPaid();
}

void TillPresenter::completeCash()
{
    chooseTender(PaymentMethod::Cash);
    takeTender();
}

void TillPresenter::refuseTender()
{
    m_wasRefused = m_payment.mustBeEntered = true;
    if (received() > asked() + m_tenders.tipInCash())
        say(Tone::Warning, tr("%1 is more than is due.").arg(m_payment.receivedText), tr("Only cash gives change."));
    else
        say(Tone::Warning, tr("%1 is not enough: %2.").arg(m_payment.receivedText, m_payment.missingText),
            m_payment.mayTakePart ? tr("Type all that is due, or take this as a part of it.")
                                  : tr("Type what the customer hands over."));
}

void TillPresenter::confirmCash()
{
    if (m_mode == TillMode::Paying && !m_payment.recording && !m_payment.questionText.isEmpty())
        takeAsked();
}

void TillPresenter::recordPaid()
{
    QList<Tender> tenders = m_tenders.taken();
    // What comes to no coin at all is paid in cash too; only a sale of nothing needs no payment. What would be left to
    // the rounding is still taken when a card pays it.
    const bool isDue = !m_payment.payBack && !m_tenders.isPaid() && !m_quoted->total.isZero();
    if (!received().isZero() || isDue)
        tenders.append(m_tenders.tenderOf(received() - m_tenders.tipInCash()));
    m_payment.recording = true;
    refreshPayment();
    recordSale(this, m_stop.get_token(), tenders);
}

bool TillPresenter::isAskedAbout()
{
    const std::optional<Problem> doubt = doubtCash(asked() + m_tenders.tipInCash(), received());
    if (!doubt)
        return false;
    m_wasRefused = m_payment.mustBeEntered = true;
    if (doubt->code != QLatin1String("payment.unusual")) {
        say(Tone::Warning,
            tr("%1 in cash for %2 cannot be right.").arg(m_payment.receivedText, m_texts.amount(asked())),
            tr("Type what the customer hands over."));
        return true;
    }
    // The second half of a double press answers nothing.
    if (!m_payment.questionText.isEmpty())
        return isSecondOfDoublePress(m_askedSinceMs, m_askedPressMs);
    m_askedSinceMs = m_clock.monotonicMs();
    m_askedPressMs = m_pressMs;
    m_payment.questionText = tr("%1 in cash for %2 gives %3 back.", "amounts")
                                 .arg(m_payment.receivedText, m_texts.amount(asked()), m_payment.changeText);
    say(Tone::Warning, m_payment.questionText, tr("If that is right, take it once more."));
    Q_EMIT paymentChanged();
    return true;
}

QCoro::Task<> TillPresenter::recordSale(Self self, std::stop_token stop, QList<Tender> tenders)
{
    QList<sync::TenderDraft> drafts;
    for (const Tender &tender : tenders)
        drafts.append({tender.method, tender.amount, true, tender.card, tender.tip, tender.giftCard,
                       tender.intent}); // whatever is unusual was asked about
    const Result<sync::SaleView> sale = co_await complete(self->m_desk, self->m_sale, drafts, self->isTraining());
    if (stop.stop_requested() || !self)
        co_return;
    self->m_payment.recording = false;
    if (!sale) {
        self->say(sale.error());
        self->refreshPayment();
        self->followDesk(); // another cashier may be waiting for the till
        co_return;
    }
    self->showPaid(*sale);
    self->followDesk();
}

void TillPresenter::showPaid(const sync::SaleView &view)
{
    const Sale &sale = view.sale;
    m_lastSale = sale;
    m_lastPoints = view.points;
    m_tenders.clear();
    Money change(0, sale.total.currency());
    for (const Payment &payment : sale.payments)
        change += payment.change;
    m_change = {};
    m_change.hasChange = !change.isZero();
    m_change.changeText = m_texts.amount(change);
    m_change.titleText = m_change.hasChange ? tr("Change due") : tr("No change");
    m_change.paidText = paidText(sale);
    m_change.receiptNumber = isPractice(sale) ? tr("Training") : sale.number;
    for (const HandOut &piece : handOut(change))
        m_change.handOut.append(tr("%1 × %2").arg(piece.count).arg(m_texts.roundAmount(piece.piece)));
    m_totals.label = tr("Total paid");
    m_totals.rows.clear();
    for (const Payment &payment : sale.payments)
        m_totals.rows.append({paymentMethodName(payment.method), m_texts.amount(payment.tendered)});
    if (view.points)
        m_totals.rows.append({tr("Points now"), pointsText(*view.points)});
    for (const Payment &payment : sale.payments) {
        if (!payment.tip.isZero())
            m_totals.rows.append({tr("Tip"), m_texts.amount(-payment.tip)});
    }
    if (!change.isZero() || m_totals.rows.isEmpty())
        m_totals.rows.append({tr("Change"), m_texts.amount(-change)});
    m_totals.totalText = m_texts.amount(sale.total + sale.rounding);
    if (sale.takesBack() && sale.total.minor() <= 0)
        showPaidBack(sale);
    if (isPractice(sale))
        say(Tone::Ok, tr("That was practised: nothing is saved."));
    else
        say(Tone::Ok, tr("Sale %1 is saved.").arg(sale.number),
            leftText(m_texts, sale, m_giftPayer ? m_giftPayer : m_credit));
    setMode(TillMode::ChangeDue);
    Q_EMIT cartChanged();
    Q_EMIT paymentChanged();
}

void TillPresenter::newSale()
{
    if (m_mode != TillMode::ChangeDue)
        return;
    m_sale.reset();
    m_quantityBefore.reset();
    m_cartNumber = ++m_lastCartNumber;
    m_quoted.reset();
    m_amountDigits.clear();
    m_quotedRevision = ++m_cartRevision;
    clearMessage();
    m_mode = TillMode::Starting; // followDesk() decides anew: the shift may have been closed meanwhile
    refreshCart();
    updateTileCounts();
    followDesk();
}

QString TillPresenter::receiptText(int columns) const
{
    if (!m_lastSale)
        return {};
    const std::optional<Person> &person = m_desk.state().person;
    documents::ReceiptInput input = receiptInputOf(*m_lastSale, m_desk.state(), person ? person->name : QString(),
                                                   documents::ReceiptKind::Original);
    input.pointsAfter = m_lastPoints;
    return documents::receiptText(input, m_locale, columns);
}

} // namespace crema
