// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cluster/database_address.h"

#include <libpq-fe.h>

#include <memory>

namespace crema::platform {
namespace {

struct FreeOptions {
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};

QString quoted(QString value)
{
    value.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + value + u'\'';
}

} // namespace

std::optional<DatabaseAddress> databaseAddress(const QString &url)
{
    const QByteArray text = url.toUtf8();
    // What libpq says about a wrong one may quote the password, so that nothing is asked for.
    const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(text.constData(), nullptr));
    if (!options)
        return std::nullopt;
    DatabaseAddress address;
    QStringList visible;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        const QByteArrayView keyword(option->keyword);
        const QString value = QString::fromUtf8(option->val);
        if (keyword == "password")
            address.password = value;
        else if (keyword == "sslpassword")
            address.keyPassword = value;
        else if (option->val)
            visible.append(QString::fromUtf8(keyword) + u'=' + quoted(value));
    }
    address.visible = visible.join(u' ');
    return address;
}

QProcessEnvironment secretsFor(const DatabaseAddress &address)
{
    QProcessEnvironment secrets;
    if (!address.password.isEmpty()) {
        secrets.insert(QStringLiteral("PGPASSWORD"), address.password);
        return secrets;
    }
    for (const char *name : {"PGPASSWORD", "PGPASSFILE"}) {
        if (qEnvironmentVariableIsSet(name))
            secrets.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    return secrets;
}

} // namespace crema::platform
