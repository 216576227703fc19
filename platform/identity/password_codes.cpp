// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/password_codes.h"

#include "models/security/tokens.h"

namespace crema::platform {

std::int64_t passwordCodeLifetimeMs(const SettingValues &settings)
{
    return settings.number(shop_setting::passwordCodeMinutes) * 60 * 1000;
}

std::int64_t invitationLifetimeMs(const SettingValues &settings)
{
    return settings.number(shop_setting::invitationDays) * 24 * 60 * 60 * 1000;
}

QString makePasswordCode(Transaction &transaction, const CodeOwner &owner, UtcTime endsAt, Randomness &randomness)
{
    const QString code = makeLongOneTimeCode(randomness);
    transaction.run("identity/save_password_code",
                    {owner.person, owner.mailbox, Param::bytes(oneTimeCodeHash(code)), endsAt});
    return code;
}

bool tryPasswordCode(Transaction &transaction, const CodeOwner &owner, const QString &code, UtcTime now)
{
    const Rows rows = transaction.run("identity/try_password_code", {owner.person, Param::bytes(oneTimeCodeHash(code)),
                                                                     owner.mailbox, now, passwordCodeTries});
    return !rows.isEmpty() && rows.boolean(0, 0);
}

bool usePasswordCode(Transaction &transaction, const CodeOwner &owner, const QString &code, UtcTime now)
{
    const Params which{owner.person, Param::bytes(oneTimeCodeHash(code)), owner.mailbox};
    const bool stood = transaction.run("identity/use_password_code", which).affected() == 1;
    transaction.run("identity/delete_old_password_codes", {now});
    return stood;
}

} // namespace crema::platform
