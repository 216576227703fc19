// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/first_run/first_run_desk.h"
#include "ui/presenters/first_run/platform_child.h"

#include <QStringList>

#include <optional>

namespace crema::desktop {

/// A platform that runs nowhere, for pictures and tests of the first start. Its answers can be held back or made to
/// fail, which a real one never does on command.
class ExamplePlatform final : public PlatformChild
{
    Q_OBJECT

public:
    QStringList calls;            ///< what was asked, in order: "start sample 0"
    std::optional<Problem> fails; ///< what the next task answers
    QString failsAt;              ///< only the task that begins like this; empty: any
    QUrl address{QStringLiteral("http://127.0.0.1:40001")};
    NewShop made; ///< what createShop() was given

    /// While held, answers wait until let go.
    void hold(bool held);

    [[nodiscard]] QCoro::Task<Result<QUrl>> start(LocalBusiness business, quint16 port) override;
    [[nodiscard]] QCoro::Task<Result<void>> createShop(NewShop shop) override;
    [[nodiscard]] QCoro::Task<Result<QString>> enrolCode(LocalBusiness business) override;
    [[nodiscard]] QCoro::Task<Result<void>> backUp(LocalBusiness business, QString file) override;
    [[nodiscard]] QCoro::Task<Result<void>> restore(QString file) override;
    void stop() override { calls.append(QStringLiteral("stop")); }

Q_SIGNALS:
    void letGo();

private:
    [[nodiscard]] QCoro::Task<Result<void>> answer(QString call);

    bool m_held = false;
};

/// Stores in memory that know only whether they are enrolled.
class ExampleStart final : public FirstRunDesk
{
public:
    QStringList calls;
    StoreStanding standing;
    std::optional<Problem> fails;
    QString failsAt;
    std::optional<sync::LoadProgress> progress; ///< told while fetching
    Business kept = Business::None;

    [[nodiscard]] QCoro::Task<Result<StoreStanding>> open(Business business) override;
    [[nodiscard]] QCoro::Task<Result<void>> enrol(QUrl platform, QString code) override;
    [[nodiscard]] QCoro::Task<Result<void>> signOut() override;
    [[nodiscard]] QCoro::Task<Result<void>> movePlatform(QUrl platform) override;
    [[nodiscard]] QCoro::Task<Result<void>> fetch(std::function<void(const sync::LoadProgress &)> told) override;
    void keep(Business business) override { kept = business; }
    void close() override { calls.append(QStringLiteral("close")); }

private:
    [[nodiscard]] Result<void> answer(const QString &call);
};

} // namespace crema::desktop
