// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace crema::terminal {

/// What the terminal can show and send.
enum class Charset { Utf8, Latin1, Ascii };

/// The character set for a locale's codeset as nl_langinfo(CODESET) names it; Ascii when it is not known.
[[nodiscard]] Charset charsetOfCodeset(QStringView codeset);

/// Reads the value of `--charset`: utf8, latin1 or ascii. `auto` and anything else give nothing.
[[nodiscard]] std::optional<Charset> charsetFromName(QStringView name);

/// Rewrites text in what the character set can show: é becomes e, ё becomes e, € becomes EUR. Characters with
/// no equivalent become '?'. Done before anything is measured, because the width may change.
[[nodiscard]] QString transliterated(QStringView text, Charset charset);

/// The name in what the character set can show, or the code when most of the name would be question marks.
[[nodiscard]] QString nameOrCode(QStringView name, QStringView code, Charset charset);

} // namespace crema::terminal
