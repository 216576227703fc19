// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/till_screen.h"

#include "ui/presenters/till/till_weighing.h"
#include "ui/terminal/application/told_message.h"
#include "ui/terminal/till/slip_screen.h"
#include "ui/terminal/till/till_panes.h"
#include "ui/terminal/till/typed_amount.h"

namespace crema::terminal {

TillScreen::TillScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ShopPresenters &shop)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_shop(shop), m_till(shop.till)
{
    const auto redraw = [this] { this->navigator().redraw(); };
    connect(&m_till, &TillPresenter::headerChanged, this, redraw);
    connect(&m_till, &TillPresenter::cartChanged, this, redraw);
    connect(&m_till, &TillPresenter::entryChanged, this, redraw);
    connect(&m_till, &TillPresenter::paymentChanged, this, redraw);
    // Behind whatever a payment that came in does by itself.
    connect(&m_till, &TillPresenter::paymentChanged, this, &TillScreen::followOnline, Qt::QueuedConnection);
    connect(&m_till, &TillPresenter::modeChanged, this, &TillScreen::modeChanged);
    connect(&m_till, &TillPresenter::messageChanged, this, &TillScreen::showMessage);
    connect(&m_till, &TillPresenter::codeRefused, this, &TillScreen::showRefusal);
    connect(&m_till, &TillPresenter::slipWanted, this,
            [this] { this->navigator().open(std::make_unique<SlipScreen>(this->navigator(), m_till)); });
    // Whoever chose the product closes first.
    connect(&m_till, &TillPresenter::optionsChanged, this, &TillScreen::askModifiers, Qt::QueuedConnection);
    connect(&m_till.weighing(), &TillWeighing::changed, this, &TillScreen::askWeight, Qt::QueuedConnection);
    connect(&m_shop.openCart, &OpenCartPresenter::offerChanged, this, &TillScreen::offerResume);
    connect(&m_shop.openCart, &OpenCartPresenter::parkedChanged, this, redraw);
    connect(&m_shop.training, &TrainingPresenter::changed, this, redraw);
    connect(&m_shop.favourites, &FavouritesPresenter::variantWanted, this, &TillScreen::findProducts);
    connect(&m_shop.openCart, &OpenCartPresenter::itemKept, this, [this] { this->navigator().okBell(); });
}

Page TillScreen::page() const
{
    const QString place = m_till.header().placeText;
    Page page{.title = m_till.isTraining() ? tr("TRAINING %1").arg(place) : tr("TILL %1").arg(place)};
    const std::int64_t waiting = m_till.header().sync.waiting;
    page.progress = waiting > 0 ? tr("q %1").arg(waiting) : QString();
    page.body = [this](const Layout &layout) { return m_till.isTraining() ? trainingBody(layout) : body(layout); };
    if (const QString label = promptLabel(); !label.isEmpty())
        page.prompt = Prompt{label, m_field};
    return page;
}

QString TillScreen::promptLabel() const
{
    switch (m_till.mode()) {
    case TillMode::Starting: return {};
    case TillMode::NotEnrolled: return m_platform.isEmpty() ? tr("Platform address") : tr("One-time code");
    case TillMode::NoShift: return tr("Cash in drawer");
    case TillMode::Selling:
        return m_till.entryText().isEmpty() ? tr("Scan item") : tr("Scan item %1").arg(m_till.entryText());
    case TillMode::Paying:
        if (m_till.payment().payBack)
            return tr("Enter");
        if (m_till.payment().online)
            return tr("Waiting", "for an online payment");
        return m_till.payment().method == PaymentMethod::Cash     ? tr("Cash received")
               : m_till.payment().method == PaymentMethod::Card   ? tr("Amount by card")
               : m_till.payment().method == PaymentMethod::Online ? tr("Amount online")
                                                                  : tr("Amount on account");
    case TillMode::ChangeDue: return tr("Scan next item");
    }
    Q_UNREACHABLE();
}

// The words stand above everything, in the colours of the screen turned round.
Canvas TillScreen::trainingBody(const Layout &layout) const
{
    Canvas canvas(layout.size);
    const QString words = tr("TRAINING: nothing is recorded");
    const QString mark = layout.text(words).size() > layout.size.width ? m_shop.training.mark() : words;
    canvas.paste({0, 0}, textBlock({{.left = mark, .style = {.bold = true, .reverse = true}, .maximumRows = 1}},
                                   layout.within({layout.size.width, 1})));
    canvas.styleRow(0, {.bold = true, .reverse = true});
    const int height = std::max(0, layout.size.height - 1);
    canvas.paste({1, 0}, body(layout.within({layout.size.width, height})));
    return canvas;
}

Canvas TillScreen::body(const Layout &layout) const
{
    switch (m_till.mode()) {
    case TillMode::Starting: return textBlock({{.left = m_till.startingText(), .maximumRows = 2}}, layout);
    case TillMode::NotEnrolled:
        return textBlock(
            {{.left = tr("This device has no register yet."), .style = Style::strong()},
             {.left = m_platform.isEmpty() ? tr("Type the address of the platform as your manager gave it to you.")
                                           : tr("Type or scan the one-time code for %1.").arg(m_platform),
              .maximumRows = 5}},
            layout);
    case TillMode::NoShift:
        return textBlock(
            {{.left = tr("The drawer is closed. Type the cash that lies in it to open a shift."), .maximumRows = 5},
             {.left = tr("Digits count from the right: 10000 is 100.00."), .maximumRows = 4}},
            layout);
    case TillMode::Selling: return cartPane(m_till.lines(), m_till.selectedLine(), m_till.totals(), layout);
    case TillMode::Paying:
        if (m_till.payment().online)
            return onlinePane(*m_till.payment().online, layout);
        return m_till.payment().payBack ? payBackPane(*m_till.payment().payBack, m_till.payment().recording, layout)
                                        : paymentPane(m_till.payment(), layout);
    case TillMode::ChangeDue: return changePane(m_till.change(), layout);
    }
    Q_UNREACHABLE();
}

void TillScreen::addAction(QList<TerminalAction> &actions, QStringView id, Verb verb, const QString &shortText,
                           std::function<void()> run)
{
    Action *action = m_till.actions().find(id);
    Q_ASSERT(action != nullptr);
    actions.append({verb, shortText, action->text(), run ? std::move(run) : [action] { action->trigger(); },
                    action->disabledReason()});
}

void TillScreen::addOnlineActions(QList<TerminalAction> &actions)
{
    addAction(actions, u"till.online-check", Verb::Done, tr("chk", "check again, very short"), {});
    addAction(actions, u"till.online-cancel", Verb::Undo, tr("cnc", "cancel, very short"), {});
}

QList<TerminalAction> TillScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_till.mode() == TillMode::NotEnrolled || m_till.mode() == TillMode::Starting)
        return actions;
    if (m_till.mode() == TillMode::Paying && m_till.payment().online) {
        addOnlineActions(actions);
        return actions;
    }
    if (m_till.mode() == TillMode::Paying) {
        addAction(actions, u"till.pay", Verb::Done, tr("pay"), [this] { receive(m_field.take().trimmed()); });
        if (m_till.payment().payBack)
            return actions;
        addAction(actions, u"till.part", Verb::Skip, tr("prt"), [this] { takePart(); });
        actions.append({Verb::Undo, tr("un"), tr("Give back the last part"), [this] { giveBackLast(); }});
        addAction(actions, u"till.split", Verb::NextPage, tr("spl"), [this] { splitEvenly(); });
        if (m_till.actions().find(u"till.slip")->isEnabled())
            addAction(actions, u"till.slip", Verb::Details, tr("tip"), {});
        return actions;
    }
    addAction(actions, u"till.pay", Verb::Done, tr("pay"), {});
    addAction(actions, u"till.search", Verb::Find, tr("fnd"), [this] { findProducts({}); });
    const bool number = m_till.mode() == TillMode::Selling && isNumber(m_field.text());
    addAction(actions, number ? u"till.remove" : u"till.undo", Verb::Undo, number ? tr("del") : tr("un"),
              [this] { undoOrRemove(); });
    addCartActions(actions);
    if (m_till.mode() == TillMode::ChangeDue)
        actions.append({Verb::Details, tr("rcp"), tr("Show receipt"), [this] { showReceipt(); }});
    return actions;
}

QString TillScreen::helpText() const
{
    switch (m_till.mode()) {
    case TillMode::NotEnrolled: return tr("Type the address of the platform, then the one-time code for this shop.");
    case TillMode::Paying:
        if (m_till.payment().payBack)
            return tr("Enter pays it back and records it. F3 goes back to the sale.");
        if (m_till.payment().online)
            return tr("The customer pays online, and the sale ends by itself. F4 asks again how it stands, F7 cancels "
                      "it, F3 leaves it for later.");
        return tr(
            "Type what the customer hands over and press Enter. F6 takes it as a part, F8 splits evenly, F9 notes a "
            "tip and the slip of a card.");
    case TillMode::NoShift: return tr("Type the cash in the drawer and press Enter.");
    case TillMode::ChangeDue: return tr("Scan the next item, or press 1 to see the receipt.");
    default: return tr("Scan an item, or type 2* and scan for two. A number and F7 takes that line out.");
    }
}

void TillScreen::shown()
{
    // The person left the choice of tenders without choosing.
    const bool isLeft =
        m_till.mode() == TillMode::Paying && !m_till.payment().payBack && !m_till.payment().online && !m_tenderChosen;
    if (isLeft && !m_till.payment().taken.isEmpty())
        askTender();
    else if (isLeft)
        m_till.backToSale();
    offerResume();
    // Somebody left for the main menu before the options were chosen.
    if (m_till.options() && !m_modifiers && !m_resume)
        askModifiers();
    if (m_till.weighing().view() && !m_weight && !m_resume)
        askWeight();
}

// An online payment ended, and something is due still: how is the rest paid?
void TillScreen::followOnline()
{
    const bool isPaying = m_till.mode() == TillMode::Paying && !m_till.payment().recording;
    const bool isOnline = m_till.mode() == TillMode::Paying && m_till.payment().online;
    if (std::exchange(m_wasOnline, isOnline) && !isOnline && isPaying && !m_till.payment().payBack)
        askTender();
}

void TillScreen::modeChanged()
{
    m_field.clear();
    m_pause.reset();
    m_platform.clear();
    navigator().redraw();
    m_tenderChosen = false;
    if (m_till.mode() == TillMode::Paying && !m_till.payment().payBack && !m_till.payment().online &&
        !m_resume) // that question goes first; shown() goes on
        askTender();
}

void TillScreen::showMessage()
{
    if (m_till.message())
        sayMessage(navigator(), *m_till.message());
}

} // namespace crema::terminal
