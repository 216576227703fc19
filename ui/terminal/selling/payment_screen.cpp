// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/selling/payment_screen.h"

#include "ui/terminal/widgets/text_block.h"

#include <algorithm>

namespace crema::terminal {

PaymentScreen::PaymentScreen(Navigator &navigator, Clock &clock, MenuEnter enter, PaymentListPresenter &payments)
    : TextScreen(navigator), m_clock(clock), m_enter(enter), m_payments(payments)
{
    connect(&m_payments, &PaymentListPresenter::detailChanged, this, [this] { this->navigator().redraw(); });
}

QString PaymentScreen::titleText() const
{
    return m_payments.detail() ? m_payments.detail()->row.amountText : tr("PAYMENT");
}

QStringList PaymentScreen::rowsFor(const Layout &layout) const
{
    QStringList rows;
    if (!m_payments.detail()) {
        addWrapped(rows, tr("This payment is not known here."), layout);
        return rows;
    }
    const PaymentDetail &detail = *m_payments.detail();
    addWrapped(rows, detail.row.needsSomebody ? QStringLiteral("! ") + detail.row.state.text : detail.row.state.text,
               layout);
    addWrapped(rows, detail.sentence, layout);
    if (const QString offline = m_payments.offlineText(); detail.row.needsSomebody && !offline.isEmpty())
        addWrapped(rows, offline, layout);
    rows.append(QString());
    for (const DeviceFact &fact : detail.facts)
        addFact(rows, fact.name, fact.value, layout);
    return rows;
}

QList<TerminalAction> PaymentScreen::actions()
{
    const ActionList &all = m_payments.actions();
    QList<TerminalAction> actions;
    const auto add = [&](Verb verb, const QString &shortText, QStringView id) {
        Action *action = all.find(id);
        actions.append({verb, shortText, action->text(), [action] { action->trigger(); }, action->disabledReason()});
    };
    add(Verb::Done, tr("chk", "check again, very short"), u"payments.check");
    add(Verb::Undo, tr("cnc", "cancel, very short"), u"payments.cancel");
    const bool isAny = std::ranges::any_of(
        std::initializer_list<QStringView>{u"payments.paid", u"payments.nothing", u"payments.give-back"},
        [&all](QStringView id) { return all.find(id)->isEnabled(); });
    actions.append({Verb::Details, tr("set", "settle, very short"), tr("Decide about it"), [this] { chooseVerdict(); },
                    isAny ? QString() : tr("There is nothing that a person has to decide.")});
    return actions + TextScreen::actions();
}

void PaymentScreen::chooseVerdict()
{
    QList<MenuChoice> choices;
    for (const QStringView id : {u"payments.give-back", u"payments.paid", u"payments.nothing"}) {
        Action *action = m_payments.actions().find(id);
        const QChar digit(static_cast<char16_t>(u'1' + choices.size()));
        choices.append({{digit, action->text()},
                        [this, action] {
                            navigator().closeTop();
                            if (action->trigger())
                                navigator().open(std::make_unique<PaymentReasonScreen>(navigator(), m_payments));
                        },
                        action->disabledReason()});
    }
    auto menu = std::make_unique<MenuScreen>(navigator(), m_clock, m_enter, tr("DECIDE"), choices);
    menu->setHelpText(tr("Look at the pages of the payment provider before you say what became of the money."));
    navigator().open(std::move(menu));
}

QString PaymentScreen::helpText() const
{
    return tr("This is one online payment. F4 asks again how it stands, F7 cancels it, F9 is for managers: what became "
              "of it, or that the customer gets the money back. Enter goes back.");
}

PaymentReasonScreen::PaymentReasonScreen(Navigator &navigator, PaymentListPresenter &payments)
    : TerminalScreen(navigator), m_payments(payments)
{
    connect(&m_payments, &PaymentListPresenter::detailChanged, this, [this] { this->navigator().redraw(); });
}

PaymentReasonScreen::~PaymentReasonScreen()
{
    disconnect(&m_payments, nullptr, this, nullptr);
    m_payments.dropQuestion();
}

Page PaymentReasonScreen::page() const
{
    Page page{.title = tr("DECIDE")};
    page.body = [this](const Layout &layout) {
        QList<TextLine> lines;
        if (const std::optional<PaymentQuestion> &question = m_payments.question()) {
            lines.append({.left = question->title, .style = {.bold = true, .reverse = true}, .maximumRows = 2});
            lines.append({.left = question->meaning, .maximumRows = 6});
        } else {
            lines.append({.left = tr("It is noted. Enter goes back."), .style = Style::strong(), .maximumRows = 2});
        }
        if (!m_payments.reasonProblem().isEmpty())
            lines.append({.left = m_payments.reasonProblem(), .style = Style::strong(), .maximumRows = 3});
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{m_payments.question() ? tr("Why") : QString(), m_field};
    return page;
}

QString PaymentReasonScreen::helpText() const
{
    return tr("Type why, for the others, and press Enter. F3 decides nothing.");
}

void PaymentReasonScreen::submit(const QString &text)
{
    // The screen stays until somebody goes back: the question for a PIN may stand in front of it.
    if (m_payments.question())
        m_payments.settle(text);
    else
        navigator().closeTop();
}

} // namespace crema::terminal
