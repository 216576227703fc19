// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/palette/palette_model.h"

#include "ui/presenters/shell/palette_presenter.h"

#include <QKeySequence>

namespace crema::desktop {

PaletteModel::PaletteModel(PalettePresenter &presenter, QObject *parent)
    : QAbstractListModel(parent), m_presenter(presenter), m_rows(presenter.rows())
{
    connect(&presenter, &PalettePresenter::rowsChanged, this, &PaletteModel::refresh);
}

void PaletteModel::refresh()
{
    if (m_rows == m_presenter.rows())
        return;
    beginResetModel();
    m_rows = m_presenter.rows();
    endResetModel();
}

QString PaletteModel::headingAbove(int row) const
{
    const PaletteGroup group = m_rows.at(row).group;
    if (row > 0 && m_rows.at(row - 1).group == group)
        return {};
    return PalettePresenter::groupName(group);
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::AccessibleTextRole:
        return row.context.isEmpty() ? row.title : row.title + QStringLiteral(", ") + row.context;
    case Qt::AccessibleDescriptionRole:
        return QKeySequence(row.shortcut, QKeySequence::PortableText).toString(QKeySequence::NativeText);
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return Qt::NoItemFlags;
    const Qt::ItemFlags known = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_rows.at(index.row()).enabled ? known | Qt::ItemIsEnabled : known;
}

} // namespace crema::desktop
