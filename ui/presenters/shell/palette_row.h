// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/match_range.h"
#include "ui/presenters/shell/page_history.h"

#include <QList>
#include <QString>

namespace crema {

/// The parts of the palette, in the order in which they are shown (ux.md 2.4).
enum class PaletteGroup {
    Answer,  ///< the result of "=3*12"
    Here,    ///< actions of the page in front
    Go,      ///< to another page
    Create,  ///< make something new
    Actions, ///< everything else that can be done
    Recent,  ///< pages looked at before
    Records, ///< products and sales
    Nothing, ///< what can be done when nothing was found
};

/// What choosing a row does.
enum class PaletteVerb { RunAction, GoTo, CopyText };

/// One row of the command palette, finished and translated.
struct PaletteRow {
    PaletteGroup group = PaletteGroup::Actions;
    QString iconName;
    QString title;
    QList<MatchRange> matches; ///< in the title
    QString context;           ///< muted, behind the title; for a disabled row the reason
    QString shortcut;          ///< QKeySequence's portable text; may be empty
    bool enabled = true;
    PaletteVerb verb = PaletteVerb::RunAction;
    QString actionId;
    PageAddress address;
    QString text; ///< what CopyText copies

    bool operator==(const PaletteRow &) const = default;
};

} // namespace crema
