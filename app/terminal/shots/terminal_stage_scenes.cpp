// SPDX-License-Identifier: GPL-3.0-or-later
// The scenes: what is typed, scanned and pressed to come to each of them.
#include "app/terminal/shots/terminal_stage.h"

#include "app/desktop/example/example_devices.h"
#include "app/desktop/example/example_sales.h"
#include "app/desktop/example/example_unsent.h"
#include "models/operations/operation_types.h"

#include <algorithm>

namespace crema::terminal {

const QList<TerminalStage::Scene> &TerminalStage::scenes()
{
    static const auto offline = [](TerminalStage &stage) {
        stage.m_desk.changeState().link = sync::Link::Offline;
        stage.m_desk.changeState().queue.queued = 14;
        Q_EMIT stage.m_desk.changed();
        stage.settle();
    };
    static const auto askAboutProducts = [](TerminalStage &stage) { desktop::addExampleDeletion(stage.m_desk); };
    static const auto openShutOut = [](TerminalStage &stage) {
        desktop::addExampleUnsent(stage.m_desk, 14, 0);
        desktop::shutExampleOut(stage.m_desk);
        stage.press(Key::F3);
        stage.type(QStringLiteral("9"));
    };
    static const auto openUnsent = [](TerminalStage &stage) {
        desktop::addExampleUnsent(stage.m_desk, 14, 0);
        stage.press(Key::F3);
        stage.type(QStringLiteral("9"));
        stage.press(Key::F2);
    };
    enum class Signed { In, Out };
    static const auto openAccount = [](TerminalStage &stage, Signed signedIn = Signed::In) {
        stage.m_desk.addExamplePeople();
        stage.m_desk.addExampleAccount();
        if (signedIn == Signed::Out)
            stage.m_desk.setSessions({});
        stage.m_desk.changeState().person =
            *std::ranges::find(stage.m_desk.peopleHere(), QStringLiteral("Ada Lindqvist"), &Person::name);
        Q_EMIT stage.m_desk.changed();
        stage.press(Key::F3);
        stage.type(QStringLiteral("86"));
    };
    static const auto audit = [](TerminalStage &stage, const char *keys) {
        stage.m_desk.addExamplePeople();
        stage.m_desk.addExampleAccount();
        stage.press(Key::F3);
        stage.type(QStringLiteral("85"));
        stage.press(Key::F9);
        stage.type(QString::fromLatin1(keys));
    };
    static const auto cart = [](TerminalStage &stage, Key key, const char *keys = "") {
        stage.m_desk.addExampleCustomers();
        stage.scan(QStringLiteral("LC-005"));
        stage.scan(QStringLiteral("LC-026"));
        stage.press(key);
        stage.type(QString::fromLatin1(keys));
    };
    static const auto roles = [](TerminalStage &stage, const char *keys) {
        stage.m_desk.addExamplePeople();
        stage.m_desk.addExampleRoles();
        stage.press(Key::F3);
        stage.type(QStringLiteral("85"));
        stage.press(Key::F2);
        stage.type(QString::fromLatin1(keys));
    };
    static const auto settings = [](TerminalStage &stage, const char *keys) {
        stage.m_desk.addExamplePeople();
        stage.m_desk.changeState().person =
            *std::ranges::find(stage.m_desk.peopleHere(), QStringLiteral("Ada Lindqvist"), &Person::name);
        Q_EMIT stage.m_desk.changed();
        stage.press(Key::F3);
        stage.type(QStringLiteral("88"));
        stage.type(QString::fromLatin1(keys));
    };
    static const auto device = [](TerminalStage &stage, const char *keys) {
        stage.press(Key::F3);
        stage.type(QStringLiteral("80"));
        stage.type(QString::fromLatin1(keys));
    };
    static const auto pay = [](TerminalStage &stage, const char *received) {
        stage.fillCart();
        stage.press(Key::F4);
        stage.type(QStringLiteral("1"));
        stage.type(QString::fromLatin1(received));
    };
    static const auto count = [](TerminalStage &stage, const char *keys) {
        stage.scan(QStringLiteral("LC-005"));
        stage.press(Key::F4);
        stage.type(QStringLiteral("1500\n\n"));
        stage.press(Key::F10);
        stage.type(QStringLiteral("831"));
        stage.type(QString::fromLatin1(keys));
    };
    static const auto cash = [](TerminalStage &stage, const char *keys) {
        stage.press(Key::F10);
        stage.type(QStringLiteral("83") + QString::fromLatin1(keys));
    };
    static const QList<Scene> scenes{
        {QStringLiteral("menu"), [](TerminalStage &stage) { stage.press(Key::F3); }},
        {QStringLiteral("menu-offline"),
         [](TerminalStage &stage) {
             stage.fillCart();
             offline(stage);
             stage.press(Key::F3);
         }},
        {QStringLiteral("till-menu"),
         [](TerminalStage &stage) {
             stage.press(Key::F3);
             stage.type(QStringLiteral("8"));
         }},
        {QStringLiteral("cart-menu"), [](TerminalStage &stage) { cart(stage, Key::F8); }},
        {QStringLiteral("cart-discount"), [](TerminalStage &stage) { cart(stage, Key::F8, "1"); }},
        {QStringLiteral("cart-reason"), [](TerminalStage &stage) { cart(stage, Key::F8, "110%\n"); }},
        {QStringLiteral("cart-note"), [](TerminalStage &stage) { cart(stage, Key::F8, "4"); }},
        {QStringLiteral("cart-comes-back"), [](TerminalStage &stage) { cart(stage, Key::F8, "01"); }},
        {QStringLiteral("off-catalog-price"), [](TerminalStage &stage) { cart(stage, Key::F8, ".8\n3Repair\n"); }},
        {QStringLiteral("cart-exchange"), [](TerminalStage &stage) { cart(stage, Key::F8, "01\n1\n\n"); }},
        {QStringLiteral("cart-pay-back"),
         [](TerminalStage &stage) {
             stage.scan(QStringLiteral("LC-005"));
             stage.press(Key::F8);
             stage.type(QStringLiteral("01"));
             stage.type(QStringLiteral("\n1\n\n"));
             stage.press(Key::F4);
         }},
        {QStringLiteral("cart-customer"), [](TerminalStage &stage) { cart(stage, Key::F8, "5"); }},
        {QStringLiteral("cart-why"), [](TerminalStage &stage) { cart(stage, Key::F8, "7"); }},
        {QStringLiteral("cart-more"), [](TerminalStage &stage) { cart(stage, Key::F8, ".8\n"); }},
        {QStringLiteral("cart-customer-note"), [](TerminalStage &stage) { cart(stage, Key::F8, ".8\n4"); }},
        {QStringLiteral("cart-coupon"), [](TerminalStage &stage) { stage.takeCoupons("WELCOME\n", "BAGS\n"); }},
        {QStringLiteral("cart-weight"), [](TerminalStage &stage) { stage.ringUpWeighed(); }},
        {QStringLiteral("cart-hold"), [](TerminalStage &stage) { cart(stage, Key::F6); }},
        {QStringLiteral("cart-training"), [](TerminalStage &stage) { cart(stage, Key::F8, "8"); }},
        {QStringLiteral("cart-favourites"), [](TerminalStage &stage) { cart(stage, Key::F8, "9"); }},
        {QStringLiteral("cart-decorated"),
         [](TerminalStage &stage) {
             cart(stage, Key::F8, "110%\n3\n");
             stage.press(Key::F8);
             stage.type(QStringLiteral("4Fetched at five\n"));
             stage.press(Key::F8);
             stage.type(QStringLiteral("5jonas\n1"));
         }},
        {QStringLiteral("sync"),
         [](TerminalStage &stage) {
             desktop::addWaitingSales(stage.m_desk, 14, stage.m_clock.now());
             offline(stage);
             stage.press(Key::F3);
             stage.type(QStringLiteral("9"));
         }},
        {QStringLiteral("sync-attention"),
         [](TerminalStage &stage) {
             desktop::addExampleSales(stage.m_desk, stage.m_clock.now());
             stage.press(Key::F3);
             stage.type(QStringLiteral("9"));
         }},
        {QStringLiteral("sync-card"),
         [](TerminalStage &stage) {
             desktop::addExampleSales(stage.m_desk, stage.m_clock.now());
             stage.press(Key::F3);
             stage.type(QStringLiteral("91"));
         }},
        {QStringLiteral("devices"),
         [](TerminalStage &stage) {
             desktop::addExampleDevices(stage.m_desk, stage.m_clock.now());
             stage.press(Key::F3);
             stage.type(QStringLiteral("9"));
             stage.press(Key::F9);
         }},
        {QStringLiteral("device"),
         [](TerminalStage &stage) {
             desktop::addExampleDevices(stage.m_desk, stage.m_clock.now());
             stage.press(Key::F3);
             stage.type(QStringLiteral("9"));
             stage.press(Key::F9);
             stage.type(QStringLiteral("1"));
         }},
        {QStringLiteral("staff"),
         [](TerminalStage &stage) {
             stage.m_desk.addExamplePeople();
             stage.press(Key::F3);
             stage.type(QStringLiteral("85"));
         }},
        {QStringLiteral("audit"), [](TerminalStage &stage) { audit(stage, ""); }},
        {QStringLiteral("audit-entry"), [](TerminalStage &stage) { audit(stage, "4"); }},
        {QStringLiteral("audit-filter"),
         [](TerminalStage &stage) {
             audit(stage, "");
             stage.press(Key::F2);
         }},
        {QStringLiteral("staff-person"),
         [](TerminalStage &stage) {
             stage.m_desk.addExamplePeople();
             stage.press(Key::F3);
             stage.type(QStringLiteral("852"));
         }},
        {QStringLiteral("staff-new"),
         [](TerminalStage &stage) {
             stage.m_desk.addExamplePeople();
             stage.press(Key::F3);
             stage.type(QStringLiteral("85"));
             stage.press(Key::F4);
             stage.type(QStringLiteral("1Jo Marsh\n33"));
             stage.type(QStringLiteral("2jo at larkmoor\n"));
             stage.press(Key::F4);
         }},
        {QStringLiteral("staff-badge"),
         [](TerminalStage &stage) {
             stage.m_desk.addExamplePeople();
             stage.press(Key::F3);
             stage.type(QStringLiteral("852"));
             stage.m_shop.people.makeBadge(); // its line is on another page where there is little room
             stage.settle();
         }},
        {QStringLiteral("settings"), [](TerminalStage &stage) { settings(stage, ""); }},
        {QStringLiteral("setting"), [](TerminalStage &stage) { settings(stage, "1"); }},
        {QStringLiteral("device-menu"), [](TerminalStage &stage) { device(stage, ""); }},
        {QStringLiteral("key-list"), [](TerminalStage &stage) { device(stage, "1"); }},
        {QStringLiteral("key-taken"),
         [](TerminalStage &stage) {
             device(stage, "13");
             stage.press(Key::F6);
         }},
        {QStringLiteral("scanner"), [](TerminalStage &stage) { device(stage, "2"); }},
        {QStringLiteral("scanner-read"),
         [](TerminalStage &stage) {
             device(stage, "2");
             stage.scan(QStringLiteral("010400638133393110A12"));
         }},
        {QStringLiteral("roles"), [](TerminalStage &stage) { roles(stage, ""); }},
        {QStringLiteral("roles-role"), [](TerminalStage &stage) { roles(stage, "15"); }},
        {QStringLiteral("account"), [](TerminalStage &stage) { openAccount(stage); }},
        {QStringLiteral("account-sign-in"),
         [](TerminalStage &stage) {
             openAccount(stage, Signed::Out);
             stage.type(QStringLiteral("\nnot this one\n"));
         }},
        {QStringLiteral("account-end"),
         [](TerminalStage &stage) {
             openAccount(stage);
             stage.type(QStringLiteral("2"));
         }},
        {QStringLiteral("account-password"),
         [](TerminalStage &stage) {
             openAccount(stage);
             stage.type(QStringLiteral("3"));
             stage.type(QStringLiteral("right password\nlarkmoor\nlarkmoor\n"));
         }},
        {QStringLiteral("account-secret"),
         [](TerminalStage &stage) {
             openAccount(stage);
             stage.type(QStringLiteral("4"));
             stage.type(QStringLiteral("right password\n"));
         }},
        {QStringLiteral("account-codes"),
         [](TerminalStage &stage) {
             openAccount(stage);
             stage.type(QStringLiteral("4"));
             stage.type(QStringLiteral("right password\n123456\n"));
         }},
        {QStringLiteral("account-leave"),
         [](TerminalStage &stage) {
             openAccount(stage);
             stage.type(QStringLiteral("4"));
             stage.type(QStringLiteral("right password\n123456\n"));
             stage.press(Key::F3);
         }},
        {QStringLiteral("approval"),
         [](TerminalStage &stage) {
             stage.m_desk.addExamplePeople();
             stage.m_desk.askForApproval(operation::shiftClose,
                                         {QStringLiteral("Ada Lindqvist"), QStringLiteral("Bea Brandt")});
             stage.settle();
         }},
        {QStringLiteral("approval-pin"),
         [](TerminalStage &stage) {
             stage.m_desk.addExamplePeople();
             stage.m_desk.askForApproval(operation::shiftClose, {QStringLiteral("Ada Lindqvist")});
             stage.settle();
             stage.type(QStringLiteral("9999\n"));
         }},
        {QStringLiteral("journal"),
         [](TerminalStage &stage) {
             desktop::addExampleJournal(stage.m_desk, stage.m_clock.now());
             stage.press(Key::F3);
             stage.type(QStringLiteral("84"));
         }},
        {QStringLiteral("journal-older"),
         [](TerminalStage &stage) {
             desktop::addExampleJournal(stage.m_desk, stage.m_clock.now());
             stage.press(Key::F3);
             stage.type(QStringLiteral("84"));
             stage.press(Key::F8);
         }},
        {QStringLiteral("sync-deletion"),
         [](TerminalStage &stage) {
             askAboutProducts(stage);
             stage.press(Key::F3);
             stage.type(QStringLiteral("9"));
         }},
        {QStringLiteral("sync-shut-out"), [](TerminalStage &stage) { openShutOut(stage); }},
        {QStringLiteral("sync-code"),
         [](TerminalStage &stage) {
             openShutOut(stage);
             stage.press(Key::F6);
         }},
        {QStringLiteral("sync-let-in"),
         [](TerminalStage &stage) {
             openShutOut(stage);
             stage.press(Key::F6);
             stage.type(QStringLiteral("k7qp-3m2x\n"));
         }},
        {QStringLiteral("unsent"), [](TerminalStage &stage) { openUnsent(stage); }},
        {QStringLiteral("unsent-file"),
         [](TerminalStage &stage) {
             openUnsent(stage);
             stage.type(QStringLiteral("1"));
         }},
        {QStringLiteral("unsent-again"),
         [](TerminalStage &stage) {
             openUnsent(stage);
             stage.type(QStringLiteral("1/media/till-2.crema\nwet paper crane\nwet"));
         }},
        {QStringLiteral("unsent-written"),
         [](TerminalStage &stage) {
             openUnsent(stage);
             stage.type(QStringLiteral("1/media/till-2.crema\nwet paper crane\nwet paper crane\n"));
         }},
        {QStringLiteral("unsent-import"),
         [](TerminalStage &stage) {
             openUnsent(stage);
             stage.type(QStringLiteral("2/media/till-2.crema\nwet paper crane\n"));
         }},
        {QStringLiteral("empty"), [](TerminalStage &) {}},
        {QStringLiteral("selling"), [](TerminalStage &stage) { stage.fillCart(); }},
        {QStringLiteral("quantity"),
         [](TerminalStage &stage) {
             stage.fillCart();
             stage.type(QStringLiteral("3*"));
         }},
        {QStringLiteral("line-number"),
         [](TerminalStage &stage) {
             stage.fillCart();
             stage.type(QStringLiteral("2"));
         }},
        {QStringLiteral("names"),
         [](TerminalStage &stage) {
             const auto add = [&stage](const char *name, const char *sku, const char *barcode) {
                 stage.m_desk.addProduct(QString::fromUtf8(name), QString::fromLatin1(sku),
                                         QString::fromLatin1(barcode), 420);
                 stage.scan(QString::fromLatin1(barcode));
             };
             add("Café crème à la façon d’Orléans", "CREME-1", "4006381100001");
             add("エスプレッソ", "ESP-JP", "4006381100002");
             add("Кофе в зёрнах 250 г", "ZERNA-250", "4006381100003");
             add("Ζεστή σοκολάτα", "SOKO-1", "4006381100004");
         }},
        {QStringLiteral("not-sold"),
         [](TerminalStage &stage) {
             stage.fillCart();
             stage.scan(QStringLiteral("5012345678900"));
         }},
        {QStringLiteral("find"),
         [](TerminalStage &stage) {
             stage.scan(QStringLiteral("LC-005"));
             stage.type(QStringLiteral("/"));
             stage.type(QStringLiteral("latte\n"));
         }},
        {QStringLiteral("find-nothing"),
         [](TerminalStage &stage) {
             stage.type(QStringLiteral("/"));
             stage.type(QStringLiteral("zebra\n"));
         }},
        {QStringLiteral("offline"),
         [](TerminalStage &stage) {
             stage.fillCart();
             offline(stage);
         }},
        {QStringLiteral("tender"),
         [](TerminalStage &stage) {
             stage.fillCart();
             stage.press(Key::F4);
         }},
        {QStringLiteral("payment"), [](TerminalStage &stage) { pay(stage, ""); }},
        {QStringLiteral("payment-short"), [](TerminalStage &stage) { pay(stage, "2000\n"); }},
        {QStringLiteral("payment-enough"), [](TerminalStage &stage) { pay(stage, "7000"); }},
        {QStringLiteral("payment-tender"),
         [](TerminalStage &stage) {
             stage.fillCart();
             stage.press(Key::F4);
         }},
        {QStringLiteral("payment-part"),
         [](TerminalStage &stage) {
             pay(stage, "2000");
             stage.press(Key::F6);
         }},
        {QStringLiteral("payment-card"),
         [](TerminalStage &stage) {
             pay(stage, "2000");
             stage.press(Key::F6);
             stage.type(QStringLiteral("2"));
         }},
        {QStringLiteral("payment-split"),
         [](TerminalStage &stage) {
             pay(stage, "");
             stage.press(Key::F8);
             stage.press(Key::F8);
         }},
        {QStringLiteral("options"), [](TerminalStage &stage) { stage.ringUpWithOptions("2"); }},
        {QStringLiteral("tip"), [](TerminalStage &stage) { stage.payWithTip(""); }},
        {QStringLiteral("tip-taken"), [](TerminalStage &stage) { stage.payWithTip("10%\nVisa\n4711\n"); }},
        {QStringLiteral("change"), [](TerminalStage &stage) { pay(stage, "7000\n"); }},
        {QStringLiteral("receipt"), [](TerminalStage &stage) { pay(stage, "7000\n1"); }},
        {QStringLiteral("shift-count"), [](TerminalStage &stage) { count(stage, ""); }},
        {QStringLiteral("shift-sure"), [](TerminalStage &stage) { count(stage, "10180\n"); }},
        {QStringLiteral("shift-closed"), [](TerminalStage &stage) { count(stage, "10180\n1\n"); }},
        {QStringLiteral("shift-pieces"),
         [](TerminalStage &stage) {
             count(stage, "");
             stage.press(Key::F2);
             stage.type(QStringLiteral("\n\n2\n"));
         }},
        {QStringLiteral("shift-menu"), [](TerminalStage &stage) { cash(stage, ""); }},
        {QStringLiteral("cash-amount"), [](TerminalStage &stage) { cash(stage, "3"); }},
        {QStringLiteral("cash-reason"), [](TerminalStage &stage) { cash(stage, "31250\n"); }},
        {QStringLiteral("cash-done"), [](TerminalStage &stage) { cash(stage, "31250\n1\n\n"); }},
        {QStringLiteral("gift-card"), [](TerminalStage &stage) { cash(stage, "9"); }},
        {QStringLiteral("gift-card-amount"), [](TerminalStage &stage) { cash(stage, "9\n"); }},
        {QStringLiteral("gift-card-method"), [](TerminalStage &stage) { cash(stage, "9\n2500\n"); }},
        {QStringLiteral("gift-card-done"), [](TerminalStage &stage) { cash(stage, "9\n2500\n1\n"); }},
        {QStringLiteral("payment-online"), [](TerminalStage &stage) { stage.askOnline(ProviderOutcome::Open); }},
        {QStringLiteral("payment-unknown"), [](TerminalStage &stage) { stage.askOnline(ProviderOutcome::Unknown); }},
        {QStringLiteral("payment-declined"), [](TerminalStage &stage) { stage.askOnline(ProviderOutcome::Failed); }},
        {QStringLiteral("online-payments"),
         [](TerminalStage &stage) { stage.askOnline(ProviderOutcome::Unknown, "830"); }},
        {QStringLiteral("online-payment"),
         [](TerminalStage &stage) { stage.askOnline(ProviderOutcome::Unknown, "8301"); }},
        {QStringLiteral("cash-moved"), [](TerminalStage &stage) { cash(stage, "31250\n1\n\n\n7"); }},
        {QStringLiteral("x-report"), [](TerminalStage &stage) { cash(stage, "6"); }},
        {QStringLiteral("z-report"), [](TerminalStage &stage) { count(stage, "10180\n1"); }},
        {QStringLiteral("customers"), [](TerminalStage &stage) { stage.openCustomers(""); }},
        {QStringLiteral("customers-none"), [](TerminalStage &stage) { stage.openCustomers("bakery\n"); }},
        {QStringLiteral("customer"), [](TerminalStage &stage) { stage.openCustomers("2"); }},
        {QStringLiteral("customer-erase"), [](TerminalStage &stage) { stage.eraseCustomer(""); }},
        {QStringLiteral("customer-erase-sure"), [](TerminalStage &stage) { stage.eraseCustomer("1"); }},
        {QStringLiteral("customer-phone"), [](TerminalStage &stage) { stage.openCustomers("22"); }},
        {QStringLiteral("customers-twice"), [](TerminalStage &stage) { stage.findDuplicates(""); }},
        {QStringLiteral("customers-same"), [](TerminalStage &stage) { stage.findDuplicates("1"); }},
        {QStringLiteral("people"),
         [](TerminalStage &stage) {
             stage.m_desk.addPerson(QStringLiteral("Jonas Brandt"), Role::Barista);
             stage.m_desk.addPerson(QStringLiteral("Zoë Øvergård"), Role::Barista);
             stage.press(Key::F3);
             stage.type(QStringLiteral("0"));
         }},
        {QStringLiteral("people-pin"),
         [](TerminalStage &stage) {
             stage.press(Key::F3);
             stage.type(QStringLiteral("0"));
             stage.type(QStringLiteral("112"));
         }},
        {QStringLiteral("locked"),
         [](TerminalStage &stage) {
             stage.m_shop.lock.lock();
             stage.settle();
         }},
        {QStringLiteral("leave"),
         [](TerminalStage &stage) {
             stage.fillCart();
             offline(stage);
             stage.m_memory.interrupt();
         }},
        {QStringLiteral("help"), [](TerminalStage &stage) { stage.press(Key::F1); }},
        {QStringLiteral("keys"),
         [](TerminalStage &stage) {
             stage.press(Key::F3);
             stage.type(QStringLiteral("keys\n"));
             stage.press(Key::F6);
             stage.scan(QStringLiteral("4006381000005"));
             stage.m_memory.send(QList<KeyEvent>{KeyEvent::of(Key::Escape)} + keysOf(u"[29~"));
         }},
    };
    return scenes;
}

} // namespace crema::terminal
