// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::sync {

/// What an authenticator app takes in, once.
struct AuthenticatorOffer {
    QString secret; ///< Base32, to type
    QString uri;    ///< for a QR code
};

} // namespace crema::sync
