// SPDX-License-Identifier: GPL-3.0-or-later
// What a cashier does about the open sale besides ringing up.
#include "ui/terminal/catalog/lookup_screen.h"
#include "ui/terminal/till/cart_customer_screen.h"
#include "ui/terminal/till/cart_text_screen.h"
#include "ui/terminal/till/coupon_screen.h"
#include "ui/terminal/till/discount_screen.h"
#include "ui/terminal/till/favourites_screen.h"
#include "ui/terminal/till/parked_screen.h"
#include "ui/terminal/till/points_screen.h"
#include "ui/terminal/till/till_screen.h"
#include "ui/terminal/till/unreceipted_screen.h"
#include "ui/terminal/till/why_screen.h"

namespace crema::terminal {

void TillScreen::addCartActions(QList<TerminalAction> &actions)
{
    if (m_till.mode() != TillMode::Selling)
        return;
    const auto add = [&](QStringView id, Verb verb, const QString &shortText, std::function<void()> run) {
        if (const Action *action = m_shop.cartSteps.actions().find(id); action->isEnabled())
            actions.append({verb, shortText, action->text(), std::move(run)});
    };
    add(u"till.hold", Verb::Skip, tr("hld"), [this] { openStep(CartStep::Hold, CartScope::WholeSale); });
    add(u"till.recall", Verb::Details, tr("prk"), [this] { openStep(CartStep::Parked, CartScope::WholeSale); });
    actions.append({Verb::NextPage, tr("mor"), tr("More for this sale"), [this] { openCartMenu(); }});
}

void TillScreen::openCartMenu()
{
    ActionList &actions = m_shop.cartSteps.actions();
    const auto entry = [&](QChar digit, const QString &text, QStringView id, CartStep step, CartScope scope) {
        const auto choose = [this, step, scope] {
            navigator().closeTop();
            openStep(step, scope);
        };
        return MenuChoice{{digit, text}, choose, actions.find(id)->disabledReason()};
    };
    auto menu = std::make_unique<MenuScreen>(
        navigator(), m_clock, m_enter, tr("SALE"),
        QList<MenuChoice>{
            entry(u'1', tr("Discount on line"), u"till.discount", CartStep::Discount, CartScope::Line),
            entry(u'2', tr("Discount on sale"), u"till.discount", CartStep::Discount, CartScope::WholeSale),
            entry(u'3', tr("Note on line"), u"till.note", CartStep::Note, CartScope::Line),
            entry(u'4', tr("Note on sale"), u"till.note", CartStep::Note, CartScope::WholeSale),
            entry(u'5', tr("Customer"), u"till.customer", CartStep::Customer, CartScope::WholeSale),
            entry(u'6', tr("Check a price"), u"till.price-check", CartStep::PriceCheck, CartScope::WholeSale),
            entry(u'7', tr("Why this price"), u"till.why", CartStep::Why, CartScope::Line),
            trainingChoice(),
            favouritesChoice(),
            {{u'0', tr("Comes back")}, [this] { openBackMenu(); }}});
    menu->setActions([this] {
        return QList<TerminalAction>{{Verb::NextPage, tr("mor"), tr("More for this sale"), [this] { openMoreMenu(); }}};
    });
    navigator().open(std::move(menu));
}

// What ten digits have no room for.
void TillScreen::openMoreMenu()
{
    navigator().closeTop();
    Action *coupon = m_shop.cartSteps.actions().find(u"till.coupon");
    const auto askCoupon = [this] {
        navigator().closeTop();
        openStep(CartStep::Coupon, CartScope::WholeSale);
    };
    Action *told = m_shop.cartSteps.actions().find(u"till.customer-note");
    const auto askNote = [this] {
        navigator().closeTop();
        openStep(CartStep::CustomerNote, CartScope::WholeSale);
    };
    Action *weight = m_till.actions().find(u"till.weight");
    const auto askWeight = [this, weight] {
        navigator().closeTop();
        weight->trigger();
    };
    Action *offCatalog = m_shop.offCatalog.actions().find(u"till.off-catalog");
    const auto addOther = [this] {
        navigator().closeTop();
        navigator().say(MessageKind::None, {}); // the room is for what is asked
        m_shop.offCatalog.want();
    };
    navigator().open(std::make_unique<MenuScreen>(
        navigator(), m_clock, m_enter, tr("SALE, MORE"),
        QList<MenuChoice>{{{u'1', coupon->text()}, askCoupon, coupon->disabledReason()},
                          {{u'2', weight->text()}, askWeight, weight->disabledReason()},
                          {{u'3', tr("Not in the catalog")}, addOther, offCatalog->disabledReason()},
                          {{u'4', tr("Note on receipt")}, askNote, told->disabledReason()}}));
}

void TillScreen::openBackMenu()
{
    navigator().closeTop();
    const auto open = [this] {
        navigator().closeTop();
        navigator().say(MessageKind::None, {}); // the room is for what is asked
        navigator().open(std::make_unique<UnreceiptedScreen>(navigator(), m_shop.desk, m_till));
    };
    const QString obstacle = m_till.isTraining()         ? TillPresenter::tr("Taking something back is not practised.")
                             : m_till.selectedLine() < 0 ? tr("Ring up first what comes back.")
                                                         : QString();
    Action *nothing = m_till.actions().find(u"till.take-nothing-back");
    const auto takeNothing = [this, nothing] {
        navigator().closeTop();
        nothing->trigger();
    };
    navigator().open(std::make_unique<MenuScreen>(
        navigator(), m_clock, m_enter, tr("COMES BACK"),
        QList<MenuChoice>{{{u'1', tr("This line, no receipt")}, open, obstacle},
                          {{u'2', nothing->text()}, takeNothing, nothing->disabledReason()}}));
}

MenuChoice TillScreen::favouritesChoice()
{
    const auto choose = [this] {
        navigator().closeTop();
        navigator().say(MessageKind::None, {});
        navigator().open(std::make_unique<FavouritesScreen>(navigator(), m_clock, m_enter, m_shop.favourites, m_till));
    };
    return {{u'9', m_shop.favourites.actions().find(u"till.favourites")->text()}, choose};
}

MenuChoice TillScreen::trainingChoice()
{
    Action *action = m_shop.training.actions().find(u"till.training");
    const auto choose = [this, action] {
        navigator().closeTop();
        action->trigger();
    };
    return {{u'8', action->text()}, choose, action->disabledReason()};
}

void TillScreen::openStep(CartStep step, CartScope scope)
{
    CartStepPresenter &steps = m_shop.cartSteps;
    navigator().say(MessageKind::None, {}); // the room is for what is asked
    switch (step) {
    case CartStep::None: break;
    case CartStep::Discount:
        navigator().open(std::make_unique<DiscountScreen>(navigator(), m_shop.desk, steps, scope));
        break;
    case CartStep::Note:
    case CartStep::CustomerNote:
    case CartStep::Hold: navigator().open(std::make_unique<CartTextScreen>(navigator(), steps, step, scope)); break;
    case CartStep::Customer:
        navigator().open(std::make_unique<CartCustomerScreen>(navigator(), m_clock, m_enter, steps));
        break;
    case CartStep::Points: navigator().open(std::make_unique<PointsScreen>(navigator(), steps)); break;
    case CartStep::Parked:
        navigator().open(std::make_unique<ParkedScreen>(navigator(), m_clock, m_enter, steps, m_shop.openCart));
        break;
    case CartStep::PriceCheck:
        navigator().open(std::make_unique<LookupScreen>(navigator(), m_clock, m_enter, m_shop.lookup, m_shop.catalog));
        break;
    case CartStep::Why: navigator().open(std::make_unique<WhyScreen>(navigator(), steps)); break;
    case CartStep::Coupon: navigator().open(std::make_unique<CouponScreen>(navigator(), steps)); break;
    }
}

} // namespace crema::terminal
