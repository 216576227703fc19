// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/printer_profile.h"

#include <algorithm>

namespace crema::documents {

namespace {

/// Those on whose numbers all makers agree.
const QList<int> &sharedPages()
{
    static const QList<int> pages{0, 16, 19, 2, 18, 17};
    return pages;
}

const QList<int> &epsonPages()
{
    static const QList<int> pages{0, 16, 19, 2, 18, 17, 14, 13, 46, 47, 45, 48, 51};
    return pages;
}

} // namespace

const QList<PrinterProfile> &printerProfiles()
{
    static const QList<PrinterProfile> profiles{
        {QStringLiteral("generic-80"), QStringLiteral("ESC/POS, 80 mm"), 48, sharedPages()},
        {QStringLiteral("generic-58"), QStringLiteral("ESC/POS, 58 mm"), 32, sharedPages(), false},
        {QStringLiteral("epson-tm-t88"), QStringLiteral("Epson TM-T88"), 42, epsonPages(), true, true, true},
        {QStringLiteral("epson-tm-t20"), QStringLiteral("Epson TM-T20"), 48, epsonPages(), true, true, true},
        {QStringLiteral("epson-tm-m30"), QStringLiteral("Epson TM-m30"), 48, epsonPages(), true, true, true},
        {QStringLiteral("bixolon-srp-350"), QStringLiteral("Bixolon SRP-350"), 42, sharedPages(), true, true, false},
        {QStringLiteral("plain-80"), QStringLiteral("Western letters only, 80 mm"), 48, {0}, true, false},
    };
    return profiles;
}

std::optional<PrinterProfile> printerProfile(const QString &id)
{
    const QList<PrinterProfile> &profiles = printerProfiles();
    const auto found = std::find_if(profiles.begin(), profiles.end(),
                                    [&id](const PrinterProfile &profile) { return profile.id == id; });
    return found == profiles.end() ? std::nullopt : std::optional<PrinterProfile>(*found);
}

} // namespace crema::documents
