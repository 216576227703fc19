// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/first_run_store.h"
#include "app/device/platform_keeper.h"
#include "app/device/platform_process.h"
#include "app/device/program_log.h"
#include "ui/presenters/first_run/first_run_presenter.h"

namespace crema {

/// A program on a device from its first start on: the first start while it is due, then the shop, with the platform of
/// a business on this computer beside it. A face draws what it is told to.
class DeviceProgram final : public QObject
{
    Q_OBJECT

public:
    /// `program` is the name that others read when this one holds the store: "crema-desktop". `drawing` is what it can
    /// draw on paper, see reports/page.
    DeviceProgram(const QString &program, ProgramLog &log, const documents::PageDrawing &drawing);
    ~DeviceProgram() override;

    /// Tells what to draw first. Errors: those of places::store(); nothing is drawn then.
    [[nodiscard]] Result<void> begin();

    [[nodiscard]] FirstRunPresenter &firstRun() { return m_firstRun; }
    [[nodiscard]] Preferences &preferences() { return m_preferences; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    /// Only between shopWanted() and shopGone().
    [[nodiscard]] ShopProgram &shop() { return *m_shop; }
    /// Starts the shop once its face stands.
    void startShop();

    /// The business on this computer that can be backed up now; nothing for one elsewhere.
    [[nodiscard]] std::optional<LocalBusiness> localBusiness() const { return m_local; }
    [[nodiscard]] PlatformChild &platform() { return m_child; }

Q_SIGNALS:
    void firstRunWanted();
    void shopWanted();
    /// The shop's face has to go now, before its presenters do.
    void shopGone();
    /// The store cannot be opened; the till says so too.
    void refused(const crema::Problem &problem);

private:
    void watch(ShopProgram &shop);
    void shopOpened(const Result<void> &opened);
    void wantFirstRun();
    void followSync();

    QString m_name;
    ProgramLog &m_log;
    documents::PageDrawing m_drawing;
    sync::SystemClock m_clock;
    sync::SystemNetwork m_network;
    FilePreferences m_preferences;
    PlatformProcess m_child;
    FirstRunStore m_store;
    FirstRunPresenter m_firstRun;
    std::shared_ptr<ShopProgram> m_shop;
    std::unique_ptr<PlatformKeeper> m_keeper;
    std::optional<LocalBusiness> m_local;
    sync::Link m_link = sync::Link::NeverTried;
};

} // namespace crema
