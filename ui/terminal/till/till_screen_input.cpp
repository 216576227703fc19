// SPDX-License-Identifier: GPL-3.0-or-later
// What keys, scans and answers do at the till.
#include "ui/terminal/till/till_screen.h"
#include "ui/terminal/till/typed_amount.h"

namespace crema::terminal {

namespace {

constexpr qsizetype maximumQuantityDigits = 3; // longer numbers are codes
constexpr QChar showReceiptDigit = u'1';
constexpr QChar noReceiptDigit = u'3';

// Words without a digit are looked for; what has digits, or quantity and '*', is a code.
bool isSearch(const QString &text)
{
    return std::ranges::none_of(text, [](QChar character) { return character.isDigit(); }) ||
           text.contains(QLatin1Char(' '));
}

} // namespace

bool TillScreen::key(const KeyEvent &event)
{
    switch (m_till.mode()) {
    case TillMode::Selling: return sellingKey(event);
    case TillMode::Paying: return payingKey(event);
    case TillMode::ChangeDue: return changeKey(event);
    default: return false;
    }
}

// The presenter shows what is understood while it is typed.
bool TillScreen::payingKey(const KeyEvent &event)
{
    if (m_till.payment().online || event.key == Key::Enter || !m_field.key(event))
        return false;
    if (m_field.isEmpty())
        m_till.clearReceived();
    else if (const std::optional<std::int64_t> minor = typedAmount(m_field.text()))
        m_till.setReceived(*minor);
    return true;
}

bool TillScreen::sellingKey(const KeyEvent &event)
{
    if (!m_field.isEmpty())
        return false;
    const int row = m_till.selectedLine();
    if (event.key == Key::Up)
        m_till.selectLine(std::max(0, row - 1));
    else if (event.key == Key::Down)
        m_till.selectLine(std::min(static_cast<int>(m_till.lines().size()) - 1, row + 1));
    else if (event.key == Key::Delete && row >= 0)
        m_till.removeLine(row);
    else if (event == KeyEvent::character(QStringLiteral("+")))
        m_till.actions().find(u"till.more")->trigger();
    else if (event == KeyEvent::character(QStringLiteral("-")))
        m_till.actions().find(u"till.less")->trigger();
    else if (event == KeyEvent::character(QStringLiteral("/")))
        findProducts({});
    else
        return false;
    return true;
}

// As in a menu: the first digit of a scan chooses nothing.
bool TillScreen::changeKey(const KeyEvent &event)
{
    if (event.key == Key::Enter || !m_field.key(event))
        return false;
    m_pause.reset();
    if (m_enter == MenuEnter::AfterPause && m_field.text().size() == 1)
        m_pause = m_clock.after(MenuScreen::pauseMs, [this] { chooseReceipt(); });
    return true;
}

void TillScreen::chooseReceipt()
{
    const QString typed = m_field.text();
    if (m_till.mode() != TillMode::ChangeDue || (typed != showReceiptDigit && typed != noReceiptDigit))
        return;
    m_field.clear();
    if (typed == showReceiptDigit)
        showReceipt();
    else
        m_till.newSale();
}

void TillScreen::submit(const QString &text)
{
    const QString entered = text.trimmed();
    switch (m_till.mode()) {
    case TillMode::Starting: break;
    case TillMode::NotEnrolled: enrol(entered); break;
    case TillMode::NoShift: openDrawer(entered); break;
    case TillMode::Selling: enter(entered); break;
    case TillMode::Paying: receive(entered); break;
    case TillMode::ChangeDue:
        m_pause.reset();
        if (entered.isEmpty() || entered == noReceiptDigit)
            m_till.newSale();
        else if (entered == showReceiptDigit)
            showReceipt();
        else
            enter(entered);
    }
}

void TillScreen::enter(const QString &text)
{
    if (text.isEmpty())
        return;
    if (isNumber(text) && text.size() <= maximumQuantityDigits && m_till.selectedLine() >= 0)
        setQuantity(text);
    else if (isSearch(text))
        findProducts(text);
    else
        m_till.enterCode(text);
}

// The address first, then the code; a scanner may send either.
void TillScreen::enrol(const QString &text)
{
    if (m_platform.isEmpty()) {
        m_platform = text;
        navigator().redraw();
    } else if (!text.isEmpty()) {
        m_till.enrol(m_platform, text);
    }
}

void TillScreen::setQuantity(const QString &digits)
{
    for (const QChar digit : digits)
        m_till.typeDigit(digit.digitValue());
    m_till.commitEntry();
}

void TillScreen::receive(const QString &digits)
{
    if (m_till.payment().online) {
        m_till.takeTender(); // says what is awaited
        return;
    }
    if (!setReceived(digits))
        return;
    const qsizetype before = m_till.payment().taken.size();
    m_till.takeTender();
    if (!m_till.payment().questionText.isEmpty())
        askAboutAmount();
    else if (m_till.payment().taken.size() > before)
        askTender();
}

// Without digits it is about what stands on the screen: the exact amount, or one that was not taken.
bool TillScreen::setReceived(const QString &digits)
{
    const std::optional<std::int64_t> minor = typedAmount(digits);
    if (minor) {
        m_till.setReceived(*minor);
    } else if (!digits.isEmpty()) {
        m_till.rejectReceived();
        navigator().say(MessageKind::Warning, tr("Type the amount in digits only, such as 5000 for 50.00"));
        return false;
    }
    return true;
}

void TillScreen::openDrawer(const QString &digits)
{
    if (const std::optional<std::int64_t> minor = typedAmount(digits))
        m_till.openShift(*minor);
    else
        navigator().say(MessageKind::Warning, tr("Type the amount in digits only, such as 10000 for 100.00"));
}

// A quantity typed before the scan ("2*") belongs to it.
void TillScreen::scan(const QString &code)
{
    m_pause.reset();
    const QString typed = m_field.take();
    const TillMode mode = m_till.mode();
    if (mode == TillMode::NotEnrolled)
        enrol(code);
    else if (mode == TillMode::Selling || mode == TillMode::ChangeDue)
        m_till.enterCode(typed.endsWith(QLatin1Char('*')) ? typed + code : code);
    else
        m_till.enterCode(code);
}

// F7 takes back the last change; with the number of a line before it, it takes out that line.
void TillScreen::undoOrRemove()
{
    const QString typed = m_field.take();
    if (!isNumber(typed))
        m_till.actions().find(u"till.undo")->trigger();
    else if (typed.size() <= maximumQuantityDigits)
        removeRow(typed.toInt() - 1);
    else
        navigator().say(MessageKind::Warning, tr("There is no line %1").arg(typed));
}

void TillScreen::removeRow(int row)
{
    if (row < 0 || row >= m_till.lines().size())
        navigator().say(MessageKind::Warning, tr("There is no line %1").arg(row + 1));
    else
        m_till.removeLine(row);
}

bool TillScreen::back()
{
    if (m_till.mode() == TillMode::Paying) {
        if (m_till.payment().online)
            m_till.backToSale(); // says why not
        else if (!m_till.payment().recording && !m_till.payment().taken.isEmpty())
            askTender(); // there a part can be given back
        else
            m_till.actions().find(u"till.back")->trigger();
        return true;
    }
    if (m_till.mode() != TillMode::NotEnrolled || m_platform.isEmpty())
        return false;
    m_platform.clear();
    return true;
}

} // namespace crema::terminal
