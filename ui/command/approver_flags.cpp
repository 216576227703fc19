// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/approver_flags.h"

#include "ui/command/session.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::ApproverFlags)
};

} // namespace

Flag approverFlag()
{
    return {.name = u"approver"_s,
            .kind = Flag::Kind::Text,
            .value = u"WHO"_s,
            .help = Texts::tr("who approves it with their PIN")};
}

Flag approverPinFlag()
{
    return {.name = u"approver-pin-file"_s,
            .kind = Flag::Kind::File,
            .value = u"FILE"_s,
            .help = Texts::tr("their PIN; - reads it from standard input")};
}

Result<std::optional<presenters::ApproverWord>> approverOf(Session &session)
{
    const std::optional<QString> who = session.invocation().text(u"approver");
    if (!who)
        return std::optional<presenters::ApproverWord>();
    const Result<QString> pin =
        session.secret(u"approver-pin-file", u"CREMA_APPROVER_PIN"_s, Texts::tr("PIN of %1").arg(*who));
    if (!pin)
        return failure(pin.error());
    return std::optional(presenters::ApproverWord{*who, *pin});
}

} // namespace crema::command
