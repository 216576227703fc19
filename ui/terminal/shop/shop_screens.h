// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/shop_presenters.h"
#include "ui/terminal/application/keys_screen.h"
#include "ui/terminal/application/menu_screen.h"

#include <QPointer>

#include <functional>

namespace crema {
class SerialScanner;
}

namespace crema::terminal {

/// Every area that the terminal app offers of a shop, and the menus that lead there. Numbers stay the same when others
/// come and go, because hands learn them: 1 to 6 belong to the warehouse, 7 looks up, 8 is the till with 81 sell, 82
/// sales and 83 the shift with all about its cash, 9 is sync, 0 is the person. All it is made of outlives it and the
/// screens.
class ShopScreens final
{
public:
    ShopScreens(Navigator &navigator, Clock &clock, MenuEnter enter, ShopPresenters &shop, KeysScreen::Save saveKey);

    [[nodiscard]] std::unique_ptr<TerminalScreen> mainMenu();
    [[nodiscard]] std::unique_ptr<TerminalScreen> tillMenu();
    [[nodiscard]] std::unique_ptr<TerminalScreen> till();
    /// What can be done with the drawer and its shift.
    [[nodiscard]] std::unique_ptr<TerminalScreen> shiftMenu();
    [[nodiscard]] std::unique_ptr<TerminalScreen> shift();
    [[nodiscard]] std::unique_ptr<TerminalScreen> xReport();
    [[nodiscard]] std::unique_ptr<TerminalScreen> movedCash();
    [[nodiscard]] std::unique_ptr<TerminalScreen> closedShifts();
    [[nodiscard]] std::unique_ptr<TerminalScreen> sales();
    [[nodiscard]] std::unique_ptr<TerminalScreen> payments();
    [[nodiscard]] std::unique_ptr<TerminalScreen> journal();
    [[nodiscard]] std::unique_ptr<TerminalScreen> sync();
    [[nodiscard]] std::unique_ptr<TerminalScreen> unsent();
    [[nodiscard]] std::unique_ptr<TerminalScreen> devices();
    [[nodiscard]] std::unique_ptr<TerminalScreen> customers();
    [[nodiscard]] std::unique_ptr<TerminalScreen> people();
    [[nodiscard]] std::unique_ptr<TerminalScreen> account();
    [[nodiscard]] std::unique_ptr<TerminalScreen> personSessions();
    [[nodiscard]] std::unique_ptr<TerminalScreen> settings();
    [[nodiscard]] std::unique_ptr<TerminalScreen> printer();
    [[nodiscard]] std::unique_ptr<TerminalScreen> deviceMenu();
    [[nodiscard]] std::unique_ptr<TerminalScreen> keyList();
    [[nodiscard]] std::unique_ptr<TerminalScreen> scanner();
    [[nodiscard]] std::unique_ptr<TerminalScreen> audit();
    [[nodiscard]] std::unique_ptr<TerminalScreen> roles();
    [[nodiscard]] std::unique_ptr<TerminalScreen> lookUp();
    [[nodiscard]] std::unique_ptr<TerminalScreen> keys();

    /// From now on codes of this scanner go to `scan`, what is wrong with it is said, and the screen of the scanner
    /// leads to its settings. Outlives the screens.
    void followSerial(SerialScanner &serial, std::function<void(const QString &code)> scan);

    /// From now on the lock stands in front of everything while nobody may work here, and so does the question for
    /// somebody's PIN.
    void guard();

    /// What to ask before the program is left; null when nothing is unsent and no sale is open.
    [[nodiscard]] std::unique_ptr<TerminalScreen> leaveQuestion();

    /// A menu barcode is "MENU-" and up to three digits: as if they were typed in the main menu, from any screen.
    /// Returns whether the code was one.
    bool openByBarcode(const QString &code);
    bool openReceipt(const QString &code);
    /// What every screen leaves to the shop: a badge, which signs its owner in, or a menu barcode. Returns whether the
    /// code was one.
    bool takeScan(const QString &code);

private:
    using Make = std::unique_ptr<TerminalScreen> (ShopScreens::*)();

    [[nodiscard]] MenuChoice choice(QChar digit, const QString &text, Make make);
    [[nodiscard]] MenuChoice cashChoice(QChar digit, const QString &text, CashMovementKind kind);
    [[nodiscard]] QList<MenuChoice> shiftChoices();
    [[nodiscard]] QList<TextLine> standing() const;
    [[nodiscard]] QString progress() const;
    void switchPerson();
    void followLock();
    void followApproval();
    void tellPrinting();
    void scanInMenu(const QString &code);
    void lookUpCode(const QString &code);

    Navigator &m_navigator;
    Clock &m_clock;
    MenuEnter m_enter;
    ShopPresenters &m_shop;
    KeysScreen::Save m_saveKey;
    SerialScanner *m_serial = nullptr;
    QPointer<TerminalScreen> m_lockScreen;
    QPointer<TerminalScreen> m_approvalScreen;
    QString m_toldPrinting; ///< what is wrong with printing, as it was said last
    QObject m_context;      ///< ends the connections
};

} // namespace crema::terminal
