// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/keys/key_table.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <span>

namespace crema {

namespace {

struct Row {
    const char *id;
    const char *area;
    const char *context; ///< where the text is translated already
    const char *text;
    std::array<const char *, 2> keys{};
};

const QLatin1String goPrefix("go.");

/// A page and the key that leads there.
struct AreaRow {
    const char *id;
    const char *context;
    const char *name;
    const char *key;
};

constexpr Row everywhereAndTill[] = {
    {"till.search", "till", "TillPresenter", "Search products", {"F2", "Ctrl+F"}},
    {"till.customer", "till", "CartStepPresenter", "Customer", {"F3", "Alt+C"}},
    {"till.discount", "till", "CartStepPresenter", "Discount", {"F4", "Alt+D"}},
    {"till.hold", "till", "CartStepPresenter", "Hold", {"F6", "Alt+H"}},
    {"till.recall", "till", "CartStepPresenter", "Parked sales", {"F7", "Alt+R"}},
    {"till.note", "till", "CartStepPresenter", "Note", {"Alt+N"}},
    {"till.customer-note", "till", "CartStepPresenter", "Note for the customer", {"Alt+Shift+N"}},
    {"till.price-check", "till", "CartStepPresenter", "Check a price", {"Alt+P"}},
    {"till.points", "till", "CartStepPresenter", "Use points", {"Alt+U"}},
    {"till.why", "till", "CartStepPresenter", "Why this price", {"Alt+W"}},
    {"till.coupon", "till", "CartStepPresenter", "Coupon", {"Alt+K"}},
    {"till.undo", "till", "TillPresenter", "Undo", {"F8", "Ctrl+Z"}},
    {"till.pay", "till", "TillPresenter", "Pay", {"F12", "Ctrl+Return"}},
    {"till.back", "till", "TillPresenter", "Back to sale"},
    {"till.more", "till", "TillPresenter", "More", {"+"}},
    {"till.less", "till", "TillPresenter", "Less", {"-"}},
    {"till.remove", "till", "TillPresenter", "Remove", {"Del"}},
    {"till.weight", "till", "TillPresenter", "Weight of the line", {"Alt+L"}},
    {"till.clear", "till", "TillPresenter", "Clear"},
    {"till.new-sale", "till", "TillPresenter", "New sale", {"Ctrl+N"}},
    {"till.cash", "till", "TillPresenter", "Pay in cash"},
    {"till.card", "till", "TillPresenter", "Pay by card"},
    {"till.account", "till", "TillPresenter", "Put on account"},
    {"till.online", "till", "TillPresenter", "Pay by link"},
    {"till.reader", "till", "TillPresenter", "Pay at the card reader"},
    {"till.online-check", "till", "TillPresenter", "Check the online payment again"},
    {"till.online-cancel", "till", "TillPresenter", "Cancel the online payment"},
    {"till.part", "till", "TillPresenter", "Take as a part"},
    {"till.split", "till", "TillPresenter", "Split evenly"},
    {"till.store-credit", "till", "TillPresenter", "Pay by store credit"},
    {"till.slip", "till", "TillPresenter", "Tip and card slip"},
    {"till.take-nothing-back", "till", "TillPresenter", "Take nothing back"},
    {"till.comes-back", "till", "UnreceiptedPresenter", "Comes back without a receipt"},
    {"till.mail-receipt", "", "ReceiptMailPresenter", "E-mail the receipt", {"Alt+E"}},
    {"till.off-catalog", "", "OffCatalogPresenter", "Something not in the catalog", {"Alt+O"}},
    {"till.favourites", "", "FavouritesPresenter", "Favourites", {"Alt+F"}},
    {"till.gift-card", "", "GiftCardPresenter", "Gift card", {"Alt+G"}},
    {"till.training", "", "TrainingPresenter", "Begin training", {"Alt+T"}},
    {"cash.move", "", "CashMovementPresenter", "Pay in or out", {"Alt+M"}},
    {"cash.no-sale", "", "CashMovementPresenter", "Open the drawer", {"F9", "Ctrl+D"}},
    {"shift.report", "", "ShiftReportPresenter", "X report", {"Alt+X"}},
    {"shift.close", "", "DrawerPresenter", "Close the shift"},
    {"people.lock", "", "LockPresenter", "Lock the till", {"Ctrl+Shift+L"}},
    {"people.switch", "", "LockPresenter", "Switch person"},
    {"program.palette", "", "ShellPresenter", "Search or run a command", {"Ctrl+K", "Ctrl+Shift+P"}},
    {"program.keys", "", "ShellPresenter", "Keys of this page", {"F1", "Ctrl+/"}},
    {"program.undo", "", "ShellPresenter", "Undo", {"Ctrl+Z"}},
    {"program.back", "", "ShellPresenter", "Back", {"Alt+Left"}},
    {"program.forward", "", "ShellPresenter", "Forward", {"Alt+Right"}},
    {"program.next-region", "", "ShellPresenter", "Next region", {"Ctrl+F6"}},
    {"program.previous-region", "", "ShellPresenter", "Previous region", {"Ctrl+Shift+F6"}},
    {"program.sync", "", "ShellPresenter", "Show what waits to be sent", {"Ctrl+J"}},
    {"program.full-screen", "", "ShellPresenter", "Full screen", {"F11", "Ctrl+Shift+F"}},
    {"program.quit", "", "ShellPresenter", "Quit", {"Ctrl+Q"}},
    {"sync.retry", "", "SyncPanelPresenter", "Send now"},
    {"sync.export", "", "SyncPanelPresenter", "Export what waits"},
};

constexpr AreaRow areaRows[] = {
    {"till", "TillPage", "Till", "Alt+1"},
    {"orders", "SalesPage", "Orders", "Alt+2"},
    {"catalog", "CatalogPage", "Catalog", "Alt+3"},
    {"payments", "PaymentsPage", "Online payments", "Ctrl+Shift+Y"},
    {"customers", "CustomersPage", "Customers", "Ctrl+Shift+K"},
    {"devices", "DevicesPage", "Devices", "Ctrl+Shift+D"},
    {"people", "PeoplePage", "People", "Ctrl+Shift+U"},
    {"roles", "RolesPage", "Roles", "Ctrl+Shift+O"},
    {"account", "AccountPage", "Your account", "Ctrl+Shift+A"},
    {"audit", "AuditPage", "Audit trail", "Ctrl+Shift+H"},
    {"settings", "SettingsPage", "Settings", "Ctrl+,"},
    {"keys", "KeysPage", "Keys", "Ctrl+Shift+E"},
    {"scanner", "ScannerPage", "Scanner", "Ctrl+Shift+S"},
};

constexpr Row onePage[] = {
    {"sales.filter", "orders", "SaleListPresenter", "Filter sales", {"Ctrl+F", "/"}},
    {"sales.refresh", "orders", "SaleListPresenter", "Read the sales again", {"F5"}},
    {"sales.previous", "orders", "SaleListPresenter", "Previous sale", {"Alt+Up"}},
    {"sales.next", "orders", "SaleListPresenter", "Next sale", {"Alt+Down"}},
    {"sales.return", "orders", "SaleListPresenter", "Return…", {"Ctrl+R"}},
    {"sales.print", "orders", "SaleListPresenter", "Print a copy of the receipt", {"Ctrl+P"}},
    {"sales.mail", "orders", "SaleListPresenter", "E-mail the receipt"},
    {"sales.copy-link", "orders", "SaleListPresenter", "Copy a link to this sale", {"Ctrl+L"}},
    {"sales.today", "orders", "SaleListPresenter", "Show the sales of today"},
    {"sales.this-shift", "orders", "SaleListPresenter", "Show the sales of this shift"},
    {"sales.clear", "orders", "SaleListPresenter", "Clear filters"},
    {"sales.back", "orders", "SaleListPresenter", "Back to all sales"},
    {"sales.copy-number", "orders", "SaleListPresenter", "Copy the receipt number"},
    {"sales.copy-receipt", "orders", "SaleListPresenter", "Copy the receipt as text"},
    {"payments.check", "payments", "PaymentListPresenter", "Ask again what became of payments", {"F5"}},
    {"payments.cancel", "payments", "PaymentListPresenter", "Cancel the payment"},
    {"payments.give-back", "payments", "PaymentListPresenter", "Give the money back"},
    {"catalog.filter", "catalog", "CatalogPresenter", "Filter the catalog", {"Ctrl+F"}},
    {"catalog.edit", "catalog", "CatalogPresenter", "Edit the cell", {"F2"}},
    {"catalog.clear", "catalog", "CatalogPresenter", "Clear filters"},
    {"catalog.copy", "catalog", "CatalogPresenter", "Copy rows for a spreadsheet"},
    {"catalog.refresh", "catalog", "CatalogPresenter", "Read the catalog again"},
    {"customers.find", "customers", "CustomerListPresenter", "Search customers", {"F2", "Ctrl+F"}},
    {"customers.new", "customers", "CustomerListPresenter", "Add a customer", {"Ctrl+N"}},
    {"customers.save", "customers", "CustomerListPresenter", "Save the customer", {"Ctrl+S"}},
    {"devices.refresh", "devices", "DeviceListPresenter", "Ask again how the devices are", {"F5"}},
    {"devices.add", "devices", "DeviceListPresenter", "Add a device", {"Ctrl+N"}},
    {"people.find", "people", "PersonListPresenter", "Search people", {"F2", "Ctrl+F"}},
    {"people.new", "people", "PersonListPresenter", "Add a person", {"Ctrl+N"}},
    {"people.save", "people", "PersonListPresenter", "Save the person", {"Ctrl+S"}},
    {"people.roles", "people", "PersonListPresenter", "Show the roles"},
    {"people.trail", "people", "PersonListPresenter", "Show the audit trail"},
    {"roles.new", "roles", "RoleListPresenter", "Make a role", {"Ctrl+N"}},
    {"roles.save", "roles", "RoleListPresenter", "Save the role", {"Ctrl+S"}},
    {"account.refresh", "account", "AccountPresenter", "Ask again where you are signed in", {"F5"}},
    {"account.password", "account", "AccountPresenter", "Change your password"},
    {"audit.find", "audit", "AuditPresenter", "Filter the audit trail", {"F2", "Ctrl+F"}},
    {"audit.refresh", "audit", "AuditPresenter", "Ask again what was done", {"F5"}},
    {"audit.clear", "audit", "AuditPresenter", "Show the whole audit trail"},
};

constexpr Row terminalRows[] = {
    {"terminal.help", "", "TerminalApplication", "Help", {"F1", "^_"}},
    {"terminal.back", "", "TerminalApplication", "Back", {"F3", "^B"}},
    {"terminal.done", "", "KeyTable", QT_TRANSLATE_NOOP("KeyTable", "Done, go on"), {"F4", "^D"}},
    {"terminal.undo", "", "KeyTable", QT_TRANSLATE_NOOP("KeyTable", "Undo, take out"), {"F7", "^U"}},
    {"terminal.find", "", "KeyTable", QT_TRANSLATE_NOOP("KeyTable", "Find, choose"), {"F2", "^F"}},
    {"terminal.skip", "", "KeyTable", QT_TRANSLATE_NOOP("KeyTable", "Skip, put aside"), {"F6", "^K"}},
    {"terminal.next-page", "", "HelpScreen", "Next page", {"F8", "^N"}},
    {"terminal.details", "", "KeyTable", QT_TRANSLATE_NOOP("KeyTable", "Details"), {"F9", "^W"}},
    {"terminal.main-menu", "", "TerminalApplication", "Main menu", {"F10", "^T"}},
    {"terminal.redraw", "", "TerminalApplication", "Draw the screen anew", {"^L"}},
};

QStringList keysOf(const Row &row)
{
    QStringList keys;
    for (const char *key : row.keys) {
        if (key)
            keys.append(QString::fromLatin1(key));
    }
    return keys;
}

KeyedAction actionOf(const Row &row)
{
    return {QString::fromLatin1(row.id), QString::fromLatin1(row.area),
            QCoreApplication::translate(row.context, row.text), keysOf(row)};
}

KeyedAction actionOf(const AreaRow &row)
{
    const QString name = QCoreApplication::translate(row.context, row.name);
    return {goPrefix + QString::fromLatin1(row.id),
            {},
            QCoreApplication::translate("ShellPresenter", "Go to %1").arg(name),
            {QString::fromLatin1(row.key)}};
}

template<class Rows>
void append(QList<KeyedAction> &actions, const Rows &rows)
{
    for (const auto &row : rows)
        actions.append(actionOf(row));
}

} // namespace

QString areaName(const QString &area)
{
    for (const AreaRow &row : areaRows) {
        if (area == QLatin1String(row.id))
            return QCoreApplication::translate(row.context, row.name);
    }
    return {};
}

QList<KeyedAction> keyedActions(KeyFace face)
{
    QList<KeyedAction> actions;
    if (face == KeyFace::Terminal) {
        append(actions, terminalRows);
        return actions;
    }
    append(actions, everywhereAndTill);
    append(actions, areaRows);
    append(actions, onePage);
    return actions;
}

std::optional<QStringList> usualKeys(const QString &id)
{
    const auto in = [&id](std::span<const Row> rows) -> std::optional<QStringList> {
        const auto found = std::ranges::find_if(rows, [&id](const Row &row) { return id == QLatin1String(row.id); });
        return found == rows.end() ? std::nullopt : std::optional(keysOf(*found));
    };
    if (id.startsWith(goPrefix)) {
        const QStringView area = QStringView(id).sliced(goPrefix.size());
        for (const AreaRow &row : areaRows) {
            if (area == QLatin1String(row.id))
                return QStringList{QString::fromLatin1(row.key)};
        }
    }
    for (const std::span<const Row> rows :
         {std::span<const Row>(everywhereAndTill), std::span<const Row>(onePage), std::span<const Row>(terminalRows)}) {
        if (const std::optional<QStringList> keys = in(rows))
            return keys;
    }
    return std::nullopt;
}

} // namespace crema
