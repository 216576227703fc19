// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <optional>

class QLocalSocket;

namespace crema {

/// One window for a person and a store. Whoever starts the program once more brings the window that is there to the
/// front instead of getting a second one, which could not open the store.
class WindowDoor final : public QObject
{
    Q_OBJECT

public:
    /// A program that says nothing for so long hangs.
    static constexpr int answerMs = 3'000;

    enum class Standing {
        First,  ///< this program is the one with the window
        Raised, ///< another one has it and has brought it to the front
        Silent, ///< another one has it and does not answer
    };

    using QObject::QObject;
    ~WindowDoor() override;

    /// Where the window of this person stands: one for the store that the environment names, else one for the
    /// preferences. Errors: those of DeviceWorld::storeChoice() and handover::meetingPlace().
    [[nodiscard]] static Result<QString> place();

    /// Stands at `path`, a socket in a private folder, or asks whoever stands there to show the window; blocks for at
    /// most a few times `patienceMs`. `token` is what the window system gave this start (XDG_ACTIVATION_TOKEN), one
    /// line; it may be empty.
    [[nodiscard]] Standing enter(const QString &path, const QByteArray &token, int patienceMs = answerMs);

Q_SIGNALS:
    /// The program was started once more; `token` lets the window come to the front.
    void raiseWanted(const QByteArray &token);

private:
    [[nodiscard]] bool stand(const QString &path, int waitMs);
    void meet();
    void read(QLocalSocket &visitor);

    std::optional<QLockFile> m_lock;
    QLocalServer m_server;
};

} // namespace crema
