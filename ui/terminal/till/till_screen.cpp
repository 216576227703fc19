// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/till_screen.h"

#include "ui/terminal/application/error_screen.h"
#include "ui/terminal/till/find_screen.h"
#include "ui/terminal/till/receipt_screen.h"
#include "ui/terminal/till/till_panes.h"
#include "ui/terminal/till/typed_amount.h"

namespace crema::terminal {

namespace {

constexpr qsizetype maximumQuantityDigits = 3; // longer numbers are codes
constexpr QChar showReceiptDigit = u'1';
constexpr QChar noReceiptDigit = u'3';

// Words without a digit are looked for; what has digits, or quantity and '*', is a code.
bool isSearch(const QString &text)
{
    return std::ranges::none_of(text, [](QChar character) { return character.isDigit(); }) ||
           text.contains(QLatin1Char(' '));
}

MessageKind kindOf(crema::Tone tone)
{
    switch (tone) {
    case crema::Tone::Neutral: return MessageKind::Ok;
    case crema::Tone::Ok: return MessageKind::Ok;
    case crema::Tone::Warning: return MessageKind::Warning;
    case crema::Tone::Error: return MessageKind::Error;
    }
    Q_UNREACHABLE();
}

} // namespace

TillScreen::TillScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ShopPresenters &shop)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_shop(shop), m_till(shop.till)
{
    const auto redraw = [this] { this->navigator().redraw(); };
    connect(&m_till, &TillPresenter::headerChanged, this, redraw);
    connect(&m_till, &TillPresenter::cartChanged, this, redraw);
    connect(&m_till, &TillPresenter::entryChanged, this, redraw);
    connect(&m_till, &TillPresenter::paymentChanged, this, redraw);
    connect(&m_till, &TillPresenter::modeChanged, this, &TillScreen::modeChanged);
    connect(&m_till, &TillPresenter::messageChanged, this, &TillScreen::showMessage);
    connect(&m_till, &TillPresenter::codeRefused, this, &TillScreen::showRefusal);
    connect(&m_shop.openCart, &OpenCartPresenter::offerChanged, this, &TillScreen::offerResume);
    connect(&m_shop.openCart, &OpenCartPresenter::itemKept, this, [this] { this->navigator().bell(); });
}

Page TillScreen::page() const
{
    Page page{.title = tr("TILL %1").arg(m_till.header().placeText)};
    const std::int64_t waiting = m_till.header().sync.waiting;
    page.progress = waiting > 0 ? tr("q %1").arg(waiting) : QString();
    page.body = [this](const Layout &layout) { return body(layout); };
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
    case TillMode::Paying: return tr("Cash received");
    case TillMode::ChangeDue: return tr("Scan next item");
    }
    Q_UNREACHABLE();
}

Canvas TillScreen::body(const Layout &layout) const
{
    switch (m_till.mode()) {
    case TillMode::Starting: return textBlock({{.left = tr("The local store is being read.")}}, layout);
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
    case TillMode::Paying: return paymentPane(m_till.payment(), layout);
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

QList<TerminalAction> TillScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_till.mode() == TillMode::NotEnrolled || m_till.mode() == TillMode::Starting)
        return actions;
    addAction(actions, u"till.pay", Verb::Done, tr("pay"), {});
    if (m_till.mode() == TillMode::Paying)
        return actions;
    addAction(actions, u"till.search", Verb::Find, tr("fnd"), [this] { findProducts({}); });
    const bool number = m_till.mode() == TillMode::Selling && isNumber(m_field.text());
    addAction(actions, number ? u"till.remove" : u"till.undo", Verb::Undo, number ? tr("del") : tr("un"),
              [this] { undoOrRemove(); });
    if (m_till.mode() == TillMode::ChangeDue)
        actions.append({Verb::Details, tr("rcp"), tr("Show receipt"), [this] { showReceipt(); }});
    return actions;
}

QString TillScreen::helpText() const
{
    switch (m_till.mode()) {
    case TillMode::NotEnrolled: return tr("Type the address of the platform, then the one-time code for this shop.");
    case TillMode::Paying: return tr("Type what the customer hands over and press Enter.");
    case TillMode::NoShift: return tr("Type the cash in the drawer and press Enter.");
    case TillMode::ChangeDue: return tr("Scan the next item, or press 1 to see the receipt.");
    default: return tr("Scan an item, or type 2* and scan for two. A number and F7 takes that line out.");
    }
}

bool TillScreen::key(const KeyEvent &event)
{
    switch (m_till.mode()) {
    case TillMode::Selling: return sellingKey(event);
    case TillMode::Paying: return payingKey(event);
    case TillMode::ChangeDue: return changeKey(event);
    default: return false;
    }
}

// The presenter shows what is understood while it is typed.
bool TillScreen::payingKey(const KeyEvent &event)
{
    if (event.key == Key::Enter || !m_field.key(event))
        return false;
    if (m_field.isEmpty())
        m_till.setReceived(0);
    else if (const std::optional<std::int64_t> minor = typedAmount(m_field.text()))
        m_till.setReceived(*minor);
    return true;
}

bool TillScreen::sellingKey(const KeyEvent &event)
{
    if (!m_field.isEmpty())
        return false;
    const int row = m_till.selectedLine();
    if (event.key == Key::Up)
        m_till.selectLine(std::max(0, row - 1));
    else if (event.key == Key::Down)
        m_till.selectLine(std::min(static_cast<int>(m_till.lines().size()) - 1, row + 1));
    else if (event.key == Key::Delete && row >= 0)
        m_till.removeLine(row);
    else if (event == KeyEvent::character(QStringLiteral("+")))
        m_till.actions().find(u"till.more")->trigger();
    else if (event == KeyEvent::character(QStringLiteral("-")))
        m_till.actions().find(u"till.less")->trigger();
    else if (event == KeyEvent::character(QStringLiteral("/")))
        findProducts({});
    else
        return false;
    return true;
}

// As in a menu: the first digit of a scan chooses nothing.
bool TillScreen::changeKey(const KeyEvent &event)
{
    if (event.key == Key::Enter || !m_field.key(event))
        return false;
    m_pause.reset();
    if (m_enter == MenuEnter::AfterPause && m_field.text().size() == 1)
        m_pause = m_clock.after(MenuScreen::pauseMs, [this] { chooseReceipt(); });
    return true;
}

void TillScreen::chooseReceipt()
{
    const QString typed = m_field.text();
    if (m_till.mode() != TillMode::ChangeDue || (typed != showReceiptDigit && typed != noReceiptDigit))
        return;
    m_field.clear();
    if (typed == showReceiptDigit)
        showReceipt();
    else
        m_till.newSale();
}

void TillScreen::submit(const QString &text)
{
    const QString entered = text.trimmed();
    switch (m_till.mode()) {
    case TillMode::Starting: break;
    case TillMode::NotEnrolled: enrol(entered); break;
    case TillMode::NoShift: openDrawer(entered); break;
    case TillMode::Selling: enter(entered); break;
    case TillMode::Paying: receive(entered); break;
    case TillMode::ChangeDue:
        m_pause.reset();
        if (entered.isEmpty() || entered == noReceiptDigit)
            m_till.newSale();
        else if (entered == showReceiptDigit)
            showReceipt();
        else
            enter(entered);
    }
}

void TillScreen::enter(const QString &text)
{
    if (text.isEmpty())
        return;
    if (isNumber(text) && text.size() <= maximumQuantityDigits && m_till.selectedLine() >= 0)
        setQuantity(text);
    else if (isSearch(text))
        findProducts(text);
    else
        m_till.enterCode(text);
}

// The address first, then the code; a scanner may send either.
void TillScreen::enrol(const QString &text)
{
    if (m_platform.isEmpty()) {
        m_platform = text;
        navigator().redraw();
    } else if (!text.isEmpty()) {
        m_till.enrol(m_platform, text);
    }
}

void TillScreen::setQuantity(const QString &digits)
{
    for (const QChar digit : digits)
        m_till.typeDigit(digit.digitValue());
    m_till.commitEntry();
}

void TillScreen::receive(const QString &digits)
{
    const std::optional<std::int64_t> minor = digits.isEmpty() ? 0 : typedAmount(digits);
    if (!minor) {
        navigator().say(MessageKind::Warning, tr("Type the amount in digits only, such as 5000 for 50.00"));
        return;
    }
    m_till.setReceived(*minor);
    m_till.completeCash();
}

void TillScreen::openDrawer(const QString &digits)
{
    if (const std::optional<std::int64_t> minor = typedAmount(digits))
        m_till.openShift(*minor);
    else
        navigator().say(MessageKind::Warning, tr("Type the amount in digits only, such as 10000 for 100.00"));
}

// A quantity typed before the scan ("2*") belongs to it.
void TillScreen::scan(const QString &code)
{
    m_pause.reset();
    const QString typed = m_field.take();
    const TillMode mode = m_till.mode();
    if (mode == TillMode::NotEnrolled)
        enrol(code);
    else if (mode == TillMode::Selling || mode == TillMode::ChangeDue)
        m_till.enterCode(typed.endsWith(QLatin1Char('*')) ? typed + code : code);
    else
        m_till.enterCode(code);
}

// F7 takes back the last change; with the number of a line before it, it takes out that line.
void TillScreen::undoOrRemove()
{
    const QString typed = m_field.take();
    if (!isNumber(typed))
        m_till.actions().find(u"till.undo")->trigger();
    else if (typed.size() <= maximumQuantityDigits)
        removeRow(typed.toInt() - 1);
    else
        navigator().say(MessageKind::Warning, tr("There is no line %1").arg(typed));
}

void TillScreen::removeRow(int row)
{
    if (row < 0 || row >= m_till.lines().size())
        navigator().say(MessageKind::Warning, tr("There is no line %1").arg(row + 1));
    else
        m_till.removeLine(row);
}

bool TillScreen::back()
{
    if (m_till.mode() == TillMode::Paying) {
        m_till.actions().find(u"till.back")->trigger();
        return true;
    }
    if (m_till.mode() != TillMode::NotEnrolled || m_platform.isEmpty())
        return false;
    m_platform.clear();
    return true;
}

void TillScreen::shown()
{
    // The person left the choice of tenders without choosing.
    if (m_till.mode() == TillMode::Paying && !m_tenderChosen)
        m_till.backToSale();
    offerResume();
}

void TillScreen::offerResume()
{
    const std::optional<OpenCartOffer> &offer = m_shop.openCart.offer();
    if (!offer || m_resume)
        return;
    const auto answer = [this](void (OpenCartPresenter::*what)()) {
        return [this, what] {
            (m_shop.openCart.*what)();
            navigator().closeTop();
        };
    };
    auto question =
        std::make_unique<MenuScreen>(navigator(), m_clock, m_enter, tr("RESUME SALE"),
                                     QList<MenuChoice>{{{u'1', tr("Yes")}, answer(&OpenCartPresenter::resume)},
                                                       {{u'2', tr("No")}, answer(&OpenCartPresenter::drop)}});
    QList<TextLine> lines{
        {.left = tr("Resume sale"), .right = offer->totalText, .style = {.bold = true, .reverse = true}}};
    if (offer->missing > 0)
        lines.append(
            {.left = tr("Lines that can no longer be sold: %1").arg(offer->missing), .style = Style::strong()});
    for (const QString &line : offer->lines)
        lines.append({.left = line, .maximumRows = 1});
    question->setText(lines);
    question->setHelpText(tr("This sale was not finished when the program ended. Press 1 to go on with it."));
    // A scan answers nothing, and F3 puts the answer off: the sale stays kept.
    question->setBackAction([this] {
        navigator().goToMainMenu();
        return true;
    });
    question->setScanAction([this](const QString &) {
        navigator().bell();
        navigator().say(MessageKind::Warning, tr("Press 1 or 2 before scanning on"));
    });
    m_resume = question.get();
    navigator().open(std::move(question));
}

void TillScreen::modeChanged()
{
    m_field.clear();
    m_pause.reset();
    m_platform.clear();
    navigator().redraw();
    m_tenderChosen = false;
    if (m_till.mode() == TillMode::Paying)
        askTender();
}

void TillScreen::askTender()
{
    const auto chooseCash = [this] {
        m_tenderChosen = true;
        navigator().closeTop();
    };
    auto menu = std::make_unique<MenuScreen>(navigator(), m_clock, m_enter, tr("PAY"),
                                             QList<MenuChoice>{{{u'1', tr("Cash")}, chooseCash}});
    menu->setText({{.left = tr("Due"), .right = m_till.payment().dueText, .style = {.bold = true, .reverse = true}}});
    menu->setHelpText(tr("Press the number of how the customer pays."));
    menu->setScanAction([this](const QString &code) { m_till.enterCode(code); });
    navigator().open(std::move(menu));
}

void TillScreen::showMessage()
{
    if (!m_till.message())
        return;
    const TillMessage &message = *m_till.message();
    const QString text =
        message.hint.isEmpty() ? message.text : tr("%1 %2", "message and what to do").arg(message.text, message.hint);
    navigator().say(kindOf(message.tone), text);
}

void TillScreen::showRefusal(const QString &code)
{
    if (m_refusal) {
        navigator().bell();
        return;
    }
    QList<TextLine> lines{{.left = tr("You scanned")}, {.left = QStringLiteral("  ") + code}};
    if (m_till.message()) {
        lines.append({.left = m_till.message()->text, .maximumRows = 3});
        lines.append({.left = m_till.message()->hint, .maximumRows = 3});
    }
    auto screen = std::make_unique<ErrorScreen>(navigator(), m_clock, tr("NOT SOLD"), std::move(lines));
    m_refusal = screen.get();
    navigator().open(std::move(screen));
    navigator().say(MessageKind::None, {}); // it stands on the screen
}

void TillScreen::showReceipt()
{
    navigator().say(MessageKind::None, {}); // the room is for the receipt
    navigator().open(std::make_unique<ReceiptScreen>(navigator(), m_till));
}

void TillScreen::findProducts(const QString &text)
{
    const QString typed = m_field.take();
    navigator().open(
        std::make_unique<FindScreen>(navigator(), m_clock, m_enter, m_till, text.isEmpty() ? typed : text));
}

} // namespace crema::terminal
