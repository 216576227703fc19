// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/receipt_screen.h"

#include "ui/terminal/till/paper_rows.h"

namespace crema::terminal {

Page ReceiptScreen::page() const
{
    Page page{.title = tr("RECEIPT %1").arg(m_till.change().receiptNumber)};
    page.body = [this](const Layout &layout) {
        const QStringList rows = paperRows(m_till.receiptText(paperColumns(layout.size.width)), layout);
        m_rows = static_cast<int>(rows.size());
        m_shown = std::max(1, layout.size.height);
        Canvas canvas(layout.size);
        for (int row = 0; row < m_shown && m_first + row < m_rows; ++row)
            canvas.put({row, 0}, rows[m_first + row]);
        return canvas;
    };
    page.prompt = Prompt{{}, m_field};
    return page;
}

QList<TerminalAction> ReceiptScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_rows > m_shown) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_first = m_first + m_shown < m_rows ? m_first + m_shown : 0;
                            navigator().redraw();
                        }});
    }
    actions.append({Verb::Details, tr("mai"), m_mail.text(), [this] { m_mail.trigger(); }, m_mail.disabledReason()});
    return actions;
}

QString ReceiptScreen::helpText() const
{
    return tr("This is the receipt of the last sale. F9 has it mailed to the customer, Enter goes back.");
}

void ReceiptScreen::submit(const QString &text)
{
    if (text.isEmpty())
        navigator().closeTop();
}

void ReceiptScreen::scan(const QString &code)
{
    navigator().closeTop();
    m_till.enterCode(code);
}

} // namespace crema::terminal
