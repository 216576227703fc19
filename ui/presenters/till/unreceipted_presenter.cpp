// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/unreceipted_presenter.h"

#include "models/money/money_input.h"
#include "models/money/money_text.h"
#include "models/selling/return_reason.h"

namespace crema {

Result<void> checkCredit(const std::optional<Price> &today, const Price &credited, const sync::ClientState &state)
{
    const bool isAbove = today && credited.per == today->per && credited.amount > today->amount;
    if (!isAbove || state.may(Permission::PricesEdit))
        return {};
    return failure(ProblemKind::NotAllowed, QStringLiteral("return.above_price"),
                   UnreceiptedPresenter::tr("It costs %1 today, and not more is credited without a receipt.")
                       .arg(formatMoney(today->amount, QLocale(), today->amount.currency())),
                   UnreceiptedPresenter::tr("Credit less, or ask somebody who may change prices."));
}

UnreceiptedPresenter::UnreceiptedPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_locale(locale), m_texts(locale)
{
    m_actions.add({QStringLiteral("till.comes-back"),
                   tr("Comes back without a receipt"),
                   QStringLiteral("undo"),
                   ActionCategory::Sale,
                   {},
                   {}},
                  [this] {
                      arrive();
                      Q_EMIT asked();
                  });
    connect(&m_till, &TillPresenter::cartChanged, this, &UnreceiptedPresenter::updateActions);
    connect(&m_till, &TillPresenter::modeChanged, this, &UnreceiptedPresenter::updateActions);
    updateActions();
}

void UnreceiptedPresenter::updateActions()
{
    m_actions.find(u"till.comes-back")
        ->setDisabledReason(m_till.mode() != TillMode::Selling ? tr("No cart is open.")
                            : m_till.isTraining() ? TillPresenter::tr("Taking something back is not practised.")
                            : line()              ? QString()
                                                  : tr("Ring up first what comes back."));
}

const TillLine *UnreceiptedPresenter::line() const
{
    const int row = m_till.selectedLine();
    return row >= 0 && row < m_till.sale().lines().size() ? &m_till.sale().lines().at(row) : nullptr;
}

void UnreceiptedPresenter::arrive()
{
    m_reason.clear();
    m_restock = true;
    m_priceProblem.clear();
    m_priceText.clear();
    m_price.reset();
    if (const TillLine *chosen = line(); chosen && chosen->priceInUse()) {
        m_price = chosen->priceInUse();
        m_priceText = formatAmount(m_price->amount, m_locale);
    }
    Q_EMIT changed();
}

QString UnreceiptedPresenter::itemText() const
{
    const TillLine *chosen = line();
    return chosen ? tr("%1 × %2").arg(m_texts.quantity(chosen->quantity, chosen->item.unit), chosen->item.name)
                  : QString();
}

QString UnreceiptedPresenter::todayText() const
{
    const TillLine *chosen = line();
    return chosen ? tr("%1 each today").arg(m_texts.price(chosen->priceInUse(), chosen->item.unit)) : QString();
}

void UnreceiptedPresenter::setPrice(const QString &text)
{
    m_priceText = text;
    m_price.reset();
    const TillLine *chosen = line();
    const Result<Money> amount = MoneyInput::parse(text.trimmed(), m_desk.state().currency(), m_locale);
    if (!amount || !chosen || !chosen->priceInUse()) {
        m_priceProblem = amount ? tr("Select a line of the cart first.") : amount.error().message;
    } else if (amount->isNegative()) {
        m_priceProblem = tr("Less than nothing cannot be credited.");
    } else {
        const Price price{*amount, chosen->priceInUse()->per};
        const Result<void> credit = checkCredit(chosen->priceInUse(), price, m_desk.state());
        m_priceProblem = credit ? QString() : credit.error().message;
        if (credit)
            m_price = price;
    }
    Q_EMIT changed();
}

void UnreceiptedPresenter::setPriceMinor(std::int64_t minor)
{
    setPrice(formatAmount(Money(minor, m_desk.state().currency()), m_locale));
}

void UnreceiptedPresenter::setReason(const QString &reason)
{
    m_reason = reason;
    for (const ReturnReason usual : allReturnReasons) {
        if (returnReasonText(usual) == reason)
            m_restock = isUsuallyRestocked(usual);
    }
    Q_EMIT changed();
}

void UnreceiptedPresenter::setRestock(bool restock)
{
    m_restock = restock;
    Q_EMIT changed();
}

QString UnreceiptedPresenter::approvalText() const
{
    const sync::ClientState &state = m_desk.state();
    return state.may(Permission::SalesReturn) && state.may(Permission::SalesReturnWithoutReceipt)
               ? QString()
               : tr("Somebody who may types their PIN for it when it is paid.");
}

bool UnreceiptedPresenter::take()
{
    const TillLine *chosen = line();
    if (!chosen || !m_price || m_till.isTraining())
        return false;
    sync::UnreceiptedDraft draft;
    draft.variant = chosen->item.variant;
    // What nobody said otherwise about costs what it costs now, with what promotions take off.
    const bool isSaid = chosen->price || !chosen->modifiers.isEmpty() || m_price != chosen->priceInUse();
    draft.price = isSaid ? m_price : std::nullopt;
    draft.restock = m_restock;
    draft.reason = m_reason;
    const QString name = chosen->item.name;
    const int row = m_till.selectedLine();
    draft.quantity = chosen->quantity;
    TillReturn back = m_till.sale().cart().back;
    back.draft.withoutReceipt.append(draft);
    const auto turnBack = [&](TillSale &sale) {
        sale.takeBack(back);
        return sale.remove(row);
    };
    if (!m_till.changeCart(turnBack))
        return false;
    m_till.say(Tone::Ok, tr("%1 comes back without a receipt.").arg(name), tr("Undo brings the line back."));
    Q_EMIT taken();
    return true;
}

} // namespace crema
