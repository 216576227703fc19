// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/gift_card_screen.h"

#include "ui/terminal/till/typed_amount.h"

namespace crema::terminal {

GiftCardScreen::GiftCardScreen(Navigator &navigator, GiftCardPresenter &cards, bool begins)
    : TerminalScreen(navigator), m_cards(cards), m_isAsked(!begins)
{
    if (begins)
        m_cards.forgetCard();
    connect(&m_cards, &GiftCardPresenter::changed, this, &GiftCardScreen::follow);
    connect(&m_cards, &GiftCardPresenter::sold, this, [this](const QString &said) {
        m_said = said;
        m_isAsked = false;
        go(Step::Done);
    });
}

void GiftCardScreen::go(Step step)
{
    m_step = step;
    m_field.clear();
    navigator().redraw();
}

void GiftCardScreen::follow()
{
    navigator().redraw();
    if (!m_isAsked || m_cards.isBusy())
        return;
    for (const QString &field : {QString(), QStringLiteral("code"), QStringLiteral("amount")}) {
        const QString problem = m_cards.problem(field);
        if (problem.isEmpty())
            continue;
        m_isAsked = false;
        go(field == QLatin1String("amount") ? Step::Amount : Step::Card);
        navigator().say(MessageKind::Error, problem);
        return;
    }
    if (m_step == Step::Card && m_cards.isKnown()) {
        m_isAsked = false;
        go(Step::Amount);
    }
}

Page GiftCardScreen::page() const
{
    Page page{.title = tr("GIFT CARD")};
    page.body = [lines = lines()](const Layout &layout) { return textBlock(lines, layout); };
    page.prompt = Prompt{promptText(), m_field};
    return page;
}

QString GiftCardScreen::promptText() const
{
    if (!m_cards.obstacle().isEmpty())
        return {};
    switch (m_step) {
    case Step::Card: return tr("Card");
    case Step::Amount: return tr("Amount");
    case Step::Method: return tr("Paid by");
    case Step::Done: return {};
    }
    return {};
}

QList<TextLine> GiftCardScreen::lines() const
{
    if (m_step == Step::Done) {
        QList<TextLine> lines{{.left = m_said, .style = Style::strong(), .maximumRows = 4}};
        if (!m_cards.soldCode().isEmpty())
            lines.append({.left = m_cards.soldCode(), .maximumRows = 4});
        lines.append({.left = tr("Enter goes back."), .maximumRows = 2});
        return lines;
    }
    if (const QString reason = m_cards.obstacle(); !reason.isEmpty())
        return {{.left = reason, .style = Style::strong(), .maximumRows = 4}};
    QList<TextLine> lines;
    if (m_cards.isKnown())
        lines.append({.left = m_cards.cardText(), .style = Style::strong(), .maximumRows = 4});
    switch (m_step) {
    case Step::Card:
        lines.append(
            {.left = tr("Scan a card to load it or look at it. Enter alone sells a new one."), .maximumRows = 5});
        break;
    case Step::Amount:
        lines.append({.left = m_cards.isKnown() ? tr("How much is loaded?") : tr("How much is on the new card?"),
                      .maximumRows = 2});
        lines.append({.left = tr("Digits count from the right: 10000 is 100.00."), .maximumRows = 4});
        break;
    case Step::Method:
        lines.append({.left = m_cards.verb(), .right = m_cards.amountText(m_minor), .style = Style::strong()});
        lines.append({.left = tr("1 Cash"), .maximumRows = 1});
        lines.append({.left = tr("2 Card"), .maximumRows = 1});
        break;
    case Step::Done: break;
    }
    return lines;
}

QString GiftCardScreen::helpText() const
{
    return tr(
        "A card that is sold is a sale of its own with a receipt; its code is on the slip and shown once. F3 goes "
        "one step back.");
}

void GiftCardScreen::submit(const QString &text)
{
    if (m_step == Step::Done || !m_cards.obstacle().isEmpty()) {
        navigator().closeTop();
        return;
    }
    if (m_cards.isBusy())
        return;
    switch (m_step) {
    case Step::Card:
        if (!text.trimmed().isEmpty())
            return scan(text);
        m_cards.forgetCard();
        go(Step::Amount);
        break;
    case Step::Amount: takeAmount(text); break;
    case Step::Method: takeMethod(text.trimmed()); break;
    case Step::Done: break;
    }
}

void GiftCardScreen::takeAmount(const QString &text)
{
    const std::optional<std::int64_t> minor = typedAmount(text.trimmed());
    if (!minor || *minor == 0) {
        navigator().say(MessageKind::Warning, tr("Type the amount in digits only, such as 10000 for 100.00"));
        return;
    }
    m_minor = *minor;
    go(Step::Method);
}

void GiftCardScreen::takeMethod(const QString &text)
{
    if (text != QLatin1String("1") && text != QLatin1String("2")) {
        navigator().say(MessageKind::Warning, tr("Type 1 for cash or 2 for a card."));
        return;
    }
    m_isAsked = true;
    m_cards.sellMinor(m_minor, text == QLatin1String("1") ? PaymentMethod::Cash : PaymentMethod::Card);
}

bool GiftCardScreen::back()
{
    if (m_step == Step::Method)
        go(Step::Amount);
    else if (m_step == Step::Amount)
        go(Step::Card);
    else
        return false;
    return true;
}

void GiftCardScreen::scan(const QString &code)
{
    if (m_step == Step::Done || m_cards.isBusy())
        return;
    m_step = Step::Card;
    m_isAsked = true;
    m_field.clear();
    m_cards.look(code);
}

} // namespace crema::terminal
