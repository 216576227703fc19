// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/domain_verbs.h"

#include "platform/devices/enrolment.h"
#include "platform/domain/verb_parts.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Verbs", text);
}

} // namespace

int giveEnrolCode(const VerbOptions &options, const PlatformParts &parts)
{
    QCommandLineParser parser;
    parser.addOptions({valueOption("location"), valueOption("user")});
    const bool understood = parser.parse(QStringList{QStringLiteral("enroll-code")} + options.arguments);
    if (!understood || !parser.isSet(QStringLiteral("location")) || !parser.positionalArguments().isEmpty()) {
        return complainAbout(usageProblem(tr("A location is missing."),
                                          tr("Use: crema-platform enroll-code --data DIR --location L [--user E]")));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        const auto email =
            parser.isSet(QStringLiteral("user")) ? std::optional(parser.value(QStringLiteral("user"))) : std::nullopt;
        const Result<QString> code = makeEnrolCode(connection, parser.value(QStringLiteral("location")), email,
                                                   parts.clock.now(), parts.randomness, options.systemUser);
        if (!code)
            return complainAbout(code.error());
        say(*code);
        return 0;
    });
}

} // namespace crema::platform
