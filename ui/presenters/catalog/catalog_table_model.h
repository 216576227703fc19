// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/catalog/catalog_order.h"
#include "ui/presenters/catalog/catalog_row.h"
#include "ui/presenters/catalog/catalog_texts.h"
#include "ui/presenters/catalog/record_states.h"
#include "ui/presenters/table/data_column.h"

#include <QAbstractTableModel>
#include <QSet>

namespace crema {

/// Variants as a table: of the whole catalog, or of one product. It holds the rows that are read so far and asks for
/// the next ones when somebody comes near their end.
class CatalogTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    CatalogTableModel(const CatalogTexts &texts, const QList<CatalogColumn> &columns, QObject *parent = nullptr);

    [[nodiscard]] QList<DataColumn> columns() const;
    [[nodiscard]] CatalogColumn columnAt(int column) const { return m_columns.at(column); }
    /// −1 when the table has no such column.
    [[nodiscard]] int placeOf(CatalogColumn column) const { return static_cast<int>(m_columns.indexOf(column)); }
    [[nodiscard]] const QList<CatalogRow> &rows() const { return m_rows; }
    /// −1 when it is not among the rows.
    [[nodiscard]] int rowOf(VariantId variant) const;

    /// Shows these instead. Rows that stay keep their place: nobody's selection is lost by a refresh.
    void showRows(const QList<CatalogRow> &rows);
    void addRows(const QList<CatalogRow> &rows);
    /// Takes the new values of a product's variants that are shown.
    void showProduct(const QList<CatalogRow> &variants);

    void setCurrency(Currency currency);
    void setStates(const RecordStates &states);
    /// The columns whose cells may be edited now.
    void setEditable(const QSet<CatalogColumn> &columns) { m_editable = columns; }
    /// Tints a cell, or ends all tints.
    void tint(VariantId variant, CatalogColumn column);
    void clearTints();
    void setMoreToRead(bool more) { m_more = more; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    [[nodiscard]] DataColumn describe(CatalogColumn column) const;
    [[nodiscard]] QString text(const CatalogRow &row, CatalogColumn column) const;
    [[nodiscard]] QString typedText(const CatalogRow &row, CatalogColumn column) const;
    [[nodiscard]] QVariant raw(const CatalogRow &row, CatalogColumn column) const;
    [[nodiscard]] std::optional<CellBadge> badge(const CatalogRow &row) const;
    void changeRow(int row, const CatalogRow &to);

    CatalogTexts m_texts;
    QList<CatalogColumn> m_columns;
    QList<CatalogRow> m_rows;
    Currency m_currency;
    RecordStates m_states;
    QSet<CatalogColumn> m_editable;
    QList<std::pair<VariantId, CatalogColumn>> m_tints;
    bool m_more = false;
    bool m_changing = false; ///< rows are being put in or taken out; nobody gets more meanwhile
};

} // namespace crema
