// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace crema {

/// The two faces of the program, each with keys of its own.
enum class KeyFace { Window, Terminal };

/// A key of the window in the spelling in which keys are kept and compared, which is Qt's portable one:
/// "ctrl+shift+k" is "Ctrl+Shift+K", and the Enter of the number pad is "Return". Nothing for what is no single key
/// with its modifiers.
[[nodiscard]] std::optional<QString> windowKey(const QString &typed);

/// A key of the terminal: "f5" is "F5", and "^e" and "ctrl+e" are "^E". Nothing for anything else.
[[nodiscard]] std::optional<QString> terminalKey(const QString &typed);

/// Either, by the face.
[[nodiscard]] std::optional<QString> keyText(KeyFace face, const QString &typed);

/// Why this key cannot be given to an action, as a sentence: the system, a text field or the scanner needs it. Empty
/// when it can. The key is spelled as above.
[[nodiscard]] QString keyObstacle(KeyFace face, const QString &key);

} // namespace crema
