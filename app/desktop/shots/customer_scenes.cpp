// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/customer_scenes.h"

#include "app/desktop/example/example_sales.h"
#include "app/desktop/shots/catalog_scenes.h"
#include "app/desktop/shots/scene_desk.h"
#include "app/desktop/shots/scenes.h"
#include "ui/presenters/customers/customer_merge_presenter.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QScrollArea>

#include <functional>
#include <utility>

namespace crema::desktop {
namespace {

void openFirst(const CatalogStage &stage)
{
    stage.shop.customers.open(stage.shop.customers.rows().at(0).id);
    stage.clock.settle();
}

void findDuplicates(const CatalogStage &stage)
{
    stage.shop.customers.actions().find(u"customers.duplicates")->trigger();
    stage.clock.settle();
}

void compareDuplicates(const CatalogStage &stage)
{
    findDuplicates(stage);
    stage.shop.customers.merging().choose(0);
    stage.clock.settle();
}

void merge(const CatalogStage &stage)
{
    compareDuplicates(stage);
    stage.shop.customers.merging().merge();
}

void exportFirst(const CatalogStage &stage)
{
    openFirst(stage);
    const QString file = QDir::temp().filePath(QStringLiteral("crema-customer.json"));
    stage.shop.customers.exportTo(file);
    stage.clock.settle();
    QFile::remove(file); // the message is what is looked at
}

void failToAdd(const CatalogStage &stage)
{
    CustomerListPresenter &customers = stage.shop.customers;
    customers.open(CustomerListPresenter::newId);
    customers.setDraft({QStringLiteral("Jo"), QStringLiteral("jo at larkmoor"), {}, {}, {}});
    customers.save();
}

void openHistory(const CatalogStage &stage)
{
    openFirst(stage);
    stage.window.findChild<QScrollArea *>(QStringLiteral("customerScroll"))
        ->ensureWidgetVisible(stage.window.findChild<QWidget *>(QStringLiteral("customerHistoryCard")));
}

void openStatement(const CatalogStage &stage)
{
    openFirst(stage);
    stage.window.findChild<QAbstractButton *>(QStringLiteral("customerStatementOpen"))->click();
}

using Play = std::function<void(const CatalogStage &)>;

const QList<std::pair<QString, Play>> &scenes()
{
    static const QList<std::pair<QString, Play>> all{
        {QStringLiteral("customers-list"), [](const CatalogStage &) {}},
        {QStringLiteral("customers-detail"), openFirst},
        {QStringLiteral("customers-new"), failToAdd},
        {QStringLiteral("customers-locked"), openFirst},
        {QStringLiteral("customers-erase"),
         [](const CatalogStage &stage) {
             openFirst(stage);
             stage.shop.customers.actions().find(u"customers.erase")->trigger();
         }},
        {QStringLiteral("customers-erased"),
         [](const CatalogStage &stage) {
             openFirst(stage);
             stage.shop.customers.erase(EraseReason::Requested);
         }},
        {QStringLiteral("customers-exported"), exportFirst},
        {QStringLiteral("customers-filtered-empty"),
         [](const CatalogStage &stage) { stage.shop.customers.setFilterText(QStringLiteral("bakery")); }},
        {QStringLiteral("customers-first"), [](const CatalogStage &) {}},
        {QStringLiteral("customers-history"), openHistory},
        {QStringLiteral("customers-statement"), openStatement},
        {QStringLiteral("customers-duplicates"), findDuplicates},
        {QStringLiteral("customers-merge"), compareDuplicates},
        {QStringLiteral("customers-merged"), merge}};
    return all;
}

} // namespace

QStringList customerSceneNames()
{
    QStringList names;
    for (const auto &[name, play] : scenes())
        names.append(name);
    return names;
}

void playCustomers(const QString &scene, const CatalogStage &stage)
{
    if (scene != QLatin1String("customers-first"))
        stage.desk.addExampleCustomers();
    if (scene == QLatin1String("customers-duplicates") || scene.startsWith(QLatin1String("customers-merge")))
        stage.desk.addExampleDuplicate();
    if (scene == QLatin1String("customers-locked"))
        stage.desk.changeState().person->permissions = {Permission::CustomersRead};
    if (scene == QLatin1String("customers-history") || scene == QLatin1String("customers-statement"))
        addExampleSales(stage.desk, stage.clock.now());
    stage.shop.shell.go({QStringLiteral("customers"), {}});
    stage.clock.settle();
    for (const auto &[name, play] : scenes()) {
        if (name == scene)
            play(stage);
    }
    stage.clock.settle();
}

} // namespace crema::desktop
