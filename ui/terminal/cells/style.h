// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema::terminal {

/// A meaning that a colour may support. Meaning never depends on it: every tone also has a word or an attribute.
enum class Tone {
    Plain,
    Ok,
    Warning,
    Error,
    Accent,
    Paper, ///< black on white whatever the colours of the terminal are: for what is read by a camera
};

/// How a cell looks. Bold, reverse and underline exist on every terminal; the tone is extra.
struct Style {
    bool bold = false;
    bool reverse = false;
    bool underline = false;
    Tone tone = Tone::Plain;

    bool operator==(const Style &) const = default;

    [[nodiscard]] static Style strong() { return {.bold = true}; }
    [[nodiscard]] static Style inverse() { return {.reverse = true}; }
    [[nodiscard]] static Style underlined() { return {.underline = true}; }
};

} // namespace crema::terminal
