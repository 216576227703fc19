// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/catalog_editing.h"

#include "ui/presenters/catalog/cell_reader.h"

#include <algorithm>

namespace crema {

namespace {

Permission permissionFor(CatalogColumn column)
{
    return column == CatalogColumn::Price ? Permission::PricesEdit : Permission::CatalogEdit;
}

bool isEditedHere(CatalogColumn column)
{
    return column == CatalogColumn::Name || column == CatalogColumn::Price || column == CatalogColumn::Barcode;
}

bool mayEdit(const Person &person, CatalogColumn column)
{
    // Whatever of a variant is changed, the platform asks for the right to edit the catalog as well.
    return person.may(Permission::CatalogEdit) && person.may(permissionFor(column));
}

Problem notFound()
{
    return {ProblemKind::NotFound,
            QStringLiteral("product.unknown"),
            CatalogEditing::tr("This variant is not in the catalog any more."),
            CatalogEditing::tr("Read the list again."),
            {}};
}

} // namespace

CatalogEditing::CatalogEditing(ShopDesk &desk, Notices &notices, const CatalogTexts &texts, QObject *parent)
    : QObject(parent), m_desk(desk), m_notices(notices), m_texts(texts)
{}

CatalogEditing::~CatalogEditing()
{
    m_stop.request_stop();
}

QSet<CatalogColumn> CatalogEditing::editableColumns() const
{
    const sync::ClientState &state = m_desk.state();
    QSet<CatalogColumn> columns;
    if (!state.open || state.readOnly)
        return columns;
    for (const CatalogColumn column : {CatalogColumn::Name, CatalogColumn::Price, CatalogColumn::Barcode}) {
        if (state.may(Permission::CatalogEdit) && state.may(permissionFor(column)))
            columns.insert(column);
    }
    return columns;
}

void CatalogEditing::submit(const CatalogRow &row, CatalogColumn column, const QString &text)
{
    m_linked = {};
    edit(this, m_stop.get_token(), row, column, text);
}

Result<CatalogEditing::Change> CatalogEditing::readChange(const sync::ProductView &product, const CatalogRow &row,
                                                          CatalogColumn column, const QString &text, Currency currency,
                                                          const QLocale &locale)
{
    const auto view = std::find_if(product.variants.begin(), product.variants.end(),
                                   [&](const sync::VariantView &v) { return v.variant.id == row.variant; });
    if (view == product.variants.end())
        return failure(notFound());
    Change change{product.product, product.product, view->variant, view->variant, column};
    if (column == CatalogColumn::Name) {
        const Result<QString> name = readNameCell(text);
        if (!name)
            return failure(name.error());
        change.productBefore.name = row.name;
        change.productAfter.name = *name;
    } else if (column == CatalogColumn::Price) {
        const Result<std::optional<Price>> price = readPriceCell(text, row, currency, locale);
        if (!price)
            return failure(price.error());
        change.variantBefore.price = row.price;
        change.variantAfter.price = *price;
    } else {
        const Result<QStringList> codes = readBarcodesCell(text);
        if (!codes)
            return failure(codes.error());
        change.variantBefore.barcodes = row.barcodes;
        change.variantAfter.barcodes = *codes;
    }
    return change;
}

QCoro::Task<Result<sync::ProductView>> CatalogEditing::record(ShopDesk &desk, Change change)
{
    if (change.ofProduct())
        co_return co_await desk.editProduct(change.productBefore, change.productAfter);
    co_return co_await desk.editVariant(change.variantBefore, change.variantAfter);
}

/// The variant that holds one of the new barcodes already; `product.unknown_code` when all are free.
QCoro::Task<Result<sync::CodeHit>> CatalogEditing::holderOf(ShopDesk &desk, Change change)
{
    for (const QString &code : change.variantAfter.barcodes) {
        if (change.variantBefore.barcodes.contains(code))
            continue;
        const Result<sync::CodeHit> hit = co_await desk.findByCode(code);
        if (hit && hit->variant != change.variantAfter.id && hit->hit().variant.barcodes.contains(code))
            co_return hit;
    }
    co_return failure(notFound());
}

QCoro::Task<> CatalogEditing::edit(Self self, std::stop_token stop, CatalogRow row, CatalogColumn column, QString text)
{
    const Result<sync::ProductView> product = co_await self->m_desk.product(row.product);
    if (stop.stop_requested() || !self)
        co_return;
    if (!product) {
        self->refuse(product.error());
        co_return;
    }
    const Result<Change> change =
        readChange(*product, row, column, text, self->m_desk.state().currency(), self->m_texts.locale());
    if (!change) {
        self->refuse(change.error());
        co_return;
    }
    if (!change->ofProduct() && change->variantBefore == change->variantAfter) {
        Q_EMIT self->saved(catalogRows(*product), row.variant, column);
        co_return;
    }
    const Result<sync::CodeHit> holder = co_await holderOf(self->m_desk, *change);
    if (stop.stop_requested() || !self)
        co_return;
    if (holder) {
        self->refuseTaken(*holder);
        co_return;
    }
    const Result<sync::ProductView> edited = co_await record(self->m_desk, *change);
    if (stop.stop_requested() || !self)
        co_return;
    if (!edited) {
        self->refuse(edited.error());
        co_return;
    }
    self->post(*change, row);
    Q_EMIT self->saved(catalogRows(*edited), row.variant, column);
}

void CatalogEditing::refuseTaken(const sync::CodeHit &holder)
{
    m_linked = holder.product.product.id;
    for (const CatalogRow &row : catalogRows(holder.product)) {
        if (row.variant == holder.variant)
            Q_EMIT refused(tr("This barcode belongs to %1. Take it off there first, or use another one.")
                               .arg(CatalogTexts::title(row)),
                           tr("Open %1").arg(row.name));
    }
}

void CatalogEditing::refuse(const Problem &problem)
{
    // A rule names its field; its sentence says more than that something cannot be kept.
    const QString message = problem.fields.isEmpty() ? problem.message : problem.fields.first().message;
    Q_EMIT refused(problem.hint.isEmpty() ? message : message + u'\n' + problem.hint, {});
}

QString CatalogEditing::textOf(const Change &change, const CatalogRow &row) const
{
    const QString title = CatalogTexts::title(row);
    if (change.column == CatalogColumn::Name)
        return tr("%1 is now called %2").arg(row.name, change.productAfter.name);
    if (change.column == CatalogColumn::Barcode)
        return tr("Barcodes of %1 changed").arg(title);
    if (!change.variantAfter.price)
        return tr("Price of %1 removed").arg(title);
    return tr("Price of %1 is now %2").arg(title, m_texts.amount(change.variantAfter.price->amount));
}

void CatalogEditing::post(const Change &change, const CatalogRow &row)
{
    const Self self = this;
    const std::stop_token stop = m_stop.get_token();
    m_notices.post(textOf(change, row), [self, stop, change] {
        if (self)
            takeBack(self, stop, change.inverse());
    });
}

QCoro::Task<> CatalogEditing::takeBack(Self self, std::stop_token stop, Change change)
{
    const Result<sync::ProductView> edited = co_await record(self->m_desk, change);
    if (stop.stop_requested() || !self)
        co_return;
    if (!edited) {
        Q_EMIT self->explained(edited.error());
        co_return;
    }
    Q_EMIT self->saved(catalogRows(*edited), change.variantAfter.id, change.column);
}

void CatalogEditing::explain(CatalogColumn column)
{
    if (!isEditedHere(column)) {
        Q_EMIT explained({ProblemKind::Invalid,
                          QStringLiteral("catalog.not_edited_here"),
                          tr("Names, prices and barcodes are edited in the list."),
                          tr("Stock is changed by counting or by a delivery."),
                          {}});
        return;
    }
    if (m_desk.state().readOnly) {
        Q_EMIT explained({ProblemKind::NotAllowed,
                          QStringLiteral("store.read_only"),
                          tr("The catalog cannot be changed here now."),
                          tr("Another program holds the store. Close it, or make the change there."),
                          {}});
        return;
    }
    nameWhoMay(this, m_stop.get_token(), column);
}

QCoro::Task<> CatalogEditing::nameWhoMay(Self self, std::stop_token stop, CatalogColumn column)
{
    const Result<QList<Person>> people = co_await self->m_desk.people();
    if (stop.stop_requested() || !self)
        co_return;
    constexpr qsizetype mostNames = 3;
    QStringList names;
    for (const Person &person : people.value_or(QList<Person>())) {
        if (mayEdit(person, column) && names.size() < mostNames)
            names.append(person.name);
    }
    const QString message = column == CatalogColumn::Price ? tr("You may look at prices but not change them.")
                                                           : tr("You may look at the catalog but not change it.");
    const QString hint = names.isEmpty() ? tr("Ask a manager to do it.")
                                         : tr("These people can do it: %1.").arg(QLocale().createSeparatedList(names));
    Q_EMIT self->explained({ProblemKind::NotAllowed, QStringLiteral("auth.not_allowed"), message, hint, {}});
}

} // namespace crema
