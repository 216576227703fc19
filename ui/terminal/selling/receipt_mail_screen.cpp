// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/selling/receipt_mail_screen.h"

namespace crema::terminal {

ReceiptMailScreen::ReceiptMailScreen(Navigator &navigator, ReceiptMailPresenter &presenter)
    : TerminalScreen(navigator), m_presenter(presenter)
{
    connect(&m_presenter, &ReceiptMailPresenter::changed, this, &ReceiptMailScreen::follow);
    connect(&m_presenter, &ReceiptMailPresenter::sent, this, [this](const QString &said) {
        Navigator &top = this->navigator();
        top.close(*this);
        top.say(MessageKind::Ok, said);
    });
}

void ReceiptMailScreen::follow()
{
    navigator().redraw();
    if (!m_presenter.isBusy() && !m_presenter.problem().isEmpty())
        navigator().say(MessageKind::Error, m_presenter.problem());
}

Page ReceiptMailScreen::page() const
{
    Page page{.title = tr("E-MAIL RECEIPT")};
    page.body = [lines = lines()](const Layout &layout) { return textBlock(lines, layout); };
    page.prompt = Prompt{tr("To"), m_field};
    return page;
}

QList<TextLine> ReceiptMailScreen::lines() const
{
    QList<TextLine> lines{{.left = m_presenter.saleText(), .style = Style::strong(), .maximumRows = 2}};
    if (m_presenter.knownAddress().isEmpty()) {
        lines.append({.left = tr("Type the customer's mail address."), .maximumRows = 3});
        return lines;
    }
    lines.append({.left = m_presenter.knownAddress(), .maximumRows = 3});
    lines.append({.left = tr("Enter takes this address; another one may be typed."), .maximumRows = 4});
    return lines;
}

QString ReceiptMailScreen::helpText() const
{
    return tr("The platform mails the receipt, at once or as soon as there is a connection. F3 goes back.");
}

void ReceiptMailScreen::submit(const QString &text)
{
    const QString address = text.trimmed().isEmpty() ? m_presenter.knownAddress() : text.trimmed();
    if (address.isEmpty())
        return navigator().say(MessageKind::Warning, tr("Type the customer's mail address."));
    m_presenter.send(address);
}

// An address may stand on the card of a customer as a code.
void ReceiptMailScreen::scan(const QString &code)
{
    m_presenter.send(code.trimmed());
}

} // namespace crema::terminal
