// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QStringList>

namespace crema {

/// In characters as people count them: code points.
inline constexpr qsizetype shortestPassword = 12;
inline constexpr qsizetype longestPassword = 128;

/// Whether somebody may take this as their password, after NIST SP 800-63B and OWASP ASVS 6.2: long enough, and not to
/// be guessed, which zxcvbn estimates (ADR 030). No kinds of letters are asked for. `ownWords` are those that a guesser
/// tries first, see ownWordsOf(). Errors: `password.too_short`, `password.too_long`, `password.guessable`, all about
/// the field `password`.
[[nodiscard]] Result<void> checkPassword(const QString &password, const QStringList &ownWords);

/// The words of a person's name and address that their password must not be made of.
[[nodiscard]] QStringList ownWordsOf(const QString &name, const QString &email);

} // namespace crema
