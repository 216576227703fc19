// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/printing/printer_setup.h"

#include <QCoreApplication>

namespace crema {

namespace {

using namespace Qt::StringLiterals;

const QString addressKey = u"printer.address"_s;
const QString profileKey = u"printer.profile"_s;
const QString columnsKey = u"printer.columns"_s;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PrinterSetup)
};

} // namespace

std::optional<PrinterSetup> PrinterSetup::of(const Preferences &preferences)
{
    const Result<PrinterSetup> setup =
        fromTexts(preferences.value(addressKey), preferences.value(profileKey), preferences.value(columnsKey));
    return setup ? std::optional<PrinterSetup>(*setup) : std::nullopt;
}

Result<PrinterSetup> PrinterSetup::fromTexts(const QString &address, const QString &profile, const QString &columns)
{
    PrinterSetup setup;
    const Result<PrinterAddress> place = PrinterAddress::fromText(address);
    if (!place)
        return failure(place.error());
    setup.address = *place;
    setup.profile = profile.isEmpty() ? documents::printerProfiles().first().id : profile;
    if (!documents::printerProfile(setup.profile))
        return failure(ProblemKind::Invalid, u"printer.profile"_s,
                       Texts::tr("No printer is called \"%1\".").arg(profile),
                       Texts::tr("Choose one of %1.").arg(printerProfileIds().join(u", "_s)));
    bool isNumber = true;
    setup.columns = columns.isEmpty() ? 0 : columns.toInt(&isNumber);
    const bool fits = setup.columns == 0 || (setup.columns >= fewestColumns && setup.columns <= mostColumns);
    if (!isNumber || !fits)
        return failure(ProblemKind::Invalid, u"printer.columns"_s,
                       Texts::tr("A line has %1 to %2 characters.").arg(fewestColumns).arg(mostColumns),
                       Texts::tr("80 mm paper has 48 or 42, 58 mm paper has 32."));
    return setup;
}

void PrinterSetup::keepIn(Preferences &preferences) const
{
    preferences.setValue(addressKey, address.toString());
    preferences.setValue(profileKey, profile);
    preferences.setValue(columnsKey, columns == 0 ? QString() : QString::number(columns));
}

void PrinterSetup::removeFrom(Preferences &preferences)
{
    for (const QString &key : {addressKey, profileKey, columnsKey})
        preferences.setValue(key, {});
}

documents::PrinterProfile PrinterSetup::printer() const
{
    documents::PrinterProfile printer =
        documents::printerProfile(profile).value_or(documents::printerProfiles().first());
    if (columns != 0)
        printer.columns = columns;
    return printer;
}

QStringList printerProfileIds()
{
    QStringList ids;
    for (const documents::PrinterProfile &profile : documents::printerProfiles())
        ids.append(profile.id);
    return ids;
}

QStringList printerProfileNames()
{
    QStringList names;
    for (const documents::PrinterProfile &profile : documents::printerProfiles())
        names.append(profile.name);
    return names;
}

} // namespace crema
