// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/selling/return_line_screen.h"

#include "ui/terminal/till/typed_amount.h"

namespace crema::terminal {

ReturnLineScreen::ReturnLineScreen(Navigator &navigator, ReturnPresenter &returns, int row)
    : TerminalScreen(navigator), m_returns(returns), m_row(row)
{}

Page ReturnLineScreen::page() const
{
    Page page{.title = tr("COMES BACK")};
    page.body = [lines = lines()](const Layout &layout) { return textBlock(lines, layout); };
    page.prompt = Prompt{prompt(), m_field};
    return page;
}

QList<TextLine> ReturnLineScreen::lines() const
{
    const ReturnLineView view = line();
    QList<TextLine> lines{{.left = view.name, .style = Style::strong()}};
    const auto choice = [&](int number, const QString &text) {
        lines.append({.left = tr("%1 %2", "digit and entry").arg(QString::number(number), text), .maximumRows = 1});
    };
    switch (m_question) {
    case Question::Quantity:
        lines.append({.left = tr("Left"), .right = view.leftText});
        if (!view.returnedText.isEmpty())
            lines.append({.left = tr("Came back before"), .right = view.returnedText});
        lines.append({.left = view.unit == Unit::Gram ? tr("How many grams come back? Enter takes all, 0 none.")
                                                      : tr("How many come back? Enter takes all, 0 none."),
                      .maximumRows = 4});
        break;
    case Question::Reason: {
        lines.append({.left = tr("Why does it come back?"), .maximumRows = 2});
        int number = 0;
        for (const ReturnReasonChoice &reason : ReturnPresenter::reasons()) {
            if (!reason.reason.isEmpty())
                choice(++number, reason.text);
        }
        break;
    }
    case Question::Stock:
        lines.append({.left = tr("Can it be sold again?"), .maximumRows = 2});
        choice(1, tr("Back into stock"));
        choice(2, tr("Not into stock"));
        break;
    case Question::Fee:
        lines.append(
            {.left = tr("Is a fee kept? Enter: none. Digits count from the right: 150 is 1.50."), .maximumRows = 5});
        break;
    }
    return lines;
}

QString ReturnLineScreen::prompt() const
{
    switch (m_question) {
    case Question::Quantity: return tr("Quantity");
    case Question::Reason: return tr("1-5 or Enter");
    case Question::Stock: return line().restock ? tr("1-2, Enter is 1") : tr("1-2, Enter is 2");
    case Question::Fee: return tr("Fee or Enter");
    }
    Q_UNREACHABLE();
}

QString ReturnLineScreen::helpText() const
{
    return tr("Answer with digits and Enter. F3 goes back to the question before.");
}

void ReturnLineScreen::goTo(Question question)
{
    m_question = question;
    m_field.clear();
    navigator().redraw();
}

void ReturnLineScreen::submit(const QString &text)
{
    m_field.clear();
    const QString typed = text.trimmed();
    if (!typed.isEmpty() && !isNumber(typed)) {
        navigator().say(MessageKind::Warning, tr("Type digits only"));
        return;
    }
    switch (m_question) {
    case Question::Quantity: takeQuantity(typed); break;
    case Question::Reason: takeReason(typed); break;
    case Question::Stock: takeStock(typed); break;
    case Question::Fee: takeFee(typed); break;
    }
}

void ReturnLineScreen::takeQuantity(const QString &text)
{
    const std::int64_t left = line().left;
    const std::int64_t quantity = text.isEmpty() ? left : typedAmount(text).value_or(left + 1);
    if (quantity > left) {
        navigator().say(MessageKind::Warning, tr("Only %1 are left of it").arg(line().leftText));
        return;
    }
    m_returns.setQuantity(m_row, quantity);
    if (quantity == 0)
        navigator().closeTop();
    else
        goTo(Question::Reason);
}

void ReturnLineScreen::takeReason(const QString &text)
{
    const QList<ReturnReasonChoice> reasons = ReturnPresenter::reasons();
    const int number = text.isEmpty() ? 0 : text.toInt();
    if (number >= reasons.size() || (number == 0 && !text.isEmpty())) {
        navigator().say(MessageKind::Warning, tr("There is no reason %1").arg(text));
        return;
    }
    m_returns.setReason(m_row, reasons.at(number).reason);
    goTo(Question::Stock);
}

void ReturnLineScreen::takeStock(const QString &text)
{
    if (!text.isEmpty() && text != QLatin1String("1") && text != QLatin1String("2")) {
        navigator().say(MessageKind::Warning, tr("Press 1 or 2"));
        return;
    }
    if (!text.isEmpty())
        m_returns.setRestock(m_row, text == QLatin1String("1"));
    goTo(Question::Fee);
}

void ReturnLineScreen::takeFee(const QString &text)
{
    const std::optional<std::int64_t> minor = text.isEmpty() ? std::optional<std::int64_t>(0) : typedAmount(text);
    if (!minor) {
        navigator().say(MessageKind::Warning, tr("Nobody keeps so much"));
        return;
    }
    if (*minor > 0)
        m_returns.setFeeMinor(m_row, *minor);
    else
        m_returns.setFee(m_row, {});
    navigator().closeTop();
}

bool ReturnLineScreen::back()
{
    switch (m_question) {
    case Question::Quantity: return false;
    case Question::Reason: goTo(Question::Quantity); break;
    case Question::Stock: goTo(Question::Reason); break;
    case Question::Fee: goTo(Question::Stock); break;
    }
    return true;
}

void ReturnLineScreen::scan(const QString &code)
{
    Q_UNUSED(code)
    navigator().bell();
    navigator().say(MessageKind::Warning, tr("Answer first, then scan"));
}

} // namespace crema::terminal
