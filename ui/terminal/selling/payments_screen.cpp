// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/selling/payments_screen.h"

#include "ui/terminal/application/told_message.h"
#include "ui/terminal/selling/payment_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

PaymentsScreen::PaymentsScreen(Navigator &navigator, Clock &clock, MenuEnter enter, PaymentListPresenter &payments)
    : ListScreen(navigator, clock, enter), m_payments(payments)
{
    connect(&m_payments, &PaymentListPresenter::listChanged, this, &PaymentsScreen::refresh);
    // Also for the screen of one payment, which is only ever on top of this one.
    connect(&m_payments, &PaymentListPresenter::said, this,
            [this](crema::Tone tone, const QString &text, const QString &hint) {
                TillMessage message;
                message.tone = tone;
                message.text = text;
                message.hint = hint;
                sayMessage(this->navigator(), message);
            });
    m_payments.arrive();
    refresh();
}

PaymentsScreen::~PaymentsScreen()
{
    disconnect(&m_payments, nullptr, this, nullptr);
    m_payments.leave();
}

void PaymentsScreen::shown()
{
    m_payments.close();
    refresh();
}

void PaymentsScreen::refresh()
{
    QList<ListItem> items;
    for (const PaymentRow &row : m_payments.rows()) {
        // Without colour what a person has to look after is known by its mark.
        QStringList parts{row.needsSomebody ? QStringLiteral("! ") + row.state.text : row.state.text};
        for (const QString &part : {row.timeText, row.saleText, row.whoText, row.problemText}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        items.append({.text = parts.join(QStringLiteral("  ")), .value = row.amountText});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

QString PaymentsScreen::emptyText() const
{
    switch (m_payments.phase()) {
    case ListPhase::FirstUse: return tr("Nobody has paid online yet.");
    case ListPhase::Failed: return m_payments.problem() ? m_payments.problem()->message : QString();
    default: return {};
    }
}

QList<TextLine> PaymentsScreen::footer() const
{
    if (const QString offline = m_payments.offlineText(); !offline.isEmpty())
        return {{.left = tr("Offline: what the provider says comes later."), .style = Style::strong()}};
    return {{.left = m_payments.needText(), .right = QString::number(m_payments.rows().size())}};
}

Page PaymentsScreen::page() const
{
    Page page{.title = tr("PAYMENTS"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty())
            return textBlock({{.left = emptyText(), .maximumRows = 6}}, layout);
        return listAbove(footer(), 1, layout);
    };
    page.prompt = Prompt{m_list.items().isEmpty() ? QString() : tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> PaymentsScreen::actions()
{
    Action &check = *m_payments.actions().find(u"payments.check");
    QList<TerminalAction> actions{{Verb::Done, tr("chk", "check again, very short"), check.text(),
                                   [&check] { check.trigger(); }, check.disabledReason()}};
    if (m_list.hasPages())
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    return actions;
}

QString PaymentsScreen::helpText() const
{
    return tr("These are the payments by link and at the card reader; those with a mark hold the shift. Press the "
              "number of a line to see how it stands and what to do.");
}

void PaymentsScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row >= m_payments.rows().size())
        return;
    m_payments.open(m_payments.rows().at(row).id);
    navigator().open(std::make_unique<PaymentScreen>(navigator(), clock(), enter(), m_payments));
}

} // namespace crema::terminal
