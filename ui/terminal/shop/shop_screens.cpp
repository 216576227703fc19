// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/shop/shop_screens.h"

#include "models/selling/receipt_number.h"
#include "ui/presenters/scanner/serial_scanner.h"
#include "ui/terminal/catalog/lookup_screen.h"
#include "ui/terminal/customers/customer_history_screen.h"
#include "ui/terminal/customers/customers_screen.h"
#include "ui/terminal/devices/devices_screen.h"
#include "ui/terminal/keys/key_list_screen.h"
#include "ui/terminal/people/account_screen.h"
#include "ui/terminal/people/approval_screen.h"
#include "ui/terminal/people/audit_screen.h"
#include "ui/terminal/people/lock_screen.h"
#include "ui/terminal/people/people_screen.h"
#include "ui/terminal/people/roles_screen.h"
#include "ui/terminal/scanner/scanner_screen.h"
#include "ui/terminal/selling/journal_screen.h"
#include "ui/terminal/selling/payments_screen.h"
#include "ui/terminal/selling/receipt_mail_screen.h"
#include "ui/terminal/selling/sale_screen.h"
#include "ui/terminal/selling/sales_screen.h"
#include "ui/terminal/settings/printer_screen.h"
#include "ui/terminal/settings/shop_settings_screen.h"
#include "ui/terminal/syncing/sync_screen.h"
#include "ui/terminal/syncing/unsent_screen.h"
#include "ui/terminal/till/cash_screen.h"
#include "ui/terminal/till/gift_card_screen.h"
#include "ui/terminal/till/off_catalog_screen.h"
#include "ui/terminal/till/shift_report_screen.h"
#include "ui/terminal/till/shift_screen.h"
#include "ui/terminal/till/till_screen.h"

#include <QCoreApplication>

namespace crema::terminal {

namespace {

const QLatin1String menuBarcode("MENU-");
const QLatin1String keysWord("keys");

QString tr(const char *text, const char *comment = nullptr, int count = -1)
{
    return QCoreApplication::translate("ShopScreens", text, comment, count);
}

} // namespace

ShopScreens::ShopScreens(Navigator &navigator, Clock &clock, MenuEnter enter, ShopPresenters &shop,
                         KeysScreen::Save saveKey)
    : m_navigator(navigator), m_clock(clock), m_enter(enter), m_shop(shop), m_saveKey(std::move(saveKey))
{
    QObject::connect(&m_shop.keys, &KeyBook::changed, &m_context, [this] { m_navigator.setKeys(KeyMap(m_shop.keys)); });
    m_navigator.setKeys(KeyMap(m_shop.keys));
    QObject::connect(&m_shop.people, &PersonListPresenter::trailWanted, &m_context,
                     [this] { m_navigator.open(audit()); });
    QObject::connect(&m_shop.people, &PersonListPresenter::sessionsWanted, &m_context,
                     [this] { m_navigator.open(personSessions()); });
    QObject::connect(&m_shop.people, &PersonListPresenter::rolesWanted, &m_context,
                     [this] { m_navigator.open(roles()); });
    QObject::connect(&m_shop.printing, &PrintPresenter::viewChanged, &m_context, [this] { tellPrinting(); });
    QObject::connect(&m_shop.returns, &ReturnPresenter::exchangeBegun, &m_context, [this] {
        m_navigator.goToMainMenu();
        m_navigator.open(till());
    });
}

void ShopScreens::tellPrinting()
{
    const PrintView &view = m_shop.printing.view();
    const bool isTrouble = !view.text.isEmpty() && view.state != PrintView::State::Printing;
    // Once for each trouble: it is tried again every few seconds.
    if (isTrouble && view.text != m_toldPrinting)
        m_navigator.say(MessageKind::Warning, view.text);
    m_toldPrinting = isTrouble ? view.text : QString();
}

MenuChoice ShopScreens::choice(QChar digit, const QString &text, Make make)
{
    return {{digit, text}, [this, make] { m_navigator.open((this->*make)()); }};
}

std::unique_ptr<TerminalScreen> ShopScreens::mainMenu()
{
    auto menu = std::make_unique<MenuScreen>(m_navigator, m_clock, m_enter, tr("MAIN"),
                                             QList<MenuChoice>{choice(u'7', tr("Look up"), &ShopScreens::lookUp),
                                                               choice(u'8', tr("Till"), &ShopScreens::tillMenu),
                                                               choice(u'9', tr("Sync"), &ShopScreens::sync),
                                                               {{u'0', tr("Sign out")}, [this] { switchPerson(); }}});
    menu->setProgress([this] { return progress(); });
    menu->setPanel([this] { return standing(); });
    menu->setScanAction([this](const QString &code) { scanInMenu(code); });
    menu->redrawEveryMinute();
    menu->setHelpText(tr("Press the number of what you want to do, or scan anything to look it up."));
    const auto redraw = [this] { m_navigator.redraw(); };
    QObject::connect(&m_shop.till, &TillPresenter::headerChanged, menu.get(), redraw);
    QObject::connect(&m_shop.till, &TillPresenter::modeChanged, menu.get(), redraw);
    QObject::connect(&m_shop.payments, &PaymentListPresenter::holdingChanged, menu.get(), redraw);
    return menu;
}

std::unique_ptr<TerminalScreen> ShopScreens::tillMenu()
{
    auto menu = std::make_unique<MenuScreen>(
        m_navigator, m_clock, m_enter, tr("TILL MENU"),
        QList<MenuChoice>{
            choice(u'1', tr("Sell"), &ShopScreens::till), choice(u'2', tr("Sales"), &ShopScreens::sales),
            choice(u'3', tr("Shift"), &ShopScreens::shiftMenu), choice(u'4', tr("Journal"), &ShopScreens::journal),
            choice(u'5', tr("People"), &ShopScreens::people), choice(u'6', tr("Your account"), &ShopScreens::account),
            choice(u'7', tr("Customers"), &ShopScreens::customers),
            choice(u'8', tr("Settings"), &ShopScreens::settings), choice(u'9', tr("Printer"), &ShopScreens::printer),
            choice(u'0', tr("Keys, scanner"), &ShopScreens::deviceMenu)});
    menu->setProgress([this] { return progress(); });
    menu->setPanel([this] { return standing(); });
    menu->setScanAction([this](const QString &code) { scanInMenu(code); });
    menu->redrawEveryMinute();
    menu->setHelpText(
        tr("Press 1 or Enter to sell, 2 for the sales of this till, 3 for the shift and its cash, "
           "4 for the auditor's journal, 5 for who works here, 6 for your own account, 7 for customers, "
           "8 for what the shop has set, 9 for the receipt printer, 0 for keys and scanner of this device."));
    menu->setEnterAction([this] { m_navigator.open(till()); });
    return menu;
}

void ShopScreens::guard()
{
    QObject::connect(&m_shop.lock, &LockPresenter::modeChanged, &m_context, [this] { followLock(); });
    QObject::connect(&m_shop.giftCard, &GiftCardPresenter::wanted, &m_context, [this] {
        m_navigator.open(std::make_unique<GiftCardScreen>(m_navigator, m_shop.giftCard, false));
    });
    QObject::connect(&m_shop.receiptMail, &ReceiptMailPresenter::wanted, &m_context, [this] {
        m_navigator.open(std::make_unique<ReceiptMailScreen>(m_navigator, m_shop.receiptMail));
    });
    QObject::connect(&m_shop.offCatalog, &OffCatalogPresenter::wanted, &m_context,
                     [this] { m_navigator.open(std::make_unique<OffCatalogScreen>(m_navigator, m_shop.offCatalog)); });
    QObject::connect(&m_shop.approval, &ApprovalPresenter::askingChanged, &m_context, [this] { followApproval(); });
    followLock();
}

void ShopScreens::followApproval()
{
    if (m_shop.approval.isAsking() && !m_approvalScreen) {
        auto screen = std::make_unique<ApprovalScreen>(m_navigator, m_shop.approval);
        m_approvalScreen = screen.get();
        m_navigator.open(std::move(screen));
    } else if (!m_shop.approval.isAsking() && m_approvalScreen) {
        m_approvalScreen.clear();
        m_navigator.closeTop();
    }
}

void ShopScreens::followLock()
{
    if (m_shop.lock.isCovering() && !m_lockScreen) {
        auto screen = std::make_unique<LockScreen>(m_navigator, m_clock, m_enter, m_shop.lock);
        m_lockScreen = screen.get();
        m_navigator.open(std::move(screen));
    } else if (!m_shop.lock.isCovering() && m_lockScreen) {
        m_lockScreen.clear();
        m_navigator.closeTop();
    }
}

void ShopScreens::switchPerson()
{
    Action *action = m_shop.lock.actions().find(u"people.switch");
    Q_ASSERT(action != nullptr);
    if (!action->trigger())
        m_navigator.say(MessageKind::Warning, action->disabledReason());
}

std::unique_ptr<TerminalScreen> ShopScreens::till()
{
    return std::make_unique<TillScreen>(m_navigator, m_clock, m_enter, m_shop);
}

MenuChoice ShopScreens::cashChoice(QChar digit, const QString &text, CashMovementKind kind)
{
    return {{digit, text},
            [this, kind] { m_navigator.open(std::make_unique<CashScreen>(m_navigator, m_shop.cash, kind)); },
            m_shop.cash.obstacle()};
}

QList<MenuChoice> ShopScreens::shiftChoices()
{
    QList<MenuChoice> choices{choice(u'1', tr("Close the shift"), &ShopScreens::shift),
                              cashChoice(u'2', tr("Pay in"), CashMovementKind::PaidIn),
                              cashChoice(u'3', tr("Pay out"), CashMovementKind::PaidOut),
                              cashChoice(u'4', tr("Safe drop"), CashMovementKind::SafeDrop),
                              cashChoice(u'5', tr("Open drawer"), CashMovementKind::NoSale),
                              choice(u'6', tr("X report"), &ShopScreens::xReport),
                              choice(u'7', tr("Cash moved"), &ShopScreens::movedCash),
                              choice(u'8', tr("Z reports"), &ShopScreens::closedShifts),
                              {{u'9', tr("Gift card")}, [this] { m_shop.giftCard.want(); }, m_shop.cash.obstacle()},
                              choice(u'0', tr("Payments"), &ShopScreens::payments)};
    for (const qsizetype place : {5, 6})
        choices[place].disabledReason = m_shop.cash.obstacle();
    return choices;
}

std::unique_ptr<TerminalScreen> ShopScreens::shiftMenu()
{
    auto menu = std::make_unique<MenuScreen>(m_navigator, m_clock, m_enter, tr("SHIFT"), QList<MenuChoice>());
    menu->setChoices([this] { return shiftChoices(); });
    menu->setProgress([this] { return progress(); });
    menu->setPanel([this] { return standing(); });
    menu->setScanAction([this](const QString &code) { scanInMenu(code); });
    menu->redrawEveryMinute();
    menu->setHelpText(tr("Press 1 to count the drawer and close the shift, 2 to 5 when cash is moved or the drawer is "
                         "opened, 6 for the figures so far, 7 for the cash that was moved, 8 for earlier closings, 9 "
                         "to sell a gift card or to look at one, 0 for the online payments."));
    QObject::connect(&m_shop.drawer, &DrawerPresenter::changed, menu.get(), [this] { m_navigator.redraw(); });
    return menu;
}

std::unique_ptr<TerminalScreen> ShopScreens::xReport()
{
    m_shop.shiftReport.showX();
    return std::make_unique<ShiftReportScreen>(m_navigator, m_shop.shiftReport);
}

std::unique_ptr<TerminalScreen> ShopScreens::movedCash()
{
    m_shop.shiftReport.showMoved();
    return std::make_unique<ShiftReportScreen>(m_navigator, m_shop.shiftReport);
}

std::unique_ptr<TerminalScreen> ShopScreens::closedShifts()
{
    return std::make_unique<ClosedShiftsScreen>(m_navigator, m_clock, m_enter, m_shop.shiftReport);
}

std::unique_ptr<TerminalScreen> ShopScreens::shift()
{
    return std::make_unique<ShiftScreen>(m_navigator, m_clock, m_enter, m_shop, [this] { m_navigator.open(till()); });
}

std::unique_ptr<TerminalScreen> ShopScreens::sales()
{
    return std::make_unique<SalesScreen>(m_navigator, m_clock, m_enter, m_shop.sales, m_shop.returns);
}

std::unique_ptr<TerminalScreen> ShopScreens::payments()
{
    return std::make_unique<PaymentsScreen>(m_navigator, m_clock, m_enter, m_shop.payments);
}

std::unique_ptr<TerminalScreen> ShopScreens::journal()
{
    return std::make_unique<JournalScreen>(m_navigator, m_shop.journal);
}

std::unique_ptr<TerminalScreen> ShopScreens::sync()
{
    return std::make_unique<SyncScreen>(
        m_navigator, m_clock, m_enter, m_shop.syncPanel, m_shop.attention,
        SyncScreen::Ways{[this] { m_navigator.open(devices()); }, [this] { m_navigator.open(unsent()); }});
}

std::unique_ptr<TerminalScreen> ShopScreens::unsent()
{
    return std::make_unique<UnsentScreen>(m_navigator, m_clock, m_enter, m_shop.unsent);
}

std::unique_ptr<TerminalScreen> ShopScreens::devices()
{
    return std::make_unique<DevicesScreen>(m_navigator, m_clock, m_enter, m_shop.devices);
}

std::unique_ptr<TerminalScreen> ShopScreens::customers()
{
    return std::make_unique<CustomersScreen>(m_navigator, m_clock, m_enter, m_shop.customers, [this] {
        return std::make_unique<CustomerHistoryScreen>(m_navigator, m_clock, m_enter, m_shop.customerHistory,
                                                       m_shop.customerStatement, m_shop.sales, m_shop.returns);
    });
}

std::unique_ptr<TerminalScreen> ShopScreens::people()
{
    return std::make_unique<PeopleScreen>(m_navigator, m_clock, m_enter, m_shop.people);
}

std::unique_ptr<TerminalScreen> ShopScreens::account()
{
    return std::make_unique<AccountScreen>(m_navigator, m_clock, m_enter, m_shop, m_shop.account);
}

std::unique_ptr<TerminalScreen> ShopScreens::personSessions()
{
    return std::make_unique<AccountScreen>(m_navigator, m_clock, m_enter, m_shop, m_shop.personSessions);
}

std::unique_ptr<TerminalScreen> ShopScreens::settings()
{
    return std::make_unique<ShopSettingsScreen>(m_navigator, m_clock, m_enter, m_shop.settings);
}

std::unique_ptr<TerminalScreen> ShopScreens::printer()
{
    return std::make_unique<PrinterScreen>(m_navigator, m_shop.printer, m_shop.printing);
}

std::unique_ptr<TerminalScreen> ShopScreens::deviceMenu()
{
    auto menu = std::make_unique<MenuScreen>(m_navigator, m_clock, m_enter, tr("DEVICE"),
                                             QList<MenuChoice>{choice(u'1', tr("Keys"), &ShopScreens::keyList),
                                                               choice(u'2', tr("Scanner"), &ShopScreens::scanner),
                                                               choice(u'3', tr("What keys send"), &ShopScreens::keys)});
    menu->setScanAction([this](const QString &code) { scanInMenu(code); });
    menu->setHelpText(
        tr("Press 1 to give what you do other keys, 2 to teach the scanner, 3 to see what keys and scanner "
           "really send."));
    return menu;
}

std::unique_ptr<TerminalScreen> ShopScreens::scanner()
{
    return std::make_unique<ScannerScreen>(m_navigator, m_clock, m_shop.scanner, m_serial);
}

void ShopScreens::followSerial(SerialScanner &serial, std::function<void(const QString &code)> scan)
{
    m_serial = &serial;
    QObject::connect(&serial, &SerialScanner::scanned, &m_context, [this, scan = std::move(scan)](const QString &code) {
        // What teaches the scanner that types is not this one.
        m_shop.scanner.stop();
        scan(code);
    });
    QObject::connect(&serial, &SerialScanner::refused, &m_context, [this](const Problem &problem) {
        if (m_shop.lock.isCovering()) {
            m_shop.lock.refuseScan();
        } else {
            m_navigator.say(MessageKind::Error, problem.message);
            m_navigator.redraw();
        }
        m_navigator.bell();
    });
    QObject::connect(&serial, &SerialScanner::lost, &m_context, [this](const Problem &problem) {
        m_navigator.say(MessageKind::Error, problem.message);
        m_navigator.redraw();
    });
    QObject::connect(&serial, &SerialScanner::back, &m_context, [this, &serial] {
        m_navigator.say(MessageKind::Ok, serial.stateText());
        m_navigator.redraw();
    });
}

std::unique_ptr<TerminalScreen> ShopScreens::keyList()
{
    return std::make_unique<KeyListScreen>(m_navigator, m_clock, m_enter, m_shop.keyEditor);
}

std::unique_ptr<TerminalScreen> ShopScreens::audit()
{
    return std::make_unique<AuditScreen>(m_navigator, m_clock, m_enter, m_shop.audit);
}

std::unique_ptr<TerminalScreen> ShopScreens::roles()
{
    return std::make_unique<RolesScreen>(m_navigator, m_clock, m_enter, m_shop.roles);
}

std::unique_ptr<TerminalScreen> ShopScreens::lookUp()
{
    return std::make_unique<LookupScreen>(m_navigator, m_clock, m_enter, m_shop.lookup, m_shop.catalog);
}

std::unique_ptr<TerminalScreen> ShopScreens::keys()
{
    return std::make_unique<KeysScreen>(m_navigator, m_saveKey);
}

// How the shop stands, beside the menus of screens that have the room.
QList<TextLine> ShopScreens::standing() const
{
    const TillHeader &header = m_shop.till.header();
    QList<TextLine> lines;
    for (const QString &line : {header.placeText, header.personName}) {
        if (!line.isEmpty())
            lines.append({.left = line, .maximumRows = 1});
    }
    if (const std::optional<DrawerView> drawer = m_shop.drawer.drawer()) {
        lines.append({.left = tr("Shift since"), .right = drawer->openedText});
        if (drawer->saleCount)
            lines.append({.left = tr("Sales"), .right = QString::number(*drawer->saleCount)});
        if (const QString full = m_shop.drawer.tooFullText(); !full.isEmpty())
            lines.append({.left = full, .style = Style::strong(), .maximumRows = 3});
    } else if (m_shop.till.mode() == TillMode::NoShift) {
        lines.append({.left = tr("The drawer is closed."), .maximumRows = 1});
    }
    if (const int holding = m_shop.payments.holdingCount(); holding > 0)
        lines.append(
            {.left = tr("Payments to look after"), .right = QString::number(holding), .style = Style::strong()});
    if (m_shop.till.mode() == TillMode::Selling && !m_shop.till.lines().isEmpty())
        lines.append({.left = tr("In the cart"), .right = m_shop.till.totals().totalText, .style = Style::strong()});
    lines.append({.left = header.sync.text, .maximumRows = 2});
    return lines;
}

QString ShopScreens::progress() const
{
    const std::int64_t waiting = m_shop.till.header().sync.waiting;
    const QString time = m_shop.drawer.clockText();
    return waiting > 0 ? tr("q %1  %2", "operations that wait, and the time").arg(waiting).arg(time) : time;
}

void ShopScreens::scanInMenu(const QString &code)
{
    if (code == keysWord)
        m_navigator.open(keys());
    else
        lookUpCode(code);
}

void ShopScreens::lookUpCode(const QString &code)
{
    m_navigator.open(lookUp());
    m_shop.lookup.scan(code);
}

bool ShopScreens::openByBarcode(const QString &code)
{
    const QString digits = code.mid(menuBarcode.size());
    const bool fits = !digits.isEmpty() && digits.size() <= MenuScreen::maximumTypedAhead &&
                      std::ranges::all_of(digits, [](QChar character) { return character.isDigit(); });
    if (!code.startsWith(menuBarcode) || !fits)
        return false;
    m_navigator.goToMainMenu();
    m_navigator.typeAhead(digits);
    if (m_enter == MenuEnter::Required)
        m_navigator.typeAhead(QStringLiteral("\n"));
    return true;
}

bool ShopScreens::takeScan(const QString &code)
{
    return m_shop.lock.takeBadge(code) || openByBarcode(code) || openReceipt(code);
}

bool ShopScreens::openReceipt(const QString &code)
{
    const TillMode mode = m_shop.till.mode();
    const bool isFree = mode == TillMode::Selling || mode == TillMode::NoShift || mode == TillMode::ChangeDue;
    // The screens of sales take it themselves.
    if (!isFree || m_shop.sales.isInFront() || !ReceiptNumber::fromString(code.trimmed().toUpper()))
        return false;
    m_navigator.open(sales());
    (void)m_shop.sales.takeScan(code);
    m_navigator.open(std::make_unique<SaleScreen>(m_navigator, m_clock, m_enter, m_shop.sales, m_shop.returns));
    return true;
}

std::unique_ptr<TerminalScreen> ShopScreens::leaveQuestion()
{
    const std::int64_t waiting = m_shop.till.header().sync.waiting;
    const bool openSale = m_shop.till.mode() == TillMode::Paying ||
                          (m_shop.till.mode() == TillMode::Selling && !m_shop.till.lines().isEmpty());
    const bool openCodes = m_shop.authenticator.step() == AuthenticatorStep::Codes;
    if (waiting == 0 && !openSale && !openCodes)
        return nullptr;
    auto question =
        std::make_unique<MenuScreen>(m_navigator, m_clock, m_enter, tr("LEAVE"),
                                     QList<MenuChoice>{{{u'1', tr("Leave")}, [this] { m_navigator.quit(); }},
                                                       {{u'2', tr("Stay")}, [this] { m_navigator.closeTop(); }}});
    QList<TextLine> lines;
    if (openCodes)
        lines.append({.left = tr("The recovery codes are not shown again."), .maximumRows = 3});
    if (openSale)
        lines.append({.left = tr("A sale is open. It is offered again at the next start."), .maximumRows = 4});
    if (waiting > 0) {
        lines.append(
            {.left = tr("Waiting to be sent: %1. It is safe here and goes out at the next start.").arg(waiting),
             .maximumRows = 5});
    }
    question->setText(lines);
    if (!openCodes)
        question->setHelpText(tr("Nothing is lost either way. Press 1 to leave."));
    return question;
}

} // namespace crema::terminal
