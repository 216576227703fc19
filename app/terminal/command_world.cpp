// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command_world.h"

#include "app/device/local_places.h"
#include "ui/presenters/syncing/clock_wait.h"

#include <QFileInfo>

namespace crema::terminal {
using namespace Qt::StringLiterals;

namespace {

/// How long a store that another verb holds is waited for.
constexpr std::int64_t patienceMs = 10'000;
constexpr std::int64_t againMs = 40;

} // namespace

CommandWorld::CommandWorld(const documents::PageDrawing &drawing)
    : m_drawing(drawing), m_world(u"crema"_s), m_preferences(FilePreferences::defaultPath()),
      m_printerPresenter(m_preferences, {nullptr, &m_printer, drawing}), m_keys(m_preferences),
      m_scanner(m_preferences), m_serial(m_serialLine, m_world.clock(), m_preferences),
      m_environment(command::processEnvironment())
{
    m_environment.printer = &m_printerPresenter;
    m_environment.keys = &m_keys;
    m_environment.scanner = &m_scanner;
    m_environment.serial = &m_serial;
    m_environment.clock = &m_world.clock();
    m_environment.logFolder = places::logs();
    m_environment.openServices = [this](command::StoreAccess access) { return open(access); };
    m_environment.handOver = [this](command::HandedVerb verb) { return handOver(std::move(verb)); };
}

QCoro::Task<Result<presenters::Services *>> CommandWorld::open(command::StoreAccess access)
{
    if (m_services)
        co_return m_services.get();
    const Result<presenters::StoreChoice> choice = DeviceWorld::storeChoice();
    if (!choice)
        co_return failure(choice.error());
    // A first look on a new machine makes the store, so that it has a device id and an empty catalog to show. Where
    // somebody wrote down a path, there is one, or the path is mistyped.
    const bool exists = QFileInfo::exists(choice->path);
    if (!exists && choice->fromEnvironment && access != command::StoreAccess::Create)
        co_return failure(presenters::storeMissing(choice->path));
    const bool readOnly = access == command::StoreAccess::Read && exists;
    const sync::OpenRequest request =
        m_world.openRequest(*choice, readOnly ? sync::OpenMode::ReadOnly : sync::OpenMode::ReadWrite);
    const Result<void> opened = co_await openOrMeet(request);
    if (!opened)
        co_return failure(opened.error());
    m_services =
        std::make_unique<presenters::Services>(m_world.client(), m_world.parts(), choice->fromEnvironment, m_drawing);
    co_return m_services.get();
}

QCoro::Task<Result<void>> CommandWorld::openOrMeet(sync::OpenRequest request)
{
    Clock &clock = m_world.clock();
    const std::int64_t endMs = clock.monotonicMs() + patienceMs;
    while (true) {
        const Result<void> opened = co_await m_world.client().open(request);
        if (opened || opened.error().code != u"store.in_use")
            co_return opened;
        const Result<QString> place = handover::meetingPlace(request.storePath);
        if (!place)
            co_return failure(opened.error());
        const auto met = co_await handover::StoreCall::greet(*place, handover::Card::own(u"crema"_s), clock);
        if (met) {
            m_call = *met;
            Problem held = opened.error();
            held.code = command::heldElsewhere;
            co_return failure(held);
        }
        if (met.error().code != u"handover.nobody")
            co_return failure(met.error());
        if (clock.monotonicMs() >= endMs)
            co_return opened;
        co_await presenters::ClockWait(clock, againMs);
    }
}

QCoro::Task<Result<int>> CommandWorld::handOver(command::HandedVerb verb)
{
    const auto call = std::exchange(m_call, nullptr);
    Result<int> exitCode = co_await handover::StoreCall::run(call, verb, m_environment);
    co_return exitCode;
}

} // namespace crema::terminal
