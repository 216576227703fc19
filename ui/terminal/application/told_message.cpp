// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/told_message.h"

#include <QCoreApplication>

namespace crema::terminal {

namespace {

// What is still being done ends with an ellipsis.
MessageKind kindOf(const TillMessage &message)
{
    switch (message.tone) {
    case crema::Tone::Neutral: return message.text.endsWith(QChar(0x2026)) ? MessageKind::Working : MessageKind::Ok;
    case crema::Tone::Ok: return MessageKind::Ok;
    case crema::Tone::Warning: return MessageKind::Warning;
    case crema::Tone::Error: return MessageKind::Error;
    }
    Q_UNREACHABLE();
}

} // namespace

void sayMessage(Navigator &navigator, const TillMessage &message)
{
    const QString text = message.hint.isEmpty() ? message.text
                                                : QCoreApplication::translate("crema::terminal::Message", "%1 %2",
                                                                              "message and what to do")
                                                      .arg(message.text, message.hint);
    navigator.say(kindOf(message), text);
}

} // namespace crema::terminal
