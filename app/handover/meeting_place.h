// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QJsonObject>
#include <QLocalSocket>

#include <optional>

namespace crema::handover {

/// Who speaks: what each side says of itself first. Both must be of the same version, because the verb promises what
/// it would have printed itself.
struct Card {
    static constexpr int protocolNow = 1;

    int protocol = protocolNow;
    QString version; ///< of Crema
    QString program; ///< "crema-desktop"
    qint64 process = 0;

    /// This program's.
    [[nodiscard]] static Card own(const QString &program);
    [[nodiscard]] bool fits(const Card &other) const { return protocol == other.protocol && version == other.version; }

    bool operator==(const Card &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Card &card);
[[nodiscard]] std::optional<Card> cardFromJson(const QJsonObject &json);

/// Where the program that holds a store is met: a socket in the person's private runtime folder, XDG_RUNTIME_DIR or,
/// without one, /run/user/UID or crema-UID below the folder for temporary files. The folder is made (0700) where it is
/// missing. The same for every name of the same file. Errors: `handover.folder` when the folder is somebody else's or
/// open to others, or its path is too long for a socket (107 bytes).
[[nodiscard]] Result<QString> meetingPlace(const QString &storePath);

/// Whether a program of this very person is at the other end, as the kernel says.
[[nodiscard]] bool isSamePerson(const QLocalSocket &socket);

} // namespace crema::handover
