// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/customers/customer_statement_screen.h"

#include "ui/terminal/till/paper_rows.h"

#include <QDir>
#include <QStandardPaths>

namespace crema::terminal {

CustomerStatementScreen::CustomerStatementScreen(Navigator &navigator, Clock &clock, MenuEnter enter,
                                                 CustomerStatementPresenter &statement)
    : TextScreen(navigator), m_clock(clock), m_enter(enter), m_statement(statement)
{
    connect(&m_statement, &CustomerStatementPresenter::changed, this, [this] { this->navigator().redraw(); });
    connect(&m_statement, &CustomerStatementPresenter::saved, this,
            [this](const QString &says) { this->navigator().say(MessageKind::Ok, says); });
}

QString CustomerStatementScreen::titleText() const
{
    return tr("STATEMENT");
}

Page CustomerStatementScreen::page() const
{
    Page page = TextScreen::page();
    page.prompt->label = tr("Days");
    return page;
}

QStringList CustomerStatementScreen::rowsFor(const Layout &layout) const
{
    QStringList rows;
    if (m_statement.isReading())
        return rows;
    if (!m_statement.problemText().isEmpty())
        addWrapped(rows, m_statement.problemText(), layout);
    if (m_statement.isThere())
        rows += paperRows(m_statement.statementText(paperColumns(layout.size.width)), layout);
    return rows;
}

QList<TerminalAction> CustomerStatementScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_statement.canPrint()) {
        actions.append({Verb::Done, tr("prt"), tr("Print the statement"), [this] {
                            m_statement.print();
                            navigator().say(MessageKind::Ok, tr("It is being printed."));
                        }});
    }
    actions.append(
        {Verb::Details, tr("opt", "options, very short"), tr("Other days, or a file"), [this] { openChoices(); }});
    return actions + TextScreen::actions();
}

void CustomerStatementScreen::openChoices()
{
    QList<MenuChoice> choices;
    const auto add = [&](const QString &text, std::function<void()> run) {
        const QChar digit(static_cast<char16_t>(u'1' + choices.size()));
        choices.append({{digit, text}, [this, run = std::move(run)] {
                            navigator().closeTop();
                            run();
                        }});
    };
    const auto addSpan = [&](const QString &text, StatementSpan span) {
        add(text, [this, span] {
            showFirstPage();
            m_statement.choose(span);
        });
    };
    addSpan(tr("This month"), StatementSpan::ThisMonth);
    addSpan(tr("Last month"), StatementSpan::LastMonth);
    addSpan(tr("This year"), StatementSpan::ThisYear);
    if (m_statement.isThere()) {
        if (m_statement.canDraw())
            add(tr("Save as PDF"), [this] { save(StatementFormat::Pdf); });
        add(tr("Save as table"), [this] { save(StatementFormat::Csv); });
        add(tr("Save as text"), [this] { save(StatementFormat::Text); });
    }
    auto menu = std::make_unique<MenuScreen>(navigator(), m_clock, m_enter, tr("STATEMENT"), std::move(choices));
    menu->setHelpText(tr("Press the number of the days that the statement is of, or of the file that it is kept in."));
    navigator().open(std::move(menu));
}

void CustomerStatementScreen::save(StatementFormat format)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    folder.mkpath(QStringLiteral("."));
    m_statement.saveTo(folder.filePath(m_statement.fileName(format)), format);
}

void CustomerStatementScreen::submit(const QString &text)
{
    if (text.isEmpty()) {
        navigator().closeTop();
        return;
    }
    field()->clear();
    if (m_statement.setDaysText(text))
        showFirstPage();
    else
        navigator().say(MessageKind::Error, tr("Type two days: 2026-11-01 2026-11-30"));
    navigator().redraw();
}

QString CustomerStatementScreen::helpText() const
{
    return tr(
        "The statement of the customer as it is printed. Type two days, 2026-11-01 2026-11-30, to see it of those; "
        "F9 offers other days and files. Enter goes back.");
}

} // namespace crema::terminal
