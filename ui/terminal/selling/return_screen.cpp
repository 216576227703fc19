// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/selling/return_screen.h"

#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/selling/return_line_screen.h"

namespace crema::terminal {

ReturnScreen::ReturnScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ReturnPresenter &returns,
                           const QString &sale)
    : ListScreen(navigator, clock, enter), m_returns(returns)
{
    connect(&m_returns, &ReturnPresenter::changed, this, &ReturnScreen::refresh);
    m_returns.open(sale);
    refresh();
}

ReturnScreen::~ReturnScreen()
{
    disconnect(&m_returns, nullptr, this, nullptr);
    m_returns.close();
}

void ReturnScreen::refresh()
{
    QList<ListItem> items;
    if (!isDone()) {
        for (const ReturnLineView &line : m_returns.lines())
            items.append(
                {.text = line.name,
                 .value = tr("%1/%2", "how much comes back, of how much may").arg(line.quantity).arg(line.left),
                 .code = line.detail});
    }
    m_list.setItems(std::move(items));
    tell();
    navigator().redraw();
}

void ReturnScreen::tell()
{
    const std::optional<Problem> &problem = m_returns.problem();
    const QString text = problem ? problem->message : QString();
    if (!text.isEmpty() && text != m_told)
        navigator().say(MessageKind::Error, text);
    m_told = text;
}

Page ReturnScreen::page() const
{
    if (isDone()) {
        Page page{.title = tr("RETURN")};
        page.body = [lines = doneLines()](const Layout &layout) { return textBlock(lines, layout); };
        page.prompt = Prompt{{}, m_field};
        return page;
    }
    Page page{.title = tr("RETURN %1", "a receipt number").arg(m_returns.number()), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        const QList<TextLine> below = sums();
        const int room = layout.size.width;
        const int rows = std::min(static_cast<int>(below.size()), layout.size.height / 2);
        const int listRows = layout.size.height - rows;
        Canvas canvas(layout.size);
        canvas.paste({0, 0}, m_list.layout(layout.within({room, listRows})));
        canvas.paste({listRows, 0}, textBlock(below, layout.within({room, rows})));
        return canvas;
    };
    page.prompt = Prompt{m_list.items().isEmpty() ? QString() : tr("Line 1-9"), m_field};
    return page;
}

QList<TextLine> ReturnScreen::sums() const
{
    const std::optional<ReturnSums> &sums = m_returns.sums();
    if (!sums)
        return {{.left = m_returns.obstacle(), .maximumRows = 3}};
    QList<TextLine> lines;
    for (const AmountRow &row : sums->rows)
        lines.append({.left = row.label, .right = row.amountText});
    for (const AmountRow &row : sums->payments)
        lines.append({.left = row.label, .right = row.amountText, .style = Style::strong()});
    if (const QString obstacle = m_returns.obstacle(); !obstacle.isEmpty())
        lines.append({.left = obstacle, .maximumRows = 1});
    return lines;
}

QList<TextLine> ReturnScreen::doneLines() const
{
    const ReturnDone &done = m_returns.done();
    QList<TextLine> lines{{.left = done.title, .style = Style::strong()}};
    if (done.hasCash)
        lines.append({.left = tr("Hand out"), .right = done.cashText, .style = {.bold = true, .reverse = true}});
    if (!done.handOut.isEmpty())
        lines.append({.left = done.handOut.join(QStringLiteral(", ")), .maximumRows = 3});
    for (const AmountRow &row : done.byOther)
        lines.append({.left = row.label, .right = row.amountText, .style = {.bold = true, .reverse = true}});
    if (!done.otherHint.isEmpty())
        lines.append({.left = done.otherHint, .maximumRows = 4});
    return lines;
}

QList<TerminalAction> ReturnScreen::actions()
{
    if (isDone())
        return {};
    const bool canAll = m_returns.hasLeft() && !m_returns.isRecording();
    QList<TerminalAction> actions{{Verb::Done, tr("pay"), tr("Pay back"), [this] { ask(); }, m_returns.obstacle()},
                                  {Verb::Find, tr("all"), tr("Everything left"), [this] { m_returns.takeEverything(); },
                                   canAll ? QString() : m_returns.obstacle()}};
    actions.append({Verb::Details, tr("xch"), tr("Exchange"), [this] { m_returns.exchange(); }, m_returns.obstacle()});
    if (m_returns.sums())
        actions.append({Verb::Undo, tr("non"), tr("Take nothing"), [this] { m_returns.takeNothing(); }});
    if (const QList<RefundTo> ways = m_returns.ways(); ways.size() > 1) {
        const RefundTo next = ways.at((ways.indexOf(m_returns.refundTo()) + 1) % ways.size());
        const QString hint = next == RefundTo::Original      ? tr("org")
                             : next == RefundTo::Cash        ? tr("csh")
                             : next == RefundTo::StoreCredit ? tr("crd")
                                                             : tr("gft");
        actions.append(
            {Verb::Skip, hint, ReturnPresenter::wayName(next), [this, next] { m_returns.setRefundTo(next); }});
    }
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString ReturnScreen::helpText() const
{
    if (isDone())
        return tr("Enter goes back to the sale.");
    return tr("Press the number of a line that comes back, or scan the goods. F2 takes everything that is left, F4 "
              "pays back. Exchange goes on to the till: what comes back is credit there.");
}

void ReturnScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row >= m_list.items().size() || m_returns.isRecording())
        return;
    if (m_returns.lines().at(row).left == 0) {
        navigator().say(MessageKind::Warning, tr("All of it came back"));
        return;
    }
    navigator().open(std::make_unique<ReturnLineScreen>(navigator(), m_returns, static_cast<int>(row)));
}

void ReturnScreen::submit(const QString &text)
{
    if (isDone() || (!m_returns.isRead() && m_returns.problem()))
        navigator().closeTop();
    else
        ListScreen::submit(text);
}

void ReturnScreen::ask()
{
    const ReturnQuestion question = m_returns.question();
    const auto yes = [this] {
        navigator().closeTop();
        m_returns.payBack();
    };
    const auto no = [this] { navigator().closeTop(); };
    auto screen =
        std::make_unique<MenuScreen>(navigator(), clock(), enter(), tr("PAY BACK"),
                                     QList<MenuChoice>{{{u'1', question.yes}, yes}, {{u'2', question.no}, no}});
    QList<TextLine> lines{{.left = question.title, .style = Style::strong(), .maximumRows = 4}};
    for (const AmountRow &row : question.payments)
        lines.append({.left = row.label, .right = row.amountText});
    screen->setText(lines);
    screen->setHelpText(tr("Press 1 to pay it back, 2 to go on choosing."));
    navigator().open(std::move(screen));
}

void ReturnScreen::scan(const QString &code)
{
    stopWaiting();
    m_field.clear();
    if (m_returns.takeScan(code))
        return;
    navigator().bell();
    navigator().say(MessageKind::Warning, tr("Nothing is scanned here now"));
}

} // namespace crema::terminal
