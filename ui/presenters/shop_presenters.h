// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/catalog/catalog_presenter.h"
#include "ui/presenters/catalog/product_lookup.h"
#include "ui/presenters/customers/customer_history_presenter.h"
#include "ui/presenters/customers/customer_list_presenter.h"
#include "ui/presenters/customers/customer_statement_presenter.h"
#include "ui/presenters/devices/device_list_presenter.h"
#include "ui/presenters/keys/key_editor.h"
#include "ui/presenters/people/account_presenter.h"
#include "ui/presenters/people/approval_presenter.h"
#include "ui/presenters/people/audit_presenter.h"
#include "ui/presenters/people/authenticator_presenter.h"
#include "ui/presenters/people/lock_presenter.h"
#include "ui/presenters/people/password_presenter.h"
#include "ui/presenters/people/person_list_presenter.h"
#include "ui/presenters/people/role_list_presenter.h"
#include "ui/presenters/printing/print_presenter.h"
#include "ui/presenters/printing/printer_presenter.h"
#include "ui/presenters/printing/receipt_mail_presenter.h"
#include "ui/presenters/scanner/scanner_presenter.h"
#include "ui/presenters/selling/journal_presenter.h"
#include "ui/presenters/selling/payment_list_presenter.h"
#include "ui/presenters/selling/return_presenter.h"
#include "ui/presenters/selling/sale_list_presenter.h"
#include "ui/presenters/settings/appearance.h"
#include "ui/presenters/settings/shop_settings_presenter.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/shell/palette_presenter.h"
#include "ui/presenters/shell/shell_presenter.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/syncing/attention_presenter.h"
#include "ui/presenters/syncing/sync_panel_presenter.h"
#include "ui/presenters/syncing/unsent_presenter.h"
#include "ui/presenters/till/cart_step_presenter.h"
#include "ui/presenters/till/cash_movement_presenter.h"
#include "ui/presenters/till/display_presenter.h"
#include "ui/presenters/till/drawer_presenter.h"
#include "ui/presenters/till/favourites_presenter.h"
#include "ui/presenters/till/gift_card_presenter.h"
#include "ui/presenters/till/off_catalog_presenter.h"
#include "ui/presenters/till/open_cart_presenter.h"
#include "ui/presenters/till/shift_report_presenter.h"
#include "ui/presenters/till/till_presenter.h"
#include "ui/presenters/till/training_presenter.h"
#include "ui/presenters/till/unknown_code_presenter.h"

namespace crema {

/// The presenters of every page of a shop over one desk, each made once. Everything given outlives it.
class ShopPresenters final
{
public:
    ShopPresenters(ShopDesk &shopDesk, Clock &clock, Preferences &preferences, const QLocale &locale,
                   const PrintParts &printParts = {})
        : desk(shopDesk), appearance(preferences), keys(preferences), keyEditor(keys), scanner(preferences),
          notices(clock), shell(notices), palette(shell, shopDesk, preferences, clock, locale),
          till(shopDesk, clock, locale), unknownCode(shopDesk, till, notices), lock(shopDesk, clock),
          approval(shopDesk), openCart(shopDesk, till, clock, locale), training(shopDesk, till),
          cartSteps(shopDesk, till, openCart, locale), drawer(shopDesk, clock, locale),
          catalog(shopDesk, clock, notices, preferences, locale), lookup(shopDesk, locale),
          sales(shopDesk, clock, locale), payments(shopDesk, clock, locale), returns(shopDesk, locale),
          syncPanel(shopDesk, clock, locale), attention(shopDesk, clock, notices, locale),
          unsent(shopDesk, clock, locale), journal(shopDesk, clock, locale), devices(shopDesk, clock, locale),
          customers(shopDesk, notices, locale), people(shopDesk, notices), personSessions(shopDesk, clock, locale),
          roles(shopDesk, notices, locale), account(shopDesk, clock, locale), password(shopDesk),
          authenticator(shopDesk, clock, locale), audit(shopDesk, clock, locale),
          settings(shopDesk, clock, notices, locale), printing(shopDesk, till, preferences, clock, printParts, locale),
          printer(preferences, printParts), cash(shopDesk, till, printing, locale),
          giftCard(shopDesk, till, printing, clock, locale), offCatalog(shopDesk, till, locale),
          receiptMail(shopDesk, till, locale), shiftReport(shopDesk, clock, printing, locale),
          customerHistory(shopDesk, locale), customerStatement(shopDesk, clock, printing, printParts.drawing, locale),
          display(till, lock, preferences), favourites(shopDesk, till, preferences)
    {
        till.postTo(notices);
        openCart.postTo(notices);
        QObject::connect(&people, &PersonListPresenter::trailWanted, &audit,
                         [this](const QUuid &id, const QString &name) {
                             if (!id.isNull())
                                 audit.showSubject(id, name);
                             else
                                 audit.showPlace({});
                             shell.go({QStringLiteral("audit"), audit.place()});
                         });
        QObject::connect(&people, &PersonListPresenter::sessionsWanted, &personSessions, &AccountPresenter::showPerson);
        QObject::connect(&people, &PersonListPresenter::placeChanged, &personSessions, &AccountPresenter::leave);
        QObject::connect(&people, &PersonListPresenter::rolesWanted, &shell, [this] {
            shell.go({QStringLiteral("roles"), roles.place()});
        });
        QObject::connect(&roles, &RoleListPresenter::peopleWanted, &shell, [this] {
            shell.go({QStringLiteral("people"), people.place()});
        });
        // Behind the lock nothing may wait for a PIN.
        QObject::connect(&lock, &LockPresenter::modeChanged, &approval, &ApprovalPresenter::cancel);
        QObject::connect(&password, &PasswordPresenter::kept, &account, &AccountPresenter::refresh);
        QObject::connect(&password, &PasswordPresenter::sessionEnded, &account, &AccountPresenter::offerSignIn);
        QObject::connect(&authenticator, &AuthenticatorPresenter::sessionEnded, &account,
                         &AccountPresenter::offerSignIn);
        QObject::connect(&authenticator, &AuthenticatorPresenter::changed, &account, [this] {
            if (authenticator.isDone())
                account.authenticatorSetUp();
        });
        QObject::connect(&sales, &SaleListPresenter::returnWanted, &returns, &ReturnPresenter::open);
        QObject::connect(&returns, &ReturnPresenter::documentWanted, &sales, &SaleListPresenter::openSale);
        returns.setExchange([this](const TillReturn &back) { return till.takeBack(back); });
        QObject::connect(&returns, &ReturnPresenter::exchangeBegun, &shell, [this] {
            shell.go({QStringLiteral("till"), {}});
        });
        QObject::connect(&returns, &ReturnPresenter::printWanted, &printing, &PrintPresenter::print);
        QObject::connect(&printer, &PrinterPresenter::printerChanged, &printing, &PrintPresenter::printerChanged);
        QObject::connect(&printing, &PrintPresenter::said, &till,
                         [this](Tone tone, const QString &text, const QString &hint) { till.say(tone, text, hint); });
        QObject::connect(&sales, &SaleListPresenter::printWanted, &printing, &PrintPresenter::printCopy);
        QObject::connect(&sales, &SaleListPresenter::mailWanted, &receiptMail, &ReceiptMailPresenter::want);
        sales.setCanPrint(printing.canPrint());
        QObject::connect(&printing, &PrintPresenter::viewChanged, &sales,
                         [this] { sales.setCanPrint(printing.canPrint()); });
        QObject::connect(&drawer, &DrawerPresenter::shiftClosed, &shiftReport, &ShiftReportPresenter::showTotals);
        QObject::connect(&payments, &PaymentListPresenter::saleWanted, &sales, &SaleListPresenter::openSale);
        QObject::connect(&payments, &PaymentListPresenter::said, &till,
                         [this](Tone tone, const QString &text, const QString &hint) { till.say(tone, text, hint); });
        QObject::connect(&customers, &CustomerListPresenter::placeChanged, &customerHistory, [this] {
            customerHistory.show(CustomerId::fromString(customers.openId()));
            customerStatement.end();
        });
        QObject::connect(&customerHistory, &CustomerHistoryPresenter::saleWanted, &sales, &SaleListPresenter::openSale);
        shell.setGuard([this](std::function<void()> then) { return authenticator.mayLeave(std::move(then)); });
    }

    /// Reads what the first page shows; the others read when they are first looked at.
    void start()
    {
        till.start();
        lock.start();
        approval.start();
        openCart.start();
        cartSteps.start();
        printing.start();
        payments.start();
    }

    ShopDesk &desk;
    Appearance appearance;
    KeyBook keys;
    KeyEditor keyEditor;
    ScannerPresenter scanner;
    Notices notices;
    ShellPresenter shell;
    PalettePresenter palette;
    TillPresenter till;
    UnknownCodePresenter unknownCode;
    LockPresenter lock;
    ApprovalPresenter approval;
    OpenCartPresenter openCart;
    TrainingPresenter training;
    CartStepPresenter cartSteps;
    DrawerPresenter drawer;
    CatalogPresenter catalog;
    ProductLookup lookup;
    SaleListPresenter sales;
    PaymentListPresenter payments;
    ReturnPresenter returns;
    SyncPanelPresenter syncPanel;
    AttentionPresenter attention;
    UnsentPresenter unsent;
    JournalPresenter journal;
    DeviceListPresenter devices;
    CustomerListPresenter customers;
    PersonListPresenter people;
    AccountPresenter personSessions; ///< of whoever is open there, once somebody asks
    RoleListPresenter roles;
    AccountPresenter account;
    PasswordPresenter password;
    AuthenticatorPresenter authenticator;
    AuditPresenter audit;
    ShopSettingsPresenter settings;
    PrintPresenter printing;
    PrinterPresenter printer;
    CashMovementPresenter cash;
    GiftCardPresenter giftCard;
    OffCatalogPresenter offCatalog;
    ReceiptMailPresenter receiptMail;
    ShiftReportPresenter shiftReport;
    CustomerHistoryPresenter customerHistory;     ///< of the customer who is open
    CustomerStatementPresenter customerStatement; ///< as above
    DisplayPresenter display;
    FavouritesPresenter favourites;
};

} // namespace crema
