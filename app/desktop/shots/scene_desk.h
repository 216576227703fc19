// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/example/example_desk.h"

#include <QCoroSignal>

namespace crema::desktop {

/// The example shop in the moments that a picture can otherwise not catch: before an answer, after a failure.
class SceneDesk final : public ExampleDesk
{
    Q_OBJECT

public:
    /// From now on answers wait for as long as the picture takes.
    void hold() { m_held = true; }
    /// What the next list of products answers.
    void failProducts(const Problem &problem) { m_failure = problem; }

    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> products(sync::ProductFilter filter) override
    {
        if (m_failure)
            co_return failure(*m_failure);
        co_return co_await ExampleDesk::products(filter);
    }

Q_SIGNALS:
    void letGo();

protected:
    [[nodiscard]] QCoro::Task<> turn() override
    {
        if (m_held)
            co_await qCoro(this, &SceneDesk::letGo);
    }

private:
    bool m_held = false;
    std::optional<Problem> m_failure;
};

} // namespace crema::desktop
