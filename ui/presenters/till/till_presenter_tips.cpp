// SPDX-License-Identifier: GPL-3.0-or-later
// What the presenter notes beside an amount: the tip, and what the slip of the card says.
#include "models/money/money_input.h"
#include "models/money/rounding.h"
#include "models/settings/tip_choices.h"
#include "reports/documents/amount_format.h"
#include "ui/presenters/till/till_presenter.h"

namespace crema {

namespace {

constexpr qsizetype longestBrand = 60;
constexpr qsizetype longestReference = 100;

} // namespace

QStringList TillPresenter::cardBrands()
{
    return {QStringLiteral("girocard"), QStringLiteral("Visa"), QStringLiteral("Mastercard"),
            QStringLiteral("American Express")};
}

Money TillPresenter::tipOf(int percent) const
{
    return Money(divideRounded(asked().minor() * percent, 100, Rounding::HalfAwayFromZero), asked().currency());
}

QString TillPresenter::whyNoSlip() const
{
    if (m_tenders.method() == PaymentMethod::Online)
        return tr("An online payment has no slip and takes no tip.");
    if (m_tenders.method() == PaymentMethod::Card || !m_payment.tipChoices.isEmpty())
        return {};
    return tr("Only a card has a slip, and this shop takes no tips.");
}

QString TillPresenter::slipTextOf(const std::optional<CardSlip> &slip) const
{
    return slip ? QStringList{slip->brand, slip->reference}.join(u' ').trimmed() : QString();
}

void TillPresenter::showTips()
{
    if (m_tenders.method() == PaymentMethod::Online)
        return;
    const Money tip = m_tenders.tip();
    for (const int percent : offeredTips(m_desk.state().settings)) {
        const Money offered = tipOf(percent);
        m_payment.tipChoices.append({tr("%1 %", "a rate").arg(percent), m_texts.amount(offered), offered.minor(),
                                     offered == tip && !tip.isZero()});
    }
    m_payment.tipText = tip.isZero() ? QString() : m_texts.amount(tip);
    m_payment.slipText = slipTextOf(m_tenders.slip());
    if (!tip.isZero())
        m_payment.rows.append({tr("Tip"), m_payment.tipText});
}

void TillPresenter::showCharge()
{
    const bool isBeyond = !isCash() && !m_tenders.tip().isZero();
    m_payment.chargeText = isBeyond ? m_texts.amount(received() + m_tenders.tip()) : QString();
}

void TillPresenter::chooseTip(int row)
{
    if (row >= 0 && row < m_payment.tipChoices.size())
        setTip(m_payment.tipChoices.at(row).minor);
}

void TillPresenter::setTip(std::int64_t minor)
{
    if (m_mode != TillMode::Paying || m_payment.recording || minor < 0)
        return;
    if (m_payment.tipChoices.isEmpty() && minor > 0) {
        say(Tone::Warning, tr("This shop takes no tips at the till."), tr("It can be set under Settings, Shop."));
        return;
    }
    const Money most = isCash() || m_amountDigits.isEmpty() ? asked() : received();
    const Money tip(minor, most.currency());
    if (tip > most) {
        say(Tone::Warning,
            tr("A tip of %1 is more than the %2 that are paid.").arg(m_texts.amount(tip), m_texts.amount(most)),
            tr("Type the tip again."));
        return;
    }
    m_tenders.setTip(tip);
    clearMessage();
    showPayment();
}

void TillPresenter::setSlip(const QString &brand, const QString &reference)
{
    if (m_mode != TillMode::Paying || m_payment.recording || m_tenders.method() != PaymentMethod::Card)
        return;
    const CardSlip slip{brand.simplified().left(longestBrand), reference.simplified().left(longestReference)};
    m_tenders.setSlip(slip == CardSlip() ? std::nullopt : std::optional(slip));
    showPayment();
}

QString TillPresenter::typedTip() const
{
    return m_tenders.tip().isZero() ? QString() : documents::plainAmount(m_tenders.tip(), m_locale);
}

bool TillPresenter::enterTip(const QString &typed)
{
    const QString text = typed.simplified();
    bool isNumber = false;
    if (text.endsWith(u'%')) {
        const int percent = text.chopped(1).trimmed().toInt(&isNumber);
        if (isNumber && percent >= 0 && percent <= 100)
            setTip(tipOf(percent).minor());
    } else if (const auto amount =
                   MoneyInput::parse(text.isEmpty() ? QStringLiteral("0") : text, due().currency(), m_locale)) {
        isNumber = true;
        setTip(amount->minor());
    }
    if (!isNumber)
        say(Tone::Warning, tr("“%1” is no tip.").arg(typed), tr("Type an amount such as 2.00, or 10%."));
    return isNumber && (!m_message || m_message->tone != Tone::Warning);
}

} // namespace crema
