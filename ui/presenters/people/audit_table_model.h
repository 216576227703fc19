// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/audit_presenter.h"

#include <QAbstractTableModel>

namespace crema {

/// The audit trail as a table; a view that comes to its end gets the older entries.
class AuditTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Who, What, Where, Outcome, ColumnCount };

    /// Titles, widths and what gives way first, in the order of Column.
    [[nodiscard]] static QList<DataColumn> columns();

    explicit AuditTableModel(AuditPresenter &presenter, QObject *parent = nullptr);

    /// The row's values, for delegates; the row must exist.
    [[nodiscard]] const AuditRow &at(int row) const { return m_rows.at(row); }
    /// −1 when the entry is not in the table.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    void refresh();
    [[nodiscard]] static QString text(const AuditRow &row, int column);

    AuditPresenter &m_presenter;
    QList<AuditRow> m_rows;
};

} // namespace crema
