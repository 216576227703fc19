// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/unreceipted_screen.h"

#include "ui/presenters/selling/return_presenter.h"
#include "ui/terminal/till/typed_amount.h"

namespace crema::terminal {

UnreceiptedScreen::UnreceiptedScreen(Navigator &navigator, ShopDesk &desk, TillPresenter &till)
    : TerminalScreen(navigator), m_presenter(desk, till, QLocale())
{
    m_presenter.arrive();
}

Page UnreceiptedScreen::page() const
{
    Page page{.title = tr("COMES BACK")};
    page.body = [lines = lines()](const Layout &layout) { return textBlock(lines, layout); };
    page.prompt = Prompt{prompt(), m_field};
    return page;
}

QList<TextLine> UnreceiptedScreen::lines() const
{
    QList<TextLine> lines{{.left = m_presenter.itemText(), .style = Style::strong(), .maximumRows = 2}};
    const auto choice = [&](int number, const QString &text) {
        lines.append({.left = tr("%1 %2", "digit and entry").arg(QString::number(number), text), .maximumRows = 1});
    };
    switch (m_question) {
    case Question::Price:
        lines.append({.left = m_presenter.todayText(), .maximumRows = 2});
        lines.append({.left = tr("What is credited for each? Enter: today's price. Digits count from the right."),
                      .maximumRows = 5});
        if (!m_presenter.approvalText().isEmpty())
            lines.append({.left = m_presenter.approvalText(), .maximumRows = 4});
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
    }
    return lines;
}

QString UnreceiptedScreen::prompt() const
{
    switch (m_question) {
    case Question::Price: return tr("Price or Enter");
    case Question::Reason: return tr("1-5 or Enter");
    case Question::Stock: return m_presenter.restocks() ? tr("1-2, Enter is 1") : tr("1-2, Enter is 2");
    }
    Q_UNREACHABLE();
}

QString UnreceiptedScreen::helpText() const
{
    return tr("Answer with digits and Enter. F3 goes back to the question before. It is recorded when it is paid.");
}

void UnreceiptedScreen::goTo(Question question)
{
    m_question = question;
    m_field.clear();
    navigator().redraw();
}

void UnreceiptedScreen::submit(const QString &text)
{
    m_field.clear();
    const QString typed = text.trimmed();
    switch (m_question) {
    case Question::Price: takePrice(typed); break;
    case Question::Reason: takeReason(typed); break;
    case Question::Stock: takeStock(typed); break;
    }
}

void UnreceiptedScreen::takePrice(const QString &text)
{
    if (!text.isEmpty()) {
        const std::optional<std::int64_t> minor = typedAmount(text);
        if (!minor) {
            navigator().say(MessageKind::Warning, tr("Type the amount in digits only, such as 380 for 3.80"));
            return;
        }
        m_presenter.setPriceMinor(*minor);
    }
    if (m_presenter.priceProblem().isEmpty())
        goTo(Question::Reason);
    else
        navigator().say(MessageKind::Error, m_presenter.priceProblem());
}

void UnreceiptedScreen::takeReason(const QString &text)
{
    const QList<ReturnReasonChoice> reasons = ReturnPresenter::reasons();
    bool isNumber = false;
    const int number = text.isEmpty() ? 0 : text.toInt(&isNumber);
    if (!text.isEmpty() && (!isNumber || number < 1 || number >= reasons.size())) {
        navigator().say(MessageKind::Warning, tr("There is no reason %1").arg(text));
        return;
    }
    m_presenter.setReason(reasons.at(number).reason);
    goTo(Question::Stock);
}

void UnreceiptedScreen::takeStock(const QString &text)
{
    if (!text.isEmpty() && text != QLatin1String("1") && text != QLatin1String("2")) {
        navigator().say(MessageKind::Warning, tr("Press 1 or 2"));
        return;
    }
    if (!text.isEmpty())
        m_presenter.setRestock(text == QLatin1String("1"));
    if (m_presenter.take())
        navigator().closeTop();
}

bool UnreceiptedScreen::back()
{
    switch (m_question) {
    case Question::Price: return false;
    case Question::Reason: goTo(Question::Price); break;
    case Question::Stock: goTo(Question::Reason); break;
    }
    return true;
}

void UnreceiptedScreen::scan(const QString &code)
{
    Q_UNUSED(code)
    navigator().bell();
    navigator().say(MessageKind::Warning, tr("Answer first, then scan"));
}

} // namespace crema::terminal
