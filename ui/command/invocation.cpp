// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/invocation.h"

namespace crema::command {

std::optional<QString> Invocation::text(QStringView flag) const
{
    const auto found = flags.constFind(flag.toString());
    if (found == flags.constEnd() || found->isEmpty())
        return std::nullopt;
    return found->last();
}

std::optional<std::int64_t> Invocation::number(QStringView flag) const
{
    const std::optional<QString> value = text(flag);
    return value ? std::optional<std::int64_t>(value->toLongLong()) : std::nullopt;
}

Form Invocation::form() const
{
    if (has(u"json"))
        return Form::Json;
    if (has(u"jsonl"))
        return Form::JsonLines;
    return has(u"plain") ? Form::Plain : Form::Human;
}

} // namespace crema::command
