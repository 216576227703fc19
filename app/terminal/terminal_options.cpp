// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/terminal_options.h"

#include <QCoreApplication>

namespace crema::terminal {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TerminalOptions", text);
}

const QStringList &optionNames()
{
    static const QStringList names{QStringLiteral("--linear"),     QStringLiteral("--charset"),
                                   QStringLiteral("--color"),      QStringLiteral("--scan-prefix"),
                                   QStringLiteral("--menu-enter"), QStringLiteral("--self-test"),
                                   QStringLiteral("--shots"),      QStringLiteral("--bell")};
    return names;
}

tl::unexpected<Problem> badValue(const QString &name, const QString &value, const QString &allowed)
{
    return failure(ProblemKind::Invalid, QStringLiteral("input.option"), tr("%1 does not take “%2”.").arg(name, value),
                   tr("It takes %1.").arg(allowed));
}

Result<void> apply(TerminalOptions &options, const QString &name, const QString &value)
{
    if (name == QLatin1String("--linear")) {
        options.linear = true;
    } else if (name == QLatin1String("--self-test")) {
        options.selfTest = true;
    } else if (name == QLatin1String("--menu-enter")) {
        options.menuEnter = MenuEnter::Required;
    } else if (name == QLatin1String("--bell")) {
        options.okBell = value == QLatin1String("none") ? OkBell::None : OkBell::One;
        if (value != QLatin1String("none") && value != QLatin1String("one"))
            return badValue(name, value, QStringLiteral("one, none"));
    } else if (name == QLatin1String("--shots")) {
        options.shotsFolder = value;
    } else if (name == QLatin1String("--scan-prefix")) {
        options.scanPrefix = value;
    } else if (name == QLatin1String("--charset")) {
        options.charset = charsetFromName(value);
        if (!options.charset && value != QLatin1String("auto"))
            return badValue(name, value, QStringLiteral("auto, utf8, latin1, ascii"));
    } else if (name == QLatin1String("--color")) {
        if (value == QLatin1String("never"))
            options.colour = false;
        else if (value == QLatin1String("always"))
            options.colour = true;
        else if (value != QLatin1String("auto"))
            return badValue(name, value, QStringLiteral("auto, always, never"));
    }
    return {};
}

bool takesValue(const QString &name)
{
    return name == QLatin1String("--charset") || name == QLatin1String("--color") ||
           name == QLatin1String("--scan-prefix") || name == QLatin1String("--shots") ||
           name == QLatin1String("--bell");
}

} // namespace

bool isFullScreenCommandLine(const QStringList &arguments)
{
    bool valueExpected = false;
    for (const QString &argument : arguments) {
        const QString name = argument.section(QLatin1Char('='), 0, 0);
        if (!valueExpected && !optionNames().contains(name))
            return false;
        valueExpected = !valueExpected && takesValue(name) && !argument.contains(QLatin1Char('='));
    }
    return true;
}

Result<TerminalOptions> terminalOptionsOf(const QStringList &arguments, bool noColour)
{
    TerminalOptions options;
    options.colour = !noColour;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString name = arguments[i].section(QLatin1Char('='), 0, 0);
        QString value = arguments[i].section(QLatin1Char('='), 1);
        if (takesValue(name) && !arguments[i].contains(QLatin1Char('='))) {
            if (++i == arguments.size()) {
                return failure(ProblemKind::Invalid, QStringLiteral("input.option"), tr("%1 needs a value.").arg(name),
                               tr("Write it behind the option, as in --charset ascii."));
            }
            value = arguments[i];
        }
        if (const Result<void> applied = apply(options, name, value); !applied)
            return failure(applied.error());
    }
    return options;
}

} // namespace crema::terminal
