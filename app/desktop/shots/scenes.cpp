// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/scenes.h"

#include "app/desktop/example/example_sales.h"
#include "app/desktop/example/example_shop.h"
#include "app/desktop/example/example_unsent.h"
#include "app/desktop/shots/account_scenes.h"
#include "app/desktop/shots/cart_scenes.h"
#include "app/desktop/shots/cash_scenes.h"
#include "app/desktop/shots/catalog_scenes.h"
#include "app/desktop/shots/device_scenes.h"
#include "app/desktop/shots/input_scenes.h"
#include "app/desktop/shots/payment_scenes.h"
#include "app/desktop/shots/print_scenes.h"
#include "app/desktop/shots/return_scenes.h"
#include "models/operations/operation_types.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace crema::desktop {

Stage::Stage(Theme &theme, const QLocale &locale, const QSize &size)
    : m_shop(m_desk, m_clock, m_preferences, locale, {&m_printDesk, &m_printer, {}}), m_till(m_shop.till),
      m_window(theme, m_shop, m_clock, locale)
{
    fillExampleShop(m_desk);
    m_window.resize(size);
    m_shop.start();
}

QStringList Stage::sceneNames()
{
    const QStringList names{
        QStringLiteral("enrol"),          QStringLiteral("shift"),    QStringLiteral("empty"),
        QStringLiteral("selling"),        QStringLiteral("search"),   QStringLiteral("unknown-code"),
        QStringLiteral("offline"),        QStringLiteral("change"),   QStringLiteral("palette"),
        QStringLiteral("palette-search"), QStringLiteral("settings"), QStringLiteral("toast"),
        QStringLiteral("rail"),           QStringLiteral("options"),  QStringLiteral("new-product"),
        QStringLiteral("receipt"),        QStringLiteral("lock"),     QStringLiteral("switch"),
        QStringLiteral("keys"),           QStringLiteral("approval"), QStringLiteral("close-shift"),
        QStringLiteral("lock-password"),  QStringLiteral("lock-code")};
    const QStringList sales{QStringLiteral("sales-list"),
                            QStringLiteral("sales-detail"),
                            QStringLiteral("sales-empty"),
                            QStringLiteral("sales-filtered-empty"),
                            QStringLiteral("sales-loading"),
                            QStringLiteral("sales-error"),
                            QStringLiteral("sales-denied"),
                            QStringLiteral("sync-panel"),
                            QStringLiteral("sync-attention"),
                            QStringLiteral("sync-card"),
                            QStringLiteral("sync-card-typed"),
                            QStringLiteral("sync-card-refused"),
                            QStringLiteral("sync-card-letter"),
                            QStringLiteral("offline-banner"),
                            QStringLiteral("sync-deletion"),
                            QStringLiteral("sync-shut-out"),
                            QStringLiteral("sync-shut-out-wrong"),
                            QStringLiteral("settings-unsent"),
                            QStringLiteral("settings-unsent-refused"),
                            QStringLiteral("settings-unsent-written")};
    const QStringList people{
        QStringLiteral("people-list"),     QStringLiteral("people-detail"),         QStringLiteral("people-new"),
        QStringLiteral("people-locked"),   QStringLiteral("people-filtered-empty"), QStringLiteral("people-denied"),
        QStringLiteral("people-sessions"), QStringLiteral("people-badge"),          QStringLiteral("people-erase")};
    const QStringList customers{QStringLiteral("customers-list"),     QStringLiteral("customers-detail"),
                                QStringLiteral("customers-new"),      QStringLiteral("customers-locked"),
                                QStringLiteral("customers-erase"),    QStringLiteral("customers-erased"),
                                QStringLiteral("customers-exported"), QStringLiteral("customers-filtered-empty"),
                                QStringLiteral("customers-first"),    QStringLiteral("customers-history"),
                                QStringLiteral("customers-statement")};
    const QStringList audit{QStringLiteral("audit"),         QStringLiteral("audit-detail"),
                            QStringLiteral("audit-subject"), QStringLiteral("audit-empty"),
                            QStringLiteral("audit-offline"), QStringLiteral("audit-denied")};
    const QStringList roles{QStringLiteral("roles-list"), QStringLiteral("roles-detail"), QStringLiteral("roles-new"),
                            QStringLiteral("roles-built-in")};
    return names + cartSceneNames() + cashSceneNames() + paymentSceneNames() + catalogSceneNames() + sales +
           deviceSceneNames() + people + roles + customers + accountSceneNames() + audit + printSceneNames() +
           returnSceneNames() + inputSceneNames();
}

void Stage::fillCart()
{
    for (const char *code : {"2*LC-005", "LC-004", "LC-020", "LC-025", "2*LC-026", "LC-032"})
        m_till.enterCode(QString::fromLatin1(code));
    m_till.selectLine(4);
    m_clock.settle();
}

bool Stage::playFrame(const QString &scene)
{
    ShellPresenter &shell = m_shop.shell;
    if (scene.startsWith(QLatin1String("palette"))) {
        shell.actions().find(u"program.palette")->trigger();
        if (scene == QLatin1String("palette-search"))
            m_window.findChild<QLineEdit *>(QStringLiteral("paletteField"))->insert(QStringLiteral("re"));
        m_clock.settle();
    } else if (scene == QLatin1String("keys")) {
        shell.actions().find(u"program.keys")->trigger();
    } else if (scene == QLatin1String("settings")) {
        shell.go({QStringLiteral("settings"), {}});
    } else if (scene.startsWith(QLatin1String("settings-unsent"))) {
        playUnsent(scene);
    } else if (scene == QLatin1String("toast")) {
        for (const char *text : {"Cortado removed", "Price of Guji Natural 250 g changed"})
            m_shop.notices.post(QString::fromLatin1(text), [] {});
    } else if (scene == QLatin1String("rail")) {
        if (auto *button = m_window.findChild<QPushButton *>(QStringLiteral("railButton")); button->isVisible())
            button->click();
    } else {
        return false;
    }
    return true;
}

void Stage::play(const QString &scene)
{
    const bool enrolled = scene != QLatin1String("enrol");
    m_desk.openStore(enrolled, enrolled && scene != QLatin1String("shift"));
    if (!enrolled || scene == QLatin1String("shift") || scene == QLatin1String("empty"))
        return;
    if (catalogSceneNames().contains(scene)) {
        playCatalog(scene, {m_desk, m_clock, m_shop, m_window});
        return;
    }
    if (accountSceneNames().contains(scene)) {
        playAccount(scene, {m_desk, m_clock, m_shop, m_window});
        return;
    }
    if (cashSceneNames().contains(scene))
        return playCash(scene, {m_desk, m_clock, m_shop, m_window});
    if (printSceneNames().contains(scene))
        return playPrinting(scene, {m_desk, m_clock, m_shop, m_window}, m_printer);
    if (inputSceneNames().contains(scene))
        return playInput(scene, {m_desk, m_clock, m_shop, m_window});
    if (returnSceneNames().contains(scene))
        return playReturn(scene, {m_desk, m_clock, m_shop, m_window});
    if (scene.startsWith(QLatin1String("sales-"))) {
        playSales(scene);
        return;
    }
    if (scene.startsWith(QLatin1String("devices-"))) {
        playDevices(scene, {m_desk, m_clock, m_shop, m_window});
        return;
    }
    if (scene.startsWith(QLatin1String("people-"))) {
        playPeople(scene);
        return;
    }
    if (scene.startsWith(QLatin1String("customers-"))) {
        playCustomers(scene);
        return;
    }
    if (scene.startsWith(QLatin1String("roles-"))) {
        playRoles(scene);
        return;
    }
    if (scene.startsWith(QLatin1String("audit"))) {
        playAudit(scene);
        return;
    }
    fillCart();
    if (paymentSceneNames().contains(scene))
        return playPayment(scene, {m_desk, m_clock, m_shop, m_window});
    if (playCart(scene, {m_desk, m_clock, m_shop, m_window}) || playFrame(scene) || playTill(scene) ||
        playLock(scene) || playDialog(scene))
        return;
    if (scene.startsWith(QLatin1String("sync-")) || scene == QLatin1String("offline-banner")) {
        playSync(scene);
        return;
    }
    if (scene == QLatin1String("offline")) {
        m_desk.changeState().link = sync::Link::Offline;
        m_desk.changeState().queue.queued = 14;
        Q_EMIT m_desk.changed();
    }
}

bool Stage::playDialog(const QString &scene)
{
    if (scene == QLatin1String("approval")) {
        m_desk.addPerson(QStringLiteral("Ada Lindqvist"), Role::Admin);
        m_desk.addPerson(QStringLiteral("Jonas Brandt"), Role::Manager);
        m_desk.askForApproval(operation::shiftClose, {QStringLiteral("Ada Lindqvist"), QStringLiteral("Jonas Brandt")});
        for (int digit = 1; digit < 4; ++digit)
            m_shop.approval.typeDigit(digit);
    } else if (scene == QLatin1String("close-shift")) {
        m_shop.drawer.actions().find(u"shift.close")->trigger();
    } else {
        return false;
    }
    return true;
}

bool Stage::playLock(const QString &scene)
{
    if (!scene.startsWith(QLatin1String("lock")) && scene != QLatin1String("switch"))
        return false;
    for (const char *name : {"Jonas Brandt", "Ayse Demir", "Piet van der Berg"})
        m_desk.addPerson(QString::fromLatin1(name), Role::Barista);
    m_desk.makeBadge(m_desk.peopleHere().last().id).then([](const Result<IssuedBadge> &) {});
    Q_EMIT m_desk.dataChanged();
    if (scene.startsWith(QLatin1String("lock-"))) {
        m_shop.lock.lock();
    } else if (scene == QLatin1String("lock")) {
        m_shop.lock.lock();
        m_shop.lock.typeDigit(9);
        m_shop.lock.submit();
    } else {
        m_shop.lock.switchPerson();
    }
    if (scene == QLatin1String("lock-password") || scene == QLatin1String("lock-code")) {
        m_window.findChild<QAbstractButton *>(QStringLiteral("lockToPassword"))->click();
        const QString mail = QStringLiteral("ada@larkmoor.example");
        m_window.findChild<QLineEdit *>(QStringLiteral("lockMail"))->setText(mail);
        if (scene == QLatin1String("lock-code")) {
            m_window.findChild<QAbstractButton *>(QStringLiteral("lockToPasswordCode"))->click();
            m_window.findChild<QAbstractButton *>(QStringLiteral("passwordCodeAsk"))->click();
        }
        return true;
    }
    for (int digit = 1; digit < 4; ++digit)
        m_shop.lock.typeDigit(digit);
    return true;
}

bool Stage::playTill(const QString &scene)
{
    if (scene == QLatin1String("search")) {
        m_till.setSearchText(QStringLiteral("guji"));
        m_clock.settle();
    } else if (scene == QLatin1String("unknown-code")) {
        m_till.enterCode(QStringLiteral("5012345678900"));
    } else if (scene == QLatin1String("new-product")) {
        m_till.enterCode(QStringLiteral("5012345678900"));
        m_shop.unknownCode.create();
    } else if (scene == QLatin1String("options")) {
        for (int row = 0; row < m_till.tiles().size() && !m_till.options(); ++row) {
            if (m_till.tiles().at(row).choices > 1)
                m_till.addTile(row);
        }
    } else if (scene == QLatin1String("change") || scene == QLatin1String("receipt")) {
        m_till.startPaying();
        m_till.chooseQuickAmount(3);
        m_till.takeTender();
        if (scene == QLatin1String("receipt"))
            m_window.findChild<QAbstractButton *>(QStringLiteral("receiptButton"))->toggle();
    } else {
        return false;
    }
    return true;
}

void Stage::playSales(const QString &scene)
{
    if (scene != QLatin1String("sales-empty"))
        addExampleSales(m_desk, m_clock.now());
    if (scene == QLatin1String("sales-denied"))
        m_desk.changeState().person->permissions = permissionsOf(Role::Warehouse);
    if (scene == QLatin1String("sales-loading"))
        m_desk.holdSales(true);
    if (scene == QLatin1String("sales-error"))
        m_desk.failSales(exampleProblem());
    m_shop.shell.go({QStringLiteral("orders"),
                     scene == QLatin1String("sales-detail") ? QStringLiteral("HARBOUR-1-000051") : QString()});
    m_clock.settle();
    // Arriving at the list takes an earlier filter off.
    if (scene == QLatin1String("sales-filtered-empty"))
        m_shop.sales.setFilterText(QStringLiteral("day:yesterday state:queued 9999"));
    m_clock.settle();
}

void Stage::playPeople(const QString &scene)
{
    m_desk.addExamplePeople();
    if (scene == QLatin1String("people-denied")) {
        m_desk.changeState().person->permissions = permissionsOf(Role::Barista);
        m_desk.changeState().person->role = Role::Barista;
    }
    m_shop.shell.go({QStringLiteral("people"), {}});
    m_clock.settle();
    const auto openNamed = [this](const QString &name) {
        for (const PersonRow &row : m_shop.people.rows()) {
            if (row.name == name)
                return m_shop.people.open(row.id);
        }
    };
    if (scene == QLatin1String("people-detail") || scene == QLatin1String("people-sessions") ||
        scene == QLatin1String("people-badge"))
        openNamed(QStringLiteral("Jonas Brandt"));
    else if (scene == QLatin1String("people-locked"))
        openNamed(QStringLiteral("Ada Lindqvist"));
    else if (scene == QLatin1String("people-erase"))
        openNamed(QStringLiteral("Paula Weiß"));
    else if (scene == QLatin1String("people-filtered-empty"))
        m_shop.people.setFilterText(QStringLiteral("roaster"));
    else if (scene == QLatin1String("people-new")) {
        m_shop.people.open(PersonListPresenter::newId);
        PersonDraft draft = m_shop.people.draft();
        draft.email = QStringLiteral("jo at larkmoor");
        m_shop.people.setDraft(draft);
        m_shop.people.save();
    }
    if (scene == QLatin1String("people-erase"))
        m_shop.people.actions().find(u"people.erase")->trigger();
    if (scene == QLatin1String("people-sessions"))
        playSessions();
    if (scene == QLatin1String("people-badge")) {
        m_shop.people.makeBadge();
        m_clock.settle();
        QCoreApplication::processEvents();
        QScrollBar *bar = m_window.findChild<QScrollArea *>(QStringLiteral("personScroll"))->verticalScrollBar();
        bar->setValue(bar->maximum());
    }
    m_clock.settle();
}

void Stage::playSessions()
{
    m_desk.addExampleAccount();
    QList<PersonSession> sessions = m_desk.sessionsThere();
    for (PersonSession &session : sessions) {
        session.person = *PersonId::fromString(m_shop.people.openId());
        session.isThis = false;
    }
    m_desk.setSessions(sessions);
    m_shop.people.actions().find(u"people.sessions")->trigger();
}

void Stage::playCustomers(const QString &scene)
{
    if (scene != QLatin1String("customers-first"))
        m_desk.addExampleCustomers();
    if (scene == QLatin1String("customers-locked"))
        m_desk.changeState().person->permissions = {Permission::CustomersRead};
    const bool isStatement = scene == QLatin1String("customers-statement");
    const bool isHistory = isStatement || scene == QLatin1String("customers-history");
    if (isHistory)
        addExampleSales(m_desk, m_clock.now());
    m_shop.shell.go({QStringLiteral("customers"), {}});
    m_clock.settle();
    CustomerListPresenter &customers = m_shop.customers;
    if (isHistory || scene == QLatin1String("customers-detail") || scene == QLatin1String("customers-locked"))
        customers.open(customers.rows().at(0).id);
    else if (scene == QLatin1String("customers-filtered-empty"))
        customers.setFilterText(QStringLiteral("bakery"));
    else if (scene.startsWith(QLatin1String("customers-e")))
        playCustomerPrivacy(scene);
    else if (scene == QLatin1String("customers-new")) {
        customers.open(CustomerListPresenter::newId);
        customers.setDraft({QStringLiteral("Jo"), QStringLiteral("jo at larkmoor"), {}, {}, {}});
        customers.save();
    }
    m_clock.settle();
    if (isStatement)
        m_window.findChild<QAbstractButton *>(QStringLiteral("customerStatementOpen"))->click();
    else if (isHistory)
        m_window.findChild<QScrollArea *>(QStringLiteral("customerScroll"))
            ->ensureWidgetVisible(m_window.findChild<QWidget *>(QStringLiteral("customerHistoryCard")));
}

void Stage::playCustomerPrivacy(const QString &scene)
{
    CustomerListPresenter &customers = m_shop.customers;
    customers.open(customers.rows().at(0).id);
    m_clock.settle();
    if (scene == QLatin1String("customers-erase"))
        customers.actions().find(u"customers.erase")->trigger();
    else if (scene == QLatin1String("customers-erased"))
        customers.erase(EraseReason::Requested);
    else
        exportCustomer();
}

void Stage::exportCustomer()
{
    const QString file = QDir::temp().filePath(QStringLiteral("crema-customer.json"));
    m_shop.customers.exportTo(file);
    m_clock.settle();
    QFile::remove(file); // the message is what is looked at
}

void Stage::playRoles(const QString &scene)
{
    m_desk.addExamplePeople();
    m_desk.addExampleRoles();
    m_shop.shell.go({QStringLiteral("roles"), {}});
    m_clock.settle();
    if (scene == QLatin1String("roles-detail"))
        m_shop.roles.open(m_shop.roles.rows().first().id);
    else if (scene == QLatin1String("roles-built-in"))
        m_shop.roles.open(roleText(Role::Barista));
    else if (scene == QLatin1String("roles-new")) {
        m_shop.roles.open(RoleListPresenter::newId);
        m_shop.roles.setEntitlement(Permission::PricesEdit, Entitlement::WithApproval);
        m_shop.roles.setDiscountText(QStringLiteral("120"));
        m_shop.roles.save();
    }
    m_clock.settle();
}

void Stage::playAudit(const QString &scene)
{
    m_desk.addExamplePeople();
    m_desk.addExampleAccount();
    if (scene == QLatin1String("audit-denied"))
        m_desk.changeState().person->permissions = permissionsOf(Role::Barista);
    if (scene == QLatin1String("audit-offline"))
        m_desk.failAccount = exampleProblem();
    m_shop.shell.go({QStringLiteral("audit"), {}});
    m_clock.settle();
    if (scene == QLatin1String("audit-detail") && m_shop.audit.rows().size() > 3) {
        m_shop.audit.open(m_shop.audit.rows().at(3).id);
    } else if (scene == QLatin1String("audit-subject")) {
        for (const Person &person : m_desk.peopleHere()) {
            if (person.name == QStringLiteral("Bea Brandt"))
                m_shop.audit.showSubject(person.id.value(), person.name);
        }
    } else if (scene == QLatin1String("audit-empty")) {
        AuditQuery query = m_shop.audit.query();
        query.kind = QStringLiteral("stock.");
        m_shop.audit.setQuery(query);
    }
    m_clock.settle();
}

void Stage::playUnsent(const QString &scene)
{
    const bool isWritten = scene.endsWith(QLatin1String("written"));
    addExampleUnsent(m_desk, 14, 0);
    m_shop.shell.go({QStringLiteral("settings"), {}});
    m_clock.settle();
    if (scene.endsWith(QLatin1String("refused"))) {
        m_window.findChild<QLineEdit *>(QStringLiteral("unsentPassphrase"))->insert(QStringLiteral("wet paper crane"));
        m_window.findChild<QLineEdit *>(QStringLiteral("unsentAgain"))->insert(QStringLiteral("wet paper cranes"));
        m_shop.unsent.actions().find(u"unsent.export")->trigger();
    } else if (isWritten) {
        m_shop.unsent.exportTo(m_shop.unsent.proposedName(), QStringLiteral("wet paper crane"));
    }
    m_clock.settle();
    // What stands above it is seen in other pictures.
    for (const char *card : {"lookCard", "shopCard", "printerCard", "deviceCard"})
        m_window.findChild<QWidget *>(QString::fromLatin1(card))->hide();
}

void Stage::playSync(const QString &scene)
{
    const bool isCard = scene.startsWith(QLatin1String("sync-card"));
    if (isCard || scene == QLatin1String("sync-attention")) {
        addExampleSales(m_desk, m_clock.now());
    } else {
        addWaitingSales(m_desk, 14, m_clock.now());
        m_desk.changeState().lastSyncAt = m_clock.now().plusMs(-14 * 60'000);
        m_desk.changeState().link = sync::Link::Offline;
        m_desk.setNextTryAt(m_clock.now().plusMs(2 * 60'000));
        Q_EMIT m_desk.changed();
    }
    if (scene == QLatin1String("offline-banner"))
        return;
    if (scene == QLatin1String("sync-deletion"))
        addExampleDeletion(m_desk);
    if (scene.startsWith(QLatin1String("sync-shut-out")))
        shutExampleOut(m_desk);
    m_shop.shell.actions().find(u"program.sync")->trigger();
    if (scene == QLatin1String("sync-shut-out-wrong"))
        m_shop.syncPanel.readmit(QStringLiteral("WRONG"));
    if (isCard)
        playCard(scene);
}

void Stage::playCard(const QString &scene)
{
    if (scene == QLatin1String("sync-card-refused"))
        addExampleRefusal(m_desk, m_clock.now());
    m_clock.settle();
    const QString group = scene == QLatin1String("sync-card-refused")  ? QStringLiteral("refusals")
                          : scene == QLatin1String("sync-card-letter") ? QStringLiteral("letters")
                                                                       : QStringLiteral("conflicts");
    const QList<QueueRow> rows = m_shop.syncPanel.rows();
    for (qsizetype i = 0; i + 1 < rows.size(); ++i) {
        if (rows.at(i).id == group)
            m_shop.syncPanel.open(static_cast<int>(i) + 1);
    }
    m_clock.settle();
    if (scene != QLatin1String("sync-card-typed"))
        return;
    m_shop.attention.choose(1, Keep::Mine);
    m_shop.attention.type(0, QStringLiteral("13,x"));
    m_window.findChild<QLineEdit *>(QStringLiteral("cardValue.price"))->setFocus();
}

} // namespace crema::desktop
