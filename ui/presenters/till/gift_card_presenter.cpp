// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/gift_card_presenter.h"

#include "models/giftcards/gift_code.h"
#include "models/money/money_input.h"
#include "reports/documents/gift_card_document.h"
#include "ui/presenters/printing/cash_paper_head.h"

namespace crema {

GiftCardPresenter::GiftCardPresenter(ShopDesk &desk, TillPresenter &till, PrintPresenter &printing, Clock &clock,
                                     const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_printing(printing), m_clock(clock), m_locale(locale),
      m_texts(locale)
{
    m_actions.add({QStringLiteral("till.gift-card"),
                   tr("Gift card"),
                   QStringLiteral("gift"),
                   ActionCategory::Shift,
                   {QStringLiteral("Alt+G")},
                   {}},
                  [this] { want(); });
    connect(&desk, &TillDesk::changed, this, [this] {
        updateActions();
        Q_EMIT changed();
    });
    connect(&till, &TillPresenter::giftCardShown, this, &GiftCardPresenter::want);
    updateActions();
}

GiftCardPresenter::~GiftCardPresenter()
{
    m_stop.request_stop();
}

QString GiftCardPresenter::obstacle() const
{
    return m_desk.state().openShift ? QString() : tr("No shift is open.");
}

void GiftCardPresenter::updateActions()
{
    m_actions.find(u"till.gift-card")->setDisabledReason(obstacle());
}

void GiftCardPresenter::want(const QString &code)
{
    begin();
    Q_EMIT wanted();
    if (!code.isEmpty())
        look(code);
}

void GiftCardPresenter::begin()
{
    m_known.reset();
    m_problems.clear();
    m_soldCode.clear();
    Q_EMIT changed();
}

QString GiftCardPresenter::cardText() const
{
    if (!m_known)
        return {};
    const GiftCard &card = m_known->card;
    const QString balance = m_texts.amount(card.balance);
    return card.expires ? tr("Gift card …%1: %2 on it, good until %3.")
                              .arg(card.lastDigits, balance, m_locale.toString(*card.expires, QLocale::ShortFormat))
                        : tr("Gift card …%1: %2 on it.").arg(card.lastDigits, balance);
}

QString GiftCardPresenter::verb() const
{
    return m_known ? tr("Load the card") : tr("Sell the card");
}

QString GiftCardPresenter::amountText(std::int64_t minor) const
{
    return m_texts.amount(Money(minor, m_desk.state().currency()));
}

void GiftCardPresenter::look(const QString &code)
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    m_problems.clear();
    Q_EMIT changed();
    lookUp(this, m_stop.get_token(), code);
}

void GiftCardPresenter::forgetCard()
{
    if (!m_isBusy)
        begin();
}

void GiftCardPresenter::sell(const QString &amount, PaymentMethod method)
{
    const Result<Money> read = MoneyInput::parse(amount.trimmed(), m_desk.state().currency(), m_locale);
    if (read)
        sellMinor(read->minor(), method);
    else
        refuse(read.error(), QStringLiteral("amount"));
}

void GiftCardPresenter::sellMinor(std::int64_t minor, PaymentMethod method)
{
    if (m_isBusy || !obstacle().isEmpty())
        return;
    m_isBusy = true;
    m_problems.clear();
    Q_EMIT changed();
    sellCard(this, m_stop.get_token(), Money(minor, m_desk.state().currency()), method);
}

QCoro::Task<> GiftCardPresenter::lookUp(Self self, std::stop_token stop, QString code)
{
    const Result<sync::GiftCardView> found = co_await self->m_desk.giftCard(code);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isBusy = false;
    if (!found) {
        self->m_known.reset();
        self->refuse(found.error(), QStringLiteral("code"));
        co_return;
    }
    self->m_known = *found;
    if (found->block)
        self->m_problems.insert({}, found->block->message);
    Q_EMIT self->changed();
}

QCoro::Task<> GiftCardPresenter::sellCard(Self self, std::stop_token stop, Money amount, PaymentMethod method)
{
    // One that was made for a sale that failed is taken for the next: it is empty, and nobody has its code.
    if (!self->m_known && !self->m_issued) {
        const Result<sync::IssuedGiftCard> issued = co_await self->m_desk.issueGiftCard();
        if (stop.stop_requested() || !self)
            co_return;
        if (!issued) {
            self->m_isBusy = false;
            self->refuse(issued.error(), {});
            co_return;
        }
        self->m_issued = *issued;
    }
    sync::SaleDraft draft;
    draft.giftCards = {{self->m_known ? self->m_known->card.id : self->m_issued->card.id, amount}};
    draft.tenders.append({method, amount});
    const Result<sync::SaleView> sale = co_await self->m_desk.completeSale(draft);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isBusy = false;
    if (sale)
        self->told(*sale, amount);
    else
        self->refuse(sale.error(), QStringLiteral("amount"));
}

void GiftCardPresenter::refuse(const Problem &problem, const QString &field)
{
    m_problems.clear();
    m_problems.insert(field,
                      problem.hint.isEmpty() || !field.isEmpty()
                          ? problem.message
                          : tr("%1 %2", "what happened, and what to do about it").arg(problem.message, problem.hint));
    Q_EMIT changed();
}

void GiftCardPresenter::told(const sync::SaleView &sale, const Money &amount)
{
    GiftCard card = m_known ? m_known->card : m_issued->card;
    card.balance += amount;
    const QString code = m_known ? QString() : m_issued->code;
    m_printing.printPaper(
        tr("Gift card"),
        documents::giftCardSlip({cashPaperHeadOf(m_desk.state()), card, code, m_clock.now()}, m_locale),
        documents::DrawerKick::None);
    const std::optional<Person> &person = m_desk.state().person;
    m_printing.print(sale.sale, person ? person->name : QString());
    const QString said = m_known ? tr("%1 loaded on the gift card …%2.").arg(m_texts.amount(amount), card.lastDigits)
                                 : tr("Gift card …%1 sold for %2.").arg(card.lastDigits, m_texts.amount(amount));
    m_soldCode = groupedGiftCode(code);
    m_issued.reset();
    m_known.reset();
    m_till.say(Tone::Ok, said);
    Q_EMIT changed();
    Q_EMIT sold(said);
}

} // namespace crema
