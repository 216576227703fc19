// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

#include <QHash>

#include <optional>

namespace crema::command {

/// How the answer is drawn.
enum class Form { Human, Json, JsonLines, Plain };

/// A command line that the grammar has accepted: every word is in its place and every value fits its flag.
/// `noun` and `verb` point into the grammar.
struct Invocation {
    const Noun *noun = nullptr;
    const Verb *verb = nullptr;
    QStringList arguments;
    QHash<QString, QStringList> flags; ///< by name; a switch has one empty value

    [[nodiscard]] bool has(QStringView flag) const { return flags.contains(flag.toString()); }
    /// The (last) value of a flag, or nothing.
    [[nodiscard]] std::optional<QString> text(QStringView flag) const;
    [[nodiscard]] std::optional<std::int64_t> number(QStringView flag) const;
    [[nodiscard]] QStringList all(QStringView flag) const { return flags.value(flag.toString()); }
    /// The argument in this place, or an empty string where it was optional.
    [[nodiscard]] QString argument(qsizetype place) const { return arguments.value(place); }
    [[nodiscard]] Form form() const;
};

} // namespace crema::command
