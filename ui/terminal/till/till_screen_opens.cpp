// SPDX-License-Identifier: GPL-3.0-or-later
// The screens and questions that the till opens on top of itself.
#include "ui/presenters/till/till_weighing.h"
#include "ui/terminal/application/error_screen.h"
#include "ui/terminal/till/find_screen.h"
#include "ui/terminal/till/receipt_screen.h"
#include "ui/terminal/till/till_screen.h"
#include "ui/terminal/till/weight_screen.h"

namespace crema::terminal {

void TillScreen::offerResume()
{
    const std::optional<OpenCartOffer> &offer = m_shop.openCart.offer();
    if (!offer || m_resume || m_shop.lock.isCovering())
        return;
    const auto answer = [this](void (OpenCartPresenter::*what)()) {
        return [this, what] {
            (m_shop.openCart.*what)();
            navigator().closeTop();
            m_resume = nullptr;
        };
    };
    auto question = std::make_unique<MenuScreen>(
        navigator(), m_clock, m_enter, offer->isParked ? tr("PARKED SALE") : tr("RESUME SALE"),
        QList<MenuChoice>{{{u'1', tr("Yes")}, answer(&OpenCartPresenter::resume)},
                          {{u'2', tr("No, park it")}, answer(&OpenCartPresenter::drop)},
                          {{u'3', tr("Discard it")}, answer(&OpenCartPresenter::discard)}});
    QList<TextLine> lines{
        {.left = tr("Resume sale"), .right = offer->totalText, .style = {.bold = true, .reverse = true}}};
    if (offer->missing > 0)
        lines.append(
            {.left = tr("Lines that can no longer be sold: %1").arg(offer->missing), .style = Style::strong()});
    for (const QString &line : offer->lines)
        lines.append({.left = line, .maximumRows = 1});
    question->setText(lines);
    question->setHelpText(
        offer->isParked ? tr("Press 1 to go on with this sale, 2 to leave it parked, 3 when nobody wants it any more.")
                        : tr("This sale was not finished when the program ended. Press 1 to go on with it."));
    // A scan answers nothing, and F3 puts the answer off: the sale stays kept.
    question->setBackAction([this] {
        navigator().goToMainMenu();
        return true;
    });
    question->setScanAction([this](const QString &) {
        navigator().bell();
        navigator().say(MessageKind::Warning, tr("Press 1, 2 or 3 before scanning on"));
    });
    m_resume = question.get();
    navigator().open(std::move(question));
}

// Each group of modifiers in the same menu, until the presenter has what it needs.
void TillScreen::askModifiers()
{
    if (!m_till.options()) {
        if (TerminalScreen *asked = m_modifiers) {
            m_modifiers.clear();
            navigator().close(*asked);
        }
        return;
    }
    const QList<TextLine> question{{.left = m_till.options()->question, .style = Style::strong(), .maximumRows = 2}};
    if (m_modifiers) {
        m_modifiers->setText(question);
        navigator().redraw();
        return;
    }
    auto menu =
        std::make_unique<MenuScreen>(navigator(), m_clock, m_enter, m_till.options()->product, QList<MenuChoice>());
    menu->setText(question);
    menu->setChoices([this] {
        QList<MenuChoice> choices;
        for (const OptionChoice &choice : m_till.options() ? m_till.options()->choices : QList<OptionChoice>()) {
            const int row = static_cast<int>(choices.size());
            const QString text = (choice.chosen ? QStringLiteral("* ") : QString()) + choice.text +
                                 (choice.priceText.isEmpty() ? QString() : QLatin1Char(' ') + choice.priceText);
            choices.append({{QChar(static_cast<char16_t>(u'1' + row)), text},
                            [this, row] { m_till.chooseOption(row); },
                            choice.sellable ? QString() : tr("There are enough of them.")});
        }
        return choices;
    });
    menu->setHelpText(tr("Press the number of an option. F3 leaves the item out."));
    menu->setBackAction([this] {
        m_till.closeOptions(); // closes this as well
        return true;
    });
    menu->setScanAction([this](const QString &code) { m_till.enterCode(code); }); // says why not
    m_modifiers = menu.get();
    navigator().open(std::move(menu));
}

void TillScreen::askWeight()
{
    if (!m_till.weighing().view()) {
        if (TerminalScreen *asked = m_weight) {
            m_weight.clear();
            navigator().close(*asked);
        }
        return;
    }
    if (m_weight) {
        navigator().redraw();
        return;
    }
    navigator().say(MessageKind::None, {}); // the room is for what is asked
    auto screen = std::make_unique<WeightScreen>(navigator(), m_till);
    m_weight = screen.get();
    navigator().open(std::move(screen));
}

QList<MenuChoice> TillScreen::tenderChoices()
{
    const QList<TenderChoice> &ways = m_till.payment().choices;
    const bool isRounded = ways.first().amountText != ways.last().amountText;
    QList<MenuChoice> choices;
    for (const TenderChoice &choice : ways) {
        const QChar digit(static_cast<char16_t>(u'1' + choices.size()));
        const auto choose = [this, method = choice.method, channel = choice.channel] {
            if (channel)
                m_till.chooseOnline(*channel);
            else
                m_till.chooseTender(method);
            m_tenderChosen = true;
            navigator().closeTop();
        };
        const QString text =
            isRounded ? tr("%1 %2", "way of paying, amount").arg(choice.text, choice.amountText) : choice.text;
        choices.append({{digit, text}, choose, choice.reason});
    }
    return choices;
}

// Each part of the sale is paid in its own way; what is paid already is told too.
void TillScreen::askTender()
{
    m_tenderChosen = false;
    const PaymentView &payment = m_till.payment();
    auto menu = std::make_unique<MenuScreen>(navigator(), m_clock, m_enter, tr("PAY"), tenderChoices());
    // What is due comes first: on the smallest screen there is no row for more.
    QList<TextLine> lines{
        {.left = tr("Due"), .right = payment.choices.last().amountText, .style = {.bold = true, .reverse = true}}};
    if (!payment.giveBackText.isEmpty()) {
        menu->setProgress(
            [text = tr("chg %1", "change to give, very short").arg(payment.giveBackText)] { return text; });
        lines.append({.left = tr("Give back"), .right = payment.giveBackText, .style = Style::strong()});
    }
    for (const TakenTender &taken : payment.taken)
        lines.append(
            {.left = tr("Paid %1", "way of paying").arg(taken.text), .right = taken.amountText, .maximumRows = 1});
    menu->setText(lines);
    menu->setHelpText(tr("Press the number of how the customer pays."));
    menu->setScanAction([this](const QString &code) { m_till.enterCode(code); });
    // A gift card that pays has answered the question.
    connect(&m_till, &TillPresenter::codeFound, menu.get(), [this] {
        if (m_till.mode() != TillMode::Paying || m_tenderChosen)
            return;
        m_tenderChosen = true;
        navigator().closeTop();
    });
    // What is paid already is not left behind.
    menu->setBackAction([this] {
        const bool isPaid = !m_till.payment().taken.isEmpty();
        if (isPaid)
            m_till.backToSale(); // says why not
        return isPaid;
    });
    menu->setActions([this]() -> QList<TerminalAction> {
        const auto giveBack = [this] {
            giveBackLast();
            m_tenderChosen = true; // it is asked anew
            navigator().closeTop();
            askTender();
        };
        if (m_till.payment().taken.isEmpty())
            return {};
        return {{Verb::Undo, tr("un"), tr("Give back the last part"), giveBack}};
    });
    navigator().open(std::move(menu));
}

void TillScreen::takePart()
{
    if (!setReceived(m_field.take().trimmed()))
        return;
    const qsizetype before = m_till.payment().taken.size();
    m_till.takePart();
    if (m_till.payment().taken.size() > before)
        askTender();
}

void TillScreen::giveBackLast()
{
    m_field.clear();
    if (m_till.payment().taken.isEmpty())
        navigator().say(MessageKind::Warning, tr("Nothing is paid yet"));
    m_till.giveBackTender(static_cast<int>(m_till.payment().taken.size()) - 1);
}

void TillScreen::splitEvenly()
{
    m_field.clear();
    m_till.splitEvenly();
}

void TillScreen::askAboutAmount()
{
    const auto take = [this] {
        const qsizetype before = m_till.payment().taken.size();
        m_till.confirmCash();
        navigator().closeTop();
        if (m_till.payment().taken.size() > before)
            askTender(); // it was a share
    };
    const auto typeAgain = [this] {
        m_till.rejectReceived();
        navigator().closeTop();
    };
    auto question = std::make_unique<MenuScreen>(
        navigator(), m_clock, m_enter, tr("CHECK AMOUNT"),
        QList<MenuChoice>{{{u'1', tr("It is right")}, take}, {{u'2', tr("Type it again")}, typeAgain}});
    question->setText(
        {{.left = tr("Received"), .right = m_till.payment().receivedText, .style = {.bold = true, .reverse = true}},
         {.left = m_till.payment().questionText, .maximumRows = 4}});
    question->setHelpText(tr("Count the money again. Press 1 if the amount is right."));
    question->setBackAction([typeAgain] {
        typeAgain();
        return true;
    });
    question->setScanAction([this](const QString &code) { m_till.enterCode(code); });
    navigator().open(std::move(question));
    navigator().say(MessageKind::None, {}); // it stands on the screen
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
    navigator().open(
        std::make_unique<ReceiptScreen>(navigator(), m_till, *m_shop.receiptMail.actions().find(u"till.mail-receipt")));
}

void TillScreen::findProducts(const QString &text)
{
    const QString typed = m_field.take();
    navigator().open(
        std::make_unique<FindScreen>(navigator(), m_clock, m_enter, m_till, text.isEmpty() ? typed : text));
}

} // namespace crema::terminal
