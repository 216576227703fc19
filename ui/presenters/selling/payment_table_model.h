// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/selling/payment_list_presenter.h"

#include <QAbstractTableModel>

namespace crema {

/// The online payments of a list as a table, in its order.
class PaymentTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, Amount, Time, Who, Register, Sale, Way, ColumnCount };

    /// Titles, widths and what gives way first, in the order of Column.
    [[nodiscard]] static QList<DataColumn> columns();

    explicit PaymentTableModel(PaymentListPresenter &presenter, QObject *parent = nullptr);

    /// The row's values; the row must exist.
    [[nodiscard]] const PaymentRow &at(int row) const { return m_rows.at(row); }
    /// −1 when the payment is not in the table.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    [[nodiscard]] static QString text(const PaymentRow &row, int column);

    PaymentListPresenter &m_presenter;
    QList<PaymentRow> m_rows;
};

} // namespace crema
