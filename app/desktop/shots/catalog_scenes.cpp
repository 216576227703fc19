// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/catalog_scenes.h"

#include "app/desktop/shots/scene_desk.h"
#include "app/desktop/shots/scenes.h"
#include "ui/desktop/widgets/data_table.h"

#include <QLineEdit>

namespace crema::desktop {

namespace {

/// The row of a variant, −1 when it is not listed.
int rowOf(CatalogPresenter &catalog, const QString &sku)
{
    const QList<CatalogRow> &rows = catalog.table().rows();
    for (int row = 0; row < rows.size(); ++row) {
        if (rows.at(row).sku == sku)
            return row;
    }
    return -1;
}

void editCell(const CatalogStage &stage, const QString &sku, CatalogColumn column, const QString &text)
{
    auto *table = stage.window.findChild<DataTable *>(QStringLiteral("catalogTable"));
    CatalogTableModel &model = stage.shop.catalog.table();
    const QModelIndex cell = model.index(rowOf(stage.shop.catalog, sku), model.placeOf(column));
    table->setFocus();
    table->editCell(cell);
    if (auto *editor = table->findChild<QLineEdit *>(QStringLiteral("cellEditor")))
        editor->setText(text);
}

} // namespace

void addExampleBundle(const CatalogStage &stage)
{
    stage.desk.addBundle(
        QStringLiteral("Nyeri for two"), QStringLiteral("SET-NYE"), {}, 6900,
        {{QStringLiteral("KE-NYE-1000-WB"), 1}, {QStringLiteral("KE-NYE-250-FI"), 1}, {QStringLiteral("LC-005"), 2}},
        3);
}

QStringList catalogSceneNames()
{
    return {QStringLiteral("catalog-list"),       QStringLiteral("catalog-filtered-empty"),
            QStringLiteral("catalog-empty"),      QStringLiteral("catalog-loading"),
            QStringLiteral("catalog-error"),      QStringLiteral("catalog-edit"),
            QStringLiteral("catalog-edit-error"), QStringLiteral("catalog-detail"),
            QStringLiteral("catalog-denied"),     QStringLiteral("catalog-bundle")};
}

void playCatalog(const QString &scene, const CatalogStage &stage)
{
    CatalogPresenter &catalog = stage.shop.catalog;
    if (scene == QLatin1String("catalog-empty"))
        stage.desk.clearProducts();
    if (scene == QLatin1String("catalog-denied"))
        stage.desk.changeState().person->permissions = {Permission::SalesCreate};
    if (scene == QLatin1String("catalog-loading"))
        stage.desk.hold();
    if (scene == QLatin1String("catalog-error"))
        stage.desk.failProducts({ProblemKind::Failed,
                                 QStringLiteral("store.damaged"),
                                 QStringLiteral("The catalog could not be read from this device."),
                                 QStringLiteral("Selling goes on. Try again, or run: crema doctor"),
                                 {}});
    if (scene == QLatin1String("catalog-bundle"))
        addExampleBundle(stage);
    stage.shop.shell.go({QStringLiteral("catalog"), {}});
    stage.clock.settle();
    if (scene == QLatin1String("catalog-filtered-empty")) {
        catalog.addChip(QStringLiteral("category:Bakery"));
        catalog.addChip(QStringLiteral("no:price"));
    } else if (scene == QLatin1String("catalog-list")) {
        catalog.setSortKeys({{0, Qt::AscendingOrder}, {5, Qt::DescendingOrder}});
    } else if (scene == QLatin1String("catalog-edit")) {
        catalog.addChip(QStringLiteral("category:Beans"));
        editCell(stage, QStringLiteral("LC-026"), CatalogColumn::Price, QStringLiteral("3*4,85"));
    } else if (scene == QLatin1String("catalog-edit-error")) {
        catalog.addChip(QStringLiteral("category:Beans"));
        editCell(stage, QStringLiteral("LC-026"), CatalogColumn::Price, QStringLiteral("14,5O"));
        catalog.submitCell(rowOf(catalog, QStringLiteral("LC-026")), catalog.table().placeOf(CatalogColumn::Price),
                           QStringLiteral("14,5O"));
    } else if (scene == QLatin1String("catalog-detail")) {
        catalog.setFilterText(QStringLiteral("category:beans"));
        stage.clock.settle();
        catalog.openRow(rowOf(catalog, QStringLiteral("KE-NYE-250-WB")));
    } else if (scene == QLatin1String("catalog-bundle")) {
        catalog.setFilterText(QStringLiteral("SET-NYE"));
        stage.clock.settle();
        catalog.openRow(rowOf(catalog, QStringLiteral("SET-NYE")));
        stage.clock.settle();
        catalog.detail().editParts(0);
    }
    stage.clock.settle();
}

} // namespace crema::desktop
