// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_options.h"

#include "ui/desktop/theme/tokens.h"

#include <QCoreApplication>

namespace crema::desktop {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("DesktopOptions", text);
}

tl::unexpected<Problem> wrongValue(const QString &option, const QString &value)
{
    return failure(ProblemKind::Invalid, QStringLiteral("usage.value"),
                   translated("%1 does not take “%2”.").arg(option, value), translated("See crema-desktop --help."));
}

Result<void> readValue(DesktopOptions &options, const QString &option, const QString &value)
{
    if (option == QLatin1String("--shots") && !value.isEmpty()) {
        options.shotsFolder = value;
        return {};
    }
    if (option == QLatin1String("--only") && !value.isEmpty()) {
        options.shotsPattern = value;
        return {};
    }
    if (option == QLatin1String("--theme") && Tokens::themeNames().contains(value)) {
        options.theme = value;
        return {};
    }
    bool isNumber = false;
    const int percent = value.toInt(&isNumber);
    if (option == QLatin1String("--text-scale") && isNumber && percent >= 100 && percent <= 200) {
        options.textScale = percent / 100.0;
        return {};
    }
    return wrongValue(option, value);
}

} // namespace

Result<DesktopOptions> desktopOptionsOf(const QStringList &arguments)
{
    static const QStringList withValue{QStringLiteral("--shots"), QStringLiteral("--only"), QStringLiteral("--theme"),
                                       QStringLiteral("--text-scale")};
    DesktopOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &option = arguments.at(i);
        if (withValue.contains(option)) {
            if (const auto read = readValue(options, option, arguments.value(++i)); !read)
                return failure(read.error());
        } else if (option == QLatin1String("--version")) {
            options.version = true;
        } else if (option == QLatin1String("--help") || option == QLatin1String("-h")) {
            options.help = true;
        } else if (option == QLatin1String("--self-test")) {
            options.selfTest = true;
        } else {
            return failure(ProblemKind::Invalid, QStringLiteral("usage.unknown_option"),
                           translated("crema-desktop does not know “%1”.").arg(option),
                           translated("See crema-desktop --help."));
        }
    }
    return options;
}

QString desktopOptionsHelp()
{
    return translated("crema-desktop                      open the window\n"
                      "crema-desktop --theme dark         light, dark or high-contrast\n"
                      "crema-desktop --text-scale 125     text size in percent, 100 to 200\n"
                      "crema-desktop --self-test          open every page and end\n"
                      "crema-desktop --shots DIR          write pictures of every page to DIR\n"
                      "crema-desktop --shots DIR --only \"till-payment*dark\"\n"
                      "                                   only pictures called like that\n"
                      "crema-desktop --version            print the version\n");
}

} // namespace crema::desktop
