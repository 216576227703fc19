// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema::command {

/// Columns that a text takes on a terminal: wide characters two, combining ones none.
[[nodiscard]] int displayWidth(QStringView text);

/// The text cut to `width` columns, with "…" in the last one when something is missing. Never splits a character.
[[nodiscard]] QString cutToWidth(const QString &text, int width);

/// Words set in lines of at most `width` columns. A word that is longer stands on a line of its own, whole.
[[nodiscard]] QStringList wrapWords(const QString &text, int width);

/// The text, line by line, without what steers a terminal: names that others chose stand in sentences too.
[[nodiscard]] QString printableLines(const QString &text);

} // namespace crema::command
