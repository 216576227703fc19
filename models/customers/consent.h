// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"

#include <QString>

#include <optional>

namespace crema {

enum class ConsentState { Given, Withdrawn };

/// How somebody said so.
enum class ConsentSource {
    InPerson,
    InWriting,
    ByPhone,
    ByEmail,
    Online,
    Other, ///< also one that only another version knows
};

/// Whether somebody wants offers by e-mail, which has to be shown afterwards (GDPR art. 7): what they said, when and
/// how are one value, and none of them changes alone.
struct Consent {
    ConsentState state = ConsentState::Given;
    UtcTime at; ///< the beginning of time: the moment in which it is recorded
    ConsentSource source = ConsentSource::InPerson;

    friend bool operator==(const Consent &, const Consent &) = default;
};

/// "given", "by_phone"; stable: they are stored and sent.
[[nodiscard]] QString consentStateText(ConsentState state);
[[nodiscard]] std::optional<ConsentState> consentStateFromText(QStringView text);
[[nodiscard]] QString consentSourceText(ConsentSource source);
[[nodiscard]] std::optional<ConsentSource> consentSourceFromText(QStringView text);

/// As people read them: "Agreed", "by phone".
[[nodiscard]] QString consentStateName(ConsentState state);
[[nodiscard]] QString consentSourceName(ConsentSource source);

inline constexpr ConsentSource allConsentSources[] = {ConsentSource::InPerson, ConsentSource::InWriting,
                                                      ConsentSource::ByPhone,  ConsentSource::ByEmail,
                                                      ConsentSource::Online,   ConsentSource::Other};

} // namespace crema
