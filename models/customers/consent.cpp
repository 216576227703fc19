// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/customers/consent.h"

#include "models/base/enum_names.h"

#include <QCoreApplication>

#include <array>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::Consent)
};

constexpr std::array stateNames{
    EnumName<ConsentState>{ConsentState::Given, u"given"},
    EnumName<ConsentState>{ConsentState::Withdrawn, u"withdrawn"},
};

constexpr std::array sourceNames{
    EnumName<ConsentSource>{ConsentSource::InPerson, u"in_person"},
    EnumName<ConsentSource>{ConsentSource::InWriting, u"in_writing"},
    EnumName<ConsentSource>{ConsentSource::ByPhone, u"by_phone"},
    EnumName<ConsentSource>{ConsentSource::ByEmail, u"by_email"},
    EnumName<ConsentSource>{ConsentSource::Online, u"online"},
    EnumName<ConsentSource>{ConsentSource::Other, u"other"},
};

} // namespace

QString consentStateText(ConsentState state)
{
    return enumText(stateNames, state);
}

std::optional<ConsentState> consentStateFromText(QStringView text)
{
    return enumFromText<ConsentState>(stateNames, text);
}

QString consentSourceText(ConsentSource source)
{
    return enumText(sourceNames, source);
}

std::optional<ConsentSource> consentSourceFromText(QStringView text)
{
    return enumFromText<ConsentSource>(sourceNames, text);
}

QString consentStateName(ConsentState state)
{
    return state == ConsentState::Given ? Texts::tr("Agreed", "to offers by e-mail")
                                        : Texts::tr("Withdrawn", "the agreement to offers by e-mail");
}

QString consentSourceName(ConsentSource source)
{
    switch (source) {
    case ConsentSource::InPerson: return Texts::tr("in person");
    case ConsentSource::InWriting: return Texts::tr("in writing");
    case ConsentSource::ByPhone: return Texts::tr("by phone");
    case ConsentSource::ByEmail: return Texts::tr("by e-mail");
    case ConsentSource::Online: return Texts::tr("online");
    case ConsentSource::Other: return Texts::tr("in another way");
    }
    Q_UNREACHABLE();
}

} // namespace crema
