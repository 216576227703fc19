// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/raster.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace crema::documents {

enum class Alignment { Start, Centre };
enum class Emphasis { Normal, Strong };

/// A paragraph, wrapped at blanks.
struct TextBlock {
    QString text;
    Alignment alignment = Alignment::Start;
    Emphasis emphasis = Emphasis::Normal;
    int indent = 0; ///< columns left blank before each of its lines
};

/// A name and, at the other end of its first line, what it comes to.
struct PairBlock {
    QString name;
    QString amount;
    Emphasis emphasis = Emphasis::Normal;
};

/// A line from edge to edge.
struct RuleBlock {};

/// Cells of equal width: the first begins at the start, the others end at the end of theirs.
struct TableRowBlock {
    QStringList cells;
};

struct LogoBlock {
    Raster picture;
};

/// A Code 128 of letters between blank and tilde.
struct BarcodeBlock {
    QByteArray data;
};

struct QrBlock {
    QByteArray data;
};

/// The paper is fed past the knife and cut.
struct CutBlock {};

/// The drawer springs open.
struct DrawerKickBlock {};

using DocumentBlock = std::variant<TextBlock, PairBlock, RuleBlock, TableRowBlock, LogoBlock, BarcodeBlock, QrBlock,
                                   CutBlock, DrawerKickBlock>;

enum class ReadingDirection { LeftToRight, RightToLeft };

/// What is printed, from top to bottom, before anybody knows on what.
struct PrintedDocument {
    QList<DocumentBlock> blocks;
    ReadingDirection direction = ReadingDirection::LeftToRight;
};

} // namespace crema::documents
