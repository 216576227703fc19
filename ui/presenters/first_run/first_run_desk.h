// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "sync/client/client_state.h"
#include "ui/presenters/settings/business.h"

#include <QCoroTask>

#include <QUrl>

#include <functional>

namespace crema {

/// How the local store of a choice was found.
struct StoreStanding {
    bool enrolled = false;
    QUrl platform; ///< empty before enrolment
};

/// The local store that a choice leads to. Each choice has a store of its own, but for one that CREMA_STORE names.
/// Tasks resume on the caller's thread.
class FirstRunDesk
{
public:
    virtual ~FirstRunDesk() = default;

    /// Opens the store of the choice, and closes the one that was open. Errors: those of sync::Client::open().
    [[nodiscard]] virtual QCoro::Task<Result<StoreStanding>> open(Business business) = 0;
    /// Errors: those of sync::Client::enroll().
    [[nodiscard]] virtual QCoro::Task<Result<void>> enrol(QUrl platform, QString code) = 0;
    /// The code of an enrolment names somebody, but nobody has shown to be that person: whoever works here signs in.
    [[nodiscard]] virtual QCoro::Task<Result<void>> signOut() = 0;
    /// Tells an enrolled device that its platform answers somewhere else now.
    [[nodiscard]] virtual QCoro::Task<Result<void>> movePlatform(QUrl platform) = 0;
    /// Fetches until selling may start, and goes on with the rest by itself. `told` hears how far it is. Errors: what
    /// stopped it.
    [[nodiscard]] virtual QCoro::Task<Result<void>> fetch(std::function<void(const sync::LoadProgress &)> told) = 0;
    /// Later starts begin with this choice.
    virtual void keep(Business business) = 0;
    virtual void close() = 0;
};

} // namespace crema
