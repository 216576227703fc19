// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/selling/sale_screen.h"

#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"
#include "ui/terminal/selling/return_screen.h"

namespace crema::terminal {

namespace {

int receiptColumns(int width)
{
    return width >= 48 ? 48 : width >= 42 ? 42 : 32;
}

void addWrapped(QStringList &rows, const QString &text, const Layout &layout)
{
    constexpr int most = 4;
    const QString shown = layout.text(text);
    if (textWidth(shown) <= layout.size.width)
        rows.append(shown);
    else
        rows += wrapped(shown, layout.size.width, most, layout.charset);
}

} // namespace

SaleScreen::SaleScreen(Navigator &navigator, Clock &clock, MenuEnter enter, SaleListPresenter &sales,
                       ReturnPresenter &returns)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_sales(sales), m_returns(returns)
{
    connect(&m_sales, &SaleListPresenter::detailChanged, this, [this] { this->navigator().redraw(); });
}

QStringList SaleScreen::rowsFor(const Layout &layout) const
{
    QStringList rows;
    if (m_sales.detailProblem()) {
        addWrapped(rows, m_sales.detailProblem()->message, layout);
        addWrapped(rows, m_sales.detailProblem()->hint, layout);
        return rows;
    }
    if (!m_sales.detail())
        return rows;
    const QList<SaleEvent> &events = m_sales.detail()->events;
    for (const SaleEvent &event : events) {
        if (event.tone == crema::Tone::Warning)
            addWrapped(rows, event.title, layout);
    }
    const SaleEvent &last = events.last();
    addWrapped(rows, last.title, layout);
    if (m_sales.detail()->state != RecordState::Synced)
        addWrapped(rows, last.detail, layout);
    rows.append(QString());
    for (const QString &line : m_sales.receiptText(receiptColumns(layout.size.width)).split(QLatin1Char('\n')))
        addWrapped(rows, line, layout);
    return rows;
}

Page SaleScreen::page() const
{
    Page page{.title = m_sales.openNumber()};
    if (m_rows > m_shown && m_shown > 0)
        page.progress = QStringLiteral("%1/%2").arg(m_first / m_shown + 1).arg((m_rows + m_shown - 1) / m_shown);
    page.body = [this](const Layout &layout) {
        const QStringList rows = rowsFor(layout);
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

QList<TerminalAction> SaleScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_rows > m_shown) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_first = m_first + m_shown < m_rows ? m_first + m_shown : 0;
                            navigator().redraw();
                        }});
    }
    actions.append({Verb::Done, tr("ret"), tr("Return"),
                    [this] {
                        navigator().open(std::make_unique<ReturnScreen>(navigator(), m_clock, m_enter, m_returns,
                                                                        m_sales.openKey()));
                    },
                    m_sales.actions().find(u"sales.return")->disabledReason()});
    // Where the receipt has pages, a narrow hint row has room for these rather than for the mail and the next sale.
    const bool hasPages = m_rows > m_shown;
    Action *mail = m_sales.actions().find(u"sales.mail");
    actions.append({Verb::Details, hasPages ? QString() : tr("mai"), mail->text(), [mail] { mail->trigger(); },
                    mail->disabledReason()});
    const Action &older = *m_sales.actions().find(u"sales.next");
    actions.append({Verb::Skip, hasPages ? QString() : tr("old"), tr("Older sale"),
                    [this] {
                        m_first = 0;
                        m_sales.step(1);
                        navigator().redraw();
                    },
                    older.disabledReason()});
    return actions;
}

QString SaleScreen::helpText() const
{
    return tr("This is one sale. F4 takes something of it back, F9 mails the receipt, Enter goes back.");
}

void SaleScreen::submit(const QString &text)
{
    if (text.isEmpty())
        navigator().closeTop();
}

void SaleScreen::scan(const QString &code)
{
    m_first = 0;
    if (m_sales.takeScan(code))
        return;
    navigator().bell();
    navigator().say(MessageKind::Warning, tr("This is no receipt number"));
}

} // namespace crema::terminal
