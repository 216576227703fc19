// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/shift_screen.h"

#include "ui/terminal/selling/payments_screen.h"
#include "ui/terminal/till/shift_report_screen.h"
#include "ui/terminal/till/typed_amount.h"

namespace crema::terminal {

ShiftScreen::ShiftScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ShopPresenters &shop,
                         std::function<void()> openTill)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_shop(shop), m_openTill(std::move(openTill))
{
    connect(&m_shop.drawer, &DrawerPresenter::changed, this, [this] { this->navigator().redraw(); });
    connect(&m_shop.payments, &PaymentListPresenter::holdingChanged, this, [this] { this->navigator().redraw(); });
    connect(&m_shop.drawer, &DrawerPresenter::failed, this,
            [this](const Problem &problem) { this->navigator().say(MessageKind::Error, problem.message); });
    connect(&m_shop.drawer, &DrawerPresenter::shiftClosed, this, [this] {
        m_isZUnseen = true;
        showZ();
    });
}

// What stands in front, because somebody approved the closing or the till is locked, goes first.
void ShiftScreen::showZ()
{
    if (!m_isZUnseen || m_shop.approval.isAsking() || m_shop.lock.isCovering())
        return;
    m_isZUnseen = false;
    navigator().open(std::make_unique<ShiftReportScreen>(navigator(), m_shop.shiftReport));
}

// What stands in the way of counting; empty when nothing does.
QString ShiftScreen::obstacle() const
{
    if (!m_shop.drawer.drawer())
        return tr("No shift is open.");
    if (m_shop.drawer.isClosing())
        return tr("The shift is being closed.");
    if (m_shop.till.mode() == TillMode::ChangeDue || m_shop.till.lines().isEmpty())
        return {};
    return tr("A sale is in the cart. Finish it or take its lines out first.");
}

Page ShiftScreen::page() const
{
    Page page{.title = tr("SHIFT"), .progress = m_shop.drawer.clockText()};
    page.body = [lines = lines()](const Layout &layout) { return textBlock(lines, layout); };
    const QString asked = countsPieces()
                              ? tr("How many of %1", "a note or coin").arg(m_shop.drawer.pieceTexts().at(m_piece))
                              : tr("Counted cash");
    page.prompt = Prompt{obstacle().isEmpty() ? asked : QString(), m_field};
    return page;
}

QList<TextLine> ShiftScreen::lines() const
{
    const std::optional<DrawerView> drawer = m_shop.drawer.drawer();
    if (const std::optional<ClosedDrawerView> &closed = m_shop.drawer.closed(); closed && !drawer) {
        return {{.left = tr("The shift is closed."), .style = Style::strong()},
                {.left = tr("Counted"), .right = closed->countedText},
                {.left = tr("Expected"), .right = closed->expectedText},
                {.left = tr("Difference"), .right = closed->differenceText, .style = {.bold = true, .reverse = true}},
                {.left = closed->verdict, .maximumRows = 3},
                {.left = tr("Enter opens the next shift."), .maximumRows = 2}};
    }
    if (!drawer)
        return {{.left = tr("No shift is open."), .style = Style::strong()},
                {.left = tr("Enter goes to the till to open one."), .maximumRows = 3}};
    return countsPieces() && obstacle().isEmpty() ? pieceLines() : countLines(*drawer);
}

QList<TextLine> ShiftScreen::pieceLines() const
{
    const Result<std::int64_t> sum = m_shop.drawer.sumOf(m_counts);
    QList<TextLine> lines{
        {.left = tr("So far"), .right = sum ? m_shop.drawer.amountText(*sum) : QString(), .style = Style::strong()}};
    const QStringList names = m_shop.drawer.pieceTexts();
    constexpr qsizetype shown = 4;
    for (qsizetype i = std::max<qsizetype>(0, m_counts.size() - shown); i < m_counts.size(); ++i)
        lines.append({.left = names.at(i), .right = QString::number(m_counts.at(i))});
    lines.append({.left = navigator().keys().inWords(tr("Enter alone is none of them; F4 when all is counted.")),
                  .maximumRows = 4});
    return lines;
}

QList<TextLine> ShiftScreen::countLines(const DrawerView &drawer) const
{
    QList<TextLine> lines{{.left = tr("Open since"), .right = drawer.openedText}};
    if (!drawer.floatText.isEmpty())
        lines.append({.left = tr("Float"), .right = drawer.floatText});
    if (drawer.saleCount)
        lines.append({.left = tr("Sales"), .right = QString::number(*drawer.saleCount)});
    if (!drawer.expectedText.isEmpty())
        lines.append({.left = tr("Expected"), .right = drawer.expectedText});
    // The shift does not close over them: whoever counts hears of it before.
    if (const int holding = m_shop.payments.holdingHere(); holding > 0)
        lines.append({.left = tr("%n online payments have to be looked after first.", nullptr, holding),
                      .style = Style::strong(),
                      .maximumRows = 3});
    if (const QString reason = obstacle(); !reason.isEmpty()) {
        lines.append({.left = reason, .style = Style::strong(), .maximumRows = 4});
    } else {
        lines.append({.left = tr("Count all the cash in the drawer and type the sum."), .maximumRows = 4});
        lines.append({.left = tr("Digits count from the right: 10000 is 100.00."), .maximumRows = 4});
    }
    return lines;
}

QList<TerminalAction> ShiftScreen::actions()
{
    if (m_shop.drawer.drawer() && obstacle().isEmpty()) {
        if (countsPieces())
            return {{Verb::Done, tr("ok"), tr("All is counted"), [this] { endPieces(); }}};
        QList<TerminalAction> actions;
        if (!m_shop.drawer.pieceTexts().isEmpty())
            actions.append({Verb::Find, tr("pcs"), tr("Count notes and coins"), [this] { beginPieces(); }});
        if (m_shop.payments.holdingHere() > 0)
            actions.append({Verb::Details, tr("pay", "payments, very short"), tr("Show the online payments"), [this] {
                                navigator().open(
                                    std::make_unique<PaymentsScreen>(navigator(), m_clock, m_enter, m_shop.payments));
                            }});
        return actions;
    }
    return {{Verb::Done, tr("go"), tr("Go to the till"), [this] { goOn(); }}};
}

QString ShiftScreen::helpText() const
{
    return obstacle().isEmpty() ? tr("Count the drawer and type what is in it, or press F2 to count notes and coins.")
                                : tr("Enter goes to the till.");
}

void ShiftScreen::goOn()
{
    const std::function<void()> openTill = m_openTill;
    navigator().closeTop();
    openTill();
}

void ShiftScreen::submit(const QString &text)
{
    if (!obstacle().isEmpty()) {
        goOn();
        return;
    }
    if (countsPieces()) {
        takePieces(text.trimmed());
        return;
    }
    if (const std::optional<std::int64_t> minor = typedAmount(text.trimmed()))
        ask(*minor);
    else
        navigator().say(MessageKind::Warning, tr("Type the amount in digits only, such as 10000 for 100.00"));
}

void ShiftScreen::beginPieces()
{
    m_piece = 0;
    m_counts.clear();
    m_field.clear();
    navigator().redraw();
}

void ShiftScreen::takePieces(const QString &text)
{
    constexpr qsizetype mostDigits = 5;
    if (!text.isEmpty() && (!isNumber(text) || text.size() > mostDigits)) {
        navigator().say(MessageKind::Warning, tr("Type how many there are, or Enter alone for none."));
        return;
    }
    m_counts.append(text.toLongLong());
    if (m_counts.size() == m_shop.drawer.pieceTexts().size()) {
        finishPieces();
        return;
    }
    m_piece = static_cast<int>(m_counts.size());
    navigator().redraw();
}

// What stands in the field belongs to it, though nobody pressed Enter.
void ShiftScreen::endPieces()
{
    const QString typed = m_field.text().trimmed();
    const qsizetype before = m_counts.size();
    m_field.clear();
    if (!typed.isEmpty())
        takePieces(typed);
    if (countsPieces() && (typed.isEmpty() || m_counts.size() > before))
        finishPieces();
}

void ShiftScreen::finishPieces()
{
    m_piece = -1;
    m_field.clear();
    if (const Result<std::int64_t> sum = m_shop.drawer.sumOf(m_counts))
        ask(*sum);
    else
        navigator().say(MessageKind::Error, sum.error().message);
}

bool ShiftScreen::back()
{
    if (!countsPieces())
        return false;
    if (m_counts.isEmpty())
        m_piece = -1;
    else
        m_piece = static_cast<int>(m_counts.size()) - 1;
    if (!m_counts.isEmpty())
        m_counts.removeLast();
    navigator().redraw();
    return true;
}

void ShiftScreen::ask(std::int64_t countedMinor)
{
    const auto close = [this, countedMinor] {
        navigator().closeTop();
        m_shop.drawer.close(countedMinor, m_counts);
    };
    const auto again = [this] { navigator().closeTop(); };
    auto question = std::make_unique<MenuScreen>(
        navigator(), m_clock, m_enter, tr("CLOSE SHIFT"),
        QList<MenuChoice>{{{u'1', tr("Close the shift")}, close}, {{u'2', tr("Count again")}, again}});
    question->setText({{.left = tr("Counted"),
                        .right = m_shop.drawer.amountText(countedMinor),
                        .style = {.bold = true, .reverse = true}},
                       {.left = tr("A closed shift stays closed."), .maximumRows = 2}});
    question->setHelpText(tr("Press 1 to close the shift with this sum."));
    navigator().open(std::move(question));
}

void ShiftScreen::scan(const QString &code)
{
    Q_UNUSED(code)
    navigator().bell();
    navigator().say(MessageKind::Warning, tr("Nothing is sold here. Type the counted cash."));
}

} // namespace crema::terminal
