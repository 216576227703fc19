// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/cells/style.h"

#include <QString>

namespace crema::terminal {

enum class MessageKind { None, Ok, Error, Warning, Working };

/// What stands in the message row. Its first word says how it went, so that no colour is needed.
struct Message {
    MessageKind kind = MessageKind::None;
    QString text;
    int number = 0; ///< differs from message to message

    [[nodiscard]] QString line() const;
    [[nodiscard]] Style style() const;
};

} // namespace crema::terminal
