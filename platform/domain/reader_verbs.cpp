// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/reader_verbs.h"

#include "platform/domain/verb_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::platform {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::platform::Payments)
};

constexpr qsizetype longestReader = 100;

/// Such a name becomes part of an address.
bool isReaderName(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestReader && std::ranges::all_of(name, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

std::optional<QUuid> findRegister(Connection &connection, const QString &name)
{
    const Rows rows = connection.run("payments/list_readers");
    for (int row = 0; row < rows.count(); ++row) {
        if (rows.text(row, 1).compare(name, Qt::CaseInsensitive) == 0)
            return rows.uuid(row, 0);
    }
    return std::nullopt;
}

} // namespace

int listReaders(const VerbOptions &options, const PlatformParts &parts)
{
    if (!options.arguments.isEmpty()) {
        return complainAbout(usageProblem(Texts::tr("These options are not known here."),
                                          Texts::tr("Use: crema-platform reader list --data DIR")));
    }
    return withCompany(options, parts, [](Connection &connection) {
        const Rows rows = connection.run("payments/list_readers");
        for (int row = 0; row < rows.count(); ++row) {
            const QString reader = rows.text(row, 2);
            say(QStringLiteral("%1  %2").arg(rows.text(row, 1), reader.isEmpty() ? QStringLiteral("-") : reader));
        }
        return 0;
    });
}

int setReader(const VerbOptions &options, const PlatformParts &parts)
{
    const QString reader = options.arguments.value(1);
    const bool isNone = reader == u"-";
    if (options.arguments.size() != 2 || (!isNone && !isReaderName(reader))) {
        return complainAbout(usageProblem(Texts::tr("A register and the name of its card reader are needed."),
                                          Texts::tr("Use: crema-platform reader set MAIN-1 tmr_… --data DIR, or - for "
                                                    "none any more.")));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        const std::optional<QUuid> reg = findRegister(connection, options.arguments.first());
        if (!reg) {
            return complainAbout({ProblemKind::NotFound,
                                  QStringLiteral("register.unknown"),
                                  Texts::tr("No register is called %1.").arg(options.arguments.first()),
                                  Texts::tr("crema-platform reader list shows all of them."),
                                  {}});
        }
        if (isNone)
            connection.run("payments/delete_reader", {*reg});
        else
            connection.run("payments/save_reader", {*reg, reader});
        say(isNone ? Texts::tr("No card reader stands beside %1 any more.").arg(options.arguments.first())
                   : Texts::tr("%1 stands beside %2.").arg(reader, options.arguments.first()));
        return 0;
    });
}

} // namespace crema::platform
