// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/password_codes.h"

#include "models/security/tokens.h"

namespace crema::platform {

QString makePasswordCode(Transaction &transaction, const Person &person, UtcTime endsAt, Randomness &randomness)
{
    const QString code = makeLongOneTimeCode(randomness);
    transaction.run("identity/save_password_code",
                    {person.id, person.email, Param::bytes(oneTimeCodeHash(code)), endsAt});
    return code;
}

bool tryPasswordCode(Transaction &transaction, const Person &person, const QString &code, UtcTime now)
{
    const Rows rows = transaction.run("identity/try_password_code", {person.id, Param::bytes(oneTimeCodeHash(code)),
                                                                     person.email, now, passwordCodeTries});
    return !rows.isEmpty() && rows.boolean(0, 0);
}

bool usePasswordCode(Transaction &transaction, const Person &person, const QString &code, UtcTime now)
{
    const Params which{person.id, Param::bytes(oneTimeCodeHash(code)), person.email};
    const bool stood = transaction.run("identity/use_password_code", which).affected() == 1;
    transaction.run("identity/delete_old_password_codes", {now});
    return stood;
}

} // namespace crema::platform
