// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/widgets/message.h"

namespace crema::terminal {

QString Message::line() const
{
    switch (kind) {
    case MessageKind::None: return {};
    case MessageKind::Ok: return QStringLiteral("OK ") + text;
    case MessageKind::Error: return QStringLiteral("ERR ") + text;
    case MessageKind::Warning: return QStringLiteral("WARN ") + text;
    case MessageKind::Working: return QStringLiteral(".. ") + text;
    }
    Q_UNREACHABLE();
}

Style Message::style() const
{
    switch (kind) {
    case MessageKind::Ok: return {.tone = Tone::Ok};
    case MessageKind::Error: return {.bold = true, .reverse = true, .tone = Tone::Error};
    case MessageKind::Warning: return {.bold = true, .tone = Tone::Warning};
    case MessageKind::None:
    case MessageKind::Working: return {};
    }
    Q_UNREACHABLE();
}

} // namespace crema::terminal
