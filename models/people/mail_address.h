// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// Whether somebody can be mailed at this address, and it may stand in the head of a message: RFC 5321 section 4.1.2
/// without quoted names and addresses in brackets, in plain ASCII, at most 64 characters before the @ and 254 in all.
[[nodiscard]] bool isMailAddress(const QString &address);

/// Why an address is none, as a sentence for whoever typed it; empty for one that is.
[[nodiscard]] QString mailAddressFault(const QString &address);

/// What addresses are compared by: upper and lower case of ASCII are the same, everything else stays. The platform's
/// SQL says lower(… collate "C") for it, which follows no locale.
[[nodiscard]] QString foldedMailAddress(const QString &address);

} // namespace crema
