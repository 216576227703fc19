// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <functional>
#include <optional>
#include <vector>

namespace crema::platform {

/// What must hold before this node may get requests; each part adds its own check before the door opens.
class ReadyChecks
{
public:
    /// Runs on a worker; must answer within a second.
    using Check = std::function<Result<void>()>;

    struct Outcome {
        QString name;
        std::optional<Problem> problem;
    };

    /// `name` is snake_case and unique: "database".
    void add(const QString &name, const Check &check);

    /// Runs all of them, in the order added; a check that throws counts as failed.
    [[nodiscard]] std::vector<Outcome> run() const;

private:
    struct Named {
        QString name;
        Check check;
    };
    std::vector<Named> m_checks;
};

} // namespace crema::platform
