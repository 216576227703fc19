// SPDX-License-Identifier: GPL-3.0-or-later
// What a table of records says about itself, for whichever face draws it: columns, sort keys, and the roles by which
// its model answers beyond Qt's own.
#pragma once

#include "ui/presenters/till/till_view.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace crema {

/// How the cells of a column are drawn.
enum class ColumnKind {
    Name,   ///< what the row is known by: medium weight
    Text,   ///< plain
    Muted,  ///< second to the name
    Number, ///< at the trailing edge, with digits of equal width
    Badge,  ///< what DataRole::Badge answers
};

struct DataColumn {
    QString id;    ///< stable: "price"; names the column where its width is remembered
    QString title; ///< translated, with its unit: "Price, €"
    ColumnKind kind = ColumnKind::Text;
    int width = 120; ///< px at text scale 1.0
    bool sortable = true;
    bool stretches = false; ///< takes the width that the others leave; one column of a table does
    /// 0: always shown. Where there is no room for all, the column with the highest number goes first.
    int importance = 0;
    bool takesCodes = false; ///< a scan while a cell is edited is its text
};

/// A column of a table that only some columns sort.
[[nodiscard]] DataColumn unsortedColumn(const char *id, const QString &title, ColumnKind kind, int width,
                                        int importance);

/// One key of a sorting; the first key stands first.
struct SortKey {
    int column = 0;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const SortKey &, const SortKey &) = default;
};

/// The keys after a click on a column: it turns round, becomes the only key, or with `further` the next one.
[[nodiscard]] QList<SortKey> sortKeysAfter(QList<SortKey> keys, int column, bool further);

/// A state of a row as people read it: icon and word.
struct CellBadge {
    QString iconName; ///< a file of resources/icons without its ending
    QString text;
    Tone tone = Tone::Neutral;

    friend bool operator==(const CellBadge &, const CellBadge &) = default;
};

/// Roles of a table's model.
struct DataRole {
    enum : int {
        Badge = Qt::UserRole + 1, ///< CellBadge; no value: nothing to say
        Raw,   ///< QString: the cell for a spreadsheet, without currency and grouping; no value: as displayed
        Muted, ///< bool: there, but out of use
        Saved, ///< bool: changed a moment ago, tinted
    };
};

} // namespace crema

Q_DECLARE_METATYPE(crema::CellBadge)
