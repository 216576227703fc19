// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/cart_step_presenter.h"

#include "models/people/approval.h"
#include "models/selling/discount_share.h"
#include "models/settings/discount_reasons.h"
#include "models/text/plain_text.h"
#include "ui/presenters/till/bundle_words.h"
#include "ui/presenters/till/discount_words.h"
#include "ui/presenters/till/price_steps.h"
#include "ui/presenters/till/till_weighing.h"

namespace crema {

namespace {

/// What was typed as one line of text; where it is cut, no half of a letter stays.
QString asNote(const QString &typed)
{
    return madePlain(madePlain(typed).simplified().left(CartStepPresenter::maxNoteLength));
}

} // namespace

CartStepPresenter::CartStepPresenter(ShopDesk &desk, TillPresenter &till, OpenCartPresenter &openCart,
                                     const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_openCart(openCart), m_locale(locale), m_lookup(desk, locale),
      m_customer(desk, till), m_points(desk, till, locale)
{
    declareActions();
    updateActions();
}

void CartStepPresenter::start()
{
    connect(&m_desk, &TillDesk::changed, this, &CartStepPresenter::updateActions);
    connect(&m_till, &TillPresenter::modeChanged, this, &CartStepPresenter::followTill);
    connect(&m_till, &TillPresenter::cartChanged, this, &CartStepPresenter::followCart);
    connect(&m_openCart, &OpenCartPresenter::parkedChanged, this, [this] {
        updateActions();
        if (m_step == CartStep::Parked && parkedCount() == 0)
            close();
    });
    connect(&m_customer, &CartCustomerPresenter::chosen, this, &CartStepPresenter::close);
    connect(&m_till.weighing(), &TillWeighing::changed, this, [this] {
        if (m_till.weighing().view() && m_step != CartStep::None)
            close(); // one thing is asked at a time
    });
    connect(&m_points, &PointsPresenter::chosen, this, &CartStepPresenter::close);
    connect(&m_points, &PointsPresenter::changed, this, [this] {
        updateActions();
        if (m_step == CartStep::Points || m_step == CartStep::Customer)
            Q_EMIT changed();
    });
    m_points.start();
    m_till.setPayGuard([self = QPointer(this)] { return !self || self->finishForPaying(); });
    updateActions();
}

void CartStepPresenter::open(CartStep step)
{
    if (m_step == step)
        return;
    forgetProblems();
    forgetDrafts();
    if (m_step == CartStep::Customer)
        m_customer.leave();
    m_step = step;
    ++m_visit;
    m_scope = CartScope::Line;
    if (step != CartStep::None)
        m_till.closeOptions();
    if (step == CartStep::Parked)
        m_openCart.readParked();
    if (step == CartStep::PriceCheck)
        m_lookup.clear();
    if (step == CartStep::Customer)
        m_customer.arrive();
    if (step == CartStep::Points)
        m_points.arrive();
    Q_EMIT stepChanged();
}

void CartStepPresenter::setScope(CartScope scope)
{
    if (m_scope == scope)
        return;
    m_scope = scope;
    forgetProblems();
    m_noteDraft.reset(); // the field shows the note of the other now
    Q_EMIT scopeChanged();
}

int CartStepPresenter::row() const
{
    return m_scope == CartScope::Line ? m_till.sale().selected() : TillSale::wholeCart;
}

QString CartStepPresenter::scopeText() const
{
    const QList<TillLine> &lines = m_till.sale().lines();
    return row() >= 0 && row() < lines.size() ? lines.at(row()).item.name : tr("The whole sale");
}

QList<sync::DiscountDraft> CartStepPresenter::discountsNow() const
{
    const TillCart &cart = m_till.sale().cart();
    return row() >= 0 && row() < cart.lines.size() ? cart.lines.at(row()).discounts : cart.discounts;
}

QString CartStepPresenter::discountNow() const
{
    QStringList texts;
    for (const sync::DiscountDraft &discount : discountsNow())
        texts.append(discountText(discount, m_locale));
    return texts.join(QStringLiteral(" · "));
}

QStringList CartStepPresenter::reasons() const
{
    const QStringList own = offeredDiscountReasons(m_desk.state().settings);
    return !own.isEmpty() ? own : QStringList{tr("Regular guest"), tr("Staff"), tr("Damaged"), tr("Goodwill")};
}

bool CartStepPresenter::giveDiscount(const QString &value, const QString &reason)
{
    return give(readDiscount(value, m_desk.state().currency(), m_locale), reason);
}

bool CartStepPresenter::giveMinorDiscount(const QString &value, const QString &reason)
{
    return give(readMinorDiscount(value, m_desk.state().currency()), reason);
}

bool CartStepPresenter::give(Result<sync::DiscountDraft> discount, const QString &reason)
{
    forgetProblems();
    const QString label = reason.simplified().left(maxReasonLength);
    if (!discount)
        m_valueProblem = discount.error().message + QLatin1Char(' ') + discount.error().hint;
    if (label.isEmpty())
        m_reasonProblem = tr("The receipt says why. Choose a reason or type one.");
    if (!discount || label.isEmpty()) {
        Q_EMIT changed();
        return false;
    }
    discount->label = label;
    const QString about = scopeText();
    if (m_till.changeCart([&, at = row()](TillSale &sale) { return sale.setDiscounts(at, {*discount}); })) {
        m_till.say(
            Tone::Ok,
            tr("%1: %2", "what a discount is for, and the discount").arg(about, discountText(*discount, m_locale)));
        m_isLimitUnchecked = true;
        checkLimit();
    }
    close();
    return true;
}

void CartStepPresenter::draftDiscount(const QString &value, const QString &reason)
{
    m_valueDraft = value.trimmed();
    m_reasonDraft = reason.trimmed();
}

// What somebody has typed beside the cart is part of the sale that is paid, or nothing is paid yet.
bool CartStepPresenter::finishForPaying()
{
    if (const std::optional<WeightView> &asked = m_till.weighing().view()) {
        m_till.say(Tone::Warning,
                   tr("The weight of “%1” is not taken yet, so the payment has not begun.").arg(asked->product),
                   tr("Press Enter to take it, or Esc to leave it out."));
        return false;
    }
    if (m_step == CartStep::Note && m_noteDraft)
        giveNote(*m_noteDraft);
    if (m_step == CartStep::CustomerNote && m_noteDraft)
        giveCustomerNote(*m_noteDraft);
    if (m_step == CartStep::Coupon && !m_couponDraft.isEmpty()) {
        m_till.say(Tone::Warning, tr("The coupon is not taken yet, so the payment has not begun."),
                   tr("Take it or clear its field, then pay."));
        return false;
    }
    const bool isTyped = !m_valueDraft.isEmpty() || !m_reasonDraft.isEmpty();
    if (m_step != CartStep::Discount || !isTyped)
        return true;
    const QString value = m_valueDraft;
    const QString reason = m_reasonDraft;
    if (giveDiscount(value, reason))
        return true;
    m_till.say(Tone::Warning, tr("The discount is not given yet, so the payment has not begun."),
               m_valueProblem.isEmpty() ? m_reasonProblem : m_valueProblem);
    return false;
}

void CartStepPresenter::takeDiscountAway()
{
    const QString about = scopeText();
    if (m_till.changeCart([at = row()](TillSale &sale) { return sale.setDiscounts(at, {}); }))
        m_till.say(Tone::Ok, tr("%1 costs its full price again.").arg(about));
    close();
}

QString CartStepPresenter::noteNow() const
{
    const TillCart &cart = m_till.sale().cart();
    return row() >= 0 && row() < cart.lines.size() ? cart.lines.at(row()).note : cart.note;
}

void CartStepPresenter::giveNote(const QString &note)
{
    const QString plain = asNote(note);
    m_till.changeCart([&, at = row()](TillSale &sale) { return sale.setNote(at, plain); });
    close();
}

QString CartStepPresenter::customerNoteNow() const
{
    return m_till.sale().cart().customerNote;
}

void CartStepPresenter::giveCustomerNote(const QString &note)
{
    const QString plain = asNote(note);
    m_till.changeCart([&](TillSale &sale) { return sale.setCustomerNote(plain); });
    close();
}

QString CartStepPresenter::suggestedName() const
{
    const std::optional<TillCustomer> &customer = m_till.sale().cart().customer;
    return customer ? customer->name : QString();
}

void CartStepPresenter::hold(const QString &name)
{
    m_openCart.hold(name);
    close();
}

void CartStepPresenter::recall(int row)
{
    close();
    m_openCart.recall(row);
}

QStringList CartStepPresenter::whyOfLine() const
{
    const Sale *sale = m_till.quotedSale();
    return sale ? priceStepsOfRow(*sale, m_till.sale().selected(), m_locale) : QStringList();
}

QStringList CartStepPresenter::whyOfSale() const
{
    const Sale *sale = m_till.quotedSale();
    QStringList steps = sale ? priceStepsOfSale(*sale, m_locale) : QStringList();
    for (const CouponChip &chip : m_till.totals().coupons) {
        if (!chip.gives && !chip.effectText.isEmpty())
            steps.append(tr("The coupon %1 of %2 gives nothing: %3.", "code, promotion, why not")
                             .arg(chip.code, chip.promotion, chip.effectText));
    }
    return steps;
}

bool CartStepPresenter::takeScan(const QString &code)
{
    switch (m_step) {
    case CartStep::None: return false;
    case CartStep::PriceCheck: m_lookup.scan(code); return true;
    case CartStep::Coupon:
        m_couponProblem.clear();
        readCoupon(this, code, m_visit, true);
        return true;
    case CartStep::Why:
    case CartStep::Parked: close(); return false; // nothing is asked there that a scan could disturb
    default:
        m_till.refuseCode(code, tr("Something is asked beside the cart, so the code was not taken."),
                          tr("Finish it or press Esc, then scan again."));
        return true;
    }
}

void CartStepPresenter::followTill()
{
    if (m_till.mode() != TillMode::Selling)
        m_isLimitUnchecked = false;
    close();
    updateActions();
}

void CartStepPresenter::followCart()
{
    updateActions();
    checkLimit();
    const bool isAboutItems = m_step == CartStep::Discount || m_step == CartStep::Note;
    const bool isAboutSale = m_step == CartStep::Hold || m_step == CartStep::CustomerNote;
    const bool isGone = (isAboutItems && m_till.sale().lines().isEmpty()) || (isAboutSale && m_till.sale().isEmpty());
    if (isGone)
        close();
    else if (m_step != CartStep::None)
        Q_EMIT changed();
}

void CartStepPresenter::forgetProblems()
{
    m_valueProblem.clear();
    m_reasonProblem.clear();
    m_couponProblem.clear();
}

void CartStepPresenter::forgetDrafts()
{
    m_valueDraft.clear();
    m_reasonDraft.clear();
    m_noteDraft.reset();
    m_couponDraft.clear();
}

// Whoever gives more than they may is told at once, and not only when the guest holds the money in their hand.
void CartStepPresenter::checkLimit()
{
    const Sale *sale = m_till.quotedSale();
    const std::optional<Person> &person = m_desk.state().person;
    if (!m_isLimitUnchecked || !sale || !person)
        return;
    m_isLimitUnchecked = false;
    if (discountShare(*sale) > discountLimit(*person, m_desk.state().settings)) {
        m_till.say(Tone::Warning, tr("This takes off more than you may give alone."),
                   tr("Somebody who may types their PIN for it when it is paid."));
    }
}

void CartStepPresenter::declareActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, const QStringList &keys,
                            const QStringList &terminalKeys, CartStep step) {
        m_actions.add(
            {QString::fromLatin1(id), text, QString::fromLatin1(icon), ActionCategory::Sale, keys, terminalKeys},
            [this, step] { open(step); });
    };
    const auto keys = [](auto... key) { return QStringList{QString::fromLatin1(key)...}; };
    add("till.hold", tr("Hold"), "pause", keys("F6", "Alt+H"), keys("F6"), CartStep::Hold);
    add("till.recall", tr("Parked sales"), "play", keys("F7", "Alt+R"), keys("F9"), CartStep::Parked);
    add("till.discount", tr("Discount"), "percent", keys("F4", "Alt+D"), {}, CartStep::Discount);
    add("till.note", tr("Note"), "note", keys("Alt+N"), {}, CartStep::Note);
    add("till.customer-note", tr("Note for the customer"), "note", keys("Alt+Shift+N"), {}, CartStep::CustomerNote);
    add("till.customer", tr("Customer"), "user", keys("F3", "Alt+C"), {}, CartStep::Customer);
    add("till.points", tr("Use points"), "star", keys("Alt+U"), {}, CartStep::Points);
    add("till.price-check", tr("Check a price"), "scan", keys("Alt+P"), {}, CartStep::PriceCheck);
    add("till.why", tr("Why this price"), "info", keys("Alt+W"), {}, CartStep::Why);
    add("till.coupon", tr("Coupon"), "star", keys("Alt+K"), {}, CartStep::Coupon);
}

void CartStepPresenter::updateActions()
{
    const auto allow = [this](QStringView id, const QString &reason) { m_actions.find(id)->setDisabledReason(reason); };
    const QString open = m_till.mode() < TillMode::Selling    ? tr("Open a shift first.")
                         : m_till.mode() == TillMode::Selling ? QString()
                                                              : tr("The cart is fixed while money changes hands.");
    const bool isEmpty = m_till.sale().lines().isEmpty();
    const QString filled = !open.isEmpty() ? open : isEmpty ? tr("The cart is empty.") : QString();
    for (const QStringView id : {u"till.discount", u"till.note", u"till.why"})
        allow(id, filled);
    const QString training = m_till.isTraining() ? tr("Not in training.") : QString();
    const QString any = m_till.sale().takesBack() ? open : filled;
    allow(u"till.customer-note", any);
    allow(u"till.hold", !training.isEmpty() ? training : any);
    allow(u"till.price-check", open);
    allow(u"till.coupon", open);
    allow(u"till.customer", !open.isEmpty()                                 ? open
                            : m_desk.state().may(Permission::CustomersRead) ? QString()
                                                                            : tr("You may not see customers."));
    allow(u"till.points", !open.isEmpty() ? open : m_points.obstacle());
    const int parked = parkedCount();
    m_actions.find(u"till.recall")->setText(parked == 0 ? tr("Parked sales") : tr("Parked sales (%1)").arg(parked));
    allow(u"till.recall", parked == 0               ? tr("No sale is parked.")
                          : !training.isEmpty()     ? training
                          : !open.isEmpty()         ? open
                          : m_till.sale().isEmpty() ? QString()
                                                    : tr("Finish or hold the present sale first."));
}

} // namespace crema
