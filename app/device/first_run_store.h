// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/shop_program.h"
#include "ui/presenters/first_run/first_run_desk.h"

#include <memory>

namespace crema {

/// The first start's desk over the real stores. Preferences outlive it.
class FirstRunStore final : public FirstRunDesk
{
public:
    FirstRunStore(const QString &program, Preferences &preferences, const documents::PageDrawing &drawing)
        : m_name(program), m_preferences(preferences), m_drawing(drawing)
    {}

    [[nodiscard]] QCoro::Task<Result<StoreStanding>> open(Business business) override;
    [[nodiscard]] QCoro::Task<Result<void>> enrol(QUrl platform, QString code) override;
    [[nodiscard]] QCoro::Task<Result<void>> signOut() override;
    [[nodiscard]] QCoro::Task<Result<void>> movePlatform(QUrl platform) override;
    [[nodiscard]] QCoro::Task<Result<void>> fetch(std::function<void(const sync::LoadProgress &)> told) override;
    void keep(Business business) override;
    void close() override { m_program.reset(); }

    /// The shop over the store that is open, for the face that goes on with it.
    [[nodiscard]] std::shared_ptr<ShopProgram> take() { return std::exchange(m_program, nullptr); }

private:
    QString m_name;
    Preferences &m_preferences;
    documents::PageDrawing m_drawing;
    std::shared_ptr<ShopProgram> m_program; ///< shared, so that closing waits for what is under way
};

} // namespace crema
