// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/widgets/message.h"
#include "ui/terminal/widgets/prompt.h"

#include <functional>

namespace crema::terminal {

/// A key that works on this screen, for the last row.
struct Hint {
    QString key;       ///< "F4"
    QString shortText; ///< "ok", at most three letters, for small screens
    QString text;      ///< "Pay"
};

/// All that a screen shows; the frame places it.
struct Page {
    QString title;
    QString progress; ///< at the end of the title row: "3/12", "q 2"
    Style titleStyle = Style::inverse();
    std::function<Canvas(const Layout &)> body; ///< drawn into the room that is left
    std::optional<Prompt> prompt;
    Message message;
    std::function<QList<Hint>()> hints; ///< asked after the body is drawn: what fits decides what works
};

/// The frame of every screen (ux.md 3.2): title row, body, prompt, message row, hint row.
[[nodiscard]] Canvas framed(const Page &page, const Layout &layout);

/// What is shown where not even the smallest layout fits.
[[nodiscard]] Canvas tooSmall(Size size, Charset charset);

} // namespace crema::terminal
